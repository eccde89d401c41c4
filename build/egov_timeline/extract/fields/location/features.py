"""What a learner sees of a place that a text names: names of features, each there or not.

Turns a mention into how it is named, the words around it, where it stands, and how much of what the
text names lies in the same province. The names are those of `weights/location.json`; places
themselves are none, so that no town is likelier than another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.location.mentions import IN_A_HOUSE, Mention
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Sentence

_HAPPENS = ("hold", "occur", "open")
# "…, tại Hà Nội", "tổ chức tại", "diễn ra ngày 8/3 tại", "lễ khai trương tại": the event's own
# place.
_OF_EVENT = re.compile(
    r"(?:^|[\n,.;:(\"'-]|\d\)?|\b(?:nay|qua|"
    rf"{words(*_HAPPENS, 'close', 'launch', 'sign', 'convene')}|"
    rf"{words('gathering')}|họp|làm việc|gặp mặt|chính thức|công bố|tập trung|có mặt|"
    r"đồng chủ trì|phiên toàn thể))\s*$"
)
# A body of the whole country: then the place does not follow from others.
NATIONAL = Alternatives(
    r"\b(?:(?<!lạc )(?<!cán )(?<!nội )(?<!toàn )(?<!đồng )bộ|chính phủ|"
    r"quốc hội|trung ương|tổng cục|cục|thủ tướng|các tỉnh)\b"
)
# What stands right before a place: the side of the hosts ("Về phía tỉnh Lào Cai có các đồng chí"),
# where one goes, where one comes from, whose it is.
_WAY = re.compile(
    r"(?:\b(?P<side>về phía(?: lãnh đạo)?)|\b(?P<to>sang|tới|đến|về|thăm(?: chính thức)?|đi)|"
    r"\b(?P<source>từ|quê|đường|phía)|\b(?P<other>của|với|giữa|vào|cho)|"
    r"(?P<bracket>\()|(?P<listed>[,;]|\bvà)) ?"
    r"(?:tỉnh|thành phố|tp\.?|nước|huyện|quận|thị xã)? ?$"
)
# "UBND tỉnh Phú Yên (đã phối hợp với A) tổ chức": it is who acts
_ACTS = re.compile(
    rf"(?: (?:đã|vừa|sẽ|phối hợp|đăng cai))* {words('hold')}\b|[^.;]{{0,90}}?\b(?P<far>"
    rf"{words('hold', 'open', 'close', 'launch', 'call', 'sign', 'award', 'preside')}|"
    r"họp|làm việc|đối thoại|gặp mặt)\b"
)
_SPEAKS = re.compile(rf"[^.;,]{{0,30}}\b{words('say', 'attend')}\b")
_LOOK_BACK = 70
_SHARES = ((1.0, "all"), (0.6, "most"), (0.3, "some"), (0.0, "few"))


def of_places(document: Document, named: Sequence[Mention]) -> list[frozenset[str]]:
    """Return the names of the features that each mention has."""
    provinces = Counter(m.province for m in named if m.province)
    ranks = {a.start: str(min(rank, 3)) for rank, a in enumerate(document.announcements)}
    found = []
    for mention in named:
        kind, rank = mention.kind, ranks.get(mention.sentence.start, "none")
        share = provinces[mention.province or ""] / max(1, provinces.total())
        name = next(name for least, name in _SHARES if share >= least)
        around = [*_around(document, mention), f"rank:{rank}", f"share:{name}"]
        if is_own(document, mention):
            around += ["own", f"own:{rank}"]
        found.append(frozenset([kind, *around, *(f"{kind}:{feature}" for feature in around)]))
    return found


def is_own(document: Document, mention: Mention) -> bool:
    """Return whether the words before a place make it the event's: "tổ chức tại"."""
    return bool(_OF_EVENT.search(_before(document, mention)))


def _before(document: Document, mention: Mention) -> str:
    return document.key[max(mention.sentence.start, mention.start - _LOOK_BACK) : mention.start]


def _around(document: Document, mention: Mention) -> Iterator[str]:
    sentence, key = mention.sentence, document.key
    before = _before(document, mention)
    yield from _beside(document, sentence, mention, before)
    if mention.place and IN_A_HOUSE.match(mention.place.lower()):
        yield "in a house"
    if NATIONAL.search(key, sentence.start, mention.start):
        yield "national before"
    if NATIONAL.search(key, mention.end, sentence.end):
        yield "national behind"
    term = document.vocabularies.places.by_label.get(mention.province or "")
    yield "at home" if term and term.kind == "province" else "abroad"


def _beside(document: Document, sentence: Sentence, mention: Mention, before: str) -> Iterator[str]:
    """Yield what the words right before a place, and those behind it, are."""
    way = _WAY.search(before)
    if way:
        yield f"way:{way.lastgroup}"
    acts = _ACTS.match(document.key, mention.end, sentence.end)
    if acts:
        yield "acts:far" if acts["far"] else "acts"
    if _SPEAKS.match(document.key, mention.end, sentence.end):
        yield "speaks"
