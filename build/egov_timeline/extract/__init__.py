"""Understand one article: which rules run for which field, and in which order.

`FIELDS` is the whole recipe. Each field has its rules, tried in order; the first that finds
something wins. A rule takes a `Document` and returns a Finding, a tuple of findings, or nothing;
findings of the fields above are in `document.found`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any

from egov_timeline.extract.document import Document
from egov_timeline.extract.fields import (
    date,
    delegates,
    event,
    event_type,
    is_event,
    location,
    milestones,
    organizer,
    series,
    status,
    themes,
    title,
)
from egov_timeline.extract.fields import published as stamp
from egov_timeline.extract.fields.date.other_events import of_another
from egov_timeline.extract.resolve.one_event import name_is_of_the_day
from egov_timeline.extract.resolve.years import is_later_than_told, without_year
from egov_timeline.fields import FACTS, OF_EVENT
from egov_timeline.reasons import because
from egov_timeline.records import Article, Extraction
from egov_timeline.vocabulary import Vocabularies

Rule = Callable[[Document], Any]

BUT_A_DAY = "nothing is told of the event but a day"

FIELDS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("title", title.TITLE),
    ("published", stamp.PUBLISHED),
    ("is_event", is_event.IS_EVENT),
    ("event_type", event_type.EVENT_TYPE),
    ("event", event.EVENT),
    ("series", series.SERIES),
    ("date", date.EVENT_DATE),
    ("status", status.STATUS),
    ("location", location.LOCATION),
    ("organizer", organizer.ORGANIZERS),
    ("delegates", delegates.DELEGATES),
    ("themes", themes.THEMES),
    ("milestones", milestones.MILESTONES),
)


def extract(
    article: Article, vocabularies: Vocabularies, published: str | None = None
) -> Extraction:
    """Return what the article's text says, each finding with the words that it stands on.

    `published` is when an editor says that it appeared: "hôm qua" and "5/10" follow from it.
    """
    document = Document(article, vocabularies, published)
    _read(document, FIELDS)
    found = document.found
    for name in of_another(document):
        del found[name]
    if not name_is_of_the_day(document):
        del found["event"]
    if found.get("is_event") and _is_but_a_day(found):
        for name in ("is_event", *OF_EVENT):
            found.pop(name, None)
        found["no_event"] = BUT_A_DAY
    if is_later_than_told(document):
        found["date"] = without_year(found["date"])
    reasoned = {row.name: _reasoned(found[row.name]) for row in FACTS if found.get(row.name)}
    return Extraction(is_event=bool(found.pop("is_event", False)), **(found | reasoned))


def _reasoned(found: Any) -> Any:
    """Return findings that say why each was taken; those that say more already stay."""
    if isinstance(found, tuple):
        return tuple(map(_reasoned, found))
    return found if found.why else replace(found, why=because(found))


def read_until(field: str, article: Article, vocabularies: Vocabularies) -> Document:
    """Return the document as the rules of `field` find it: what a table is trained on."""
    document = Document(article, vocabularies)
    _read(document, takewhile(lambda row: row[0] != field, FIELDS))
    return document


def _read(document: Document, recipe: Iterable[tuple[str, tuple[Rule, ...]]]) -> None:
    for name, rules in recipe:
        if name in OF_EVENT and not document.found.get("is_event"):
            continue
        for rule in rules:
            result = rule(document)
            if result:
                document.found[name] = result
                break


def _is_but_a_day(found: Mapping[str, Any]) -> bool:
    """Whether nothing is told of the event but a day: no name, kind, body, theme or year.

    "Sáng 8/6, đoàn kiểm tra đã làm việc với chủ xe": that was done; it is nothing that was held.
    """
    date = found.get("date")
    return (
        not any(found.get(name) for name in ("event", "series", "organizer", "themes"))
        and found.get("event_type") in (None, "khac")
        and not (date and date.value.year)
    )
