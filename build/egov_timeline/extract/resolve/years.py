"""Fix the year of an event whose day the text gives without one.

Turns a day ("18/7") into the year that other words of the same text fix: the stamp, the event's own
name, an address, or what the text calls past and to come. Each rule quotes those words. Where they
can be read two ways there is no year: an unknown year is true, a wrong one is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from egov_timeline import edtf
from egov_timeline.edtf import EventDate
from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve import named_years, year_bounds
from egov_timeline.extract.resolve.creation_time import stamp_date, stamp_words
from egov_timeline.extract.resolve.event_day import WEB_PRESS, Day, Fixed
from egov_timeline.records import Certainty, Finding

# A stamp may be some days early: notices turn into reports.
_SOON = timedelta(7)

# What a sentence must tell for the year in a name to be that of the gathering.
_HAPPENS = re.compile(rf"\b{words('hold', 'occur', 'open', 'close')}\b")


def fix(document: Document, day: Day) -> Fixed | None:
    """Return the year of `day` by the first rule that finds one.

    A text may be put up again years later: where the year in the event's name is not that of the
    stamp, and the text nowhere tells the day in full, there is none.
    """
    found = next((fixed for rule in RULES if (fixed := rule(document, day))), None)
    when = day.on(found.year) if found else None
    if when and day.weekday not in (None, when.weekday()):
        return None
    if found and found.rule == "stamp":
        return None if named_years.contradicts(document, day, found.year) else found
    return found


def is_later_than_told(document: Document) -> bool:
    """Return whether the event is reported as held, and its day comes weeks after the report.

    The stamp is then not that of the day: of another page, or of when the text was put up anew.
    """
    day, status = document.found.get("date"), document.found.get("status")
    if not day or not status or status.value != "held" or day.evidence[-1].rule != "stamp":
        return False
    written, first = stamp_date(document), day.value.earliest
    return bool(written and first and first - written > _SOON)


def without_year(found: Finding[EventDate]) -> Finding[EventDate]:
    """Return the day that is found as the text alone tells it."""
    value = edtf.parse(re.sub(r"\b\d{4}(?=-)", "XXXX", found.value.edtf))
    return Finding(value, Certainty.STATED, found.evidence[:1])


def of_gathering(document: Document) -> Fixed | None:
    """Return the year of an event without a day: from its name, borne out by the next edition's."""
    if not document.announcements:
        return None
    best = document.announcements[0].sentence
    named = named_years.of_gathering(document, best)
    if not named:
        return None
    after = year_bounds.of_next_edition(document)
    if after:
        spans = (*named.spans, *after.spans)
        return Fixed(named.year, spans, named.rule) if named.year == after.year else None
    told = document.sentence_at(named.spans[0][0])
    own = told in (best, document.kept[0])
    return named if own and _HAPPENS.search(document.said(best)) else None


# "kỷ niệm 15 năm ngày thành lập (25/12/2004", "15 năm kể từ ngày 25/12/2004": the first of them
_BEGUN = re.compile(r"\b(?:kỷ niệm|thành lập|ra đời|truyền thống|năm kể)\b[^.;,]{0,40}$")
_LOOK_BACK = 60


def of_same_day(document: Document, day: Day) -> Fixed | None:
    """Take the year from the same day said in full: "Sáng 6/7 … từ ngày 6 đến ngày 8/7/2017"."""
    wanted = (day.timex.first.month, day.timex.first.day)
    same = [
        (timex.year, (timex.start, timex.end))
        for timex, _ in document.times(Kind.DAY)
        if (timex.year or 0) >= WEB_PRESS and (timex.first.month, timex.first.day) == wanted
    ]
    # "(28-7-1929 - 28-7-2019)": the later is the one that is kept.
    year, span = max(same, default=(None, (0, 0)))
    begun = len(same) == 1 and _BEGUN.search(document.key, max(0, span[0] - _LOOK_BACK), span[0])
    return Fixed(year, (span,), "same-day") if year and not begun else None


def of_stamp(document: Document, day: Day) -> Fixed | None:
    """Take the year in which the day lies nearest to the day of publication."""
    written = stamp_date(document)
    if not written:
        return None
    spans, why = stamp_words(document)
    near = [
        (abs((when - written).days), year)
        for year in (written.year - 1, written.year, written.year + 1)
        if (when := day.on(year))
    ]
    return Fixed(min(near)[1], spans, "stamp", why) if near else None


_IN_PATH = (
    # ".../uploads/2020/09/17/…", ".../202009/…"
    re.compile(r"/(?P<y>20\d\d)/?(?P<m>0[1-9]|1[0-2])(?:/?(?P<d>[0-3]\d))?(?=/)"),
    # ".../092020/17/…"
    re.compile(r"/(?P<m>0[1-9]|1[0-2])(?P<y>20\d\d)(?:/(?P<d>[0-3]\d))?(?=/)"),
    # "…?rt=20200918083330"
    re.compile(r"[=_-](?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)\d{6}(?!\d)"),
)
# A picture is filed within days of the event; one without a day counts for its own month only.
_FILED_WITHIN = 10


def of_address(document: Document, day: Day) -> Fixed | None:
    """Take the year from the folder of a picture or page filed at the time of the event."""
    for pattern in _IN_PATH:
        for match in pattern.finditer(document.key):
            when = day.on(int(match["y"]))
            if when and int(match["m"]) == when.month:
                late = int(match["d"]) - when.day if match["d"] else 0
                if 0 <= late <= _FILED_WITHIN:
                    return Fixed(when.year, (match.span(),), "url-path")
    return None


RULES: tuple[Callable[[Document, Day], Fixed | None], ...] = (
    of_same_day,
    of_stamp,
    *named_years.RULES,
    of_address,
    *year_bounds.RULES,
)
