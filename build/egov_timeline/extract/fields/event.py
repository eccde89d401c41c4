"""The event's name in the text's words."""

from __future__ import annotations

import re

from egov_timeline.extract.annotate.event_names import Name
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.event_name import event_name
from egov_timeline.records import Finding

# "cuộc gặp giữa hai bộ trưởng", "buổi làm việc của UBND": people who meet, with no name for it
_DESCRIBED = re.compile(
    r"(?:buổi |cuộc )?(?:làm việc|gặp(?! (?:gỡ )?thượng đỉnh)(?: gỡ| mặt)?|trao đổi|trò chuyện|"
    r"nói chuyện|tiếp)\b"
)
# "Lễ tổng kết và trao giải Cuộc thi …": the ceremony is held, the contest was
_CEREMONY = re.compile(rf"\b(?:lễ|buổi) (?:tổng kết|{words('award')})(?: và {words('award')})? $")


def named(document: Document) -> Finding[str] | None:
    """Return the event's name in the text's words."""
    own = event_name(document)
    if not own or (not own.proper and _DESCRIBED.match(document.key, own.start)):
        return None
    start = _whole(document, own)
    text = document.text[start : own.end]
    return document.finding(text[:1].upper() + text[1:], "name", [(start, own.end)])


def _whole(document: Document, name: Name) -> int:
    """Return where a name begins with the ceremony that it is the occasion of."""
    index = document.sentence_at(name.start)
    begin = document.sentence(index).start if index is not None else name.start
    found = _CEREMONY.search(document.key, begin, name.start)
    return found.start() if found else name.start


EVENT = (named,)
