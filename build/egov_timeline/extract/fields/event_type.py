"""Of which kind is the event?

Turns the nouns by which announcements call it, or else their act ("ra mắt"), into the event type of
DESIGN 4.3; None where nothing tells.
"""

from __future__ import annotations

import re
from collections import defaultdict

from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words


def type_of_noun(document: Document) -> str | None:
    """Return the type that the announcing nouns have most often, the best announcement first."""
    weights = {a.sentence: max(a.score, 0.3) for a in document.announcements[:5]}
    votes: defaultdict[str, float] = defaultdict(float)
    for event in document.events:
        if event.type and not _celebrated(document, event):
            votes[event.type] += weights.get(event.sentence, 0.3)
            # "Tập huấn, đào tạo … là nội dung của hội nghị": what opens a sentence is its subject.
            votes[event.type] += event.start == document.sentence(event.sentence).start
    if not votes:
        return None
    kind = max(votes, key=lambda k: votes[k])
    # A training is a conference too ("Hội nghị tập huấn"): the narrower word says what it is.
    return "tap-huan" if kind == "hoi-nghi" and votes["tap-huan"] >= 1 else kind


# "lễ trao giải Cuộc thi viết thư": the contest is what the ceremony is for.
_CEREMONY_OF = re.compile(r"lễ (?!khai mạc|bế mạc)[^,.;]{3,40}$")


def _celebrated(document: Document, event: EventMention) -> bool:
    begin = max(document.sentence(event.sentence).start, event.start - 50)
    return bool(_CEREMONY_OF.search(document.key, begin, event.start))


# "ra mắt", "ký kết", "khai trương": a ceremony that no noun names.
_CEREMONIES = re.compile(rf"\b(?:{words('launch', 'call', 'sign', 'award')}|ký|vận hành)\b")


def type_of_act(document: Document) -> str | None:
    """Return "le" where the announcement tells of a ceremony by its act alone."""
    for best in document.announcements[:1]:
        if _CEREMONIES.search(document.key, best.start, best.end):
            return "le"
    return None


EVENT_TYPE = (type_of_noun, type_of_act)
