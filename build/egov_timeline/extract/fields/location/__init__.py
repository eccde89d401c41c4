"""Where the event takes place, not where anything else does.

Turns the announcements of a document into one location: venue or town in the article's words, and
the province. Seats of companies, hosts of other editions and homes of speakers are left out; a
place that only follows from who acts is marked inferred; an online event has none of that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.annotate.editions import editions, number
from egov_timeline.extract.annotate.localities import localities
from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.annotate.venues import Venue, house_in, venue_at
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.location.inferred import (
    is_of_best,
    of_dateline,
    of_host_side,
    of_invitation,
    of_journey,
    of_local_body,
    of_owner,
    of_visit,
)
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.eras import of_its_era
from egov_timeline.extract.resolve.home_province import of_home, of_house_at_home
from egov_timeline.records import Finding, Location, Part
from egov_timeline.vocabulary import province_of

# "tại Huế", "trong khuôn viên Trường Đại học Huế", "trong không gian cạnh hồ Tây, Hà Nội"
_AT = re.compile(r"\b(?:tại|ở|trong (?:khuôn viên|không gian|hội trường)(?: cạnh| của)?)\s+")
_HAPPENS = ("hold", "occur", "open")
# "…, tại Hà Nội", "tổ chức tại", "diễn ra ngày 8/3 tại", "lễ khai trương tại": the event's own
# place.
_OF_EVENT = re.compile(
    r"(?:^|[\n,.;:(\"'-]|\d\)?|\b(?:nay|qua|"
    rf"{words(*_HAPPENS, 'close', 'launch', 'sign', 'convene')}|"
    rf"{words('gathering')}|họp|làm việc|gặp mặt|chính thức|công bố|tập trung|có mặt|"
    r"đồng chủ trì|phiên toàn thể))\s*$"
)
# "Đại sứ quán Hàn Quốc tại", "nhà máy ở", "sau khi dự diễn đàn tại": where something else is.
_OF_OTHERS = re.compile(
    r"\b(?:đại sứ quán|văn phòng|đại diện|p/v|phóng viên|thường trú|trú|sinh sống|sống|chi nhánh|"
    r"nhà máy|tập đoàn|công ty|dự án|khu công nghiệp|cuộc sống|đang có|đầu tư|sinh ra|quê|"
    # "khách mời của Trung tâm Văn hóa Pháp tại Đà Nẵng": where that body has its seat
    r"sau khi (?:tham )?dự|(?:khách mời|diễn giả|chuyên gia|học giả|đoàn) (?:của|từ|đến từ))\b"
    rf"(?:(?!\b{words(*_HAPPENS)}\b)[^,.;]){{0,40}}$"
)
# "sau nhiều năm tổ chức tại", "lần trước ở", "kỳ tiếp theo dự kiến tại": another edition.
_OTHER_TIME = re.compile(
    r"\b(?:nhiều năm|"
    rf"{words('earlier', 'last edition', 'next edition', 'next year')}|"
    rf"lần đầu(?! tiên (?:được )?{words('hold', 'occur')} (?:vào )?"
    rf"(?:ngày|{words('part of day')}))|từng|"
    r"cuối tháng|"
    rf"thời gian {words('occur')}|tiếp nối|(?:{words('ask')}|muốn|ngỏ ý|xin|ứng cử) (?:được )?"
    rf"{words('host')})\b"
    r"(?:(?!năm nay|lần này)[^;]){0,60}$"
)
# The whole sentence is of another time or event: "Trước đó, vòng chung khảo sẽ diễn ra tại".
_ELSEWHERE = re.compile(
    rf"\W*(?:{words('earlier', 'last edition', 'next edition')}|bên lề|cũng trong dịp)\b"
)
# "Địa điểm không đổi, vẫn là khách sạn", "nơi đón khách là": the place is the sentence's subject;
# a round pin says the same in an invitation.
_SPOT = re.compile(
    r"\b(?:địa điểm(?! (?:đăng ký|nhận|nộp|cho))|"
    rf"nơi (?:{words('hold', 'occur')}|đón khách|gặp gỡ))\b"
    r"[^.;:]{0,30}?(?:: ?| (?:là|tại|ở) )|\U0001F4CD ?"
)
# The acts that an event consists of, where no noun names it: "khai trương trục liên thông … tại".
_ACT = re.compile(
    rf"\b(?:{words('hold', 'open', 'launch', 'call', 'sign', 'award')}|"
    r"gặp gỡ|gặp mặt|tiếp xúc|đối thoại|hội đàm|hội kiến)\b"
)
_LOOK_BACK = 70


def of_announcement(document: Document) -> Finding[Location] | None:
    """Find the place in the sentences that announce the event: "tổ chức tại Khách sạn Melia"."""
    return next((f for f in _announced(document) if f.value.province), None)


def _announced(document: Document) -> Iterator[Finding[Location]]:
    for rank, announcement in enumerate(document.announcements):
        if rank and _of_another_day(document, announcement.start, announcement.end):
            continue
        found = _best_in(document, announcement.start, announcement.end)
        if found:
            yield found


def _of_another_day(document: Document, start: int, end: int) -> bool:
    """Whether a sentence tells of some other day: "Khi làm việc tại Huế ngày 12/7 năm ngoái"."""
    date = document.found.get("date")
    if date is None or date.value.precision != "day":
        return False
    first, last = ((p.month or 0, p.day or 0) for p in (date.value.start, date.value.end))
    days = [
        (t.first, t.last) for t in document.timexes if start <= t.start < end and t.kind is Kind.DAY
    ]
    return bool(days) and not any(
        (a.month or 0, a.day or 0) <= last and first <= (b.month or 0, b.day or 0) for a, b in days
    )


def of_caption(document: Document) -> Finding[Location] | None:
    """Find the place in a caption: "Quang cảnh buổi lễ tại UBND phường Hoà Hải, Đà Nẵng"."""
    for event in document.events:
        sentence = document.sentence(event.sentence)
        if document.article.part_of(sentence) is Part.CAPTION:
            found = _best_in(document, sentence.start, sentence.end)
            if found and found.value.province:
                return found
    return None


# "trụ sở Trung ương Đảng", "hội trường Bộ Nội vụ": whoever acts there is not at home.
_NATIONAL_SEAT = re.compile(
    r"\b(?:(?<!cán )bộ (?!chỉ huy|phận|tư lệnh|môn)|trung ương|chính phủ|quốc hội|phủ chủ tịch)"
)


def of_venue(document: Document) -> Finding[Location] | None:
    """Take a venue that names no town ("tại Bộ Nội vụ"), and the province if it follows."""
    venue = next(_announced(document), None)
    if not venue:
        return None
    if _NATIONAL_SEAT.search((venue.value.place or "").lower()):
        return venue
    for rule in (of_receiver, of_dateline, of_local_body, of_owner, of_host_side, of_home):
        follows = rule(document)
        if follows:
            where = Location(venue.value.place, follows.value.province)
            return Finding(where, follows.certainty, venue.evidence + follows.evidence)
    return of_house_at_home(document, venue) or venue


def _best_in(document: Document, start: int, end: int) -> Finding[Location] | None:
    if _ELSEWHERE.match(document.key, start, end) or _of_other_edition(document, start, end):
        return None
    weak = None
    for match in _AT.finditer(document.key, start, end):
        venue = venue_at(document, match.end(), end)
        if not venue:
            continue
        before = document.key[max(start, match.start() - _LOOK_BACK) : match.start()]
        if _OF_OTHERS.search(before) or _OTHER_TIME.search(before):
            continue
        if match.start() == start or _OF_EVENT.search(before):
            return _finding(document, match.start(), venue, "tại")
        if weak is None and _told_of(document, start, match.start()):
            weak = _finding(document, match.start(), venue, "tại")
    return weak


def _of_other_edition(document: Document, start: int, end: int) -> bool:
    """Whether the sentence counts an edition that is not the event's own."""
    own = document.found.get("series")
    told = {number(m[1]) for m in editions(document.key, start, end)}
    return bool(own and own.value.edition and told and own.value.edition not in told)


def _told_of(document: Document, start: int, end: int) -> bool:
    """Whether the sentence has come to the event before the place."""
    return bool(_ACT.search(document.key, start, end)) or any(
        start <= e.start < end for e in document.events
    )


def _finding(
    document: Document, start: int, venue: Venue, rule: str, *, inferred: bool = False
) -> Finding[Location]:
    return document.finding(venue.location, rule, [(start, venue.end)], inferred=inferred)


def of_house(document: Document) -> Finding[Location] | None:
    """Find a house that a dated lead names, or the hall of the scene that it paints."""
    for index in (*(a.sentence for a in document.announcements[:2]), *document.kept[:5]):
        sentence = document.sentence(index)
        dated = document.is_dated(sentence)
        venue = house_in(document, sentence.start, sentence.end, hall=not dated)
        if venue:
            return _finding(document, venue.start, venue, "house")
    return None


def of_spot(document: Document) -> Finding[Location] | None:
    """Read the place that a sentence of its own gives: "Địa điểm: Khách sạn Sông Hồng"."""
    for index in document.kept[1:12]:
        sentence = document.sentence(index)
        for match in _SPOT.finditer(document.key, sentence.start, sentence.end):
            venue = venue_at(document, match.end(), sentence.end)
            if venue and venue.location.province and not _OTHER_TIME.search(match[0]):
                return _finding(document, match.start(), venue, "spot")
    return None


# "Bình Dương sẽ đăng cai tổ chức hội nghị", "Sở Nội vụ Bạc Liêu, đơn vị chủ nhà": the place itself
# is named as host, or its body.
_HOSTS = re.compile(
    r",?(?: (?:đã|sẽ|vừa|là|vinh dự|được|chọn|nơi|lần đầu|tiên|nhận|vai trò|đơn vị|"
    r"địa phương)){0,5} "
    rf"(?:{words('host')}|chủ nhà(?! của)|trở thành (?:nơi|điểm) (?:gặp gỡ|hẹn|hội tụ))\b"
)
# "Vũng Tàu sẽ đón khoảng 500 đại biểu của hội thảo": that they stay for it there follows; not where
# they only pass, or were before.
_RECEIVES = re.compile(
    r"(?: (?:đã|sẽ|vừa|vinh dự|được|lần đầu|tiên)){0,3} "
    r"đón (?:tiếp )?(?:[^\W_]+ ){0,3}(?:đại biểu|chuyên gia|thí sinh)(?= (?:của|dự|về|tới) )"
)
_PASSED = re.compile(
    r"\b(?:(?:sân bay|nhà ga|ga|cảng|bến|cửa khẩu|khách sạn)(?: [^\W_]+){0,2}|"
    r"(?:trước|sau) đó\b[^.;]*) $"
)
# "được trao cho Bình Phước, nơi sẽ đăng cai kỳ tới": the next host.
_HOST_WORD = re.compile(rf"\b(?:{words('host')}|chủ nhà|gặp gỡ|điểm hẹn|hội tụ)\b")
_HANDED = re.compile(
    rf"\b(?:{words('next year')}|trao|chuyển giao|bàn giao|lần thứ|kỳ)\b[^.;]{{0,60}}$"
)
_NOT_NOW = re.compile(rf"[^.;]{{0,60}}\b{words('next edition', 'next year')}\b")


def of_host(document: Document) -> Finding[Location] | None:
    """Read the place that hosts this edition."""
    best = [a.sentence for a in document.announcements[:3]]
    for index in (*best, *(i for i in document.kept[:6] if i not in best)):
        sentence = document.sentence(index)
        if not _HOST_WORD.search(document.key, sentence.start, sentence.end):
            continue
        if _of_other_edition(document, sentence.start, sentence.end):
            continue
        for hit in localities(document, sentence.start, sentence.end):
            province = province_of(document.vocabularies.places, hit.id)
            hosts = _HOSTS.match(document.key, hit.end, sentence.end)
            if (
                province
                and hosts
                and not _next_host(document, sentence.start, hit.start, hosts.end())
            ):
                where = Location(None, province)
                return document.finding(where, "host", [(hit.start, hosts.end())])
    return None


def of_receiver(document: Document) -> Finding[Location] | None:
    """Infer the province from the town that those who attend are received in."""
    for index in document.kept[:6]:
        sentence = document.sentence(index)
        span = (sentence.start, sentence.end)
        if _ELSEWHERE.match(document.key, *span) or _of_other_edition(document, *span):
            continue
        for hit in localities(document, *span):
            receives = _RECEIVES.match(document.key, hit.end, sentence.end)
            where = Location(None, province_of(document.vocabularies.places, hit.id))
            if not receives or not where.province:
                continue
            if _PASSED.search(document.key, sentence.start, hit.start):
                continue
            # "đón 100 đại biểu của triển lãm" in the text on a hearing is another event's
            event = next((e for e in document.events if e.start >= receives.end()), None)
            if not event or event.sentence != index or not is_of_best(document, event):
                continue
            if not _next_host(document, sentence.start, hit.start, receives.end()):
                told = (hit.start, receives.end())
                return document.finding(where, "receiver", [told], inferred=True)
    return None


def _next_host(document: Document, start: int, begin: int, end: int) -> bool:
    handed = _HANDED.search(document.key, max(start, begin - _LOOK_BACK), begin)
    return bool(handed or _NOT_NOW.match(document.key, end))


_RULES = (
    of_announcement,
    of_caption,
    of_house,
    of_spot,
    of_host,
    of_venue,
    of_receiver,
    of_dateline,
    of_journey,
    of_invitation,
    of_local_body,
    of_owner,
    of_host_side,
    of_visit,
    of_home,
)


def location(document: Document) -> Finding[Location] | None:
    """Return the place by the first rule that finds one, its province as of the event's day."""
    found = (rule(document) for rule in _RULES)
    return of_its_era(document, next(filter(None, found), None))


LOCATION = (location,)
