"""Which bodies hold an event other than the article's own.

Turns a candidate into a yes or no before it is weighed: outside the sentence that announces the
event best, the press goes on to last year's conference, to the next host, to what was held beside.
"""

from __future__ import annotations

import re
from collections.abc import Set

from egov_timeline.edtf import Point
from egov_timeline.extract.annotate.timex import Kind as Precision
from egov_timeline.extract.document import Document
from egov_timeline.extract.features.organizer import LEADS_IN, Candidate
from egov_timeline.extract.lexicon import words

# "Trước đó, …", "Năm ngoái, …", "… lần tới": outside the best announcement, of another event.
_ANOTHER = re.compile(
    r"^\W*(?:trước (?:đó|đây)|sau đó|năm (?:ngoái|trước)|sắp tới|thời gian tới|"
    r"cũng (?:trong (?:ngày|dịp|sáng|chiều)|nằm trong))\b|\bcũng (?:đã )?tổ chức\b|"
    r"(?:lần|kỳ|năm) (?:trước|tới|sau)\b|bên lề\b|cùng nội dung\b|tương tự\b|"
    r"(?:kế tiếp|tiếp theo|sẽ (?:tiếp tục |phối hợp )?(?:tổ chức|mở))\b"
)
# "tiếp bước hội thảo mùa thu năm ngoái do Trường Đại học Vinh tổ chức"
_COMPARED = re.compile(
    rf"\b(?:tiếp (?:bước|nối)|kế thừa|sau thành công của|giống như)\b[^.;]{{0,80}}"
    rf"\b{words('earlier', 'last edition')}\b[^.;,]{{0,30}}\bdo $|"
    rf"\b{words('gathering')}\b[^.;,]{{0,30}}\b{words('earlier', 'last edition')}"
    r"[^.;,]{0,20}\bdo $"
)
_COMPARISON = 240  # characters before a body in which that is said
# "tổ chức, kéo dài đến hết ngày 16-5": when it ends, not when it is.
_UNTIL = re.compile(r"\b(?:kéo dài|đến|tới|hết)\b")
# "Trung tâm chính thức khánh thành ngày 5/6": of what is opened
_NO_OBJECT = re.compile(r"\s*(?:$|[.,;]|(?:ngày|hôm|sáng|chiều|vào|từ|lúc|tại|ở)\b)")
# "là đơn vị chủ trì nghiên cứu về kho giống"
_WORK = re.compile(r" (?:nghiên cứu|đề tài|biên soạn|soạn thảo)\b(?! khoa học)")
_NEAR = 60  # characters behind the verb in which its day stands
_VERBS = "OHKMv"


def tells_of_another(document: Document, index: int, rank: int | None) -> bool:
    """Return whether a sentence tells of another event than the article's, whoever holds it."""
    sentence = document.sentence(index)
    if any(other.start == sentence.start for other in document.found.get("others", ())):
        return True
    said = document.key[sentence.start : sentence.end]
    return rank != 0 and bool(_ANOTHER.search(said))


def holds_another(document: Document, candidate: Candidate, own: Set[str]) -> bool:
    """Return whether what `candidate` holds is no event, or another than one of the types `own`."""
    if _is_opened(document, candidate) or _is_of_earlier(document, candidate):
        return True
    if _leads_work(document, candidate):
        return True
    if candidate.rank == 0:
        return False
    if candidate.types and candidate.types.isdisjoint(own):
        return True
    return _is_of_another_day(document, candidate)


def _is_opened(document: Document, candidate: Candidate) -> bool:
    """Whether a body is what is opened, not who opens it nor who lends its name to it."""
    if candidate.before and candidate.before[-1].letter in LEADS_IN:
        return False
    verb = next((symbol for symbol in candidate.behind if symbol.letter != "C"), None)
    if verb is None or verb.letter != "M":
        return False
    end = document.sentence(candidate.sentence).end
    return bool(_NO_OBJECT.match(document.key, verb.end, end))


def _is_of_earlier(document: Document, candidate: Candidate) -> bool:
    """Whether a body held what the sentence only compares the event with."""
    begin = max(document.sentence(candidate.sentence).start, candidate.body.start - _COMPARISON)
    return bool(_COMPARED.search(document.key[begin : candidate.body.start]))


def _leads_work(document: Document, candidate: Candidate) -> bool:
    """Whether what a body presides over is work, not an event."""
    verb = next((s for s in candidate.behind if s.letter in _VERBS + "PR"), None)
    return bool(verb and _WORK.match(document.key, verb.end))


def own_types(document: Document) -> set[str]:
    """Return the types of event noun that can mean the article's event."""
    types = {"", str(document.found.get("event_type") or "")}
    best = [announcement.sentence for announcement in document.announcements[:1]]
    for index in (*best, *document.kept[:1]):  # a text begins with what it is about
        types |= {event.type for event in document.events_in(document.sentence(index))}
    return types


def _is_of_another_day(document: Document, candidate: Candidate) -> bool:
    """Whether a day that is none of the event's stands right behind the verb."""
    date = document.found.get("date")
    if date is None or date.value.precision != "day":
        return False
    around = (*candidate.behind, *reversed(candidate.before))
    verb = next((symbol for symbol in around if symbol.letter in _VERBS), None)
    if verb is None:
        return False
    opens, closes = (_day(point) for point in (date.value.start, date.value.end))
    days = (
        timex
        for timex in document.timexes
        if verb.end <= timex.start < verb.end + _NEAR
        and timex.kind is Precision.DAY
        and not _UNTIL.search(document.key[verb.end : timex.start])
    )
    return any(not opens <= _day(t.last) or not _day(t.first) <= closes for t in days)


def _day(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0
