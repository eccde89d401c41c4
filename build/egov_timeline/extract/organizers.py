"""Who organizes the article's own event, each with a role.

Turns the chains of bodies that the sentences name into organizers, the best announcement first.
Speakers, guests, chairing persons and organizers of other events are none; where the text says
nothing of it, there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egov_timeline.extract.bodies import Body
from egov_timeline.extract.chains import Chain, chains
from egov_timeline.extract.reading import Reading
from egov_timeline.extract.symbols import events_in
from egov_timeline.records import Finding, Location, Organizer
from egov_timeline.text import Span, fold
from egov_timeline.vocabulary import CITIES

_Found = tuple[Finding[Organizer], ...]


def organizers(reading: Reading) -> _Found:
    """Return who is said to hold the event; else who meets in session, else who opens something.

    "X phối hợp với Y tổ chức hội thảo"; "phiên họp thứ nhất của Ủy ban Quốc gia" (a body that meets
    is its own host); "X vừa chính thức vận hành trung tâm".
    """
    told = list(_told(reading))
    stated = [chain for chain in told if chain.rule not in _BY_ITSELF]
    sessions = [chain for chain in told if chain.rule == "session"]
    launches = [chain for chain in told if chain.rule == "launch"]
    return _merged(reading, stated or sessions or launches[:1])


ORGANIZERS = (organizers,)

# Constructions that count only where the text names no organizer.
_BY_ITSELF = {"session", "launch"}
# "đồng tổ chức chương trình này", "Đơn vị tổ chức: VINASA": of the event, without naming it.
_POINTS = re.compile(
    r"\btổ chức (?:chương trình|hoạt động|sự kiện) (?:này|trên)\b|"
    r"\b(?:đơn vị|nhà) (?:(?:đồng |phối hợp )?tổ chức|bảo trợ)\b"
)
# "Trước đó, …", "Năm ngoái, …", "… lần tới": after the best announcement, of another event.
_ANOTHER = re.compile(
    r"^\W*(?:trước (?:đó|đây)|năm (?:ngoái|trước)|sắp tới|thời gian tới|cũng trong (?:ngày|dịp))\b|"
    r"\b(?:lần|kỳ|năm) (?:trước|tới|sau)\b"
)
_LEAD = 8  # sentences that may point so
_LEADING = 2  # announcements in which a launch may tell who holds the event


def _told(reading: Reading) -> Iterator[Chain]:
    """Yield what the announcements and the sentence after the best say, of the article's event."""
    announced = [announcement.sentence for announcement in reading.announcements]
    types = _own_types(reading, announced)
    after = [i + 1 for i in announced[:1] if i + 1 not in announced and i + 1 in reading.kept]
    lead = [
        i for i in reading.kept[:_LEAD] if _says(_POINTS, reading, i) and i not in announced + after
    ]
    for rank, index in enumerate(announced + after + lead):
        if rank and _says(_ANOTHER, reading, index):
            continue
        for chain in chains(reading, reading.sentence(index)):
            own = chain.event is None or chain.event.type in types
            if own and (chain.rule != "launch" or rank < _LEADING):
                yield chain


def _says(words: re.Pattern[str], reading: Reading, index: int) -> bool:
    sentence = reading.sentence(index)
    return bool(words.search(reading.key[sentence.start : sentence.end]))


def _own_types(reading: Reading, announced: list[int]) -> set[str]:
    """Return the types of event noun that can mean the article's event."""
    types = {"", str(reading.found.get("event_type") or "")}
    for index in announced[:1]:
        types |= {event.type for event in events_in(reading, reading.sentence(index))}
    return types


def _merged(reading: Reading, told: Iterable[Chain]) -> _Found:
    """Return each body once, as it was first named."""
    findings: dict[str, Finding[Organizer]] = {}
    for chain in told:
        for body, role in chain.members:
            finding = _finding(reading, body, role, chain)
            findings.setdefault(finding.value.id or fold(finding.value.name), finding)
    return tuple(findings.values())


def _finding(reading: Reading, body: Body, role: str, chain: Chain) -> Finding[Organizer]:
    rule = f"organizers.{chain.rule}"
    spans = [(body.start, body.end), chain.verb]
    for place, said in _implied(reading, body, chain):
        term = reading.vocabularies.organizations.get(f"{body.local}-{place}")
        if term and _fits(reading.key[body.start : body.end], place):
            value = Organizer(term.id, term.label, role)
            return reading.finding(value, rule, [*spans, *said], inferred=True)
    return reading.finding(Organizer(body.id, body.name, role), rule, spans)


def _implied(reading: Reading, body: Body, chain: Chain) -> Iterator[tuple[str, list[Span]]]:
    """Yield the provinces that a body named without one can belong to, with the words for it.

    "Tỉnh ủy, UBND tỉnh Lào Cai tổ chức" names it beside the body; else it is where the event is.
    """
    if not body.local or body.place:
        return
    for other, _ in chain.members:
        if other.place and other.start > body.start:
            yield other.place, [(other.start, other.end)]
    location: Finding[Location] | None = reading.found.get("location")
    if location:
        said = [(evidence.start, evidence.end) for evidence in location.evidence]
        for place in reading.vocabularies.places.values():
            if place.kind == "province" and place.label == location.value.province:
                yield place.id, said


# "UBND tỉnh" is none of a city, "Thành ủy", "UBND TP" none of a province.
_OF_CITY = re.compile(r"\b(?:thành phố|tp|thành ủy|thành đoàn)\b")
_OF_PROVINCE = re.compile(r"\btỉnh\b")


def _fits(said: str, place: str) -> bool:
    return not (_OF_PROVINCE if place in CITIES else _OF_CITY).search(said)
