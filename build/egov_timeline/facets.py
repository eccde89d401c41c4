"""By what events are gathered: theme, organizer, place, series and year.

Turns the facts of a record into ids and labels, the same ones for a filter of the timeline and for
the address of the page that lists them. A body, series or place that no authority file knows is
kept under its own name; what is not known gathers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from zlib import crc32

from egov_timeline import wording
from egov_timeline.edtf import EventDate
from egov_timeline.events import Event
from egov_timeline.names import words, written_out
from egov_timeline.records import Extraction, Location, Organizer
from egov_timeline.text import fold, slugify
from egov_timeline.vocabulary import Vocabularies, Words

# Where the page of each value stands: `chu-de/an-toan-thong-tin.html`. A year has none of its own.
FOLDERS: Mapping[str, str] = {
    "theme": "chu-de",
    "organizer": "don-vi",
    "place": "dia-diem",
    "series": "chuoi-su-kien",
}

# The year of an event whose year nobody gives.
NO_YEAR = "chua-ro-nam"

# The page that lists all values of a facet stands in the same folder, under this name.
INDEX = "index"
# File systems end a name at 255 bytes; a series may be called by half a sentence.
_LONGEST = 100
# "Hội thảo Công nghệ thông tin - Truyền thông (CNTT-TT) Việt Nam"
_ASIDE = re.compile(r"\([^()]*\)")


class Value(NamedTuple):
    """One value of a facet: an id that is safe in an address, and its name as readers see it."""

    id: str
    label: str


def facets(facts: Extraction, vocabularies: Vocabularies) -> Mapping[str, tuple[Value, ...]]:
    """Return the values of each facet that `facts` give an event, in the order of the facts."""
    return {
        "theme": themes(facts, vocabularies),
        "organizer": tuple(organizer(finding.value) for finding in facts.organizer),
        "place": place(facts.location.value) if facts.location else (),
        "series": (series(facts.series.value.name, vocabularies.words),) if facts.series else (),
        "year": (year(facts.date.value if facts.date else None),),
    }


def of_event(event: Event, vocabularies: Vocabularies) -> Mapping[str, tuple[Value, ...]]:
    """Return by what an event is found: by what any of its reports says, but in one year only."""
    found = dict(facets(event.facts, vocabularies))
    for report in event.reports if len(event.reports) > 1 else ():
        for facet, values in facets(report.facts, vocabularies).items():
            if facet != "year":
                known = {value.id for value in found[facet]}
                found[facet] += tuple(value for value in values if value.id not in known)
    return found


def themes(facts: Extraction, vocabularies: Vocabularies) -> tuple[Value, ...]:
    """Return the themes that the authority file knows."""
    known = vocabularies.themes
    idents = (finding.value for finding in facts.themes)
    return tuple(Value(ident, known[ident].label) for ident in idents if ident in known)


def organizer(body: Organizer) -> Value:
    """Return a body: one that no authority file knows goes by its name."""
    return Value(body.id or _id(body.name), body.name)


def place(location: Location) -> tuple[Value, ...]:
    """Return the province or the place abroad; a venue alone gathers nothing."""
    return (Value(_id(location.province), location.province),) if location.province else ()


@cache
def series(name: str, beside: Words) -> Value:
    """Return a series by its name; what two newsrooms call alike but for spelling is one."""
    said = " ".join(words(_ASIDE.sub(" ", name), written_out(beside.short)))
    return Value(_id(beside.written_out(said) or name), name)


def year(date: EventDate | None) -> Value:
    """Return the year in which an event stands, with its doubt, or the shelf of those without."""
    if date is None or date.year is None:
        return Value(NO_YEAR, wording.labels.NO_YEAR)
    doubted = (date.year,) if date.in_doubt else ()
    return Value(str(date.year), wording.years_span(date.year, date.year, doubted))


def by_label(label: str) -> tuple[str, str]:
    """Return the key that puts labels where a reader looks for them: Đà Nẵng after Cần Thơ."""
    return fold(label), label


def _id(name: str) -> str:
    slug = slugify(name)
    if slug and slug != INDEX and len(slug) <= _LONGEST:
        return slug
    # Nothing that an address could spell, as of another script, or not by itself.
    return f"{slug[:_LONGEST]}-{crc32(name.encode()):08x}".lstrip("-")
