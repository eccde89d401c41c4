"""Web pages.

Turns HTML into the main text of the article, and what the page itself says of its origin: author,
site, canonical address, time of publication. Nothing is guessed from the text; scripts, menus and
markup are gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from egov_timeline import charsets
from egov_timeline.errors import ProblemsFound
from egov_timeline.formats import Format
from egov_timeline.intake.plaintext import put_right
from egov_timeline.intake.received import Reading, Received
from egov_timeline.records import Source
from egov_timeline.text import fold

_DECLARED = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""")
_HEAD = 4096
# What these names mean on the web, and old Vietnamese sites that name none.
_WINDOWS = ("iso-8859-1", "latin1", "us-ascii", "x-user-defined", "windows-1252")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?"
)
_PUBLISHED = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or "
    "@name='pubdate' or @name='citation_publication_date' or @name='dc.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
)
_CANONICAL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_SITE = ("//meta[@property='og:site_name']/@content",)
_JSON_LD = "//script[@type='application/ld+json']/text()"
_FEWEST_LETTERS = 40
_HEADLINES = 4  # lines among which the title stands, below a section or above it a kicker
_VIETNAM = timezone(timedelta(hours=7))


def read(received: Received) -> Reading:
    """Return the article of a web page. Raises ProblemsFound."""
    from lxml import html

    markup, notes = _decoded(received)
    try:
        tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    except (ValueError, AssertionError, html.etree.ParserError) as err:
        raise _nothing(received) from err
    title, author, said = _article(markup)
    if len(said) < _FEWEST_LETTERS:
        raise _nothing(received)
    said, more = put_right(said, received.where)
    if title:  # of the site, in Unicode, where the body is in an old font
        title, _ = put_right(title, received.where)
    source = Source(
        publisher=_first(tree, _SITE),
        author=author,
        url=_address(received.url, _first(tree, _CANONICAL)),
        published=_published(tree),
    )
    return Reading(
        _headed(title, said),
        Format.HTML,
        ("đọc từ trang web, chỉ lấy phần bài viết", *notes, *more),
        source,
    )


def _nothing(received: Received) -> ProblemsFound:
    remedy = "Mở trang, sao chép bài vào một tệp .txt rồi thêm tệp ấy."
    what = "là trang web nhưng không tìm thấy bài viết trong đó"
    return ProblemsFound.one(received.where, what, remedy)


def _decoded(received: Received) -> tuple[str, tuple[str, ...]]:
    """Return the markup as text: by its mark, as UTF-8, as declared, or as it reads best."""
    raw = received.raw
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-8-sig"), ()
        except UnicodeDecodeError:
            pass
        declared = _DECLARED.search(raw[:_HEAD])
        name = received.charset or (declared[1].decode("ascii") if declared else "")
        if name and name.lower() not in (*_WINDOWS, "utf-8", "utf8"):
            try:
                return raw.decode(name), ()
            except (LookupError, UnicodeDecodeError):
                pass
    found = charsets.recognize(raw)
    if found and not found.lost:
        return found.text, ()
    return raw.decode("utf-8", "replace"), ()  # what is lost in the article is refused there


def _article(markup: str) -> tuple[str | None, str | None, str]:
    """Return title, author and main text."""
    import trafilatura

    found = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
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


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            if told := " ".join(str(value).split()):
                return told
    return None


def _address(fetched: str | None, canonical: str | None) -> str | None:
    """Return the address that the page gives itself, where it is one, on the site it came from."""
    parts = urlsplit(canonical or "")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return fetched
    if fetched and _site(parts.hostname) != _site(urlsplit(fetched).hostname or ""):
        return fetched
    return canonical


def _site(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.")


def _published(tree: Any) -> str | None:
    """Return when the page says that it was published, EDTF or ISO 8601."""
    told = [_first(tree, (path,)) for path in _PUBLISHED]
    for block in tree.xpath(_JSON_LD):
        told += _dates_published(block)
    for value in filter(None, told):
        if moment := _MOMENT.match(value):
            return _in_vietnam(*moment.groups())
    return None


def _in_vietnam(day: str, clock: str | None, zone: str | None) -> str | None:
    """Return the moment by the clock of Vietnam; one without a zone is told by it already."""
    try:
        moment = datetime.fromisoformat(f"{day}T{clock or '00:00'}{zone or '+07:00'}")
    except ValueError:
        return None
    return moment.astimezone(_VIETNAM).isoformat(timespec="minutes") if clock else day


def _dates_published(block: str) -> Iterator[str]:
    try:
        told = json.loads(block)
    except ValueError:
        return
    rows = told if isinstance(told, list) else [told]
    for row in rows:
        for item in [row, *(row.get("@graph") or [])] if isinstance(row, dict) else []:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
