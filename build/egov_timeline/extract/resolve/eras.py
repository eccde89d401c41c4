"""What the province of an event was called on its day, and whether the article names it.

Turns a location in the provinces that stood until 2025-06-30 into one as of the event's day. Where
only the day of publication is known, that tells; without either, the text does: a province that it
names is one of the days when there was such a province. In doubt there is none. A province that the
article does not name is inferred, however plainly it names a town in it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from egov_timeline import vocabulary, wording
from egov_timeline.edtf import EventDate, InvalidDate, parse
from egov_timeline.extract.document import Document
from egov_timeline.records import Certainty, Finding, Location
from egov_timeline.text import Span, match_key

_ALWAYS = date.min, date.max


def of_its_era(document: Document, found: Finding[Location] | None) -> Finding[Location] | None:
    """Return a location with its province as of the event's day; None where nothing is left."""
    said = found.value.province if found else None
    if found is None or said is None:
        return found
    now = province_then(document, said)
    value = replace(found.value, province=now)
    if now is None:
        return replace(found, value=value) if value.place else None
    if now == said and (_is_abroad(document, said) or _naming(document, said)):
        return found
    where = _naming(document, now)
    evidence = found.evidence
    if where and found.certainty is Certainty.STATED:
        # "tại phường Quy Nhơn, UBND tỉnh Gia Lai": both are the article's words
        evidence = (*evidence, document.evidence(*where, evidence[0].rule))
        return replace(found, value=value, evidence=evidence)
    labels = wording.labels
    why = found.why or (labels.PROVINCE_OF_TOWN if now == said else labels.PROVINCE_SINCE_2025)
    return replace(found, value=value, certainty=Certainty.INFERRED, why=why.format(now))


def unit_then(document: Document, ident: str) -> str | None:
    """Return the id of what a province was as of the event's day; None in doubt."""
    places = document.vocabularies.places
    label = province_then(document, places[ident].label)
    return places.by_label[label].id if label else None


def province_then(document: Document, label: str) -> str | None:
    """Return the province called `label` as of the event's day; None in doubt."""
    places = document.vocabularies.places
    if label not in places.merged:
        return label
    days = _days(document)
    if days != _ALWAYS:
        return vocabulary.province_then(places, label, *days)
    heir = vocabulary.province_then(places, label, date.max, date.max)
    # undated: "tại Quy Nhơn" in a text that names Gia Lai, and Bình Định nowhere, is of either era;
    # Huế is named either way, as the town that it was
    if heir and places.by_label[heir].kind == "province" and _naming(document, heir):
        return label if _naming(document, label) else None
    return label


def _days(document: Document) -> tuple[date, date]:
    """Return the first and the last day that the event can have had, by what is known so far."""
    told = document.found.get("date")
    published = document.found.get("published")
    for moment in (told.value if told else None, published and _day(published.value)):
        if moment and moment.earliest and moment.latest:
            return moment.earliest, moment.latest
    return _ALWAYS


def _day(published: str) -> EventDate | None:
    try:
        return parse(published.partition("T")[0])
    except InvalidDate:
        return None


def _is_abroad(document: Document, label: str) -> bool:
    term = document.vocabularies.places.by_label.get(label)
    return term is None or term.kind != "province"


def _naming(document: Document, label: str) -> Span | None:
    """Return where the article first names a province; None where it does not."""
    term = document.vocabularies.places.by_label[label]
    names = "|".join(re.escape(match_key(name)) for name in term.names)
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    for index in document.kept:
        sentence = document.sentence(index)
        if match := pattern.search(document.key, sentence.start, sentence.end):
            return match.span()
    return None
