"""Read what days, months and quarters say of the time when a report was written.

Turns "tính đến ngày 16/5/2017", "sẽ xong trong tháng 10/2017", "kỷ niệm 60 năm … (13/5/1955" into
witnesses. A day without any tense is told as past: that is how news goes. Of a document, or of a
day that something is compared with, it is known only that it is over.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.resolve.tenses import (
    COUNTED,
    JUST,
    LAST_YEAR,
    NOW,
    Phrase,
    Tense,
    Witness,
)

# A report follows its event, and a notice precedes it, by some days.
_APART = timedelta(7)
# How long after its day an occurrence is still told; how far ahead a task lies.
_RECENT, _AHEAD = timedelta(60), timedelta(184)
_LAST_MONTH = timedelta(31)

# "tính đến ngày 16/5/2017", "thống kê đến tháng 9/2016", "đến tháng 9/2016, cả nước có"
_AS_OF = re.compile(
    r"\b(?:tính(?: từ[^.;]{1,30})?|thống kê|số liệu|cập nhật) ?(?:đến|tới)"
    r"(?: nay| hết| thời điểm| cuối)?[ ,(]{0,3}$|\bcập nhật(?: hết)? $"
)
_HAD = re.compile(r"[ ,]{1,2}(?:cả nước|toàn (?:tỉnh|quốc|ngành)|có|mới có) ")
# "trong tháng 1/2019 đã có gần 30.000 văn bản"
_DURING = re.compile(r"\b(?:trong|riêng) (?:cả )?$")
_DONE = re.compile(r"[^.;]{0,30}\b(?:đã|vừa|có \d|ghi nhận|phát sinh|tiếp nhận)")
_THIS_YEAR = re.compile(r"\bnăm nay\b(?:(?!so với)[^.;]){0,60}$")
# "so với tháng 6/2019", "hồi tháng 6", "sinh ngày": past, and however long ago
_LONG_AGO = re.compile(
    r"\b(?:so với|hồi|cách đây|sinh|sn|thành lập|tại thời điểm)(?: đầu| giữa| cuối| ngày)?[ (]$"
)
# "Năm ngoái, hội thảo được tổ chức ngày 12/10/2018"
_LAST_YEAR_ON = re.compile(r"(?<!với )\bnăm ngoái\b(?:(?! và )[^.;]){0,60}$")
# "lần trước diễn ra ngày 5/10/2018": a gathering recurs when months are over
_EDITION_BEFORE = re.compile(r"\b(?:lần|kỳ) (?:trước|gần nhất|đầu(?: tiên)?)\b[^.;]{0,60}$")
_RECURS = timedelta(60)
# "từ ngày 25-12-2018 đến ngày 5-1"
_FROM = re.compile(r"\btừ (?:(?:đầu|giữa|cuối|ngày|tháng|quý) ){0,2}(?:mai, )?$")
_TO = re.compile(r" (?:và )?(?:đến|tới) (?:hết )?(?:ngày )?\d")
_UNTIL = re.compile(r"\b(?:(?P<by>trước)|đến|tới)(?: hết| cuối| giữa| đầu| khoảng| ngày)? $")


def witness(phrase: Phrase) -> Witness | None:
    """Return what a day, a month or a quarter says of the day of writing."""
    span, tense = phrase.span, phrase.tense
    first, last = phrase.first - _APART, phrase.last + _APART
    if phrase.of_document or _LONG_AGO.search(phrase.before):
        return Witness(span, since=first)
    if NOW.search(phrase.before):
        return Witness(span, first, last + _RECENT, (first, last))
    if LAST_YEAR.search(phrase.before) or _LAST_YEAR_ON.search(phrase.before):
        return phrase.in_year(phrase.year + 1)
    if _EDITION_BEFORE.search(phrase.before):
        return Witness(span, since=phrase.last + _RECURS)
    if _is_counted(phrase):
        return Witness(span, since=first, near=(first, last + COUNTED), sure=True)
    if _THIS_YEAR.search(phrase.before):
        return phrase.in_year(phrase.year)
    if tense is not Tense.COMING and _bounds_a_span(phrase):
        return _of_span(phrase)
    if tense is Tense.COMING:
        ahead = _AHEAD / 2 if _is_quarter(phrase) else _AHEAD
        return Witness(span, until=last, near=(phrase.last - ahead, last))
    if _is_quarter(phrase):  # what it brought is told when it is over
        over = phrase.last - 2 * _APART
        return Witness(span, since=over, near=(over, over + COUNTED))
    # A month that is named with its year is rarely the running one.
    recent = _RECENT if phrase.timex.kind is Kind.DAY else _LAST_MONTH
    return Witness(span, since=first, near=(phrase.last, phrase.last + recent))


def _is_quarter(phrase: Phrase) -> bool:
    return phrase.timex.kind is Kind.MONTH and phrase.timex.is_range


def _is_counted(phrase: Phrase) -> bool:
    if _AS_OF.search(phrase.before) or JUST.match(phrase.behind):
        return True
    if _DURING.search(phrase.before):
        return bool(_DONE.match(phrase.behind))
    return bool(_UNTIL.search(phrase.before) and _HAD.match(phrase.behind))


def _begins(phrase: Phrase) -> bool:
    return bool(_FROM.search(phrase.before + phrase.timex.cue))


def _bounds_a_span(phrase: Phrase) -> bool:
    return _begins(phrase) or bool(_UNTIL.search(phrase.before))


def _of_span(phrase: Phrase) -> Witness | None:
    """Return what one end of a span says: "từ ngày … đến", "trước ngày …"; often it is open."""
    first, last = phrase.first - _APART, phrase.last + _APART
    if not _begins(phrase):
        until = _UNTIL.search(phrase.before)
        by = until and until["by"] and phrase.tense is Tense.OPEN
        return Witness(phrase.span, until=last) if by else None
    if phrase.timex.is_range or _TO.match(phrase.behind):
        return Witness(phrase.span, since=first, near=(first, last + COUNTED))
    told = phrase.tense is Tense.GONE or phrase.timex.kind is Kind.MONTH
    return Witness(phrase.span, since=first) if told else None


# --- anniversaries --------------------------------------------------------------------------------

_YEARS_OF = re.compile(r"\b(?:kỷ niệm|chào mừng|mừng|nhân)(?: lần thứ)? (?P<n>\d{1,3}) năm\b")
_DASH = re.compile(r" ?- ?")
_NAMED_WITHIN = 90
_KEPT_WITHIN = timedelta(60)


def anniversaries(document: Document) -> Iterator[Witness]:
    """Yield "(1/9/2004 - 1/9/2024)" and "kỷ niệm 88 năm Ngày Phụ nữ (20/10/1930 - 20/10)"."""
    full = [(t, at) for t, at in document.times(Kind.DAY) if t.year and not t.is_range]
    paired = set()
    for (begun, _), (kept, _) in itertools.pairwise(full):
        if _day(begun) == _day(kept) and _DASH.fullmatch(document.key, begun.end, kept.start):
            paired |= {begun, kept}
            yield _kept(kept, kept.year or 0, begun.start)
    for timex, at in full:
        if timex in paired:
            continue
        begin = max(document.sentence(at).start, timex.start - _NAMED_WITHIN)
        years = _YEARS_OF.search(document.key, begin, timex.start)
        if years and (document.key[timex.start - 1] == "(" or timex.cue.startswith("(")):
            yield _kept(timex, (timex.year or 0) + int(years["n"]), years.start())


def _day(timex: Timex) -> tuple[int | None, int | None]:
    return timex.first.month, timex.first.day


def _kept(timex: Timex, year: int, start: int) -> Witness:
    try:
        day = timex.first.earliest(year)
    except ValueError:  # 29 February
        day = date(year, 3, 1)
    return Witness((start, timex.end), day - _KEPT_WITHIN, day + _KEPT_WITHIN, sure=True)
