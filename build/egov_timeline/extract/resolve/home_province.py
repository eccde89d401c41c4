"""The province that a text is at home in: "the province" of a report that has named but one.

Turns a bare rank ("UBND tỉnh", "Trung tâm Hội nghị thành phố") beside the event into the province
that the title and the lead speak of, always marked inferred. Where they speak of several, or where
a body of the whole country holds the event, nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egov_timeline.extract.annotate.localities import Locality, localities
from egov_timeline.extract.annotate.venues import HOUSE
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Finding, Location
from egov_timeline.text import CAPITAL, SMALL, Span
from egov_timeline.vocabulary import HOME, chain, province_of

# "UBND tỉnh tổ chức", "Trung tâm Hội nghị tỉnh,", "Thường trực Thành ủy": of the one province that
# the text is about. A name behind it ("tỉnh Phú Yên") or others beside it ("tỉnh, thành") tell.
_BARE = re.compile(
    r"\b(?:[Uu][Bb][Nn][Dd]|HĐND|Sở|Công an|Đoàn|Hội [^,.;:()]{3,40}|Trung tâm [^,.;:()]{3,40}|"
    r"Nhà [^,.;:()]{3,30}|của|toàn|trên địa bàn|Liên đoàn [^,.;:()]{3,30}|khu vực) "
    r"(?:tỉnh|thành phố|TP|Thành phố)\b"
    rf"(?!\.? ?(?:{SMALL}+ )?[{CAPITAL}\d]|,? (?:thành|bạn|ta|nào))|"
    r"\b(?:Tỉnh|Thành) (?:ủy|uỷ|đoàn|Đoàn)\b"
    rf"(?! [{CAPITAL}])"
)
# "Sở Thông tin và Truyền thông tổ chức": a department is of a province.
_DEPARTMENT = re.compile(
    rf"\bSở [{CAPITAL}](?:(?! (?:khi|cho|cấm|nói|đã) )[^.;:()\n]){{2,45}}? "
    rf"(?:{words('hold', 'preside', 'launch', 'host')}|phối hợp|cùng|mở|giao)\b"
)
_ONLINE = re.compile(rf"\b{words('online')}\b")
_NATIONAL = re.compile(
    r"\b(?:(?<!lạc )(?<!cán )(?<!nội )(?<!toàn )(?<!đồng )bộ (?!phận|máy|đội|môn|tiêu)|"
    r"tổng cục|chính phủ|quốc hội)"
)
# The body acts; its head who speaks or attends says nothing of where.
_ACTS = re.compile(
    rf"\b(?:{words('hold', 'occur', 'open', 'launch', 'preside', 'host')}|"
    r"phối hợp|mở|triển khai|trao|kéo dài|giao|có mặt)\b"
)
_SPEAKS = re.compile(rf"\b(?:{words('say', 'attend')}|theo|số liệu)\b")
# "Đại học Quốc gia Hà Nội", "Báo Sài Gòn": a name that only contains the place.
_IN_A_NAME = re.compile(
    r"\b(?:đại học|đh|học viện|báo|ngân hàng|từ|đến từ|công ty)\b[^,.;:()]{0,40}$"
)
_HOUSE = re.compile(rf"{HOUSE} ")
_LEAD = 5


def of_home(document: Document) -> Finding[Location] | None:
    """Infer the province from a bare rank beside the event and the one that the lead names."""
    for announcement in document.announcements[:2]:
        said = document.text[announcement.start : announcement.end]
        key = document.key[announcement.start : announcement.end]
        bare = _BARE.search(said) or _DEPARTMENT.search(said)
        if not bare or _ONLINE.search(key) or _NATIONAL.search(key, 0, bare.start()):
            continue
        if _SPEAKS.search(key, 0, bare.start()) or not _ACTS.search(key):
            continue
        home = _home(document, announcement.sentence)
        places = document.vocabularies.places
        if home and chain(places, home.id)[-1].kind == "province":
            start = announcement.start
            spans = [(start + bare.start(), start + bare.end()), (home.start, home.end)]
            where = Location(None, province_of(places, home.id))
            return document.finding(where, "home", spans, inferred=True)
    return None


def of_house_at_home(document: Document, venue: Finding[Location]) -> Finding[Location] | None:
    """Conclude where a house is ("Trung tâm Hội nghị Sen Vàng") from the one place of the lead."""
    home = _home(document, document.kept[0])
    place = (venue.value.place or "").lower()
    if not home or not _HOUSE.match(place) or _NATIONAL.search(place):
        return None
    where = Location(venue.value.place, province_of(document.vocabularies.places, home.id))
    lead = document.finding(where, "home", [(home.start, home.end)], inferred=True)
    return Finding(where, lead.certainty, venue.evidence + lead.evidence)


def home_province(document: Document) -> tuple[str, Span] | None:
    """Return the id of the one province that the title or the lead speaks of, and its words."""
    home = _home(document, document.kept[0])
    top = chain(document.vocabularies.places, home.id)[-1] if home else None
    if home is None or top is None or top.kind != "province":
        return None
    return top.id, (home.start, home.end)


def _home(document: Document, sentence: int) -> Locality | None:
    """The place of the one province that the title names, else of the one that the lead names."""
    title = document.kept[:1]
    for where in (title, dict.fromkeys((*document.kept[:_LEAD], sentence))):
        named = list(_named(document, where))
        roots = {chain(document.vocabularies.places, hit.id)[-1] for hit in named}
        if len(roots) == 1:
            return named[0]
    return None


def _named(document: Document, sentences: Iterable[int]) -> Iterator[Locality]:
    for index in sentences:
        whole = document.sentence(index)
        for hit in localities(document, whole.start, whole.end):
            if hit.id != HOME and not _IN_A_NAME.search(document.key, whole.start, hit.start):
                yield hit
