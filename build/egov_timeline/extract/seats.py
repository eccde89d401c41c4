"""Where an event is that names no place: what follows from who acts, and from where it is told.

Turns the dateline, the local body that holds the event or whose event it is, the side of the hosts
and a visit abroad into the province, always marked inferred. Bodies of the whole country and events
on screens give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.localities import Locality, localities
from egov_timeline.extract.reading import EventMention, Reading
from egov_timeline.records import Finding, Location
from egov_timeline.text import Span
from egov_timeline.vocabulary import chain, province_of

# "ĐÀ NẴNG-Sáng 23-7", "(Cadn.com.vn) - ĐÀ NẴNG-", "Hà Nội: Khai trương", "TP.HCM - Ngày 5/6".
_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*-?\s*)?")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*)?[-:]|, (?:ngày|sáng|chiều|tối) ")


def of_dateline(reading: Reading) -> Finding[Location] | None:
    """Read the town that the lead or the title is dated from; that the event is there follows."""
    for index in reading.kept[:4]:
        sentence = reading.sentence(index)
        opening = _DATELINE.match(reading.text, sentence.start, sentence.end)
        begin = opening.end() if opening else sentence.start
        hit = next(localities(reading, begin, min(begin + 40, sentence.end)), None)
        if hit and hit.start == begin and _AFTER_DATELINE.match(reading.key, hit.end):
            province = province_of(reading.vocabularies.places, hit.id)
            if province:
                where = Location(None, province)
                return reading.finding(where, "dateline", [(hit.start, hit.end)], inferred=True)
    return None


# "trực tuyến", "điểm cầu": an event on screens has no place that follows from who acts.
_ONLINE = re.compile(r"\b(?:trực tuyến|điểm cầu|cầu truyền hình)\b")
# "UBND tỉnh Gia Lai", "Sở Thông tin và Truyền thông Đà Nẵng", "TAND TP.HCM", "Bí thư Thành ủy
# TP.HCM".
_LOCAL_BODY = re.compile(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tand|tòa án nhân dân|tỉnh ủy|thành ủy|"
    r"huyện ủy|quận ủy|thị ủy|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|"
    r"công an|sở|đoàn đại biểu quốc hội|chi cục)\b[^,.;:()]{0,50}$"
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
_ACTS_NEXT = re.compile(r" (?:(?:đã|vừa|sẽ|phối hợp|đăng cai) )?tổ chức\b")
# A body of the whole country beside it: then the place does not follow.
_NATIONAL = re.compile(
    r"\b(?:(?<!lạc )(?<!cán )(?<!nội )(?<!toàn )(?<!đồng )bộ|chính phủ|"
    r"quốc hội|trung ương|tổng cục|cục|thủ tướng|việt nam|quốc gia|quốc tế|"
    r"các tỉnh)\b"
)
_HOLDS = re.compile(
    r"\b(?:tổ chức|ký kết|chủ trì|khai mạc|bế mạc|khai trương|khánh thành|khởi công|ra mắt|"
    r"vận hành|trao giải|phát động|bàn giao|tiếp tục kỳ họp|mở (?=lớp|khóa|các lớp|đợt|\d)|"
    r"giao cho|"
    r"(?<!phiên )(?<!cuộc )(?<!buổi )(?<!kỳ )họp|(?<!buổi )(?<!cuộc )làm việc|đối thoại|gặp mặt)\b"
)
# "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố": national by name only.
_BRANCH = re.compile(
    r"(?:mttq|mặt trận tổ quốc|liên hiệp phụ nữ|nông dân|cựu chiến binh|lao động|liên hiệp thanh "
    r"niên) việt nam|đại biểu quốc hội|(?:đh|đại học) quốc gia"
)


def of_local_body(reading: Reading) -> Finding[Location] | None:
    """Infer the province from a local body that holds the event alone or with its own."""
    for announcement in reading.announcements[:2]:
        holds = _HOLDS.search(reading.key, announcement.start, announcement.end)
        said = reading.key[announcement.start : announcement.end]
        if not holds or _ONLINE.search(said):
            continue
        acting = _branches_masked(said[: holds.start() - announcement.start])
        begin = max((m.end() for m in _DOER.finditer(acting)), default=0)
        found = list(_local_bodies(reading, announcement.start + begin, holds.start()))
        national = _NATIONAL.search(acting, begin)
        if not found or (
            national and not _leads(acting, found[0][1], announcement.start, national)
        ):
            continue
        if len({where for where, _ in found}) == 1:
            where, span = found[0]
            return reading.finding(Location(None, where), "local body", [span], inferred=True)
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
    reading: Reading, start: int, end: int, *, branches: bool = True
) -> Iterator[tuple[str, tuple[int, int]]]:
    for hit in localities(reading, start, end):
        body = _LOCAL_BODY.search(reading.key, start, hit.start) or (
            branches and _BRANCH_OR_HOUSE.search(reading.key, start, hit.start)
        )
        if not body and _ACTS_NEXT.match(reading.key, hit.end):
            body = _SCHOOL.search(reading.key, start, hit.start)
            body = body or _UNIT.search(reading.key, start, hit.start)
        province = province_of(reading.vocabularies.places, hit.id)
        if body and province:
            yield province, (body.start(), hit.end)
        elif province and _ACTS_NEXT.match(reading.key, hit.end) and _is_unit(reading, hit):
            yield province, (hit.start, hit.end)


def _is_unit(reading: Reading, hit: Locality) -> bool:
    """Whether the name has its rank in it: "huyện Văn Yên"."""
    return (
        reading.vocabularies.places[hit.id].kind == "district"
        and not reading.text[hit.start].isupper()
    )


# "kỳ họp thứ 13 HĐND Hà Nội", "buổi làm việc với UBND tỉnh Lâm Đồng": nothing stands between.
_OWNER = re.compile(r"(?:\btp\.|[^,.;:()\"\n]){0,70}")


def of_owner(reading: Reading) -> Finding[Location] | None:
    """Infer the province from the local body whose event it is called."""
    best = [a.sentence for a in reading.announcements[:2]]
    for event in reading.events:
        reach = _OWNER.match(reading.key, event.end)
        if event.sentence not in best or not reach or _ONLINE.search(reach[0]):
            continue
        if _NATIONAL.search(_BRANCH.sub("", reach[0])):
            continue
        for province, span in _local_bodies(reading, event.end, reach.end(), branches=False):
            where = Location(None, province)
            return reading.finding(where, "owner", [span], inferred=True)
    return None


# "Hội nghị xúc tiến đầu tư vào tỉnh An Giang": a province invites to its own, but a country to
# itself from anywhere ("xúc tiến đầu tư vào Thái Lan")
_INVITES = re.compile(
    r" (?:xúc tiến|kêu gọi|thu hút) đầu tư(?:[ ,]+(?:và|thương mại|du lịch|phát triển)){0,5} "
    r"(?:vào |tại )?(?=(?:tỉnh |thành phố |tp\.? ?)?[^\W\d_])"
)
# "xúc tiến đầu tư vào An Giang tại Khách sạn Sông Hậu": where it is stands behind
_STANDS_AT = re.compile(r"\b(?:tại|ở)\b")


def of_invitation(reading: Reading) -> Finding[Location] | None:
    """Infer the province from what investors are invited to."""
    places = reading.vocabularies.places
    best = [a.sentence for a in reading.announcements[:2]]
    for event in reading.events:
        match = _INVITES.match(reading.key, event.end)
        if event.sentence not in best or not match:
            continue
        end = reading.sentence(event.sentence).end
        named = list(localities(reading, match.end(), end))
        if not named or _STANDS_AT.search(reading.key, named[0].end, end):
            continue
        hit, level = named[0], reading.key[match.end() : named[0].start].strip()
        alone = len({province_of(places, x.id) for x in named}) == 1
        if alone and places[hit.id].kind == "province" and level in ("", "tỉnh", "thành phố"):
            where = Location(None, province_of(places, hit.id))
            span = (event.start, hit.end)
            return reading.finding(where, "invitation", [span], inferred=True)
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


def of_journey(reading: Reading) -> Finding[Location] | None:
    """Take the place that somebody goes to for the event."""
    places = reading.vocabularies.places
    for index in [a.sentence for a in reading.announcements[:2]]:
        sentence = reading.sentence(index)
        for match in _FOR_IT.finditer(reading.key, sentence.start, sentence.end):
            hit = next(localities(reading, match.end(), min(match.end() + 30, sentence.end)), None)
            if hit and hit.start == match.end() and _attended(reading, hit.end, index):
                where = Location(None, province_of(places, hit.id))
                if where.province:
                    span = (match.start(), hit.end)
                    return reading.finding(where, "journey", [span], inferred=True)
    return None


def _attended(reading: Reading, start: int, index: int) -> bool:
    """Whether those who came to the place attend all that the sentence tells of."""
    attends = _ATTENDS.match(reading.key, start)
    clause = attends and _CLAUSE.match(reading.key, attends.end())
    told = [e for e in reading.events if e.sentence == index]
    if not clause or not told or not is_of_best(reading, told[0]):
        return False
    return all(clause.start() < e.start < clause.end() for e in told)


def is_of_best(reading: Reading, event: EventMention) -> bool:
    """Whether it is such an event as the best announcement tells of."""
    best = reading.announcements[0].sentence if reading.announcements else None
    return event.type in {e.type for e in reading.events if e.sentence == best}


def of_visit(reading: Reading) -> Finding[Location] | None:
    """Infer the country abroad from the visit that the lead tells of."""
    places = reading.vocabularies.places
    for index in reading.kept[:6]:
        sentence = reading.sentence(index)
        for match in _VISIT.finditer(reading.key, sentence.start, sentence.end):
            hit = next(localities(reading, match.end(), min(match.end() + 30, sentence.end)), None)
            if hit and hit.start == match.end() and chain(places, hit.id)[-1].kind == "country":
                where = Location(None, province_of(places, hit.id))
                span = (match.start(), hit.end)
                if where.province:
                    return reading.finding(where, "visit", [span], inferred=True)
    return None


# "Về phía tỉnh Lào Cai có các đồng chí": the host's side is introduced by its name.
_HOST_SIDE = re.compile(r"\bvề phía (?:lãnh đạo )?(?:tỉnh|thành phố|tp\.?|địa phương|chủ nhà) ?")


def of_host_side(reading: Reading) -> Finding[Location] | None:
    """Infer the province from the one side that is introduced as the hosts."""
    sides = []
    for match in _HOST_SIDE.finditer(reading.key):
        hit = next(localities(reading, match.start(), match.end() + 30), None)
        if hit and hit.start <= match.end():
            sides.append((province_of(reading.vocabularies.places, hit.id), match.start(), hit.end))
    if len({province for province, _, _ in sides}) != 1 or not sides[0][0]:
        return None
    province, start, end = sides[0]
    where = Location(None, province)
    return reading.finding(where, "host side", [(start, end)], inferred=True)
