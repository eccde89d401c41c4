"""Tell by its content what kind of file bytes are, whatever the name of the file says.

Turns bytes into a `Format`; what is not known by a mark of its own is text, or binary where it has
many zero bytes. It reads no file.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Format(StrEnum):
    """What a file holds; the value is how editors call it."""

    TEXT = "văn bản thuần"
    HTML = "trang web (HTML)"
    MHTML = "trang web (MHTML)"
    DOCX = "tài liệu Word (.docx)"
    DOC = "tài liệu Word đời cũ (.doc)"
    ODT = "tài liệu LibreOffice (.odt)"
    RTF = "tài liệu RTF"
    PDF = "tài liệu PDF"
    ARCHIVE = "tệp nén"
    IMAGE = "ảnh"
    BINARY = "tệp nhị phân"


_MARKS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.DOC),
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"Rar!\x1a", Format.ARCHIVE),
    (b"7z\xbc\xaf", Format.ARCHIVE),
    (b"\x1f\x8b", Format.ARCHIVE),
)
_PDF_WITHIN = 1024  # readers allow that much before the mark
_HTML = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(?:!doctype|html))"
)
# A piece of a page: text that tells of a tag or two is none.
_CLOSED = re.compile(
    rb"(?i)</(?:p|div|span|h[1-6]|table|td|li|ul|article|section|script|style|a|strong)>"
)
_FEWEST_CLOSED = 3
_MHTML = re.compile(
    rb"(?is)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/related"
)
_MOST_ZEROS = 0.02


def sniff(raw: bytes) -> Format:
    """Return what kind of file `raw` is."""
    for mark, kind in _MARKS:
        if raw.startswith(mark):
            return kind
    if raw.startswith(b"PK\x03\x04"):
        return _zipped(raw)
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return Format.PDF
    plain = _without_zeros(raw)
    if plain is None:
        return Format.BINARY
    if _HTML.match(plain) or len(_CLOSED.findall(plain)) >= _FEWEST_CLOSED:
        return Format.HTML
    return Format.MHTML if _MHTML.match(plain[:8192]) else Format.TEXT


def _zipped(raw: bytes) -> Format:
    if b"word/document.xml" in raw:
        return Format.DOCX
    return (
        Format.ODT
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in raw[:200]
        else Format.ARCHIVE
    )


def _without_zeros(raw: bytes) -> bytes | None:
    """Return `raw`, of UTF-16 its plain letters; None where zeros stand all over it."""
    zeros = raw.count(0)
    if zeros <= _MOST_ZEROS * len(raw):
        return raw
    low, high = raw[1::2].count(0), raw[::2].count(0)
    if min(low, high) > zeros / 10:
        return None
    return raw.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
