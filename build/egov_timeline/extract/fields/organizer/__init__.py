"""Who organizes the article's own event, each with a role.

Each body that a sentence of the article names is a candidate; what is said around it is weighed by
trained tables. Speakers, guests, chairing persons and organizers of other events score too low;
where the text says nothing of it, there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from egov_timeline import wording
from egov_timeline.alternatives import Alternatives
from egov_timeline.extract import rank
from egov_timeline.extract.annotate.organizations import Body, Kind
from egov_timeline.extract.annotate.symbols import CLASSES, Symbol, symbols
from egov_timeline.extract.document import Document
from egov_timeline.extract.features.organizer import LEADS_IN, Candidate, of_body
from egov_timeline.extract.fields.organizer.other_holders import (
    holds_another,
    own_types,
    tells_of_another,
)
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.coreference import in_full
from egov_timeline.extract.resolve.eras import unit_then
from egov_timeline.extract.resolve.home_province import home_province
from egov_timeline.reasons import of_body as reason
from egov_timeline.records import Finding, Location, Organizer
from egov_timeline.text import Span, fold
from egov_timeline.vocabulary import CITIES

_LEAD = 30  # sentences in which the press says who holds an event
_HOLDS = Alternatives(rf"\b{words(*(CLASSES[letter] for letter in 'JUGIRFOHPKvwMS'))}\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate with its features, its score, and the body that it means."""

    candidate: Candidate
    features: frozenset[str]
    score: float
    organizer: Organizer
    implied: tuple[Span, ...]  # the words that give the province which the name leaves out


def organizers(document: Document) -> tuple[Finding[Organizer], ...]:
    """Return the bodies that the table takes for organizers, as the text first names them."""
    table = rank.table("organizer")
    best: dict[str, Mention] = {}
    for mention in mentions(document, least=table.inferred):
        key = mention.organizer.id or fold(mention.organizer.name)
        if mention.score > best.get(key, mention).score or key not in best:
            best[key] = mention
    chosen = sorted(_told_once(list(best.values())), key=_as_told)
    return tuple(_finding(document, m, stated=m.score >= table.stated) for m in chosen)


def _told_once(chosen: list[Mention]) -> list[Mention]:
    """Leave out the place that a headline names for its body: "Huyện Ba Vì" for its UBND."""
    names = [fold(m.organizer.name) for m in chosen]

    def told(mention: Mention) -> bool:
        land = mention.candidate.body.kind is Kind.LAND and f" {fold(mention.organizer.name)}"
        return bool(land) and any(
            name.endswith(str(land)) and name.startswith(_OF_A_PLACE) for name in names
        )

    return [mention for mention in chosen if not told(mention)]


_OF_A_PLACE = ("ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan")

ORGANIZERS = (organizers,)


def mentions(document: Document, least: float = -inf) -> Iterator[Mention]:
    """Yield each mention of a body in the first sentences that scores `least` or more."""
    table, types = rank.table("organizer"), own_types(document)
    for candidate in _candidates(document):
        if holds_another(document, candidate, types):
            continue
        features = of_body(document, candidate)
        if (score := table.score(features)) >= least:
            yield Mention(candidate, features, score, *_meant(document, candidate))


def _as_told(mention: Mention) -> tuple[bool, int, int]:
    """Return the order in which bodies are told: the best announcement first, then the text's."""
    candidate = mention.candidate
    return candidate.rank is None, candidate.rank or 0, candidate.said.start


def _candidates(document: Document) -> Iterator[Candidate]:
    ranks = {a.sentence: rank for rank, a in enumerate(document.announcements)}
    holding = document.holding(_HOLDS, document.kept[:_LEAD])
    for position, index in enumerate(document.kept[:_LEAD]):
        sentence, rank = document.sentence(index), ranks.get(index)
        # Naming bodies takes long: elsewhere only words of holding make a sentence worth it.
        if rank is None and index not in holding:
            continue
        if tells_of_another(document, index, rank):
            continue
        named = tuple(document.bodies_in(index))
        there = symbols(document, sentence, named, document.events_in(sentence))
        letters = "".join(symbol.letter for symbol in there)
        types = frozenset(symbol.event.type for symbol in there if symbol.event)
        for place, symbol in enumerate(there):
            body = in_full(document, symbol.body) if symbol.body else None
            if symbol.body and body:
                yield Candidate(
                    body, symbol.body, index, there, letters, types, place, rank, position
                )


def _finding(document: Document, mention: Mention, *, stated: bool) -> Finding[Organizer]:
    candidate, tables = mention.candidate, rank.tables("role")
    role = max(tables, key=lambda name: tables[name].score(mention.features))
    value = Organizer(mention.organizer.id, mention.organizer.name, role)
    body, said, verb = candidate.body, candidate.said, _verb(candidate)
    spans = [(body.start, body.end), (said.start, said.end), *mention.implied]
    if verb:
        spans.insert(2, (verb.start, verb.end))
    inferred = not stated or bool(mention.implied)
    does = (verb.start, verb.end) if verb else None
    why = reason((said.start, said.end), does, mention.implied, document.text)
    why = why if stated else wording.labels.ORGANIZER_BY_CONTEXT
    return document.finding(
        value, "organizer", list(dict.fromkeys(spans)), inferred=inferred, why=why
    )


# The classes of words that say what a body does.
_DOES = "OHPKMvwSJUGRIF"


def _verb(candidate: Candidate) -> Symbol | None:
    """Return the words that tell what the body does: right before its list, behind it, before it.

    "Dưới sự chủ trì của A, B tổ chức": A is told by the words before, B by those behind.
    """
    before, heads = candidate.before, candidate.index == candidate.chain[0]
    if heads and before and before[-1].letter in LEADS_IN:
        return before[-1]
    told = (s for s in (*candidate.behind, *reversed(before)) if s.letter in _DOES)
    return next(told, None)


def _meant(document: Document, candidate: Candidate) -> tuple[Organizer, tuple[Span, ...]]:
    """Return the body that a candidate stands for, and the words that its province follows from."""
    body, organizations = candidate.body, document.vocabularies.organizations
    said = document.key[body.start : body.end]
    for place, told in _implied(document, candidate):
        term = organizations.get(f"{body.local}-{place}")
        if term and _fits(said, place):
            return Organizer(term.id, term.label, ""), tuple(told)
        if body.id is None and not body.local and _fits(said, place):
            province = document.vocabularies.places[place].label.removeprefix("TP. ")
            return Organizer(None, f"{body.name} {province}", ""), tuple(told)
    return Organizer(body.id, body.name, ""), ()


# "Hiệp hội Du lịch tỉnh"
_OF_SOME_PLACE = re.compile(r" (?:tỉnh|thành phố|TP)$", re.IGNORECASE)


def _implied(document: Document, candidate: Candidate) -> Iterator[tuple[str, list[Span]]]:
    """Yield the provinces that a body named without one can belong to, with the words for it.

    "Tỉnh ủy, UBND tỉnh Lào Cai tổ chức" names it beside the body; else it is where the event is, or
    else, where nothing tells that (on screens, say), the one province of the title or the lead.
    """
    body: Body = candidate.body
    if body.place or not (body.local or _OF_SOME_PLACE.search(body.name)):
        return
    for symbol in candidate.symbols[candidate.index + 1 : candidate.chain[1]]:
        other = symbol.body
        if other and other.place:
            yield other.place, [(other.start, other.end)]
    location: Finding[Location] | None = document.found.get("location")
    if location and location.value.province:
        said = [(evidence.start, evidence.end) for evidence in location.evidence]
        for place in document.vocabularies.places.values():
            if place.kind == "province" and place.label == location.value.province:
                yield place.id, said
    elif (home := home_province(document)) and (province := unit_then(document, home[0])):
        yield province, [home[1]]


# "UBND tỉnh" is none of a city, "Thành ủy", "UBND TP" none of a province.
_OF_CITY = re.compile(r"\b(?:thành phố|tp|thành ủy|thành đoàn)\b")
_OF_PROVINCE = re.compile(r"\btỉnh\b")


def _fits(said: str, place: str) -> bool:
    return not (_OF_PROVINCE if place in CITIES else _OF_CITY).search(said)
