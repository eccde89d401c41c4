"""Where the event takes place, not where anything else does.

Turns the places that a text names into one location: the province by the table that weighs them,
venue or town in the article's words. What a phrase of place says is stated where it scores high; a
place that only bears the name of a body, or is told of otherwise, is inferred at best.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from egov_timeline.extract import rank
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.location.features import NATIONAL, is_own, of_places
from egov_timeline.extract.fields.location.mentions import PLACES, Mention, mentions
from egov_timeline.extract.fields.location.refusals import is_of_others, tells_of_another
from egov_timeline.extract.resolve.eras import of_its_era, province_then
from egov_timeline.records import Finding, Location


class Scored(NamedTuple):
    """A mention with its score; `then` is its province as of the event's day, None in doubt."""

    score: float
    mention: Mention
    then: str | None


def location(document: Document) -> Finding[Location] | None:
    """Return the place of the event, its province as of the event's day."""
    named = candidates(document)
    found = _weighed(document, named)
    venue = _without_province(document, named)
    if venue and (not found or not found.value.place):
        found = _with_venue(document, venue, found)
    return of_its_era(document, found)


LOCATION = (location,)


def candidates(document: Document) -> tuple[Mention, ...]:
    """Return the places that may be the event's."""
    return tuple(
        mention
        for mention in mentions(document)
        if not tells_of_another(document, mention.sentence) and not is_of_others(document, mention)
    )


def scored(document: Document, named: Sequence[Mention]) -> list[Scored]:
    """Return what the table gives each mention that has a province, and the province then."""
    table = rank.table("location")
    features = zip(named, of_places(document, named), strict=True)
    return [
        Scored(table.score(of), mention, province_then(document, mention.province))
        for mention, of in features
        if mention.province
    ]


def _weighed(document: Document, named: Sequence[Mention]) -> Finding[Location] | None:
    """Return the province that scores highest, and the place in it that does."""
    table, weighed = rank.table("location"), scored(document, named)
    best = max(weighed, key=lambda s: s.score, default=None)
    if best is None or best.score < table.inferred:
        return None
    places = [
        one
        for one in weighed
        if one.then == best.then and one.mention.kind in PLACES and one.score >= table.inferred
    ]
    told = max(places, key=lambda s: s.score, default=best)
    stated = told.mention.kind in PLACES and told.score >= table.stated
    where, span = Location(told.mention.place, told.mention.province), told.mention.span
    return document.finding(where, told.mention.kind.value, [span], inferred=not stated)


def _without_province(document: Document, named: Sequence[Mention]) -> Mention | None:
    """Return the first place of the event that names no town: "tại Bộ Nội vụ"."""
    told = {a.start: rank for rank, a in enumerate(document.announcements)}
    own = (
        mention
        for mention in named
        if mention.province is None and mention.sentence.start in told and is_own(document, mention)
    )
    return min(own, key=lambda mention: told[mention.sentence.start], default=None)


def _with_venue(
    document: Document, venue: Mention, found: Finding[Location] | None
) -> Finding[Location]:
    """Return a venue in the province that follows from elsewhere, where any does.

    "Tại trụ sở Trung ương Đảng" whoever acts is not at home.
    """
    if not found or NATIONAL.search((venue.place or "").lower()):
        return document.finding(Location(venue.place, None), venue.kind.value, [venue.span])
    where = Location(venue.place, found.value.province)
    spans = document.finding(where, venue.kind.value, [venue.span], inferred=True).evidence
    return Finding(where, found.certainty, spans + found.evidence)
