"""Read what years say of the time when a report was written.

Turns "so với cùng kỳ năm 2018", "9 tháng đầu năm 2018", "kế hoạch năm 2019", "sẽ … vào năm 2020"
into witnesses. The year of a law, of a name and a term of five years bear none: they may be old or
far ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.tenses import (
    COUNTED,
    JUST,
    LAST_YEAR,
    NOW,
    Phrase,
    Tense,
    Witness,
)

# Plans for a year are made from the summer before.
_PLANNED_FROM = 8

_SAME_PERIOD = re.compile(r"\bcùng kỳ(?: của)? $")
_COMPARED = re.compile(r"\bso với(?: [^\W\d]+){0,4} $")
# "9 tháng đầu năm 2018", "8 tháng năm 2018"; "từ đầu năm 2018 đến nay"
_IN_WORDS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11,
}  # fmt: skip
_MONTHS = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(sorted(_IN_WORDS, reverse=True))}) tháng (?:của )?$"
)
_TO_DATE = re.compile(r" (?:đến|tới) nay\b")
# "mục tiêu (đặt ra) năm 2020" may lie far ahead
_TARGET = re.compile(r"\bmục tiêu(?: [^\W\d]+){0,6} $")
_LATER = re.compile(r"(?:^|, |\b(?:đến|tới|vào|sau|trong|tầm nhìn|hết|cuối|trước) )$")
# "Năm 2019 không để", "yêu cầu trong năm 2019": orders are for the year that runs, while what
# "sẽ" be done "trong năm 2021" may lie far ahead
_RUNNING = re.compile(rf"(?:^|\b(?:trong|ngay|công tác)|{words('ask')}|[;,]) ?$")
_ORDERED = re.compile(rf"\b(?:{words('ask')}|không để|phấn đấu|cần|phải)\b")
# "Năm 2022 là hạn cuối phải xong": however far ahead
_DUE = re.compile(r" là (?:thời )?(?:hạn|mốc|đích)\b")
_THIS = re.compile(r" này\b")
# "phát động chương trình … năm 2019": what opens on the day bears the year that it is meant for,
# what looks back bears an earlier one
_OPENED = re.compile(
    rf"\b(?<!thời gian )(?:{words('occur', 'open', 'launch', 'call')}|khởi động)"
    r"(?P<what>(?: [^\W\d]+| -| \d{1,2}){1,22}) $"
)
# "Hội thảo lần thứ 17, năm 2014 mang chủ đề": a gathering has its motto for the year it is held in
_THEMED = re.compile(r",? (?:có |mang |với |lấy )?chủ đề\b")
_LOOKS_BACK = re.compile(
    r"\b(?:tổng kết|sơ kết|đánh giá|báo cáo|kết quả|chỉ số|xếp hạng|trao|vinh danh|tuyên dương|"
    r"bình chọn|công bố|kỷ niệm|năm|từ|đến|vào|trong)\b"
)
_DRAFTED = re.compile(
    r"\b(?:soạn thảo|xây dựng (?:dự thảo|kế hoạch|đề án|nghị quyết|chương trình)|dự thảo)\b"
)
_NEXT = re.compile(rf"\b{words('host', 'handover', 'next edition', 'next year')}\b")
_NUMBERED = re.compile(r"\blần thứ \w{1,8},? $")


# "đặt mục tiêu đến năm 2025 bán", "tầm nhìn 2030"
_AIM = re.compile(r"\b(?:mục tiêu|phấn đấu|tầm nhìn|lộ trình|định hướng)\b[^.;]{0,60}$")


def is_target(phrase: Phrase) -> bool:
    """Whether a year is one that a plan aims at: whatever is said of it, it may lie far ahead."""
    if phrase.timex.kind is not Kind.YEAR or phrase.timex.is_range:
        return False
    return bool(_AIM.search(phrase.before)) and bool(_LATER.search(phrase.before))


def witness(phrase: Phrase) -> Witness | None:
    """Return what a year or a term says of the day of writing, by the first rule that reads it."""
    rules = (_of_draft,) if phrase.timex.is_range else _RULES
    return next((found for rule in rules if (found := rule(phrase))), None)


def _planned(phrase: Phrase) -> Witness:
    return Witness(phrase.span, date(phrase.year - 1, _PLANNED_FROM, 1), date(phrase.year, 12, 31))


def _of_draft(phrase: Phrase) -> Witness | None:
    """Vietnam plans in terms of five years (2011-2015, 2016-2020): what is drafted for the rest of
    one ("2018-2020") starts with the year of its drafting, or with the next."""
    begin, end = phrase.first.year, phrase.last.year
    short = 0 < end - begin < 5 and begin % 5 != 1
    drafted = short and _DRAFTED.search(phrase.before)
    return replace(_planned(phrase), sure=True) if drafted else None


def _of_comparison(phrase: Phrase) -> Witness | None:
    """ "Tăng 12% so với (cùng kỳ) năm 2018" is said when 2018 is over."""
    if _SAME_PERIOD.search(phrase.before):
        return _after_same_period(phrase)
    if _COMPARED.search(phrase.before):
        return Witness(phrase.span, since=date(phrase.year, 12, 1))
    return None


def _after_same_period(phrase: Phrase) -> Witness:
    return Witness(phrase.span, date(phrase.year + 1, 1, 15), date(phrase.year + 2, 1, 31))


def _of_part(phrase: Phrase) -> Witness | None:
    """ "9 tháng đầu năm 2018" is told in autumn, "từ đầu năm 2018 đến nay" in that year."""
    months = _MONTHS.search(phrase.before)
    if months and "cuối" not in phrase.timex.cue and phrase.tense is not Tense.COMING:
        if _COMPARED.search(phrase.before[: months.start()]):
            return _after_same_period(phrase)
        count = _IN_WORDS.get(months["n"]) or int(months["n"])
        if 1 <= count <= 11:
            over = date(phrase.year, count + 1, 1) - timedelta(15)
            return Witness(phrase.span, since=over, near=(over, over + COUNTED), sure=True)
    if not phrase.timex.cue.startswith("đầu") or phrase.tense is Tense.COMING:
        return None
    if _TO_DATE.match(phrase.behind) or phrase.of_event:
        return phrase.in_year(phrase.year)
    return None


def of_next_edition(phrase: Phrase) -> Witness | None:
    """ "Đăng cai hội thảo lần thứ XXII năm 2018" is said the year before."""
    numbered = _NUMBERED.search(phrase.before)
    if not numbered or not _NEXT.search(phrase.before):
        return None
    begin, end = phrase.span
    year = phrase.year - 1
    return Witness((begin - len(numbered[0]), end), date(year, 1, 1), date(year, 12, 31))


def _of_plan(phrase: Phrase) -> Witness | None:
    """ "Kế hoạch năm 2019", "năm 2019 này": told in that year, or in the summer before."""
    if LAST_YEAR.search(phrase.before):
        return phrase.in_year(phrase.year + 1)
    if not phrase.timex.cue.startswith("năm"):
        return None
    if JUST.match(phrase.behind):
        return Witness(phrase.span, date(phrase.year, 12, 1), date(phrase.year + 1, 12, 31))
    if _THIS.match(phrase.behind) or NOW.search(phrase.before):
        return phrase.in_year(phrase.year)
    themed = _THEMED.match(phrase.behind)
    planned = phrase.is_planned or themed or _runs(phrase) or _is_opened(phrase)
    return _planned(phrase) if planned else None


def _runs(phrase: Phrase) -> bool:
    if phrase.tense is not Tense.COMING or _DUE.match(phrase.behind):
        return False
    ordered = _ORDERED.search(phrase.behind) or _ORDERED.search(phrase.before)
    return bool(ordered and _RUNNING.search(phrase.before))


def _is_opened(phrase: Phrase) -> bool:
    opened = phrase.of_event and _OPENED.search(phrase.before)
    return bool(opened) and not _LOOKS_BACK.search(opened["what"] if opened else "")


def _of_tense(phrase: Phrase) -> Witness | None:
    cue, tense = phrase.timex.cue, phrase.tense
    if tense is Tense.GONE:
        month = 10 if "cuối" in cue else 5 if "giữa" in cue else 1
        return Witness(phrase.span, since=date(phrase.year, month, 1))
    later = _LATER.search(phrase.before) or _TARGET.search(phrase.before)
    if tense is Tense.OPEN or not later:
        return None
    # "Vào năm 2020" is said before that year: in the year itself one says "năm nay".
    before = later[0] in ("vào ", "đến ", "tới ") and "cuối" not in cue
    # "Sẽ đào tạo 30 chuyên gia trong năm 2020" is no longer said when its last months run.
    within = later[0] == "trong " and "cuối" not in cue
    return Witness(phrase.span, until=date(phrase.year, 3 if before else 10 if within else 12, 31))


_RULES: tuple[Callable[[Phrase], Witness | None], ...] = (
    _of_comparison,
    _of_part,
    of_next_edition,
    _of_plan,
    _of_tense,
)
