"""The event's name in the text's words."""

from __future__ import annotations

from egov_timeline.extract.document import Document
from egov_timeline.extract.resolve.event_name import event_name
from egov_timeline.records import Finding


def named(document: Document) -> Finding[str] | None:
    """Return the event's name in the text's words."""
    own = event_name(document)
    if not own:
        return None
    text = document.text[own.start : own.end]
    return document.finding(text[:1].upper() + text[1:], "name", [(own.start, own.end)])


EVENT = (named,)
