"""The event's name, and the series that it belongs to with its number there.

Turns announcements into the event's name in the text's words, and "lần thứ XXI" into the edition: the
article's own, not the next one that is handed over nor an earlier one that is recalled. Where only
the next is named, the own follows from it and is marked inferred.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from egov_timeline.extract.names import EDITION, Name, name_at, number
from egov_timeline.extract.reading import Reading
from egov_timeline.records import Finding, Series

# "trao cờ đăng cai tổ chức hội thảo lần thứ XXII": the next edition.
_NEXT = re.compile(
    r"\b(?:trao cờ|đăng cai|cờ luân lưu|tiếp theo|kế tiếp|lần tới|kỳ tới|năm (?:sau|tới)|chuyển giao|"
    r"bàn giao|chủ nhà của|nhận cờ)\b"
)
# "năm ngoái, kỳ hội thảo lần thứ 23", "ở kỳ gần nhất", "cuộc họp lần thứ 6 (tháng 2/2020)".
_EARLIER = re.compile(
    r"\b(?:năm ngoái|năm trước|kỳ gần nhất|kỳ trước|lần trước|trước đó|trước đây|sau (?:cuộc|phiên|kỳ)|"
    r"kể từ|từ lần|từ kỳ|đã được tổ chức (?:tại|ở))\b"
)
# "cách mạng công nghiệp lần thứ tư", "Đại hội Đảng lần thứ XII", "kỷ niệm lần thứ 20".
_OF_OTHER = re.compile(
    r"\b(?:cách mạng|cmcn|công nghiệp|đại hội (?:đảng|đại biểu|toàn quốc|xi)|đảng bộ|kỷ niệm|trung ương|"
    r"lần này|quốc hội|nghị quyết|khóa)\b[^.;]{0,40}$"
)
_LOOK_BACK = 170


def _handover(reading: Reading, start: int) -> bool:
    return bool(_NEXT.search(_before(reading, start)))


def _before(reading: Reading, start: int) -> str:
    index = reading.sentence_at(start)
    begin = reading.sentence(index).start if index is not None else start
    return reading.key[max(begin, start - _LOOK_BACK) : start]


def _names(reading: Reading) -> Iterator[Name]:
    """Names of events in the order in which the article speaks of its own."""
    ranked = [a.sentence for a in reading.announcements]
    rest = [i for i in reading.kept if i not in set(ranked)]
    mentions = defaultdict(list)
    for event in reading.events:
        mentions[event.sentence].append(event)
    for index in ranked + rest:
        for event in mentions[index]:
            name = name_at(reading, event)
            if name:
                yield name


def _own(reading: Reading, name: Name) -> bool:
    before = _before(reading, name.start)
    return not (_NEXT.search(before) or _EARLIER.search(before))


def stated_edition(reading: Reading) -> Finding[Series] | None:
    """Read the number beside the event's own name: "Hội thảo … lần thứ 15"."""
    for name in _names(reading):
        if name.edition and name.edition_span and _own(reading, name):
            return reading.finding(
                Series(name.core, name.edition), "edition", [(name.start, name.end)]
            )
    return None


def edition_apart(reading: Reading) -> Finding[Series] | None:
    """Read a number that stands apart from the name: "Đây là lần thứ 5 Đà Nẵng tổ chức cuộc thi"."""
    own = _event_name(reading)
    if not own:
        return None
    for match in _editions(reading):
        before = _before(reading, match.start())
        held = re.match(r"[^.;]{0,60}\b(?:tổ chức|diễn ra)\b", reading.key[match.end() :])
        if held and not _NEXT.search(before) and not _EARLIER.search(before):
            edition = number(match[1])
            return reading.finding(
                Series(own.core, edition), "edition apart", [(own.start, own.end), match.span()]
            )
    return None


def _editions(reading: Reading) -> Iterator[re.Match[str]]:
    for index in reading.kept:
        sentence = reading.sentence(index)
        for match in EDITION.finditer(reading.key, sentence.start, sentence.end):
            if not _OF_OTHER.search(_before(reading, match.start())):
                yield match


def before_next(reading: Reading) -> Finding[Series] | None:
    """Infer the number from the next edition's, which the hosts hand over."""
    for name in _names(reading):
        if name.edition and name.edition > 1 and _handover(reading, name.start):
            return reading.finding(
                Series(name.core, name.edition - 1), "next edition",
                [(_clause(reading, name.start), name.end)], inferred=True,
            )  # fmt: skip
    return None


def _clause(reading: Reading, start: int) -> int:
    before = _before(reading, start)
    match = _NEXT.search(before)
    return start - len(before) + match.start() if match else start


# "sự kiện thường niên", "được tổ chức hằng năm", "được tổ chức lần đầu vào năm 2003".
_YEARLY = re.compile(r"\b(?:thường niên|hằng năm|hàng năm|lần đầu (?:tiên )?vào năm)\b")


def yearly_name(reading: Reading) -> Finding[Series] | None:
    """Take a proper name with a year ("Vietnam ICT Summit 2018"), or one said to recur, as a series."""
    own = _event_name(reading)
    if own and own.proper and (own.year or _YEARLY.search(reading.key, own.start, own.end)):
        return reading.finding(Series(own.core, None), "name and year", [(own.start, own.end)])
    return None


def _event_name(reading: Reading) -> Name | None:
    """The name that the best announcements give, a full and proper one before a description."""
    scores = {a.sentence: a.score for a in reading.announcements}
    best, weight = None, 0.0
    for name in islice(_names(reading), 12):
        said = scores.get(reading.sentence_at(name.start), 0.0)
        value = said + 2.0 * name.proper + 2.0 * bool(name.edition) + 1.0 * bool(name.year) + 0.1
        if value > weight and _own(reading, name):
            best, weight = name, value
    return best


def named(reading: Reading) -> Finding[str] | None:
    """Return the fullest name near the head of the announcements."""
    own = _event_name(reading)
    if not own:
        return None
    text = reading.text[own.start : own.end]
    return reading.finding(text[:1].upper() + text[1:], "name", [(own.start, own.end)])


SERIES = (stated_edition, edition_apart, before_next, yearly_name)
EVENT = (named,)
