"""Whether a stretch of the text tells of another edition or another day than the event's.

Turns the numbers of editions and the days in it into a yes or no, once the event's own are found.
"""

from __future__ import annotations

from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.document import Document
from egov_timeline.ordinals import editions, number


def is_of_other_edition(document: Document, start: int, end: int) -> bool:
    """Return whether it counts an edition that is not the event's own."""
    own = document.found.get("series")
    if not own or not own.value.edition:
        return False
    told = {number(m[1]) for m in editions(document.key, start, end)}
    return bool(told) and own.value.edition not in told


def is_of_other_day(document: Document, start: int, end: int) -> bool:
    """Return whether it tells of some other day: "Khi làm việc tại Huế ngày 12/7 năm ngoái"."""
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
