"""What an editor's signature does to what an article says: adds to it, confirms it, or corrects it.

Turns a record and a field into one of these, and a value into how it is known. Only what
contradicts the article corrects it; what an editor reads in the article itself, or how an article
is filed, is nobody else's word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from egov_timeline.agreement import judge_date
from egov_timeline.edtf import EventDate
from egov_timeline.events import contradicts
from egov_timeline.fields import BY_NAME, Datatype, findings, values
from egov_timeline.inputs import Correction
from egov_timeline.records import (
    Certainty,
    Extraction,
    Finding,
    Location,
    Organizer,
    Record,
    Series,
)


class Amendment(StrEnum):
    """What a signed value is to the article."""

    ADDED = "added"  # the article does not say it, or not so closely
    CONFIRMED = "confirmed"  # read in the article by a person, or judged of it
    CORRECTED = "corrected"  # the article says otherwise


def amendment(record: Record, field: str) -> Amendment:
    """Return what the correction of `field` does to what the article says."""
    return amending(record.corrections[field], record.extracted, record.facts)


def amending(correction: Correction, extracted: Extraction, facts: Extraction) -> Amendment:
    """Return what a correction does that makes `facts` of what was `extracted`."""
    row = BY_NAME[correction.field]
    before, now = values(extracted, row.name), values(facts, row.name)
    if correction.quote or row.bare or row.datatype is Datatype.THEME:
        return Amendment.CONFIRMED
    if before == now:
        return Amendment.CONFIRMED
    keeps = _KEEPS.get(row.datatype, _same)
    kept = all(any(keeps(one, other) for other in now) for one in before)
    return Amendment.ADDED if kept else Amendment.CORRECTED


def how_known(record: Record, field: str, finding: Finding[Any]) -> str:
    """Return how a published value is known, a key of `wording.CERTAINTY`.

    By its certainty, or else by what its signature does: of a list that is signed as a whole, what
    the article says too is confirmed. What stands on no word of the article was noted beside it.
    """
    if finding.certainty is not Certainty.CORRECTED:
        noted = finding.certainty is Certainty.INFERRED and not finding.evidence
        return "noted" if noted else finding.certainty.value
    if finding.value in values(record.extracted, field):
        return Amendment.CONFIRMED.value
    return amendment(record, field).value if field in record.corrections else "added"


def is_needless(record: Record, field: str) -> bool:
    """Return whether the words of the article by themselves give the value that is signed."""
    correction, row = record.corrections[field], BY_NAME[field]
    if row.bare or correction.add is not None or correction.remove is not None:
        return False
    known = findings(record.extracted, field)
    stated = all(finding.certainty is Certainty.STATED for finding in known)
    return bool(known) and stated and values(record.extracted, field) == values(record.facts, field)


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _date(one: EventDate, other: EventDate) -> bool:
    """Return whether `other` is the same day, or a closer word for it: "2017", "6/10/2017"."""
    return judge_date(one.edtf, other.edtf) == "exact" or (
        (one.precision != other.precision or one.year is None)
        and judge_date(other.edtf, one.edtf) == "partial"
    )


def _place(one: Location, other: Location) -> bool:
    lost = (one.place and not other.place) or (one.province and not other.province)
    return not lost and not contradicts(Datatype.LOCATION, one, other)


def _body(one: Organizer, other: Organizer) -> bool:
    return one.role == other.role and not contradicts(Datatype.ORGANIZER, one, other)


def _series(one: Series, other: Series) -> bool:
    return one.name == other.name and one.edition in (None, other.edition)


# When a signed value keeps what the article says: the same, or the same said more closely.
_KEEPS: Mapping[Datatype, Callable[[Any, Any], bool]] = {
    Datatype.DATE: _date,
    Datatype.MOMENT: lambda one, other: other.startswith(one),
    Datatype.STATUS: lambda one, other: not contradicts(Datatype.STATUS, other, one),
    Datatype.LOCATION: _place,
    Datatype.ORGANIZER: _body,
    Datatype.SERIES: _series,
}
