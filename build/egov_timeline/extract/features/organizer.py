"""What a learner sees of a body that may be an organizer: names of features, each there or not.

Turns a body that a sentence names into the classes of the words around it, where it stands, and how
the sentence stands to the event. The names are those of `weights/organizer.json`; words themselves
are none, so that a body is judged by what is said of it and not by who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from egov_timeline.extract.annotate.organizations import Body
from egov_timeline.extract.annotate.symbols import Symbol
from egov_timeline.extract.document import Document

# What may stand between two bodies that do one thing together: commas, "và", "phối hợp với", "đã".
WINDOW = 32  # words on either side that are looked at: a sentence may be as long as a book
_LISTING = "AVLC"
_BODIES = "BZ"
# What says of the body behind it that it leads, lends its name, or joins those who act.
LEADS_IN = frozenset("UGJ")
_ACTS = frozenset(_BODIES)
_VERB = re.compile("[OHKMvwSRIFPJUGDbWm]")
_EVENT = re.compile("[Ee]")
# "… tổ chức (tại Huế) hội thảo": the verb that follows has an event for its object.
_HOLDS = re.compile(r"[^T]{0,14}?([OHKMv])[xCVlL]{0,8}?[Ee]")
_BY = re.compile(r"D[^D]{0,10}$")
_NEAR_VERB, _FAR_VERB = 4, 14
_NEAR_EVENT, _FAR_EVENT = 6, 16
# "Đơn vị tổ chức: VINASA", "đồng tổ chức chương trình này": of the event, without naming it
_POINTS = frozenset("RIFe")
_BEGINS = 12  # "Hội thảo do X tổ chức", "Dự lễ khai trương do Sở tổ chức": it begins with the event
_MEETING = re.compile("E[xCNKViw]{0,12}s?$")
_POSITIONS = ((4, "4-7"), (8, "8-15"), (16, "16+"))


@dataclass(frozen=True)
class Candidate:
    """A body named in a sentence, among the symbols of that sentence.

    `body` is what it stands for, as the text named it in full; `rank` that of the announcement that
    the sentence is, None where it is none; `position` counts the sentences of the article.
    `letters` are the classes of the words of the sentence, `types` the types of event it names.
    """

    body: Body
    said: Body
    sentence: int
    symbols: Sequence[Symbol]
    letters: str
    types: frozenset[str]
    index: int
    rank: int | None
    position: int

    @cached_property
    def chain(self) -> tuple[int, int]:
        """Where the list of bodies that it is one of begins and ends among the symbols."""
        letters, first, last = self.letters, self.index, self.index
        least, most = self.index - WINDOW, min(self.index + WINDOW, len(letters) - 1)
        while first > max(0, least) and letters[first - 1] in _BODIES + _LISTING:
            first -= 1
        while last < most and letters[last + 1] in _BODIES + _LISTING:
            last += 1
        return first, last + 1

    @cached_property
    def before(self) -> Sequence[Symbol]:
        """The words in front of that list, the nearest last."""
        first = self.chain[0]
        return self.symbols[max(0, first - WINDOW) : first]

    @cached_property
    def behind(self) -> Sequence[Symbol]:
        """The words behind that list, the nearest first."""
        last = self.chain[1]
        return self.symbols[last : last + WINDOW]


def of_body(document: Document, candidate: Candidate) -> frozenset[str]:
    """Return the names of the features that a candidate has."""
    return frozenset(
        [*_around(candidate), *_of_sentence(document, candidate), *_of_name(candidate)]
    )


def _around(candidate: Candidate) -> Iterator[str]:
    letters, index = candidate.letters, candidate.index
    left = letters[max(0, index - WINDOW) : index]
    right = letters[index + 1 : index + 1 + WINDOW]
    yield f"is:{letters[index]}"
    for width in (1, 2):
        yield f"before{width}:{left[-width:] or '^'}"
        yield f"after{width}:{right[:width] or '$'}"
    first, last = candidate.chain
    for width in (1, 2):
        yield f"chain before{width}:{letters[max(0, first - width) : first] or '^'}"
        yield f"chain after{width}:{letters[last : last + width] or '$'}"
    yield from _governed(letters, first, index, last, right)
    inside = letters[first:index]
    listed = "linked" if "L" in inside else "listed" if set(inside) & set(_BODIES) else "first"
    yield f"chain:{listed}"
    yield from _verbs("before", left[::-1])
    yield from _verbs("after", right)
    holds = _HOLDS.match(right)
    if holds:
        yield f"holds:{holds[1]}"
    yield f"rank and holds:{_rank(candidate)}:{holds[1] if holds else ''}"
    if _BY.search(left):
        yield "by"
    if "T" in left[-3:]:
        yield "person before"
    # "phiên họp thứ nhất của Ủy ban Quốc gia": a body that meets
    if _MEETING.search(left):
        yield "meeting of"


def _governed(letters: str, first: int, index: int, last: int, right: str) -> Iterator[str]:
    """Yield what the words in front of a list say of its members, and where in it one stands.

    "Dưới sự chủ trì của A, B phối hợp với C tổ chức": A is what stands in front, B and C act.
    """
    before = letters[max(0, first - 3) : first].strip("xQes")[-1:]
    listed = letters[first:index]
    place = "first" if not set(listed) & set(_BODIES) else "linked" if "L" in listed else "later"
    behind = next((c for c in letters[last : last + 4] if c in "OHKMvPSEe"), "")
    yield f"governed:{before}:{place}:{behind}"
    yield f"governed:{before}:{place}"
    if before in LEADS_IN:
        acted = "" if _ACTS.isdisjoint(letters[:first]) else ":others act"
        yield f"led in:{before}:{place}{acted}"
    follows = right[:1]
    yield f"place:{place}:{follows if follows in _LISTING else ''}:{behind}"
    joint = "J" if "J" in right else ""
    yield f"place:{place}:{joint}:{letters[last : last + 1]}"


def _verbs(side: str, letters: str) -> Iterator[str]:
    verb = _VERB.search(letters, 0, _FAR_VERB)
    if not verb:
        yield f"verb {side}:none"
    else:
        between = letters[: verb.start()]
        yield f"verb {side}:{verb[0]}"
        yield f"verb {side}:{verb[0]}:{'near' if len(between) < _NEAR_VERB else 'far'}"
        if "T" in between:
            yield f"verb {side}:person between"
        if "x" not in between:
            yield f"verb {side}:{verb[0]}:nothing between"
    event = _EVENT.search(letters, 0, _FAR_EVENT)
    if event:
        yield f"event {side}:{'near' if event.start() < _NEAR_EVENT else 'far'}"


def _of_sentence(document: Document, candidate: Candidate) -> Iterator[str]:
    letters = candidate.letters
    yield f"rank:{_rank(candidate)}"
    ranges = [name for least, name in _POSITIONS if candidate.position >= least]
    yield f"position:{ranges[-1] if ranges else candidate.position}"
    yield f"part:{document.article.part_of(document.sentence(candidate.sentence)).value}"
    if _EVENT.search(letters):
        yield "event"
    if document.found.get("event_type") in candidate.types:
        yield "own event"
    if "O" in letters:
        yield "holding"
    yield f"opens with:{letters[0]}"
    begins = document.sentence(candidate.sentence).start
    first = letters.find("E", 0, _BEGINS)
    if first >= 0 and candidate.symbols[first].start - begins < _BEGINS:
        yield "begins with the event"
    if not _POINTS.isdisjoint(letters):
        yield "points to the event"


def _of_name(candidate: Candidate) -> Iterator[str]:
    body = candidate.said
    yield f"name:{body.kind.name.lower()}"
    yield "name:listed" if body.id or body.local else "name:unlisted"


def _rank(candidate: Candidate) -> str:
    rank = candidate.rank
    return "none" if rank is None else str(rank) if rank < 2 else "2+"
