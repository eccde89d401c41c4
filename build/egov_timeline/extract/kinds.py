"""Does the article report one event, and of which kind?

Turns a reading into `is_event` and the event type of DESIGN 4.3. A text that only mentions events
(opinion, decision, how-to, ranking) or reports several in brief has none; in doubt it has none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from egov_timeline.extract import voices
from egov_timeline.extract.contests import calls_for_entries, tells_the_winners
from egov_timeline.extract.listing import lists_stories
from egov_timeline.extract.reading import EventMention, Reading
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL, match_key

# "+ Sáng 12/5, … + Sở Nội vụ tổ chức …": news in brief, items joined by a plus.
_BRIEF_ITEM = re.compile(rf" \+ (?=[{CAPITAL}])")
_BRIEFS = 3
# The page of a legal document: "Số hiệu văn bản", "Ngày ban hành", "Ngày có hiệu lực".
_DOCUMENT_FIELDS = ("số hiệu", "số ký hiệu", "ngày ban hành", "ngày có hiệu lực", "trích yếu")
# "Bước 1: Mở email", "Cách 2": instructions.
_STEP = re.compile(r"(?:bước|cách) [1-9]\s*[:.-]")
# "05/11: Hội thảo …", "14 - 15/11: Tập huấn": a calendar of events, each behind its day.
_DAY_OF_CALENDAR = re.compile(r"^\W*(?:ngày )?\d{1,2}(?: ?- ?\d{1,2})?/\d{1,2}(?: \([^)]*\))?:")
_CALENDAR = 4
# "Nóng trong tuần", "Điểm tin", "Tin nóng": the title of a digest.
_DIGEST = re.compile(
    r"\b(?:trong tuần(?! (?:sau|tới|này))|tuần qua|(?:điểm|bản) tin|tin (?:vắn|nhanh|nóng))\b"
)
# "phát biểu tại hội nghị", "quang cảnh buổi lễ", "kết thúc hội thảo": told from inside the event.
_SCENE = re.compile(
    r"\b(?:tại|dự|khai mạc|bế mạc|kết luận|kết thúc|khép lại|toàn cảnh|quang cảnh|chủ trì|bên lề|"
    r"mở đầu|trong khuôn khổ|cuối) (?:phần |phiên |buổi |cuộc |lễ )?$"
)
# "Tại hội nghị, …", "Phát biểu tại lễ", "chủ trì phiên họp": what follows was said or done there.
_STAGE = re.compile(
    r"(?:^\W*(?:(?:cũng )?(?:tại|trong)|dự)|\b(?:phát biểu|cho biết|kết luận|chia sẻ|báo cáo|"
    r"nhấn mạnh|công bố|thông tin|nêu|khẳng định|yêu cầu|chỉ đạo|đưa ra|trình bày)"
    r"(?: \w+){0,2} tại|"
    r"chủ trì|(?:tham|tới|đến) dự|quang cảnh|toàn cảnh) (?:phần |phiên |buổi |cuộc |lễ )?$"
)
# "… nói chuyện tại hội nghị.", "tại hội thảo này": a bare noun is the event that the text tells of.
_AT = re.compile(r"\b(?:tại|trong|dự) $")
_BARE = re.compile(
    r"\s*(?:[,.:;(\n-]|$|này\b|hôm\b|ngày \d|sáng\b|chiều\b|vào (?:ngày|sáng|chiều))"
)
_LOOK_BACK = 26
# "Khánh thành phòng học số", "Hội thảo về dữ liệu mở", "Tập huấn chữ ký số": the title of a report.
_OPENS_TITLE = re.compile(
    r"\W*(?:khánh thành|khai mạc|bế mạc|khai trương|khởi công|ra mắt|ký kết|trao giải|phát động|"
    r"ra quân|họp báo|tập huấn|gặp mặt|hội (?:thảo|nghị|thi|đàm)|tọa đàm|diễn đàn|triển lãm|lễ)\b"
)
# The news stands in the lead: the title, the standfirst and the first sentences.
_LEAD = 6


def _in_brief(reading: Reading) -> bool:
    return len(_BRIEF_ITEM.findall(reading.text)) >= _BRIEFS


def _of_document(reading: Reading) -> bool:
    return sum(field in reading.key for field in _DOCUMENT_FIELDS) > 1


def _instructs(reading: Reading) -> bool:
    return len(_STEP.findall(reading.key)) > 2


def _teasers(reading: Reading) -> bool:
    """A tag page: again and again a headline and one paragraph of another story."""
    ends = "".join(
        "." if reading.text[b.end - 1] in '.!?…"”' else "h"
        for b in reading.article.blocks
        if b.part in (Part.BODY, Part.HEADING)
    )
    return 2 * ends.count("h.") >= max(8, 0.75 * len(ends))


def _digest(reading: Reading) -> bool:
    first = reading.sentence(reading.kept[0]) if reading.kept else None
    return bool(first and _DIGEST.search(reading.key, first.start, first.end))


# "Phạt công ty viễn thông 40 triệu đồng": the news is what somebody is punished for.
_PUNISHES = re.compile(r"\W*(?:xử phạt|phạt|khởi tố|bắt giữ|bắt tạm giam|truy tố|truy nã)\b")


# "vì hội thảo không phép", "40 triệu đồng": whom it is for, not what it is about
_FOR_WHAT = re.compile(
    r"\b(?:vì|do|tội|hành vi|không phép|trái phép|\d[\d.,]* (?:triệu|tỷ|tỉ|nghìn))\b"
)
_HEAD = 3


def _punishes(reading: Reading) -> bool:
    """The title tells of a penalty, and neither it nor the lead names an event as the news."""
    first = reading.sentence(reading.kept[0]) if reading.kept else None
    if not first or not _PUNISHES.match(reading.key, first.start, first.end):
        return False
    if _FOR_WHAT.search(reading.key, first.start, first.end):
        return True
    head = set(reading.kept[:_HEAD])
    held = {a.sentence for a in reading.announcements if a.score > 1}
    named = {e.sentence for e in reading.events if e.type and e.sentence in head}
    return not any(i == reading.kept[0] or i in held for i in named)


def _calendar(reading: Reading) -> bool:
    """A list of events by their days."""
    said = (reading.sentence(i) for i in reading.kept)
    return (
        sum(bool(_DAY_OF_CALENDAR.match(reading.key[s.start : s.end])) for s in said) >= _CALENDAR
    )


def _pegged(reading: Reading) -> bool:
    """The lead places the news in the event: with its day, or on its stage."""
    lead = set(reading.kept[:_LEAD])
    told = (a.score for a in reading.announcements if a.says_what and a.sentence in lead)
    best = max(told, default=0.0)
    return best >= (1.0 if _scenes(reading) else 1.15)


def _resumed(reading: Reading) -> bool:
    """The lead speaks of an event, and a sentence further on announces it."""
    lead = set(reading.kept[:_LEAD])
    types = {e.type for e in reading.events if e.type and e.sentence in lead}
    near = set(reading.kept[: 2 * _LEAD])
    told = {a.sentence for a in reading.announcements if a.score >= 1.3 and a.sentence in near}
    return any(e.type in types and e.sentence in told for e in reading.events)


def _told_throughout(reading: Reading) -> bool:
    """Scene upon scene, or one that the title names, and the lead stands on the stage."""
    lead = set(reading.kept[:_LEAD])
    return len(_scenes(reading)) + _titled(reading) > 1 and any(
        event.sentence in lead and _on_stage(reading, event) for event in reading.events
    )


def _titled(reading: Reading) -> bool:
    """Whether the title begins with what is held or done: "Khánh thành phòng học số"."""
    title = reading.found.get("title")
    return bool(title and _OPENS_TITLE.match(match_key(title.value)))


# "Thời gian: 18h30, thứ Sáu", "📍 Giảng đường B1": the lines of an invitation or a notice.
_TIME_LINE = re.compile(
    r"^\W*(?:thời gian(?:,? (?:và )?địa điểm)?|khai mạc|khai giảng)(?: tổ chức)? ?:|"
    r"^\W*[🕐-🕧⏰📅🗓]",
    re.MULTILINE,
)
_PLACE_LINE = re.compile(
    r"^\W*(?:thời gian,? (?:và )?)?địa điểm(?: tổ chức)? ?:|^\W*📍", re.MULTILINE
)


def _invites(reading: Reading) -> bool:
    """The lead names an event, and labelled lines below give its time and its place."""
    lead = set(reading.kept[: 2 * _LEAD])
    return (
        any(event.type and event.sentence in lead for event in reading.events)
        and bool(_TIME_LINE.search(reading.key))
        and bool(_PLACE_LINE.search(reading.key))
    )


def _scenes(reading: Reading) -> set[int]:
    """Sentences that speak from inside the event."""
    return {
        e.sentence
        for e in reading.events
        if _SCENE.search(reading.key, max(0, e.start - _LOOK_BACK), e.start)
    }


def _on_stage(reading: Reading, event: EventMention) -> bool:
    begin = reading.sentence(event.sentence).start
    before = reading.key[max(begin, event.start - _LOOK_BACK) : event.start]
    return bool(
        _STAGE.search(before) or (_AT.search(before) and _BARE.match(reading.key, event.end))
    )


NOT_ONE_EVENT: tuple[tuple[str, Callable[[Reading], object]], ...] = (
    ("news in brief", _in_brief),
    ("the page of a document", _of_document),
    ("instructions", _instructs),
    ("a list of stories", lists_stories),
    ("a list of teasers", _teasers),
    ("a digest", _digest),
    ("a penalty", _punishes),
    ("a calendar of events", _calendar),
    ("an interview", voices.interviews),
    ("an answer to a letter", voices.answers_a_letter),
    ("an opinion", voices.gives_an_opinion),
    ("a letter", voices.is_a_letter),
)
NOT_ANNOUNCED = "announces no event"
SIGNS = (
    _pegged,
    _resumed,
    _told_throughout,
    _invites,
    calls_for_entries,
    tells_the_winners,
)


def reports_one_event(reading: Reading) -> bool | None:
    """Return True for a text that reports one event as its news."""
    reason = next((reason for reason, holds in NOT_ONE_EVENT if holds(reading)), "")
    if not reason and any(seen(reading) for seen in SIGNS):
        return True
    reading.found["no_event"] = reason or NOT_ANNOUNCED
    return None


def type_of_noun(reading: Reading) -> str | None:
    """Return the type that the announcing nouns have most often, the best announcement first."""
    weights = {a.sentence: max(a.score, 0.3) for a in reading.announcements[:5]}
    votes: defaultdict[str, float] = defaultdict(float)
    for event in reading.events:
        if event.type and not _celebrated(reading, event):
            votes[event.type] += weights.get(event.sentence, 0.3)
            # "Tập huấn, đào tạo … là nội dung của hội nghị": what opens a sentence is its subject.
            votes[event.type] += event.start == reading.sentence(event.sentence).start
    if not votes:
        return None
    kind = max(votes, key=lambda k: votes[k])
    # A training is a conference too ("Hội nghị tập huấn"): the narrower word says what it is.
    return "tap-huan" if kind == "hoi-nghi" and votes["tap-huan"] >= 1 else kind


# "lễ trao giải Cuộc thi viết thư": the contest is what the ceremony is for.
_CEREMONY_OF = re.compile(r"lễ (?!khai mạc|bế mạc)[^,.;]{3,40}$")


def _celebrated(reading: Reading, event: EventMention) -> bool:
    begin = max(reading.sentence(event.sentence).start, event.start - 50)
    return bool(_CEREMONY_OF.search(reading.key, begin, event.start))


# "ra mắt", "ký kết", "khai trương": a ceremony that no noun names.
_CEREMONIES = re.compile(
    r"\b(?:ra mắt|ký kết|ký|khai trương|khánh thành|khởi công|trao giải|phát động|vận hành)\b"
)


def type_of_act(reading: Reading) -> str | None:
    """Return "le" where the announcement tells of a ceremony by its act alone."""
    for best in reading.announcements[:1]:
        if _CEREMONIES.search(reading.key, best.start, best.end):
            return "le"
    return None


IS_EVENT = (reports_one_event,)
EVENT_TYPE = (type_of_noun, type_of_act)
