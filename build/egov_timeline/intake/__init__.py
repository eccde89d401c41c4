"""Take in what editors have: a file of any common kind, an address, or what is piped in.

Turns a source into bytes as they came, and these into the text of the article with what they say of
its origin. The kind is told by the content, not by the name. What cannot be read is refused with
the remedy for its kind; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from egov_timeline import files
from egov_timeline.errors import ProblemsFound
from egov_timeline.formats import Format, sniff
from egov_timeline.intake import html, mhtml, pdf, plaintext, web, word
from egov_timeline.intake.received import Reading, Received
from egov_timeline.text import normalize

__all__ = ["STDIN", "Reading", "Received", "read", "receive"]

STDIN = "-"
_MOST_BYTES = web.MOST_BYTES
_READERS: dict[Format, Callable[[Received], Reading]] = {
    Format.TEXT: plaintext.read,
    Format.HTML: html.read,
    Format.MHTML: mhtml.read,
    Format.DOCX: word.read,
    Format.PDF: pdf.read,
}


def receive(source: str, stdin: Callable[[], bytes], *, allow_private: bool = False) -> Received:
    """Return what stands at `source`: a path, an address or "-". Raises ProblemsFound."""
    if source == STDIN:
        return Received("-", stdin())
    if web.is_address(source):
        return web.fetch(source, allow_private=allow_private)
    path = Path(source)
    if path.is_file() and path.stat().st_size > _MOST_BYTES:
        what = f"lớn hơn {_MOST_BYTES // 1_000_000} MB"
        raise ProblemsFound.one(source, what, "Một bài viết không lớn như vậy; chọn lại tệp.")
    return Received(source, files.read_bytes(path, source), path.name)


def read(received: Received) -> Reading:
    """Return the article in what came, normalized. Raises ProblemsFound."""
    kind = sniff(received.raw)
    reader = _READERS.get(kind)
    if reader is None:
        files.refuse_format(kind, received.where)
        raise AssertionError(kind)  # each kind without a reader has its remedy
    found = reader(received)
    text = normalize(found.text).strip("\ufeff \t\n")
    if not text:
        raise ProblemsFound.one(received.where, "không có chữ nào", "Chọn lại tệp hoặc địa chỉ.")
    return Reading(f"{text}\n", found.kind, found.notes, found.source)
