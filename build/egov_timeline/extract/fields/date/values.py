"""Read the date of the event off the chosen candidate, with the words that it stands on.

Turns a candidate into EDTF: as it is written, with the year that other words fix, or counted from
the day of publication. A year that no words fix stays `XXXX`.
"""

from __future__ import annotations

from dataclasses import replace

from egov_timeline import edtf, wording
from egov_timeline.edtf import EventDate, InvalidDate
from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date.candidates import Candidate
from egov_timeline.extract.fields.date.stretches import stretched
from egov_timeline.extract.resolve import day_ranges, years
from egov_timeline.extract.resolve.creation_time import stamp_date, stamp_words
from egov_timeline.extract.resolve.event_day import Day
from egov_timeline.records import Finding


def date_of(
    document: Document, chosen: Candidate, candidates: list[Candidate]
) -> Finding[EventDate] | None:
    """Return the date that the chosen candidate tells; `candidates` are all of the article."""
    if chosen.timex.kind is Kind.RELATIVE:
        return _relative(document, chosen, candidates)
    return _up_to_now(document, chosen, candidates) or _date(
        document, stretched(document, chosen, candidates)
    )


def _date(document: Document, chosen: Candidate) -> Finding[EventDate] | None:
    timex = chosen.timex
    span = (timex.start, timex.end)
    day = Day(timex, chosen.sentence)
    if timex.year:
        slip = day.contradicts_itself(document.key)
        why = wording.labels.WEEKDAY_DIFFERS if slip else None
        value = edtf.parse(timex.edtf())
        return document.finding(value, "announced-day", [span], inferred=slip, why=why)
    fixed = years.fix(document, day)
    if not fixed:
        return document.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    try:
        value = edtf.parse(timex.edtf(fixed.year))
    except InvalidDate:  # 29 February of a year that has none
        return document.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    found = document.finding(value, "announced-day", [span], inferred=True, why=fixed.why)
    of_year = tuple(document.evidence(*s, fixed.rule) for s in fixed.spans)
    return replace(found, evidence=found.evidence + of_year)


def year_of(document: Document) -> Finding[EventDate] | None:
    """Return the year of an event without a day, if its name tells one."""
    fixed = years.of_gathering(document)
    if not fixed:
        return None
    value = edtf.parse(str(fixed.year))
    return document.finding(value, fixed.rule, fixed.spans, inferred=True, why=fixed.why)


def _relative(
    document: Document, chosen: Candidate, candidates: list[Candidate]
) -> Finding[EventDate] | None:
    written = stamp_date(document)
    if not written:
        return None
    opens = chosen.timex
    beside = (c.timex for c in candidates if c.sentence == chosen.sentence)
    key = document.key
    closes = next((t for t in beside if day_ranges.goes_to(key, opens, t, written)), opens)
    days = [t.on(written).isoformat() for t in (opens, closes)]
    value = edtf.parse("/".join(dict.fromkeys(days)))
    stamp, why = stamp_words(document)
    spans = [(opens.start, closes.end), *stamp]
    return document.finding(value, "day-of-writing", spans, inferred=True, why=why)


def _up_to_now(
    document: Document, chosen: Candidate, candidates: list[Candidate]
) -> Finding[EventDate] | None:
    """Return "từ 20/8 đến hôm nay": the stamp says which day the last is, and of which year."""
    written = stamp_date(document)
    if not written:
        return None
    beside = (c.timex for c in candidates if c.sentence == chosen.sentence)
    joined = (day_ranges.up_to_now(document.key, chosen.timex, t, written) for t in beside)
    days = next((j for j in joined if j), None)
    if not days:
        return None
    stamp, why = stamp_words(document)
    spans = [(days.start, days.end), *stamp]
    value = edtf.parse(days.edtf())
    return document.finding(value, "day-of-writing", spans, inferred=True, why=why)
