"""Where an event is that names no place: what follows from who acts, and from where it is told.

Turns the dateline, the local body that holds the event or whose event it is, the side of the hosts
and a visit abroad into the province, always marked inferred. Bodies of the whole country and events
on screens give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.annotate.localities import Locality, localities
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Finding, Location
from egov_timeline.text import Span
from egov_timeline.vocabulary import chain, province_of

# "ĐÀ NẴNG-Sáng 23-7", "(Cadn.com.vn) - ĐÀ NẴNG-", "Hà Nội: Khai trương", "TP.HCM - Ngày 5/6".
_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*-?\s*)?")
_AFTER_DATELINE = re.compile(
    rf"\s*(?:\([^)\n]{{1,30}}\)\s*)?[-:]|, (?:ngày|{words('part of day')}) "
)


def of_dateline(document: Document) -> Finding[Location] | None:
    """Read the town that the lead or the title is dated from; that the event is there follows."""
    for index in document.kept[:4]:
        sentence = document.sentence(index)
        opening = _DATELINE.match(document.text, sentence.start, sentence.end)
        begin = opening.end() if opening else sentence.start
        hit = next(localities(document, begin, min(begin + 40, sentence.end)), None)
        if hit and hit.start == begin and _AFTER_DATELINE.match(document.key, hit.end):
            province = province_of(document.vocabularies.places, hit.id)
            if province:
                where = Location(None, province)
                return document.finding(where, "dateline", [(hit.start, hit.end)], inferred=True)
    return None


# "trực tuyến", "điểm cầu": an event on screens has no place that follows from who acts.
_ONLINE = re.compile(rf"\b{words('online')}\b")
# "UBND tỉnh Gia Lai", "Sở Thông tin và Truyền thông Đà Nẵng", "TAND TP.HCM", "Bí thư Thành ủy
# TP.HCM".
_LOCAL_BODY = re.compile(
    rf"\b(?:{words('authority')}|đoàn đại biểu quốc hội)\b"
    r"[^,.;:()]{0,50}$"
)
# Branches and houses that bear the name of their province: "Liên đoàn Lao động tỉnh Phú Yên".
_BRANCH_OR_HOUSE = re.compile(
    r"\b(?:trung tâm|(?<!hải )(?<!văn )(?<!quốc )phòng|bưu điện|viễn thông|"
    r"(?<!đại )(?<!quốc )hội(?! (?:nghị|thảo|thi|chợ|trường|đại biểu))|"
    r"liên hiệp|liên minh|liên đoàn|hiệp hội|"
    r"câu lạc bộ|ban quản lý|ban chỉ đạo|bảo hiểm xã hội|"
    r"đài (?:phát thanh|truyền hình|tiếng nói|pt)|mặt trận tổ quốc|bệnh viện|"
    r"trường (?:cao đẳng|trung cấp|chính trị|thpt|mầm non|tiểu học|thcs))\b[^,.;:()]{0,60}$"
)
# "do huyện Phú Hòa tổ chức": the unit of land itself acts.
_UNIT = re.compile(r"\b(?:tỉnh|thành phố|tp\.?|thị xã|huyện|quận|phường|xã) ?$")
# "do ĐH Quốc gia TP. HCM tổ chức": a school's name says where it is; mostly it is a speaker's.
_SCHOOL = re.compile(r"\b(?:đh|đại học|học viện)\b[^,.;:()]{0,50}$")
_ACTS_NEXT = re.compile(rf" (?:(?:đã|vừa|sẽ|phối hợp|đăng cai) )?{words('hold')}\b")
# A body of the whole country beside it: then the place does not follow.
_NATIONAL = re.compile(
    r"\b(?:(?<!lạc )(?<!cán )(?<!nội )(?<!toàn )(?<!đồng )bộ|chính phủ|"
    r"quốc hội|trung ương|tổng cục|cục|thủ tướng|việt nam|quốc gia|quốc tế|"
    r"các tỉnh)\b"
)
_HOLDS = re.compile(
    rf"\b(?:{words('hold', 'open', 'close', 'launch', 'call', 'sign', 'award', 'preside')}|"
    r"vận hành|bàn giao|tiếp tục kỳ họp|mở (?=lớp|khóa|các lớp|đợt|\d)|"
    r"giao cho|"
    r"(?<!phiên )(?<!cuộc )(?<!buổi )(?<!kỳ )họp|(?<!buổi )(?<!cuộc )làm việc|đối thoại|gặp mặt)\b"
)
# "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố": national by name only.
_BRANCH = re.compile(
    r"(?:mttq|mặt trận tổ quốc|liên hiệp phụ nữ|nông dân|cựu chiến binh|lao động|liên hiệp thanh "
    r"niên) việt nam|đại biểu quốc hội|(?:đh|đại học) quốc gia"
)


def of_local_body(document: Document) -> Finding[Location] | None:
    """Infer the province from a local body that holds the event alone or with its own."""
    for announcement in document.announcements[:2]:
        holds = _HOLDS.search(document.key, announcement.start, announcement.end)
        said = document.key[announcement.start : announcement.end]
        if not holds or _ONLINE.search(said):
            continue
        acting = _branches_masked(said[: holds.start() - announcement.start])
        begin = max((m.end() for m in _DOER.finditer(acting)), default=0)
        found = list(_local_bodies(document, announcement.start + begin, holds.start()))
        national = _NATIONAL.search(acting, begin)
        if not found or (
            national and not _leads(acting, found[0][1], announcement.start, national)
        ):
            continue
        if len({where for where, _ in found}) == 1:
            where, span = found[0]
            return document.finding(Location(None, where), "local body", [span], inferred=True)
    return None


# "sẽ dự hội thảo do Bộ Nội vụ tổ chức": who acts stands behind "do".
_DOER = re.compile(r"\bdo ")
# "UBND tỉnh Phú Yên phối hợp với Tập đoàn … Việt Nam": who comes first has the event at home.
_JOINED_BY = re.compile(r"\W*(?:đã |vừa )?(?:chủ trì,? )?(?:phối hợp|cùng|và|,)\b")


def _branches_masked(said: str) -> str:
    return _BRANCH.sub(lambda m: "_" * len(m[0]), said)


def _leads(acting: str, body: Span, offset: int, national: re.Match[str]) -> bool:
    """Whether the local body comes first and the national one only joins it."""
    end = body[1] - offset
    return end <= national.start() and bool(_JOINED_BY.match(acting, end))


def _local_bodies(
    document: Document, start: int, end: int, *, branches: bool = True
) -> Iterator[tuple[str, tuple[int, int]]]:
    for hit in localities(document, start, end):
        body = _LOCAL_BODY.search(document.key, start, hit.start) or (
            branches and _BRANCH_OR_HOUSE.search(document.key, start, hit.start)
        )
        if not body and _ACTS_NEXT.match(document.key, hit.end):
            body = _SCHOOL.search(document.key, start, hit.start)
            body = body or _UNIT.search(document.key, start, hit.start)
        province = province_of(document.vocabularies.places, hit.id)
        if body and province:
            yield province, (body.start(), hit.end)
        elif province and _ACTS_NEXT.match(document.key, hit.end) and _is_unit(document, hit):
            yield province, (hit.start, hit.end)


def _is_unit(document: Document, hit: Locality) -> bool:
    """Whether the name has its rank in it: "huyện Văn Yên"."""
    return (
        document.vocabularies.places[hit.id].kind == "district"
        and not document.text[hit.start].isupper()
    )


# "kỳ họp thứ 13 HĐND Hà Nội", "buổi làm việc với UBND tỉnh Lâm Đồng": nothing stands between.
_OWNER = re.compile(r"(?:\btp\.|[^,.;:()\"\n]){0,70}")


def of_owner(document: Document) -> Finding[Location] | None:
    """Infer the province from the local body whose event it is called."""
    best = [a.sentence for a in document.announcements[:2]]
    for event in document.events:
        reach = _OWNER.match(document.key, event.end)
        if event.sentence not in best or not reach or _ONLINE.search(reach[0]):
            continue
        if _NATIONAL.search(_BRANCH.sub("", reach[0])):
            continue
        for province, span in _local_bodies(document, event.end, reach.end(), branches=False):
            where = Location(None, province)
            return document.finding(where, "owner", [span], inferred=True)
    return None


# "Hội nghị xúc tiến đầu tư vào tỉnh An Giang": a province invites to its own, but a country to
# itself from anywhere ("xúc tiến đầu tư vào Thái Lan")
_INVITES = re.compile(
    r" (?:xúc tiến|kêu gọi|thu hút) đầu tư(?:[ ,]+(?:và|thương mại|du lịch|phát triển)){0,5} "
    r"(?:vào |tại )?(?=(?:tỉnh |thành phố |tp\.? ?)?[^\W\d_])"
)
# "xúc tiến đầu tư vào An Giang tại Khách sạn Sông Hậu": where it is stands behind
_STANDS_AT = re.compile(r"\b(?:tại|ở)\b")


def of_invitation(document: Document) -> Finding[Location] | None:
    """Infer the province from what investors are invited to."""
    places = document.vocabularies.places
    best = [a.sentence for a in document.announcements[:2]]
    for event in document.events:
        match = _INVITES.match(document.key, event.end)
        if event.sentence not in best or not match:
            continue
        end = document.sentence(event.sentence).end
        named = list(localities(document, match.end(), end))
        if not named or _STANDS_AT.search(document.key, named[0].end, end):
            continue
        hit, level = named[0], document.key[match.end() : named[0].start].strip()
        alone = len({province_of(places, x.id) for x in named}) == 1
        if alone and places[hit.id].kind == "province" and level in ("", "tỉnh", "thành phố"):
            where = Location(None, province_of(places, hit.id))
            span = (event.start, hit.end)
            return document.finding(where, "invitation", [span], inferred=True)
    return None


# "Nhân chuyến thăm chính thức Australia của Thủ tướng": what is told happens on the visit.
_VISIT = re.compile(
    r"(?<!trước )(?<!sau )(?<!chuẩn bị )chuyến (?:thăm|công du)(?: (?:chính thức|hữu nghị|cấp nhà "
    r"nước|làm việc|và|tới|đến|tại|nước|cộng hòa))* "
)


# "dẫn đoàn lên đường sang Singapore dự diễn đàn": they go there for it; not so in "đoàn sang Lào dự
# lễ ký, sau đó Sở mở hội nghị", where the sentence comes to something else
_FOR_IT = re.compile(
    r"\b(?:lên đường|bay|đi|đoàn|đã|sẽ|có mặt) (?:[^\W\d]+ ){0,2}?(?:đến|sang|tới) (?:nước )?"
)
_ATTENDS = re.compile(r"(?: \([^()]{2,30}\))?,? (?:để )?(?:tham )?dự\b")
_CLAUSE = re.compile(r"[^,;:.()\n]*")


def of_journey(document: Document) -> Finding[Location] | None:
    """Take the place that somebody goes to for the event."""
    places = document.vocabularies.places
    for index in [a.sentence for a in document.announcements[:2]]:
        sentence = document.sentence(index)
        for match in _FOR_IT.finditer(document.key, sentence.start, sentence.end):
            hit = next(localities(document, match.end(), min(match.end() + 30, sentence.end)), None)
            if hit and hit.start == match.end() and _attended(document, hit.end, index):
                where = Location(None, province_of(places, hit.id))
                if where.province:
                    span = (match.start(), hit.end)
                    return document.finding(where, "journey", [span], inferred=True)
    return None


def _attended(document: Document, start: int, index: int) -> bool:
    """Whether those who came to the place attend all that the sentence tells of."""
    attends = _ATTENDS.match(document.key, start)
    clause = attends and _CLAUSE.match(document.key, attends.end())
    told = [e for e in document.events if e.sentence == index]
    if not clause or not told or not is_of_best(document, told[0]):
        return False
    return all(clause.start() < e.start < clause.end() for e in told)


def is_of_best(document: Document, event: EventMention) -> bool:
    """Whether it is such an event as the best announcement tells of."""
    best = document.announcements[0].sentence if document.announcements else None
    return event.type in {e.type for e in document.events if e.sentence == best}


def of_visit(document: Document) -> Finding[Location] | None:
    """Infer the country abroad from the visit that the lead tells of."""
    places = document.vocabularies.places
    for index in document.kept[:6]:
        sentence = document.sentence(index)
        for match in _VISIT.finditer(document.key, sentence.start, sentence.end):
            hit = next(localities(document, match.end(), min(match.end() + 30, sentence.end)), None)
            if hit and hit.start == match.end() and chain(places, hit.id)[-1].kind == "country":
                where = Location(None, province_of(places, hit.id))
                span = (match.start(), hit.end)
                if where.province:
                    return document.finding(where, "visit", [span], inferred=True)
    return None


# "Về phía tỉnh Lào Cai có các đồng chí": the host's side is introduced by its name.
_HOST_SIDE = re.compile(r"\bvề phía (?:lãnh đạo )?(?:tỉnh|thành phố|tp\.?|địa phương|chủ nhà) ?")


def of_host_side(document: Document) -> Finding[Location] | None:
    """Infer the province from the one side that is introduced as the hosts."""
    sides = []
    for match in _HOST_SIDE.finditer(document.key):
        hit = next(localities(document, match.start(), match.end() + 30), None)
        if hit and hit.start <= match.end():
            sides.append(
                (province_of(document.vocabularies.places, hit.id), match.start(), hit.end)
            )
    if len({province for province, _, _ in sides}) != 1 or not sides[0][0]:
        return None
    province, start, end = sides[0]
    where = Location(None, province)
    return document.finding(where, "host side", [(start, end)], inferred=True)
