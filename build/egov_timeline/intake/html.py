"""Web pages.

Turns HTML into the main text of the article, and what the page itself says of its origin. Tables
that only lay a page out are taken apart, captions kept; scripts, menus and markup are gone.
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import Any

from egov_timeline import charsets
from egov_timeline.errors import ProblemsFound
from egov_timeline.formats import Format
from egov_timeline.intake.origin import origin
from egov_timeline.intake.plaintext import put_right
from egov_timeline.intake.received import Reading, Received
from egov_timeline.text import fold

_DECLARED = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""")
_HEAD = 4096
# What these names mean on the web, and old Vietnamese sites that name none.
_WINDOWS = ("iso-8859-1", "latin1", "us-ascii", "x-user-defined", "windows-1252")
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_FEWEST_LETTERS = 40
_HEADLINES = 4  # lines among which the title stands, below a section or above it a kicker
# A cell that holds more than this is a column of the page, not a figure or a name.
_LONGEST_CELL = 250
_CELLS = ("td", "th")
_ROWS = ("table", "thead", "tbody", "tfoot", "tr", *_CELLS)


def read(received: Received) -> Reading:
    """Return the article of a web page. Raises ProblemsFound."""
    from lxml import html

    try:
        tree = html.fromstring(_XML.sub("", _decoded(received)))
    except (ValueError, AssertionError, html.etree.ParserError) as err:
        raise _nothing(received) from err
    _flatten(tree)
    title, author, said = _article(tree)
    if len(said) < _FEWEST_LETTERS:
        raise _nothing(received)
    said, notes = put_right(said, received.where)
    if title:  # of the site, in Unicode, where the body is in an old font
        title, _ = put_right(title, received.where)
    told = ("đọc từ trang web, chỉ lấy phần bài viết", *notes)
    return Reading(_headed(title, said), Format.HTML, told, origin(tree, author, received.url))


def _nothing(received: Received) -> ProblemsFound:
    remedy = "Mở trang, sao chép bài vào một tệp .txt rồi thêm tệp ấy."
    what = "là trang web nhưng không tìm thấy bài viết trong đó"
    return ProblemsFound.one(received.where, what, remedy)


def _decoded(received: Received) -> str:
    """Return the markup as text: by its mark, as UTF-8, as declared, or as it reads best."""
    raw = received.raw
    declared = _DECLARED.search(raw[:_HEAD])
    name = received.charset or (declared[1].decode("ascii") if declared else "")
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for codec in () if marked else ("utf-8-sig", name):
        if codec and codec.lower() not in _WINDOWS:
            with suppress(LookupError, UnicodeDecodeError):
                return raw.decode(codec)
    found = charsets.recognize(raw)
    if found and not found.lost:
        return found.text
    return raw.decode("utf-8", "replace")  # what is lost in the article is refused there


def _flatten(tree: Any) -> None:
    """Make columns of a page plain blocks, rows of figures lines, and captions paragraphs."""
    for table in list(tree.iter("table")):
        cells = list(table.iter(*_CELLS))
        if any(len(cell.text_content()) > _LONGEST_CELL for cell in cells):
            for part in list(table.iter(*_ROWS)):
                part.tag = "div"
    for row in list(tree.iter("tr")):
        told = " ".join(" ".join(cell.text_content().split()) for cell in row.iter(*_CELLS))
        row.clear(keep_tail=True)
        row.tag, row.text = "p", told
    for tag, plain in (("table", "div"), ("tbody", "div"), ("figure", "div"), ("figcaption", "p")):
        for part in list(tree.iter(tag)):
            part.tag = plain


def _article(tree: Any) -> tuple[str | None, str | None, str]:
    """Return title, author and main text."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, favor_recall=True
    )
    if found is None or isinstance(found, dict):
        return None, None, ""
    author = found.author if found.author and not found.author.startswith("http") else None
    return found.title, author, found.text or ""


def _headed(title: str | None, said: str) -> str:
    """Return the text with its title above it, where the extraction left that out."""
    if not title:
        return said
    wanted = fold(" ".join(title.split()))
    heads = [fold(" ".join(line.split())) for line in said.split("\n")[:_HEADLINES]]
    there = any(head and (head.startswith(wanted) or wanted.startswith(head)) for head in heads)
    return said if there else f"{title}\n\n{said}"
