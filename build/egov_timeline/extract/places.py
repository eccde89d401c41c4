"""Where the event takes place, not where anything else does.

Turns the announcements of a reading into one location: venue or town in the article's words, and
the province. Seats of companies, hosts of other editions and homes of speakers are left out; a
place that only follows from who acts is marked inferred; an online event has none of that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.localities import localities, province_of
from egov_timeline.extract.reading import Reading
from egov_timeline.extract.venues import Venue, house_in, venue_at
from egov_timeline.records import Finding, Location, Part

_AT = re.compile(r"\b(?:tại|ở)\s+")
# "…, tại Hà Nội", "tổ chức tại", "diễn ra ngày 8/3 tại", "lễ khai trương tại": the event's own
# place.
_OF_EVENT = re.compile(
    r"(?:^|[\n,.;:(\"'-]|\d|\b(?:nay|qua|tổ chức|diễn ra|khai mạc|bế mạc|triệu tập|khai trương|"
    r"ra mắt|"
    r"ký kết|họp|làm việc|gặp mặt|khởi tranh|chính thức|công bố|tập trung|lễ|hội nghị|hội thảo|"
    r"diễn đàn|tọa đàm|triển lãm|có mặt|đồng chủ trì|phiên toàn thể))\s*$"
)
# "Đại sứ quán Hàn Quốc tại", "nhà máy ở", "đang sống ở": where something else is.
_OF_OTHERS = re.compile(
    r"\b(?:đại sứ quán|văn phòng|đại diện|p/v|phóng viên|thường trú|trú|sinh sống|sống|chi nhánh|"
    r"nhà máy|"
    r"tập đoàn|công ty|dự án|khu công nghiệp|cuộc sống|đang có|đầu tư|sinh ra|quê)\b[^,.;]{0,40}$"
)
# "sau nhiều năm tổ chức tại", "lần trước ở", "kỳ tiếp theo dự kiến tại": another edition.
_OTHER_TIME = re.compile(
    r"\b(?:nhiều năm|năm ngoái|năm trước|(?:kỳ|lần|năm) (?:trước|sau|tới)|tiếp theo|trước đó|"
    r"trước đây|lần đầu|từng|kế tiếp|cuối tháng)\b(?:(?!năm nay|lần này)[^;]){0,60}$"
)
# The whole sentence is of another time or event: "Trước đó, vòng chung khảo sẽ diễn ra tại".
_ELSEWHERE = re.compile(
    r"\W*(?:trước đó(?!,? theo kế hoạch)|trước đây|năm ngoái|năm trước|bên lề|cũng trong dịp|"
    r"tiếp theo)\b"
)
# The acts that an event consists of, where no noun names it: "khai trương trục liên thông … tại".
_ACT = re.compile(r"\b(?:khai trương|ra mắt|ký kết|khánh thành|trao giải|phát động|tổ chức)\b")
_LOOK_BACK = 70


def of_announcement(reading: Reading) -> Finding[Location] | None:
    """Find the place in the sentences that announce the event: "tổ chức tại Khách sạn Melia"."""
    return next((f for f in _announced(reading) if f.value.province), None)


def _announced(reading: Reading) -> Iterator[Finding[Location]]:
    for announcement in reading.announcements:
        found = _best_in(reading, announcement.start, announcement.end)
        if found:
            yield found


def of_caption(reading: Reading) -> Finding[Location] | None:
    """Find the place in a caption: "Quang cảnh buổi lễ tại UBND phường Hoà Hải, Đà Nẵng"."""
    for event in reading.events:
        sentence = reading.sentence(event.sentence)
        if reading.article.part_of(sentence) is Part.CAPTION:
            found = _best_in(reading, sentence.start, sentence.end)
            if found and found.value.province:
                return found
    return None


def of_venue(reading: Reading) -> Finding[Location] | None:
    """Take a venue that names no town ("tại Bộ Nội vụ"), and the province if it follows."""
    venue = next(_announced(reading), None)
    if not venue:
        return None
    for rule in (of_dateline, of_local_body, of_host_side):
        follows = rule(reading)
        if follows:
            where = Location(venue.value.place, follows.value.province)
            return Finding(where, follows.certainty, venue.evidence + follows.evidence)
    return venue


def _best_in(reading: Reading, start: int, end: int) -> Finding[Location] | None:
    if _ELSEWHERE.match(reading.key, start, end):
        return None
    weak = None
    for match in _AT.finditer(reading.key, start, end):
        venue = venue_at(reading, match.end(), end)
        if not venue:
            continue
        before = reading.key[max(start, match.start() - _LOOK_BACK) : match.start()]
        if _OF_OTHERS.search(before) or _OTHER_TIME.search(before):
            continue
        if match.start() == start or _OF_EVENT.search(before):
            return _finding(reading, match.start(), venue, "tại")
        if weak is None and _told_of(reading, start, match.start()):
            weak = _finding(reading, match.start(), venue, "tại")
    return weak


def _told_of(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence has come to the event before the place."""
    return bool(_ACT.search(reading.key, start, end)) or any(
        start <= e.start < end for e in reading.events
    )


def _finding(
    reading: Reading, start: int, venue: Venue, rule: str, *, inferred: bool = False
) -> Finding[Location]:
    return reading.finding(venue.location, rule, [(start, venue.end)], inferred=inferred)


def of_house(reading: Reading) -> Finding[Location] | None:
    """Find a house that a dated lead names: "ngồi kín Trung tâm hội nghị tỉnh Tiền Giang"."""
    for index in (*(a.sentence for a in reading.announcements[:2]), *reading.kept[:5]):
        sentence = reading.sentence(index)
        if not reading.is_dated(sentence):
            continue
        venue = house_in(reading, sentence.start, sentence.end)
        if venue:
            return _finding(reading, venue.start, venue, "house")
    return None


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
    r"tỉnh đoàn|"
    r"thành đoàn|công an|sở)\b[^,.;:()]{0,50}$"
)
# A body of the whole country beside it: then the place does not follow.
_NATIONAL = re.compile(
    r"\b(?:bộ|chính phủ|quốc hội|trung ương|tổng cục|cục|thủ tướng|việt nam|quốc gia|quốc tế|"
    r"các tỉnh)\b"
)
_HOLDS = re.compile(
    r"\b(?:tổ chức|ký kết|chủ trì|khai mạc|khai trương|ra mắt|vận hành|trao giải)\b"
)


def of_local_body(reading: Reading) -> Finding[Location] | None:
    """Infer the province from a local body that holds the event alone or with its own."""
    for announcement in reading.announcements[:2]:
        holds = _HOLDS.search(reading.key, announcement.start, announcement.end)
        said = reading.key[announcement.start : announcement.end]
        if not holds or _ONLINE.search(said) or _NATIONAL.search(said[: holds.start()]):
            continue
        found = list(_local_bodies(reading, announcement.start, holds.start()))
        if len({where for where, _ in found}) == 1:
            where, span = found[0]
            return reading.finding(Location(None, where), "local body", [span], inferred=True)
    return None


def _local_bodies(reading: Reading, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for hit in localities(reading, start, end):
        body = _LOCAL_BODY.search(reading.key, start, hit.start)
        province = province_of(reading.vocabularies.places, hit.id)
        if body and province:
            yield province, (body.start(), hit.end)


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


LOCATION = (
    of_announcement,
    of_caption,
    of_house,
    of_venue,
    of_dateline,
    of_local_body,
    of_host_side,
)
