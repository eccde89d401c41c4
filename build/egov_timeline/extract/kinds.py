"""Does the article report one event, and of which kind?

Turns a reading into `is_event` and the event type of DESIGN 4.3. A text that only mentions events
(opinion, decision, how-to, ranking) or reports several in brief has none; in doubt it has none.
"""

from __future__ import annotations

import re
from collections import defaultdict

from egov_timeline.extract.reading import EventMention, Reading
from egov_timeline.records import Part

# "+ Sáng 12/5, … + Sở Nội vụ tổ chức …": news in brief, items joined by a plus.
_BRIEF_ITEM = re.compile(r" \+ (?=[A-ZĐÀ-Ỹ])")
_BRIEFS = 3
# The page of a legal document: "Số hiệu văn bản", "Ngày ban hành", "Ngày có hiệu lực".
_DOCUMENT_FIELDS = re.compile(
    r"\b(?:số hiệu|số ký hiệu|ngày ban hành|ngày có hiệu lực|trích yếu)\b"
)
# "Bước 1: Mở email", "Cách 2": instructions.
_STEP = re.compile(r"\b(?:bước|cách) [1-9]\s*[:.-]")
# "phát biểu tại hội nghị", "quang cảnh buổi lễ", "kết thúc hội thảo": told from inside the event.
_SCENE = re.compile(
    r"\b(?:tại|dự|khai mạc|bế mạc|kết luận|kết thúc|khép lại|toàn cảnh|quang cảnh|chủ trì|bên lề|"
    r"mở đầu|trong khuôn khổ|cuối) (?:phần |phiên |buổi |cuộc |lễ )?$"
)
_LOOK_BACK = 26


def _in_brief(reading: Reading) -> bool:
    return len(_BRIEF_ITEM.findall(reading.text)) >= _BRIEFS


def _of_document(reading: Reading) -> bool:
    return len(set(_DOCUMENT_FIELDS.findall(reading.key))) > 1


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


def _announced(reading: Reading) -> bool:
    """Its best announcement says what happens, on which day or from which scene."""
    best = reading.announcements[:1]
    return bool(best) and best[0].score >= 1.3


def _told_from_inside(reading: Reading) -> bool:
    """Several scenes, or one beside a sentence that tells of an event without its day."""
    scenes = {
        e.sentence
        for e in reading.events
        if _SCENE.search(reading.key, max(0, e.start - _LOOK_BACK), e.start)
    }
    best = max((a.score for a in reading.announcements[:1]), default=0.0)
    return len(scenes) > 2 or bool(scenes and best >= 1.0)


NOT_ONE_EVENT = (_in_brief, _of_document, _instructs, _teasers)
SIGNS = (_announced, _told_from_inside)


def reports_one_event(reading: Reading) -> bool | None:
    """Return True for a text that reports one event as its news."""
    if any(refused(reading) for refused in NOT_ONE_EVENT):
        return None
    return any(seen(reading) for seen in SIGNS) or None


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
