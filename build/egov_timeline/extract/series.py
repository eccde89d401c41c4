"""The event's name, and the series that it belongs to with its number there.

Turns announcements into the event's name in the text's words, and "lần thứ XXI" into the edition:
the article's own, not the next one that is handed over nor an earlier one that is recalled. Where
only the next is named, the own follows from it and is marked inferred.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from egov_timeline.extract.names import EDITION, OF_OTHER, Name, name_at, number
from egov_timeline.extract.reading import Reading
from egov_timeline.records import Finding, Series
from egov_timeline.text import fold

# "trao cờ đăng cai tổ chức hội thảo lần thứ XXII": the next edition; "chọn thí sinh tham gia
# hội thi tỉnh lần thứ V": the next round.
_NEXT = re.compile(
    r"\b(?:trao cờ|đăng cai|cờ luân lưu|tiếp theo|kế tiếp|lần tới|kỳ tới|năm (?:sau|tới(?! nay))|"
    r"chuyển giao|"
    r"bàn giao|chủ nhà của|nhận cờ|(?:tuyển )?chọn [^.;]{2,50} (?:tham gia|tham dự|dự))\b"
)
# "năm ngoái, kỳ hội thảo lần thứ 23", "ở kỳ gần nhất", "cuộc họp lần thứ 6 (tháng 2/2020)".
_EARLIER = re.compile(
    r"\b(?:năm ngoái|năm trước|kỳ gần nhất|kỳ trước|lần trước|trước đó|trước đây|sau (?:cuộc|"
    r"phiên|kỳ)|"
    r"kể từ|từ lần|từ kỳ|đã được tổ chức (?:tại|ở))\b"
)
# "trong khuôn khổ Hội nghị lần thứ hai các quan chức cao cấp": the larger event around it.
_FRAME = re.compile(
    r"\b(?:khuôn khổ|bên lề|nhân dịp|hướng tới|chuẩn bị cho)\b"
    r"(?:(?!tổ chức|diễn ra)[^,.;]){0,90}$"
)
# "Hội nghị Tổng kết công tác năm 2018": held every year, but no series of its own.
_ROUTINE = re.compile(
    r"(?:lễ|\w+ \w+) "
    r"(?:tổng kết|sơ kết|triển khai|công bố|khai trương|ra mắt|"
    r"giao ban|góp ý|phổ biến|tập huấn|ký kết|về|"
    r"trực tuyến)\b"
)
# "đây là lần thứ 5 Đà Nẵng tổ chức", "năm nay là lần thứ ba".
_COUNTS = re.compile(r"\b(?:là|sang|tới|đến) $")
_HELD = re.compile(r"[^.;]{0,60}\b(?:tổ chức|diễn ra)\b")
# "sự kiện thường niên", "được tổ chức hằng năm".
_YEARLY = re.compile(r"\b(?:thường niên|hằng năm|hàng năm)\b")
# A text without these names no edition at all: "lần thứ", "lần 8", "TELMIN-10".
_NUMBERED = re.compile(
    r"lần (?:thứ )?[\divxlnhbtsmc]|mùa (?:thứ|giải|\d)|(?:kỳ|thảo|nghị|đàn) thứ |[a-z]{4}-\d|"
    r"họp đầu tiên của"
)
_LOOK_BACK = 170


def _before(reading: Reading, start: int) -> str:
    index = reading.sentence_at(start)
    begin = reading.sentence(index).start if index is not None else start
    return reading.key[max(begin, start - _LOOK_BACK) : start]


@lru_cache(maxsize=1)  # every rule below asks for them, one article after the other
def _names(reading: Reading) -> tuple[Name, ...]:
    """Names of events in the order in which the article speaks of its own."""
    ranked = [a.sentence for a in reading.announcements]
    rest = sorted(set(reading.kept).difference(ranked))
    mentions = defaultdict(list)
    for event in reading.events:
        mentions[event.sentence].append(event)
    found = (name_at(reading, event) for index in ranked + rest for event in mentions[index])
    return tuple(name for name in found if name)


# "nói tại hội nghị … vừa diễn ra cách đây ít ngày": it is over, and the news is of another.
_LONG_OVER = re.compile(r"[^.;,]{0,24}\b(?:cách đây|trước đó)\b")


def _own(reading: Reading, name: Name) -> bool:
    """Whether a name is of this event: neither of another edition nor of what it is a part of."""
    before = _before(reading, name.start)
    told = any(p.search(before) for p in (_NEXT, _EARLIER, _FRAME))
    return not told and not _LONG_OVER.match(reading.key, name.end)


def series(reading: Reading) -> Finding[Series] | None:
    """Try the ways in which a text tells the series, the number beside the own name first."""
    own = _event_name(reading)
    numbered = bool(_NUMBERED.search(reading.key))
    return (
        (own and numbered and (stated_edition(reading, own) or edition_apart(reading, own)))
        or (numbered and before_next(reading))
        or (own and of_name(reading, own))
        or None
    )


def stated_edition(reading: Reading, own: Name) -> Finding[Series] | None:
    """Read the number beside the event's own name: "Hội thảo … lần thứ 15"."""
    for name in (own, *_names(reading)):
        if name.edition and _own(reading, name) and _same(own, name):
            found = Series(name.core, name.edition)
            return reading.finding(found, "edition", [(name.start, name.end)])
    return None


def _same(one: Name, other: Name) -> bool:
    """Whether two names share most of their words: one event, named shorter or longer."""
    words, others = set(fold(one.core).split()), set(fold(other.core).split())
    return 2 * len(words & others) > min(len(words), len(others))


def edition_apart(reading: Reading, own: Name) -> Finding[Series] | None:
    """Read a number apart from the name: in the title, or "đây là lần thứ 5 Đà Nẵng tổ chức"."""
    for match in _editions(reading):
        if (
            _in_title(reading, match.start())
            or _counts(reading, match)
            or _of_bare_noun(reading, match)
        ):
            found = Series(own.core, number(match[1]))
            return reading.finding(found, "edition apart", [(own.start, own.end), match.span()])
    return None


def _in_title(reading: Reading, start: int) -> bool:
    first = reading.sentence(reading.kept[0])
    return first.start <= start < first.end and reading.text[first.end - 1] not in '.…”"'


def _counts(reading: Reading, match: re.Match[str]) -> bool:
    held = _HELD.match(reading.key, match.end())
    return bool(held and _COUNTS.search(_before(reading, match.start())))


# "Hội nghị lần thứ X này được": the noun alone stands for the event's name.
_BARE_NOUN = re.compile(
    r"\b(?:hội (?:nghị|thảo|thi)|diễn đàn|cuộc thi|triển lãm|sự kiện|chương trình|giải) $"
)
_GOES_ON = re.compile(
    r" (?:này|năm nay|năm \d{4}|đã|vừa|chính thức|được(?! hẹn)|do|diễn ra|khai mạc)\b"
)
# "Đây là sinh hoạt khoa học thường niên lần thứ 17": what it is, and the number of it.
_THIS_IS = re.compile(
    r"(?:\bđây|\bnày|\bnăm nay) là (?:kỳ|hội|sinh hoạt|hoạt động|sự kiện|diễn đàn|cuộc|"
    r"chương trình|ngày|tuần)\b[^,.;]{0,50} $"
)


def _of_bare_noun(reading: Reading, match: re.Match[str]) -> bool:
    before = _before(reading, match.start())
    if _THIS_IS.search(before):
        return True
    return bool(_BARE_NOUN.search(before) and _GOES_ON.match(reading.key, match.end()))


def _editions(reading: Reading) -> Iterator[re.Match[str]]:
    kept = set(reading.kept)
    for match in EDITION.finditer(reading.key):
        before = _before(reading, match.start())
        other = any(p.search(before) for p in (OF_OTHER, _NEXT, _EARLIER))
        if reading.sentence_at(match.start()) in kept and not other:
            yield match


def before_next(reading: Reading) -> Finding[Series] | None:
    """Infer the number from the next edition's, which the hosts hand over."""
    for name in _names(reading):
        if name.edition and name.edition > 1 and _NEXT.search(_before(reading, name.start)):
            found = Series(name.core, name.edition - 1)
            span = (_handover(reading, name.start), name.end)
            return reading.finding(found, "next edition", [span], inferred=True)
    return None


def _handover(reading: Reading, start: int) -> int:
    """Return where "trao cờ đăng cai" begins before `start`."""
    before = _before(reading, start)
    match = _NEXT.search(before)
    return start - len(before) + match.start() if match else start


def of_name(reading: Reading, own: Name) -> Finding[Series] | None:
    """Take a proper name with a year ("Vietnam ICT Summit 2018") or that recurs as a series."""
    recurs = own.year or _YEARLY.search(reading.key, own.start, own.end)
    named = own.proper or any(word[0].isupper() for word in own.core.split()[2:])
    if recurs and named and not _ROUTINE.match(reading.key, own.start):
        return reading.finding(Series(own.core, None), "name and year", [(own.start, own.end)])
    return None


def _event_name(reading: Reading) -> Name | None:
    """The name that the best announcements give, a full and proper one before a description."""
    scores = {a.sentence: a.score for a in reading.announcements}
    best, weight = None, 0.0
    for name in islice(_names(reading), 12):
        index = reading.sentence_at(name.start)
        said = scores.get(index, 0.0) if index is not None else 0.0
        value = said + 2.0 * name.proper + 2.0 * bool(name.edition) + 1.0 * bool(name.year) + 0.1
        value += 2.0 * _recurs(reading, name)
        if value > weight and _own(reading, name):
            best, weight = name, value
    return best


def _recurs(reading: Reading, name: Name) -> bool:
    """Whether a proper name comes again: an event's own does, that of one session does not."""
    same = fold(name.core)
    return name.proper and sum(fold(other.core) == same for other in _names(reading)) > 1


def named(reading: Reading) -> Finding[str] | None:
    """Return the event's name in the text's words."""
    own = _event_name(reading)
    if not own:
        return None
    text = reading.text[own.start : own.end]
    return reading.finding(text[:1].upper() + text[1:], "name", [(own.start, own.end)])


SERIES = (series,)
EVENT = (named,)
