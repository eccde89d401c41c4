"""Reads the log of what was signed as `templates/log.md.j2` writes it, and as nothing else.

Turns the page, parsed as browsers do, into entries: by field what is said of it, and the signature
below. An element, an attribute or words where a log has none are refused: they could tell a reader
something else than what is compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import tinyhtml5

_AMONG_WORDS = frozenset({"a", "q", "s", "span", "strong", "time"})
_WORDS = re.compile(r"dt|p|(?:h2|p)\.tl-log__\w+")
_ATTRIBUTES = frozenset({"class", "data-evidence", "datetime", "href", "id", "rel"})
_OF_LOG = frozenset({"class", "data-search-exclude", "role"})
# What stands under one signature: `_shape` of it.
_PART = re.compile(
    r"li\(h2\.tl-log__article p\.tl-log__kind "
    r"dl\((?:div#\(dt dd\(p (?:p\.tl-log__before )?p\.tl-log__why \) \) )+\) "
    r"p\.tl-log__signed \) "
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one field: the value, why, and the signature: by whom, when, after what."""

    id: str
    heading: str
    article: tuple[str, ...]  # where the heading leads
    value: str
    why: str
    signed: str
    days: tuple[str, ...]
    links: tuple[str, ...]
    quotes: tuple[str, ...]


def log(page: bytes) -> tuple[list[Entry], list[str]]:
    """Return the entries of the log, and what is wrong with the page itself."""
    try:
        return _log(page)
    except RecursionError:
        return [], ["lồng các thẻ vào nhau sâu quá"]


def _log(page: bytes) -> tuple[list[Entry], list[str]]:
    top = tinyhtml5.parse(page, namespace_html_elements=False)
    logs = [one for one in top.iter("ol") if "tl-log" in (one.get("class") or "").split()]
    parts = [part for one in logs for part in one]
    wrong = [f"có hai chỗ id “{ident}”" for ident in _twice(top)]
    if any(not _OF_LOG.issuperset(one.attrib) for one in logs):
        wrong.append("sổ không viết như sổ viết")
    if len(logs) > 1 or any(map(_has_words, logs)) or len(list(_signed(top))) != len(parts):
        wrong.append("có chữ ký ngoài các mục của sổ")
    wrong += [
        f"mục thứ {number} không viết như sổ viết"
        for number, part in enumerate(parts, 1)
        if not _PART.fullmatch(_shape(part)) or _attributes(part) - _ATTRIBUTES
    ]
    return [] if wrong else [entry for part in parts for entry in _entries(part)], wrong


def _twice(top: Element) -> list[str]:
    ids = Counter(element.get("id") for element in top.iter())
    return [ident for ident, often in ids.items() if ident and often > 1]


def _signed(top: Element) -> Iterator[Element]:
    return (one for one in top.iter() if "tl-log__signed" in (one.get("class") or ""))


def _attributes(part: Element) -> set[str]:
    return {name for element in part.iter() for name in element.keys()}  # noqa: SIM118


def _shape(element: Element) -> str:
    """Return an element with those in it; "…" are words where none may stand."""
    if element.tag in _AMONG_WORDS:
        return "".join(map(_shape, element))
    name = f"{element.tag}{'#' if element.get('id') else ''}"
    kind = (element.get("class") or "").split(" ")[0]
    name += f".{kind}" if kind and element.tag in ("h2", "p") else ""
    inner = "".join(map(_shape, element))
    if _has_words(element) and not _WORDS.fullmatch(name):
        inner += "… "
    return f"{name}({inner}) " if inner else f"{name} "


def _has_words(element: Element) -> bool:
    own = (element.text, *(inner.tail for inner in element))
    return any(said and said.strip() for said in own)


def _entries(part: Element) -> Iterator[Entry]:
    article, _, rows, signed = part
    for row in rows:
        value, *_, why = row[1]
        yield Entry(
            id=row.get("id") or "",
            heading=_words(article),
            article=_links(article),
            value=_words(value),
            why=_words(why),
            signed=_words(signed),
            days=tuple(time.get("datetime") or "" for time in signed.iter("time")),
            links=_links(signed),
            quotes=tuple(map(_words, signed.iter("q"))),
        )


def _links(element: Element) -> tuple[str, ...]:
    return tuple(link.get("href") or "" for link in element.iter("a"))


def _words(element: Element) -> str:
    return plain("".join(element.itertext()))


def plain(said: str) -> str:
    """Return words with one blank between them."""
    return " ".join(said.split())
