"""Does the article report one event?

Turns a document into `is_event` of DESIGN 4.3. A text that only mentions events (opinion, decision,
how-to, ranking) or reports several in brief has none; in doubt it has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.is_event import first_person
from egov_timeline.extract.fields.is_event.contests import calls_for_entries, tells_the_winners
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.story_lists import lists_stories
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
_DAY_OF_CALENDAR = re.compile(r"\W*(?:ngày )?\d{1,2}(?: ?- ?\d{1,2})?/\d{1,2}(?: \([^)]*\))?:")
_CALENDAR = 4
# "Nóng trong tuần", "Điểm tin", "Tin nóng": the title of a digest.
_DIGEST = re.compile(
    r"\b(?:trong tuần(?! (?:sau|tới|này))|tuần qua|(?:điểm|bản) tin|tin (?:vắn|nhanh|nóng))\b"
)
# "phát biểu tại hội nghị", "quang cảnh buổi lễ", "kết thúc hội thảo": told from inside the event.
_SCENE = re.compile(
    rf"\b(?:{words('open', 'close', 'preside')}|tại|dự|kết luận|kết thúc|toàn cảnh|quang cảnh|"
    r"bên lề|mở đầu|trong khuôn khổ|cuối) (?:phần |phiên |buổi |cuộc |lễ )?$"
)
# "Tại hội nghị, …", "Phát biểu tại lễ", "chủ trì phiên họp": what follows was said or done there.
_STAGE = re.compile(
    r"(?:^\W*(?:(?:cũng )?(?:tại|trong)|dự)|"
    rf"\b(?:{words('say', 'ask')}|kết luận|báo cáo|công bố|thông tin|nêu|đưa ra|trình bày)"
    r"(?: \w+){0,2} tại|"
    rf"{words('preside')}|(?:tham|tới|đến) dự|quang cảnh|toàn cảnh) "
    r"(?:phần |phiên |buổi |cuộc |lễ )?$"
)
_PART = words("part of day")
# "… nói chuyện tại hội nghị.", "tại hội thảo này": a bare noun is the event that the text tells of.
_AT = re.compile(r"\b(?:tại|trong|dự) $")
_BARE = re.compile(rf"\s*(?:[,.:;(\n-]|$|này\b|hôm\b|ngày \d|{_PART}\b|vào (?:ngày|{_PART}))")
_LOOK_BACK = 26
# "Khánh thành phòng học số", "Hội thảo về dữ liệu mở", "Tập huấn chữ ký số": the title of a report.
_OPENS_TITLE = re.compile(
    rf"\W*(?:{words('open', 'close', 'launch', 'call', 'sign', 'award')}|"
    rf"{words('gathering')}|ra quân|gặp mặt|hội đàm)\b"
)
# "Tại Diễn đàn “…”, ông A cho biết", "Phát biểu tại hội thảo, bà B nhấn mạnh".
_OPENS_AT = re.compile(r"\W*(?:(?:phát biểu|trao đổi|chia sẻ) )?(?:tại|trong) (?:buổi |cuộc )?")
_SAYS = re.compile(rf"\b{words('say')}\b")
_OPENING = 3
# The news stands in the lead: the title, the standfirst and the first sentences.
_LEAD = 6
_TELLS = 1.3  # the least score of an announcement that does


def _in_brief(document: Document) -> bool:
    several = document.text.count(" + ") >= _BRIEFS
    return several and len(_BRIEF_ITEM.findall(document.text)) >= _BRIEFS


def _of_document(document: Document) -> bool:
    return sum(field in document.key for field in _DOCUMENT_FIELDS) > 1


def _instructs(document: Document) -> bool:
    # Both words are in few texts so often: most are done with at once.
    named = document.key.count("bước ") + document.key.count("cách ")
    return named > 2 and len(_STEP.findall(document.key)) > 2


def _teasers(document: Document) -> bool:
    """A tag page: again and again a headline and one paragraph of another story."""
    ends = "".join(
        "." if document.text[b.end - 1] in '.!?…"”' else "h"
        for b in document.article.blocks
        if b.part in (Part.BODY, Part.HEADING)
    )
    return 2 * ends.count("h.") >= max(8, 0.75 * len(ends))


def _digest(document: Document) -> bool:
    first = document.sentence(document.kept[0]) if document.kept else None
    return bool(first and _DIGEST.search(document.key, first.start, first.end))


# "Phạt công ty viễn thông 40 triệu đồng": the news is what somebody is punished for.
_PUNISHES = re.compile(r"\W*(?:xử phạt|phạt|khởi tố|bắt giữ|bắt tạm giam|truy tố|truy nã)\b")


# "vì hội thảo không phép", "40 triệu đồng": whom it is for, not what it is about
_FOR_WHAT = re.compile(
    r"\b(?:vì|do|tội|hành vi|không phép|trái phép|\d[\d.,]* (?:triệu|tỷ|tỉ|nghìn))\b"
)
_HEAD = 3


def _punishes(document: Document) -> bool:
    """The title tells of a penalty, and neither it nor the lead names an event as the news."""
    first = document.sentence(document.kept[0]) if document.kept else None
    if not first or not _PUNISHES.match(document.key, first.start, first.end):
        return False
    if _FOR_WHAT.search(document.key, first.start, first.end):
        return True
    head = set(document.kept[:_HEAD])
    held = {a.sentence for a in document.announcements if a.score > 1}
    named = {e.sentence for e in document.events if e.type and e.sentence in head}
    return not any(i == document.kept[0] or i in held for i in named)


def _calendar(document: Document) -> bool:
    """A list of events by their days."""
    if min(document.key.count("/"), document.key.count(":")) < _CALENDAR:
        return False
    said = (document.sentence(i) for i in document.kept)
    return (
        sum(bool(_DAY_OF_CALENDAR.match(document.key, s.start, s.end)) for s in said) >= _CALENDAR
    )


def _pegged(document: Document) -> bool:
    """The lead places the news in the event: with its day, or on its stage."""
    lead = set(document.kept[:_LEAD])
    told = (a.score for a in document.announcements if a.says_what and a.sentence in lead)
    return max(told, default=0.0) >= _TELLS


def _opens_on_stage(document: Document) -> bool:
    """The text begins with what somebody said at an event of some kind, though not when."""
    opening = document.kept[:_OPENING]
    for event in document.events:
        whole = document.sentence(event.sentence)
        if event.sentence not in opening or event.type in ("", "khac"):
            continue
        at = _OPENS_AT.fullmatch(document.key, whole.start, event.start)
        if at and _SAYS.search(document.key, event.end, whole.end):
            return True
    return False


def _told_throughout(document: Document) -> bool:
    """Scene upon scene, or one that the title names, and the lead stands on the stage."""
    lead = set(document.kept[:_LEAD])
    staged = any(event.sentence in lead and _on_stage(document, event) for event in document.events)
    return staged and len(_scenes(document)) + _titled(document) > 1


def _titled(document: Document) -> bool:
    """Whether the title begins with what is held or done: "Khánh thành phòng học số"."""
    title = document.found.get("title")
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


def _invites(document: Document) -> bool:
    """The lead names an event, and labelled lines below give its time and its place."""
    lead = set(document.kept[: 2 * _LEAD])
    return (
        any(event.type and event.sentence in lead for event in document.events)
        and bool(_TIME_LINE.search(document.key))
        and bool(_PLACE_LINE.search(document.key))
    )


def _scenes(document: Document) -> set[int]:
    """Sentences that speak from inside the event."""
    return {
        e.sentence
        for e in document.events
        if _SCENE.search(document.key, max(0, e.start - _LOOK_BACK), e.start)
    }


def _on_stage(document: Document, event: EventMention) -> bool:
    begin = document.sentence(event.sentence).start
    before = document.key[max(begin, event.start - _LOOK_BACK) : event.start]
    return bool(
        _STAGE.search(before) or (_AT.search(before) and _BARE.match(document.key, event.end))
    )


NOT_ONE_EVENT: tuple[tuple[str, Callable[[Document], object]], ...] = (
    ("news in brief", _in_brief),
    ("the page of a document", _of_document),
    ("instructions", _instructs),
    ("a list of stories", lists_stories),
    ("a list of teasers", _teasers),
    ("a digest", _digest),
    ("a penalty", _punishes),
    ("a calendar of events", _calendar),
    ("an interview", first_person.interviews),
    ("an answer to a letter", first_person.answers_a_letter),
    ("an opinion", first_person.gives_an_opinion),
    ("a letter", first_person.is_a_letter),
)
NOT_ANNOUNCED = "announces no event"
SIGNS = (
    _pegged,
    _opens_on_stage,
    _told_throughout,
    _invites,
    calls_for_entries,
    tells_the_winners,
)


def reports_one_event(document: Document) -> bool | None:
    """Return True for a text that reports one event as its news."""
    reason = next((reason for reason, holds in NOT_ONE_EVENT if holds(document)), "")
    if not reason and any(seen(document) for seen in SIGNS):
        return True
    document.found["no_event"] = reason or NOT_ANNOUNCED
    return None


IS_EVENT = (reports_one_event,)
