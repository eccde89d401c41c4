"""What was inferred and might be otherwise: an editor who knows better, or as much, signs it."""

from __future__ import annotations

import datetime

from egov_timeline import fields, wording
from egov_timeline.records import Certainty, Record
from egov_timeline.todo.task import Found, correction, short, value

# The stamp tells the year of a day, and the day of "sáng nay": no editor knows better.
_SURE = {"announced-day", "stamp", "day-of-writing"}


def date(record: Record, today: datetime.date) -> Found:
    """A day whose year the article does not state, nor its stamp."""
    yield from _inferred(record, today, "date")


def place(record: Record, today: datetime.date) -> Found:
    """A place that follows from other words."""
    yield from _inferred(record, today, "location")


def organizer(record: Record, today: datetime.date) -> Found:
    """Bodies that follow from other words."""
    yield from _inferred(record, today, "organizer")


def _inferred(record: Record, today: datetime.date, name: str) -> Found:
    row = fields.BY_NAME[name]
    findings = fields.findings(record.facts, name)
    doubtful = [finding for finding in findings if finding.certainty is Certainty.INFERRED]
    evidence = [evidence for finding in doubtful for evidence in finding.evidence]
    if {e.rule for e in evidence} - _SURE:
        said = ", ".join(wording.value_label(row.datatype, finding.value) for finding in doubtful)
        words = " … ".join(dict.fromkeys(e.quote for e in evidence))
        what = f"{said}, suy ra từ “{short(words)}”"
        yield what, correction(name, value(row, record.facts), today), "Nếu đúng"
