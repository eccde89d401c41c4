"""Read text files, and say plainly what is wrong where one cannot be read.

Turns bytes into text; it repairs nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from egov_timeline.errors import ProblemsFound

# Tab and line ends are white space; the rest of C0 has no place in a text and would be taken for
# markup by some reader down the line.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_text(path: Path, where: str) -> str:
    """Return the text of `path`, called `where` in messages. Raises ProblemsFound."""
    return decode(read_bytes(path, where), where)


def read_bytes(path: Path, where: str) -> bytes:
    """Return the bytes of `path`, called `where` in messages. Raises ProblemsFound."""
    try:
        return path.read_bytes()
    except OSError as err:
        what = f"cannot be read ({err.strerror})"
        raise ProblemsFound.one(where, what, "Mind the path and its rights.") from err


def read_article(path: Path, where: str) -> str:
    """Return the raw article at `path`, called `where` in messages. Raises ProblemsFound."""
    return decode_article(read_bytes(path, where), where)


def decode(raw: bytes, where: str) -> str:
    """Return `raw` as text. Raises ProblemsFound with the line that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as err:
        line = raw.count(b"\n", 0, err.start) + 1
        what = f"is not UTF-8 (byte {err.start} is 0x{raw[err.start]:02x})"
        raise ProblemsFound.one(where, what, "Save the file as UTF-8.", line) from err


def decode_article(raw: bytes, where: str) -> str:
    """Return a raw article as text. Raises ProblemsFound where it is empty or no plain text."""
    text = decode(raw, where)
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        what = f"has the control character U+{ord(control[0]):04X}"
        raise ProblemsFound.one(where, what, "Remove it: this is not plain text.", line)
    if not text.strip("\ufeff \t\r\n"):
        remedy = "Paste the article's text, or remove the file."
        raise ProblemsFound.one(where, "is empty", remedy)
    return text
