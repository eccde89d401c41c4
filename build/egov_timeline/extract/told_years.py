"""Read the year of an event from what its report calls past, present and to come.

A report is written within days of the event. A figure "tính đến ngày 16/5/2017" is fresh, a task
for "tháng 10/2018" is near, a plan of an odd period ("2018-2020") starts when it is drafted. Each
rule wants such a pair of an anchor and a day close to it, and all anchors must agree; far targets
("đến năm 2025"), terms of five years and documents fix nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from datetime import date

from egov_timeline.extract import citations
from egov_timeline.extract.clues import Day, Fixed, said, times
from egov_timeline.extract.reading import Reading
from egov_timeline.extract.timex import Kind, Timex

# "tính đến ngày 16/5/2017", "cập nhật đến tháng 8/2020"
_AS_OF = re.compile(
    r"\b(?:tính đến|tính tới|tính từ đầu năm đến|cập nhật(?: đến| hết)?)"
    r"(?: nay| hết| thời điểm| cuối)?[ ,(]{0,3}$"
)
# "trong tháng 1/2019 đã có gần 30.000 văn bản"
_DURING = re.compile(r"\b(?:trong|riêng) (?:cả )?$")
_DONE = re.compile(r"[^.;]{0,30}\b(?:đã|vừa|có \d|ghi nhận|phát sinh|tiếp nhận)")
# "ngày 14/10/2015 vừa qua"
_JUST = re.compile(r",? (?:vừa qua|vừa rồi|mới đây)\b")
# "yêu cầu, trong tháng 10/2018, các bộ khẩn trương", "dự kiến … trong tháng 10-2017"
_TO_COME = re.compile(
    r"\b(?:sẽ|dự kiến|yêu cầu|đề nghị|phấn đấu|chậm nhất|phải|khẩn trương|lộ trình|mục tiêu|"
    r"kế hoạch|chuẩn bị|hoàn thành|không để|sắp)\b"
)
_PAST = re.compile(
    r"\b(?:đã|vừa|trước đó|tính đến|tính tới|đến nay|so với|nhưng|năm qua|đạt|xếp|vinh danh|đoạt|"
    r"giành)\b"
)
# "kể từ tháng 11-2008", "so với tháng 6/2019": a measure, wherever it lies
_SINCE = re.compile(r"\b(?:kể từ|so với|hồi|tại thời điểm)(?: đầu| giữa| cuối| ngày)? $")
_BEFORE = re.compile(r"\btrước $")
_FRESH, _NEAR, _KEPT_WITHIN = 123, 184, 60

# "Năm 2019 không để", "trong năm 2019", "hết năm 2019", "công tác năm 2019": the running year
_RUNNING = re.compile(
    r"(?:^|\b(?:trong|hết|từ|ngay|cuối|kế hoạch|nhiệm vụ|công tác|chỉ tiêu)(?: của)?|"
    r"đề nghị|yêu cầu|[;,]) ?$"
)
# From the autumn on, "nhiệm vụ năm 2019" is as likely next year's.
_PLANS_AHEAD = 8
# "đến năm 2020", "vào năm 2020", "trước năm 2020": a later one
_LATER = re.compile(r"\b(?:đến|tới|vào|trước|sau) (?:hết |cuối )?$")
# "đang soạn thảo", "đã giao … chủ trì soạn thảo Nghị quyết … giai đoạn 2018-2020"
_DRAFTED = re.compile(
    r"\b(?:soạn thảo|xây dựng (?:dự thảo|kế hoạch|đề án|nghị quyết|chương trình)|dự thảo)\b"
)
# "trao cờ đăng cai … lần thứ XXII năm 2018"
_NEXT = re.compile(r"\b(?:đăng cai|trao cờ|lần (?:tới|sau)|kỳ (?:tới|sau)|năm (?:sau|tới))\b")


def of_anchor(reading: Reading, day: Day) -> Fixed | None:
    """Take the year that sets the day close behind a fresh figure, or close before a task."""
    anchors = [
        (when.year, timex)
        for timex, at in times(reading, Kind.DAY, Kind.MONTH)
        if timex.year and (when := _beside(reading, day, timex, at))
    ]
    if len({year for year, _ in anchors}) != 1:
        return None
    year, timex = anchors[0]
    return _unless_contradicted(reading, day, year, timex, "text-context")


def _beside(reading: Reading, day: Day, timex: Timex, at: int) -> date | None:
    """Return the day of the event that the anchor `timex` allows, if it is an anchor."""
    sentence = reading.sentence(at)
    if citations.dated_by(reading.key, timex, reading.citations, sentence.start, sentence.end):
        return None
    before = reading.key[sentence.start : timex.start]
    after = reading.key[timex.end : min(sentence.end, timex.end + 60)]
    first, last = timex.first.earliest(timex.year or 0), timex.last.latest(timex.last.year or 0)
    last = first if _BEFORE.search(before) else last
    candidates = [w for y in (first.year - 1, first.year, first.year + 1) if (w := day.on(y))]
    during = _DURING.search(before) and _DONE.match(after)
    if _AS_OF.search(before) or during or _JUST.match(after):
        return next((w for w in candidates if 0 <= (w - first).days <= _FRESH), None)
    if _SINCE.search(before):
        return None
    if _TO_COME.search(before + after) and not _PAST.search(before[-80:] + after):
        return next((w for w in candidates if 0 <= (last - w).days <= _NEAR), None)
    return None


def of_anniversary(reading: Reading, day: Day) -> Fixed | None:
    """Take the year of an anniversary that is kept on or near its day: "(1/9/2004 - 1/9/2024)"."""
    full = [t for t, _ in times(reading, Kind.DAY) if t.year and not t.is_range]
    for begun, kept in itertools.pairwise(full):
        joined = re.fullmatch(r" ?- ?", reading.key[begun.end : kept.start])
        same = (begun.first.month, begun.first.day) == (kept.first.month, kept.first.day)
        when = day.on(kept.year or 0)
        if not joined or not same or not when:
            continue
        if abs((when - kept.first.earliest(when.year)).days) <= _KEPT_WITHIN:
            return Fixed(when.year, ((kept.start, kept.end),), "anniversary")
    return None


def of_draft(reading: Reading, day: Day) -> Fixed | None:
    """Take the first year of a period that is being planned now.

    Vietnam plans in terms of five years (2011-2015, 2016-2020). What is drafted for the rest of a
    term ("2018-2020") starts with the year of its drafting; late in a year that is the next.
    """
    for timex, at in times(reading, Kind.YEAR):
        begin, end = timex.first.year or 0, timex.last.year or 0
        short = 0 < end - begin < 5 and begin % 5 != 1
        before = reading.key[reading.sentence(at).start : timex.start]
        if short and day.month <= 9 and _DRAFTED.search(before[-240:]):
            return _unless_contradicted(reading, day, begin, timex, "text-context")
    return None


def of_next_edition(reading: Reading, _: Day | None = None) -> Fixed | None:
    """Take the year before that of the next edition: "đăng cai … lần thứ XXII năm 2018"."""
    for timex, at in times(reading, Kind.YEAR):
        text = said(reading, at)
        before = reading.key[reading.sentence(at).start : timex.start]
        numbered = re.search(r"\blần thứ \w{1,8},? $", before)
        if numbered and not timex.is_range and _NEXT.search(text):
            return Fixed(
                (timex.year or 0) - 1,
                ((timex.start - len(numbered[0]), timex.end),),
                "next-edition",
            )
    return None


def of_bracket(reading: Reading, day: Day) -> Fixed | None:
    """Take the year between what is past and what is to come, where only one fits."""
    running, later, past, named = _told(reading)
    if running and past and day.month <= _PLANS_AHEAD:
        year = min(running)
        if max(past) in (year - 1, year):
            return _unless_contradicted(reading, day, year, running[year], "text-context")
    if later and named and not running and max(named) == min(later) - 1 and max(past) <= max(named):
        year = max(named)
        fixed = _unless_contradicted(reading, day, year, named[year], "text-context")
        span = (later[year + 1].start, later[year + 1].end)
        return fixed and Fixed(year, (*fixed.spans, span), fixed.rule)
    return None


_Years = dict[int, Timex]


def _told(reading: Reading) -> tuple[_Years, _Years, _Years, _Years]:
    """Return the years that run, that are to come, that are past, and that name something past."""
    running: _Years = {}
    later: _Years = {}
    past: _Years = {}
    named: _Years = {}
    for timex, at in times(reading, Kind.YEAR, Kind.MONTH):
        if timex.is_range or not timex.year:
            continue
        before = reading.key[reading.sentence(at).start : timex.start]
        text = said(reading, at)
        after = reading.key[timex.end : timex.end + 40]
        coming = bool(_TO_COME.search(text)) and not _PAST.search(before[-60:] + after)
        if timex.kind is Kind.YEAR and coming and _LATER.search(before):
            later.setdefault(timex.year, timex)
        elif timex.kind is Kind.YEAR and timex.cue and coming and _RUNNING.search(before):
            running.setdefault(timex.year, timex)
        elif _PAST.search(text):
            past.setdefault(timex.year, timex)
            if _names(reading.text, timex):
                named.setdefault(timex.year, timex)
    return running, later, past, named


def _names(text: str, timex: Timex) -> bool:
    """Whether a bare year ends a proper name: "Telecom Asia Awards 2019"."""
    words = text[max(0, timex.start - 20) : timex.start].split()
    return not timex.cue and bool(words) and words[-1][0].isupper()


def _unless_contradicted(
    reading: Reading, day: Day, year: int, timex: Timex, rule: str
) -> Fixed | None:
    """Return the year unless the text cites a document that is younger than the event would be."""
    when = day.on(year)
    if not when or any(_younger(d, when) for d in _documents(reading)):
        return None
    return Fixed(year, ((timex.start, timex.end),), rule)


def _younger(document: Timex, when: date) -> bool:
    return document.first.earliest(document.year or 0) > when


def _documents(reading: Reading) -> Iterator[Timex]:
    for timex, at in times(reading, Kind.DAY):
        span = reading.sentence(at)
        if timex.year and citations.dated_by(
            reading.key, timex, reading.citations, span.start, span.end
        ):
            yield timex


RULES: tuple[Callable[[Reading, Day], Fixed | None], ...] = (
    of_anchor,
    of_anniversary,
    of_draft,
    of_next_edition,
    of_bracket,
)
