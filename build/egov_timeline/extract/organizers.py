"""Who organizes the article's own event, each with a role.

Turns the chains of bodies that the sentences name into organizers, the best announcement first.
Speakers, guests, chairing persons and organizers of other events are none; where the text says
nothing of it, there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egov_timeline.extract.bodies import Body
from egov_timeline.extract.chains import Chain, chains, events_in
from egov_timeline.extract.reading import Reading
from egov_timeline.records import Finding, Location, Organizer, Sentence
from egov_timeline.text import Span, fold
from egov_timeline.vocabulary import CITIES

_Found = tuple[Finding[Organizer], ...]


def stated(reading: Reading) -> _Found:
    """Read "X phối hợp với Y tổ chức hội thảo", "hội thảo do X chủ trì", "Z bảo trợ"."""
    told = (c for s in _telling(reading) for c in chains(reading, s) if c.rule not in _BY_ITSELF)
    return _merged(reading, _own(reading, told))


def in_session(reading: Reading) -> _Found:
    """Read "phiên họp thứ nhất của Ủy ban Quốc gia": a body that meets is its own host."""
    told = (c for s in _telling(reading) for c in chains(reading, s) if c.rule == "session")
    return _merged(reading, _own(reading, told))


def launched(reading: Reading) -> _Found:
    """Read "X vừa chính thức vận hành trung tâm": who opens something holds the ceremony."""
    for announcement in reading.announcements[:2]:
        for chain in chains(reading, reading.sentence(announcement.sentence)):
            if chain.rule == "launch":
                return _merged(reading, [chain])
    return ()


ORGANIZERS = (stated, in_session, launched)

# Said only where the text names no organizer.
_BY_ITSELF = {"session", "launch"}


def _telling(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that announce the event, the best first, and what is said right after."""
    announced = [announcement.sentence for announcement in reading.announcements]
    for index in announced:
        yield reading.sentence(index)
    if announced and announced[0] + 1 not in announced and announced[0] + 1 in reading.kept:
        yield reading.sentence(announced[0] + 1)


def _own(reading: Reading, told: Iterable[Chain]) -> Iterator[Chain]:
    """Yield what is said of an event of the article's own type, or of one that is not named."""
    types = {"", str(reading.found.get("event_type") or "")}
    for announcement in reading.announcements[:1]:
        events = events_in(reading, reading.sentence(announcement.sentence))
        types |= {event.type for event in events}
    return (chain for chain in told if chain.event is None or chain.event.type in types)


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
