"""Read text files, and say plainly what is wrong where one cannot be read.

Turns bytes into text; it repairs nothing. An article that is no plain text, or was decoded wrongly
once, is refused with the remedy for its kind; single characters that have no place in a text stay,
and `odd_characters` tells of them.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from egov_timeline import charsets
from egov_timeline.charsets import Recognized
from egov_timeline.errors import ProblemsFound, cause
from egov_timeline.formats import Format, sniff

_ADD = "Chạy `egov-timeline add {name}`: lệnh ấy đọc được và chuyển thành văn bản"
_AGAIN = "Lấy lại bài từ nơi đăng (hoặc `egov-timeline add ĐỊA_CHỈ`)"
_REMEDIES = {
    Format.HTML: f"{_ADD}, bỏ mã HTML.",
    Format.MHTML: f"{_ADD}, bỏ mã HTML.",
    Format.DOCX: f"{_ADD}.",
    Format.PDF: f"{_ADD}.",
    Format.DOC: "Mở bằng Word hoặc LibreOffice, lưu thành .docx, rồi `egov-timeline add`.",
    Format.ODT: "Mở bằng LibreOffice, lưu thành .docx, rồi `egov-timeline add`.",
    Format.RTF: "Mở bằng Word hoặc LibreOffice, lưu thành .docx, rồi `egov-timeline add`.",
    Format.ARCHIVE: "Giải nén, rồi `egov-timeline add` từng tệp bên trong.",
    Format.IMAGE: "Gõ lại hoặc nhận dạng chữ trong ảnh, rồi lưu thành .txt.",
    Format.BINARY: "Tệp có thể đã hỏng; lấy lại bài từ nơi đăng.",
}
# Tab and line ends are white space; nothing else of C0 and C1 has a place in a text.
_ODD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffd\ue000-\uf8ff]"
)

# The longest of ten thousand articles of the press has a tenth of it.
MOST_OF_ARTICLE = 1_000_000


# What is published would hang on a file that the project does not have, or be one of the system.
LEADS_OUT = "là liên kết trỏ ra ngoài thư mục seeds/"
COPY_IT = "Chép chính tệp ấy vào thay cho liên kết."


def leads_out(path: Path, folder: Path) -> bool:
    """Whether `path` is a link to what lies outside `folder`, or to nothing."""
    return path.is_symlink() and not (
        path.exists() and path.resolve().is_relative_to(folder.resolve())
    )


@dataclass(frozen=True, slots=True)
class OddCharacter:
    """A character that a reader cannot see, or that has no place in a text."""

    code: str  # "U+200B"
    name: str  # the name of the standard, "" for control characters
    line: int  # the first line that has it
    count: int


def read_text(path: Path, where: str) -> str:
    """Return the text of `path`, called `where` in messages. Raises ProblemsFound."""
    return decode(read_bytes(path, where), where)


def read_bytes(path: Path, where: str, most: int = -1) -> bytes:
    """Return the bytes of `path`, called `where` in messages. Raises ProblemsFound.

    Of a large file, the first `most` may be enough. A pipe or a device in its place is no file: to
    read it may take for ever.
    """
    try:
        if not stat.S_ISREG(mode := path.stat().st_mode) and not stat.S_ISDIR(mode):
            raise ProblemsFound.one(
                where, "không phải một tệp", "Chép nội dung vào một tệp thường."
            )
        with path.open("rb", buffering=0) as file:
            return file.read(most)
    except OSError as err:
        what = f"không đọc được ({cause(err)})"
        raise ProblemsFound.one(where, what, "Xem lại đường dẫn và quyền đọc tệp.") from err


def read_article(path: Path, where: str) -> str:
    """Return the raw article at `path`, called `where` in messages. Raises ProblemsFound."""
    return decode_article(read_bytes(path, where), where)


def decode(raw: bytes, where: str) -> str:
    """Return `raw` as text. Raises ProblemsFound with the line that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as err:
        line = raw.count(b"\n", 0, err.start) + 1
        what = f"không phải UTF-8 (byte thứ {err.start} là 0x{raw[err.start]:02x})"
        raise ProblemsFound.one(where, what, "Lưu lại tệp với bảng mã UTF-8.", line) from err


def decode_article(raw: bytes, where: str) -> str:
    """Return a raw article as text. Raises ProblemsFound where it is empty or no plain text."""
    refuse_format(sniff(raw), where)
    if len(raw) > MOST_OF_ARTICLE:
        what = f"dài hơn {MOST_OF_ARTICLE // 1_000_000} MB, không bài viết nào dài như vậy"
        raise ProblemsFound.one(where, what, "Chỉ giữ lại bài viết, hoặc chia thành nhiều bài.")
    found = charsets.recognize(raw)
    if found is None:
        return decode(raw, where)  # raises with the line
    refuse_loss(found, where)
    if found.encoding != charsets.UTF_8:
        what = f"có chữ viết bằng {found.encoding}, không phải UTF-8"
        if found.encoding == charsets.MOJIBAKE:
            what = f"là chữ {found.encoding} rồi lưu lại"
        raise ProblemsFound.one(where, what, f"{_ADD.format(name=where)} UTF-8.")
    if not found.text.strip("\ufeff \t\r\n"):
        remedy = "Dán nội dung bài vào, hoặc bỏ tệp này đi."
        raise ProblemsFound.one(where, "không có chữ nào", remedy)
    return raw.decode("utf-8")


def refuse_format(kind: Format, where: str) -> None:
    """Raise ProblemsFound, with the remedy for the kind, where a file is no plain text."""
    if kind is not Format.TEXT:
        remedy = _REMEDIES[kind].format(name=where)
        raise ProblemsFound.one(where, f"là {kind}, không phải văn bản thuần", remedy)


def refuse_loss(found: Recognized, where: str) -> None:
    """Raise ProblemsFound where letters of a text are lost for good."""
    if found.lost:
        shown = " (chữ thành “?” hoặc “\ufffd”)" if found.encoding == charsets.UTF_8 else ""
        what = f"đã mất hẳn {found.lost} chữ{shown}, không thể khôi phục mà không đoán"
        if found.encoding != charsets.UTF_8:
            what = f"là {found.encoding}, {what}"
        raise ProblemsFound.one(where, what, f"{_AGAIN}.", found.line)


def odd_characters(text: str) -> tuple[OddCharacter, ...]:
    """Return the odd characters of `text`, each kind once, in the order of their first lines."""
    found = _ODD.findall(text.removeprefix("\ufeff"))
    return tuple(
        OddCharacter(
            f"U+{ord(char):04X}",
            unicodedata.name(char, ""),
            text.count("\n", 0, text.index(char)) + 1,
            count,
        )
        for char, count in Counter(found).items()
    )
