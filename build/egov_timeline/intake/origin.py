"""What a web page says of its own origin: publisher, address, time of publication.

Turns the metadata of a page into `Source`. Nothing is read from the text, and a canonical address
counts only on the site that the page came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from egov_timeline.inputs import Source

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
_VIETNAM = timezone(timedelta(hours=7))


def origin(tree: Any, author: str | None, fetched: str | None) -> Source:
    """Return what the page says of itself; `fetched` is where it was, `author` as it was read."""
    return Source(
        publisher=_first(tree, _SITE),
        author=author,
        url=_address(fetched, _first(tree, _CANONICAL)),
        published=_published(tree),
    )


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
