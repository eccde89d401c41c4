"""Who organizes the article's own event, each with a role.

Turns the chains of bodies that the sentences name into organizers, the best announcement first.
Speakers, guests, chairing persons and organizers of other events are none; where the text says
nothing of it, there are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from egov_timeline.extract.bodies import Body
from egov_timeline.extract.chains import Chain, chains, events_in
from egov_timeline.extract.reading import Reading
from egov_timeline.records import Finding, Organizer, Sentence
from egov_timeline.text import fold

_Found = tuple[Finding[Organizer], ...]


def stated(reading: Reading) -> _Found:
    """ "X phối hợp với Y tổ chức hội thảo", "hội thảo do X chủ trì", "dưới sự bảo trợ của Z"."""
    own = _own_types(reading)
    told = [
        (announced, chain)
        for announced in _ranked(reading)
        for chain in chains(reading, announced)
        if chain.rule != "launch" and _is_own(chain, own)
    ]
    return _merged(reading, (chain for _, chain in told))


def launched(reading: Reading) -> _Found:
    """ "X vừa chính thức vận hành trung tâm": who opens something holds the ceremony."""
    for announced in list(_ranked(reading))[:2]:
        for chain in chains(reading, announced):
            if chain.rule == "launch":
                return _merged(reading, [chain])
    return ()


ORGANIZERS = (stated, launched)


def _ranked(reading: Reading) -> Iterator[Sentence]:
    for announcement in reading.announcements:
        yield reading.sentence(announcement.sentence)


def _own_types(reading: Reading) -> set[str]:
    types = {"", str(reading.found.get("event_type") or "")}
    for announcement in reading.announcements[:1]:
        sentence = reading.sentence(announcement.sentence)
        types |= {event.type for event in events_in(reading, sentence)}
    return types


def _is_own(chain: Chain, own: set[str]) -> bool:
    return chain.event is None or chain.event.type in own


def _merged(reading: Reading, found: Iterator[Chain] | list[Chain]) -> _Found:
    """Return each body once, as it was first named."""
    findings: dict[str, Finding[Organizer]] = {}
    for chain in found:
        for body, role in chain.members:
            finding = _finding(reading, body, role, chain)
            findings.setdefault(finding.value.id or fold(finding.value.name), finding)
    return tuple(findings.values())


def _finding(reading: Reading, body: Body, role: str, chain: Chain) -> Finding[Organizer]:
    spans = [(body.start, body.end), chain.verb]
    rule = f"organizers.{chain.rule}"
    return reading.finding(Organizer(body.id, body.name, role), rule, spans)
