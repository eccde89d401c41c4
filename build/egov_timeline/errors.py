"""The errors that a person meets. Each says where, what, and the remedy.

A stage that finds several problems collects them and raises `ProblemsFound` once, so that one run
shows all there is to mend.
"""

from __future__ import annotations

import difflib
import errno
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_CAUSES = {
    errno.ENOENT: "không có ở đó",
    errno.EISDIR: "là một thư mục",
    errno.EACCES: "không có quyền, hoặc chương trình khác đang mở",
    errno.EPERM: "không có quyền",
    errno.EROFS: "nơi này chỉ đọc được",
    errno.ENOSPC: "đĩa đã đầy",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EADDRINUSE: "chương trình khác đang dùng",
}


_SHOWN = 200
# What commands a terminal, turns the order of words, or cannot be written at all.
_UNSHOWN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


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
        return harmless(f"{place}: {self.what}. {self.remedy}")


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


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a remedy that names the known word most like `word`; None where none is near."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"Có phải ý bạn là {quoted(close[0])}?" if close else None


def nearest_or_all(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the known word most like `word`, or else all of them."""
    listed = tuple(known)
    return did_you_mean(word, listed) or f"Chỉ dùng: {', '.join(listed)}."


def cause(err: OSError) -> str:
    """Return why the system refused, in the language of editors where that is known."""
    return _CAUSES.get(err.errno or 0) or err.strerror or str(err)


def quoted(value: object) -> str:
    """Return `value` in double quotes, as messages show what a person typed; of much, the start."""
    typed = str(value)
    return f'"{typed}"' if len(typed) <= _SHOWN else f'"{typed[:_SHOWN]}…"'


def harmless(text: str) -> str:
    """Return `text` with what a terminal would obey in place of showing it written out: "\\x1b"."""
    return _UNSHOWN.sub(lambda found: ascii(found[0])[1:-1], text)
