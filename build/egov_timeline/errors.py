"""The errors that a person meets. Each says where, what, and the remedy.

A stage that finds several problems collects them and raises `ProblemsFound` once, so that one run
shows all there is to mend.
"""

from __future__ import annotations

import difflib
import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_CAUSES = {
    errno.ENOENT: "không có ở đó",
    errno.EISDIR: "là một thư mục",
    errno.EACCES: "không có quyền, hoặc chương trình khác đang mở",
    errno.EPERM: "không có quyền",
    errno.EROFS: "nơi này chỉ đọc được",
    errno.EEXIST: "ở đó đã có thứ khác",
    errno.ENOTDIR: "trên đường dẫn có một tệp thay vì thư mục",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EIO: "đĩa có lỗi",
    errno.ELOOP: "các liên kết trỏ vòng quanh nhau",
    errno.EBUSY: "chương trình khác đang dùng",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENOMEM: "máy không còn bộ nhớ",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EADDRINUSE: "chương trình khác đang dùng",
}

_ROOM = "Dọn bớt ổ đĩa rồi chạy lại; những gì đã có vẫn nguyên."
_RIGHTS = "Xem lại quyền đọc, ghi ở đó; đóng chương trình đang mở nó."
_REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "Chép dự án ra nơi ghi được.",
    errno.ENAMETOOLONG: "Đặt tên ngắn hơn: hệ thống nhận nhiều nhất 255 byte.",
    errno.ELOOP: "Bỏ liên kết ấy, chép chính tệp vào.",
}
_OTHERWISE = "Xem lại đường dẫn ấy rồi chạy lại; những gì đã có vẫn nguyên."

# What commands a terminal, turns the order of words, or cannot be written at all.
_COMMANDS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the input, told as `where:line: what. Remedy.`

    A warning hinders nobody: a build mends it by itself, or what is shown is true all the same.
    """

    where: str
    what: str
    remedy: str
    line: int | None = None
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        return harmless(f"{place}: {self.what}. {self.remedy}".replace("\n", "\\n"))


class TimelineError(Exception):
    """Base of all errors of this package."""


class ProblemsFound(TimelineError):
    """The data has problems; nothing was written. `problems` is never empty."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)

    @classmethod
    def one(cls, where: str, what: str, remedy: str, line: int | None = None) -> ProblemsFound:
        """Return the error for a single problem."""
        return cls([Problem(where, what, remedy, line)])


def harmless(text: str) -> str:
    """Return `text` with what commands a terminal, or turns a line around, as JSON escapes it."""
    return _COMMANDS.sub(lambda odd: f"\\u{ord(odd[0]):04x}", text)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a remedy that names the known word most like `word`; None where none is near."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"Có phải ý bạn là {quoted(close[0])}?" if close else None


def nearest_or_all(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the known word most like `word`, or else all of them."""
    listed = tuple(known)
    return did_you_mean(word, listed) or f"Chỉ dùng: {', '.join(listed)}."


@contextmanager
def refusals_told(root: Path) -> Iterator[None]:
    """Turn what the system refuses into the problem that it is in the project at `root`."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads what is printed has gone
    except OSError as err:
        raise ProblemsFound([_of_system(err, root)]) from err


def _of_system(err: OSError, root: Path) -> Problem:
    name = err.filename2 or err.filename
    path = Path(os.fsdecode(name)) if isinstance(name, str | bytes) else root
    where = path.relative_to(root) if path != root and path.is_relative_to(root) else path
    remedy = _REMEDIES.get(err.errno or 0, _OTHERWISE)
    return Problem(where.as_posix(), f"không đọc hoặc ghi được ({cause(err)})", remedy)


def cause(err: OSError) -> str:
    """Return why the system refused, in the language of editors where that is known."""
    return _CAUSES.get(err.errno or 0) or err.strerror or str(err)


def quoted(value: object) -> str:
    """Return `value` in double quotes, as messages show what a person typed; of much, the start."""
    typed = str(value)
    return f'"{typed}"' if len(typed) <= _SHOWN else f'"{typed[:_SHOWN]}…"'
