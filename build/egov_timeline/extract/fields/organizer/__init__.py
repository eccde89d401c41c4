"""Who organizes the article's own event, each with a role.

Turns the chains of bodies that the sentences name into organizers, the best announcement first.
Speakers, guests, chairing persons and organizers of other events are none; where the text says
nothing of it, there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egov_timeline.edtf import Point
from egov_timeline.extract.annotate.organizations import Body, Kind
from egov_timeline.extract.annotate.timex import Kind as Precision
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.organizer.chains import Chain, chains
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.coreference import in_full
from egov_timeline.extract.resolve.home_province import home_province
from egov_timeline.records import Finding, Location, Organizer
from egov_timeline.text import Span, fold
from egov_timeline.vocabulary import CITIES

_Found = tuple[Finding[Organizer], ...]


def organizers(document: Document) -> _Found:
    """Return who is said to hold the event; else who meets in session, else who opens something.

    "X phối hợp với Y tổ chức hội thảo"; "phiên họp thứ nhất của Ủy ban Quốc gia" (a body that meets
    is its own host); "X vừa chính thức vận hành trung tâm".
    """
    told = list(_told(document))
    stated = [chain for chain in told if chain.rule not in _BY_ITSELF]
    sessions = [chain for chain in told if chain.rule == "session"]
    launches = [chain for chain in told if chain.rule == "launch"]
    return _merged(document, stated or sessions or launches[:1])


ORGANIZERS = (organizers,)

# Constructions that count only where the text names no organizer.
_BY_ITSELF = {"session", "launch"}
# "Đây là sự kiện do X tổ chức", "Lớp do X mở": a sentence that goes on about the event.
_GOES_ON = re.compile(
    r"\W*(?:đây là|do|đứng ra|đứng sau|đồng|cùng|với sự|lớp|khóa|đợt|giải|chương trình|cuộc)\b"
)
# "Đơn vị tổ chức: VINASA", "đồng tổ chức chương trình này": of the event, without naming it.
_POINTS = re.compile(
    r"tổ chức (?:chương trình|hoạt động|sự kiện) (?:này|trên)\b|"
    r"(?:đơn vị|nhà|cơ quan|phía) (?:cùng |đồng |phối hợp |đứng tên )?"
    r"(?:tổ chức|bảo trợ|chủ nhà|đăng cai|chủ trì)\b|"
    r"cầm trịch\b|đăng cai\b|đứng (?:ra|tên) tổ chức\b|(?:ngồi|trong) ban tổ chức\b|"
    r"ban tổ chức gồm\b"
)
# "Hội thảo do X tổ chức", "Dự lễ khai trương do Sở tổ chức": it begins with the event.
_BEGINS = 12
# "Trước đó, …", "Năm ngoái, …", "… lần tới": outside the best announcement, of another event.
_ANOTHER = re.compile(
    rf"^\W*(?:{words('earlier')}|sắp tới|thời gian tới|"
    rf"cũng (?:trong (?:ngày|dịp|{words('part of day')})|nằm trong))\b|\bcũng (?:đã )?tổ chức\b|"
    rf"(?:{words('last edition', 'next edition', 'next year')}|năm trước)\b|"
    r"cùng nội dung\b|tương tự\b|"
    r"(?:sẽ (?:tiếp tục |phối hợp )?(?:tổ chức|mở))\b"
)
_LEAD = 24  # sentences that may tell it outside the announcements
_LEADING = 2  # announcements after which the next sentence goes on about it
# Announcements in which a body that opens or holds something else may be said to hold the event.
_FIRST = {"launch": 2, "act": 2}
_NEAR = 60  # characters behind the verb in which its day stands
# "tổ chức, kéo dài đến hết ngày 16-5": when it ends, not when it is.
_UNTIL = re.compile(r"\b(?:kéo dài|đến|tới|hết)\b")


def _told(document: Document) -> Iterator[Chain]:
    """Yield what is said of the article's event, the best announcement first."""
    announced = [announcement.sentence for announcement in document.announcements]
    types = _own_types(document, announced)
    others = {document.sentence_at(other.start) for other in document.found.get("others", ())}
    following = [i + 1 for i in announced[:_LEADING]]
    told = [i for i in document.kept[:_LEAD] if i in following or _is_of_the_event(document, i)]
    told += [i for i in document.kept[_LEAD:] if i in following]
    for rank, index in enumerate(dict.fromkeys(announced + told)):
        if index in others or (rank and _says(_ANOTHER, document, index)):
            continue
        for chain in sorted(chains(document, document.sentence(index)), key=_begin):
            own = chain.event is None or chain.event.type in types
            if own and rank and _is_of_another_day(document, chain):
                continue
            if own and rank < _FIRST.get(chain.rule, len(announced + told)):
                yield chain


def _begin(chain: Chain) -> int:
    return chain.members[0][0].start


def _is_of_the_event(document: Document, index: int) -> bool:
    """Whether the sentence speaks of the event as known: it begins with it, or points to it."""
    sentence = document.sentence(index)
    first = next(iter(document.events_in(sentence)), None)
    if first is not None and first.start - sentence.start < _BEGINS:
        return True
    goes_on = _GOES_ON.match(document.key, sentence.start, sentence.end)
    return bool(goes_on) or _says(_POINTS, document, index)


def _says(words: re.Pattern[str], document: Document, index: int) -> bool:
    sentence = document.sentence(index)
    return bool(words.search(document.key[sentence.start : sentence.end]))


def _is_of_another_day(document: Document, chain: Chain) -> bool:
    """Whether a day stands right behind the verb that is none of the event's."""
    date = document.found.get("date")
    if date is None or date.value.precision != "day":
        return False
    first, last = (_day(point) for point in (date.value.start, date.value.end))
    end = chain.verb[1]
    days = (
        t
        for t in document.timexes
        if end <= t.start < end + _NEAR
        and t.kind is Precision.DAY
        and not _UNTIL.search(document.key[end : t.start])
    )
    return any(not first <= _day(t.last) or not _day(t.first) <= last for t in days)


def _day(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _own_types(document: Document, announced: list[int]) -> set[str]:
    """Return the types of event noun that can mean the article's event."""
    types = {"", str(document.found.get("event_type") or "")}
    for index in (*announced[:1], *document.kept[:1]):  # a text begins with what it is about
        types |= {event.type for event in document.events_in(document.sentence(index))}
    return types


def _merged(document: Document, told: Iterable[Chain]) -> _Found:
    """Return each body once, as it was first named."""
    findings: dict[str, Finding[Organizer]] = {}
    meant: dict[str, Body | None] = {}  # a short form means the same body all along
    for chain in told:
        for said, role in chain.members:
            if said.kind is not Kind.NAME and said.name not in meant:
                meant[said.name] = in_full(document, said)
            if body := meant.get(said.name) if said.kind is not Kind.NAME else said:
                spans = dict.fromkeys((*_spans(body, said), chain.verb))
                finding = _finding(document, body, role, chain, list(spans))
                findings.setdefault(finding.value.id or fold(finding.value.name), finding)
    return tuple(findings.values())


def _spans(body: Body, said: Body) -> Iterator[Span]:
    yield body.start, body.end
    yield said.start, said.end


def _finding(
    document: Document, body: Body, role: str, chain: Chain, spans: list[Span]
) -> Finding[Organizer]:
    rule = f"organizers.{chain.rule}"
    for place, said in _implied(document, body, chain):
        term = document.vocabularies.organizations.get(f"{body.local}-{place}")
        if term and _fits(document.key[body.start : body.end], place):
            value = Organizer(term.id, term.label, role)
            return document.finding(value, rule, [*spans, *said], inferred=True)
        if body.id is None and not body.local and _fits(document.key[body.start : body.end], place):
            province = document.vocabularies.places[place].label.removeprefix("TP. ")
            value = Organizer(None, f"{body.name} {province}", role)
            return document.finding(value, rule, [*spans, *said], inferred=True)
    return document.finding(Organizer(body.id, body.name, role), rule, spans)


# "Hiệp hội Du lịch tỉnh"
_OF_SOME_PLACE = re.compile(r" (?:tỉnh|thành phố|TP)$", re.IGNORECASE)


def _implied(document: Document, body: Body, chain: Chain) -> Iterator[tuple[str, list[Span]]]:
    """Yield the provinces that a body named without one can belong to, with the words for it.

    "Tỉnh ủy, UBND tỉnh Lào Cai tổ chức" names it beside the body; else it is where the event is, or
    else, where nothing tells that (on screens, say), the one province of the title or the lead.
    """
    if body.place or not (body.local or _OF_SOME_PLACE.search(body.name)):
        return
    for other, _ in chain.members:
        if other.place and other.start > body.start:
            yield other.place, [(other.start, other.end)]
    location: Finding[Location] | None = document.found.get("location")
    if location and location.value.province:
        said = [(evidence.start, evidence.end) for evidence in location.evidence]
        for place in document.vocabularies.places.values():
            if place.kind == "province" and place.label == location.value.province:
                yield place.id, said
    elif home := home_province(document):
        yield home[0], [home[1]]


# "UBND tỉnh" is none of a city, "Thành ủy", "UBND TP" none of a province.
_OF_CITY = re.compile(r"\b(?:thành phố|tp|thành ủy|thành đoàn)\b")
_OF_PROVINCE = re.compile(r"\btỉnh\b")


def _fits(said: str, place: str) -> bool:
    return not (_OF_PROVINCE if place in CITIES else _OF_CITY).search(said)
