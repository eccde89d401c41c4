"""Which of the names that a text gives to events is the event's own.

Turns the names beside its event nouns into the one that the best announcements give: neither that
of another edition ("trao cờ đăng cai … lần thứ XXII") nor of what the event is a part of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from egov_timeline.extract.annotate.event_names import Name, name_at
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.text import fold

# "trao cờ đăng cai tổ chức hội thảo lần thứ XXII": the next edition; "chọn thí sinh tham gia
# hội thi tỉnh lần thứ V": the next round.
NEXT = re.compile(
    rf"\b(?:{words('handover', 'host', 'next edition', 'next year')}|"
    r"chuyển giao|bàn giao|chủ nhà của|(?:tuyển )?chọn [^.;]{2,50} (?:tham gia|tham dự|dự))\b"
)
# "năm ngoái, kỳ hội thảo lần thứ 23", "ở kỳ gần nhất", "cuộc họp lần thứ 6 (tháng 2/2020)".
EARLIER = re.compile(
    rf"\b(?:{words('earlier', 'last edition')}|sau (?:cuộc|phiên|kỳ)|"
    rf"kể từ|từ lần|từ kỳ|đã được {words('hold')} (?:tại|ở))\b"
)
# "trong khuôn khổ Hội nghị lần thứ hai các quan chức cao cấp": the larger event around it.
FRAME = re.compile(
    r"\b(?:khuôn khổ|bên lề|nhân dịp|hướng tới|chuẩn bị cho)\b"
    rf"(?:(?!{words('hold', 'occur')})[^,.;]){{0,90}}$"
)
_LOOK_BACK = 170


def text_before(document: Document, start: int) -> str:
    """Return what stands before `start` in its sentence, as far as it matters."""
    index = document.sentence_at(start)
    begin = document.sentence(index).start if index is not None else start
    return document.key[max(begin, start - _LOOK_BACK) : start]


@lru_cache(maxsize=1)  # every rule below asks for them, one article after the other
def names_in_order(document: Document) -> tuple[Name, ...]:
    """Names of events in the order in which the article speaks of its own."""
    ranked = [a.sentence for a in document.announcements]
    rest = sorted(set(document.kept).difference(ranked))
    mentions = defaultdict(list)
    for event in document.events:
        mentions[event.sentence].append(event)
    ends = {index: document.sentence(index).end for index in mentions}
    found = (
        name_at(document, event, ends[index])
        for index in ranked + rest
        for event in mentions[index]
    )
    return tuple(name for name in found if name)


# "nói tại hội nghị … vừa diễn ra cách đây ít ngày": it is over, and the news is of another.
_LONG_OVER = re.compile(rf"[^.;,]{{0,24}}\b(?:cách đây|{words('earlier')})\b")


def is_own(document: Document, name: Name) -> bool:
    """Whether a name is of this event: neither of another edition nor of what it is a part of."""
    before = text_before(document, name.start)
    told = any(p.search(before) for p in (NEXT, EARLIER, FRAME))
    return not told and not _LONG_OVER.match(document.key, name.end)


def event_name(document: Document) -> Name | None:
    """Return the name that the best announcements give, a proper one before a description."""
    scores = {a.sentence: a.score for a in document.announcements}
    best, weight = None, 0.0
    for name in islice(names_in_order(document), 12):
        index = document.sentence_at(name.start)
        said = scores.get(index, 0.0) if index is not None else 0.0
        value = said + 2.0 * name.proper + 2.0 * bool(name.edition) + 1.0 * bool(name.year) + 0.1
        value += 2.0 * _recurs(document, name)
        if value > weight and is_own(document, name):
            best, weight = name, value
    return best


def _recurs(document: Document, name: Name) -> bool:
    """Whether a proper name comes again: an event's own does, that of one session does not."""
    return name.proper and _named_times(document)[fold(name.core)] > 1


@lru_cache(maxsize=1)
def _named_times(document: Document) -> Mapping[str, int]:
    return Counter(fold(name.core) for name in names_in_order(document))
