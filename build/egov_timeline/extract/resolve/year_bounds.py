"""Fix the year of a day by what the report calls past, present and to come.

A report is written within days of its event, so every dated phrase bounds the year of the event
from one side or from both. The year is known where all bounds together leave exactly one; where
they leave more, the one that sets a fresh figure or a near task beside the day. One phrase that
stands far off may be of any year: two must agree. Bounds that contradict each other, or the years
that title and lead name, fix nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.resolve import day_witnesses, year_witnesses
from egov_timeline.extract.resolve.event_day import WEB_PRESS, Day, Fixed
from egov_timeline.extract.resolve.tenses import Witness, phrases

# Years between the last thing told as past and a task that is told as near.
_FARTHEST = 8


def of_bounds(document: Document, day: Day) -> Fixed | None:
    """Take the only year in which all dated phrases make sense."""
    told = [*_witnesses(document, day)]
    found = _found(day, told)
    lead = named_in_lead(document)
    if not found or (lead and found.year not in lead):
        return None
    when = day.on(found.year)
    return found if when and _is_borne_out(day, when, told) else None


# What the news is of stands in its title and lead: "Đối thoại Shangri-La 2017" is not of 2016.
_LEAD = 2
# "định hướng đến năm 2030", "so với 2016": another year than that of the news
_AIMED_AT = re.compile(
    r"\b(?:đến|tới|trước|sau|từ|hết|vào|trong|nhìn|với|luật|giai đoạn|mùa đầu tiên) $"
)
_LOOK_BACK = 20


def named_in_lead(document: Document) -> set[int]:
    """Return the years that the title and the lead name, each by itself."""
    lead = set(document.kept[:_LEAD])
    years = (t for t, at in document.times(Kind.YEAR) if at in lead and not t.is_range)
    key = document.key
    named = (t for t in years if not _AIMED_AT.search(key, max(0, t.start - _LOOK_BACK), t.start))
    return {t.year for t in named if t.year and t.cue in ("", "năm ")}


def _found(day: Day, told: Sequence[Witness]) -> Fixed | None:
    since = max((w for w in told if w.since), key=lambda w: w.since or date.min, default=None)
    until = min((w for w in told if w.until), key=lambda w: w.until or date.max, default=None)
    years = [y for y in _spoken(told) if _is_possible(day, y, since, until)]
    near = [(y, w) for w in told if w.near for y in _spoken(told) if _holds(w.near, day.on(y))]
    # "Khoản vay sẽ được trả xong vào tháng 7-2032": a task far behind all that is past is not near.
    if since and since.since:
        near = [(y, w) for y, w in near if y <= since.since.year + _FARTHEST]
    if since and until and len(years) == 1 and _bound(since, until):
        # A task ahead of a later year speaks against what is told of this one.
        return _fixed(years[0], since, until) if all(y <= years[0] for y, _ in near) else None
    close = [(y, w) for y, w in near if y in years]
    return _fixed(*close[-1]) if len({y for y, _ in close}) == 1 else None


# So near to the day a phrase is of the same news; a whole day is, a paragraph further.
_BESIDE, _PARAGRAPH = 250, 400
_YEAR = timedelta(366)


def _is_borne_out(day: Day, when: date, told: Sequence[Witness]) -> bool:
    """Whether a phrase that is sure, or beside the day, or two that differ, speak for `when`."""
    sure = [w for w in told if w.sure]
    if sure:
        return any(_speaks_for(w, when) for w in sure)
    speak = [w for w in told if _speaks_for(w, when)]
    of = [w.of for w in speak if w.of]
    if any(_is_beside(day.timex, timex) for timex in of) or _differ(of):
        return True
    return any(not w.until for w in speak) and any(not w.since for w in speak)


def _differ(of: Sequence[Timex]) -> bool:
    """Whether two times are told, not one twice: "tháng 6/2016", "ngày 9/6/2016".

    Months alone may all be those of an old story, and years those of old plans.
    """
    kinds = {timex.kind for timex in of}
    months = {(timex.year, timex.first.month) for timex in of}
    return len(months) > 1 and (Kind.DAY in kinds or len(kinds) > 1)


def _speaks_for(witness: Witness, when: date) -> bool:
    """Whether a phrase sets its own time beside `when`."""
    since, until, near = witness.since, witness.until, witness.near
    if near and near[0] <= when <= near[1]:
        return True
    if near and witness.sure:
        return False
    return bool(
        (since and since <= when <= since + _YEAR) or (until and when <= until <= when + _YEAR)
    )


def _is_beside(day: Timex, timex: Timex) -> bool:
    apart = max(timex.start - day.end, day.start - timex.end)
    return apart <= (_PARAGRAPH if timex.kind is Kind.DAY else _BESIDE)


def of_next_edition(document: Document) -> Fixed | None:
    """Take the year before that of the next edition: "đăng cai … lần thứ XXII năm 2018"."""
    years = (p for p in phrases(document) if p.timex.kind is Kind.YEAR and not p.timex.is_range)
    told = next((w for p in years if (w := year_witnesses.of_next_edition(p))), None)
    return _fixed(told.since.year, told) if told and told.since else None


def _witnesses(document: Document, day: Day) -> Iterator[Witness]:
    kept = [*day_witnesses.anniversaries(document)]
    yield from kept
    told_of = [*phrases(document, day.sentence)]
    targets = {phrase.year for phrase in told_of if year_witnesses.is_target(phrase)}
    for phrase in told_of:
        told = year_witnesses if phrase.timex.kind is Kind.YEAR else day_witnesses
        of_kept = any(w.span[0] <= phrase.timex.start < w.span[1] for w in kept)
        found = None if of_kept else told.witness(phrase)
        # "Năm 2025, mọi xã phải có mạng": where it is aimed at, it need not be the year that runs
        aimed = told is year_witnesses and phrase.year in targets
        if found and not (aimed and found.since and found.until):
            yield replace(found, of=phrase.timex)


def _spoken(told: Sequence[Witness]) -> range:
    """Return the years that the phrases speak of."""
    ends = {d.year for w in told for d in (w.since, w.until, *(w.near or ())) if d}
    return range(max(min(ends), WEB_PRESS), max(ends) + 1) if ends else range(0)


def _is_possible(day: Day, year: int, since: Witness | None, until: Witness | None) -> bool:
    when = day.on(year)
    if not when or day.weekday not in (None, when.weekday()):
        return False
    earliest = since.since if since and since.since else date.min
    latest = until.until if until and until.until else date.max
    return earliest <= when <= latest


def _bound(since: Witness, until: Witness) -> bool:
    """Whether two bounds say more than that one year is past and some later one is to come."""
    if since is until or since.near or since.until or until.since:
        return True
    first, last = since.since, until.until
    return first is not None and last is not None and last.year - first.year == 1


def _holds(span: tuple[date, date], when: date | None) -> bool:
    return when is not None and span[0] <= when <= span[1]


def _fixed(year: int, *by: Witness) -> Fixed:
    return Fixed(year, tuple(sorted({w.span for w in by})), "text-context")


RULES = (of_bounds,)
