"""Write the head of an article's page: a few lines of front matter that a person can read.

Turns a record into the keys of DESIGN 4.2. How each fact is known is no part of it: that stands in
the page itself (`facts.panel`) and in `timeline.json`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.fields import status_of
from egov_timeline.pages.body import LEFT_OUT, Paragraph
from egov_timeline.pages.facts import theme_label
from egov_timeline.plain import plain
from egov_timeline.records import Part, Record
from egov_timeline.text import one_line
from egov_timeline.vocabulary import Vocabularies

# As long as a search engine shows; of it at least so much are the article's own words.
_DESCRIPTION, _OWN_WORDS = 200, 40

# Never left out: where nothing is known, that is said.
_ALWAYS = ("title", *(row.name for row in fields.FIELDS if row.unknown))


def front_matter(record: Record, vocabularies: Vocabularies) -> dict[str, Any]:
    """Return what the head of the page says of the article; an event has a `status`."""
    facts = record.facts
    themes = [finding.value for finding in facts.themes]
    head = {
        "title": one_line(facts.title.value) if facts.title else None,
        "date": facts.date.value.edtf if facts.date else None,
        "published": record.appeared,
        "event": one_line(facts.event.value) if facts.event else None,
        "status": status_of(facts) if facts.is_event else None,
        "location": wording.location_label(facts.location.value) if facts.location else None,
        "organizer": [finding.value.name for finding in facts.organizer],
        "themes": themes,
        "tags": [theme_label(ident, vocabularies) for ident in themes],
        "series": _present(plain(facts.series.value)) if facts.series else None,
        "source": _source(record),
    }
    return {name: value for name, value in head.items() if value or name in _ALWAYS}


def _source(record: Record) -> dict[str, Any]:
    seed, language = record.seed, record.article.language
    told = {
        "file": seed.path if seed.is_open else None,
        "sha256": None if seed.is_citation else seed.sha256,
        "publisher": one_line(seed.source.publisher or ""),
        "author": one_line(seed.source.author or ""),
        "url": seed.source.url,
        "language": language if language != "vi" else None,
    }
    return _present(told)


def _present(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}


def description(record: Record, heading: str, paragraphs: Iterable[Paragraph]) -> str:
    """Return a line on the article: when, where, and its own first words."""
    facts = record.facts
    when = wording.occasion_label(facts.date.value, status_of(facts)) if facts.date else ""
    where = wording.location_label(facts.location.value) if facts.location else ""
    known = ", ".join(filter(None, (when, where)))
    said = (p.text.striptags() for p in paragraphs if p.part is Part.BODY and p.text != LEFT_OUT)
    room = max(_DESCRIPTION - len(known), _OWN_WORDS)
    return " – ".join(filter(None, (known, _cut(next(said, "") or heading, room))))


def _cut(text: str, room: int) -> str:
    """Return as many whole words of `text` as there is room for."""
    text = " ".join(text.split())
    return text if len(text) <= room else text[: room - 1].rpartition(" ")[0] + "…"
