"""A sentence as a string of symbols: what each of its words does for saying who holds an event.

Turns a sentence into symbols with their spans, one for each body, event noun, verb of organizing,
link, comma or other word. It reads no construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.annotate.lands import lands
from egov_timeline.extract.annotate.organizations import Body, Kind
from egov_timeline.extract.annotate.source import Source
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Sentence


class Symbol(NamedTuple):
    """The words at `start:end`: B a body, Z a brand, E an event noun, else see `CLASSES`."""

    start: int
    end: int
    letter: str
    body: Body | None = None
    event: EventMention | None = None


# One symbol for each class of words. The first that matches wins: "phối hợp tổ chức" is a verb and
# "phối hợp với" a link.
CLASSES = {
    "J": "jointly with",
    "U": "under the lead of",
    "G": "under the patronage of",
    "Y": "under the direction of",
    "y": "part of",
    "I": "who joins in",
    "R": "who holds",
    "F": "who lends its name",
    "e": "what is held",
    "x": "no holding",
    "O": "holds",
    "H": "presides",
    "P": "patronizes",
    "K": "carries out",
    "v": "opens a class",
    "w": "does in meeting",
    "L": "together with",
    "M": "inaugurates",
    "S": "meets",
    "C": "filler",
    "l": "at",
    "T": "person",
    "i": "gives the task to",
    "N": "wishes",
}
_PARTICLES = {"D": "do", "b": "bởi", "W": "được", "m": "mà", "g": "giữa", "s": "của"}
_SYMBOLS = {
    **{symbol: words(name) for symbol, name in CLASSES.items()},
    **_PARTICLES,
    "Q": "(?:là|gồm|(?<=tổ chức )(?:còn )?có)",
    "V": "và",
}
_CLASSED = Alternatives("|".join(rf"(?P<{symbol}>\b{said}\b)" for symbol, said in _SYMBOLS.items()))
_OTHER = re.compile(r"(?P<x>[^\W\d_][^\W_]*|\d+(?:[./-]\d+)*)|(?P<A>[,;]| - )|(?P<Q>:)|(?P<V>&)")


def symbols(
    source: Source, sentence: Sentence, bodies: Iterable[Body], events: Iterable[EventMention]
) -> list[Symbol]:
    """Return the symbols of a sentence with its bodies and events; none where it names no body."""
    span = sentence.start, sentence.end
    named = [
        body
        for body in (*bodies, *lands(source, *span))
        if not (body.kind is Kind.BRAND and _is_dateline(source.text, body))
    ]
    if not named:
        return []
    found = [Symbol(b.start, b.end, "Z" if b.kind is Kind.BRAND else "B", body=b) for b in named]
    found += [Symbol(e.start, e.end, "E", event=e) for e in events]
    inside: list[Symbol] = []
    done = sentence.start
    for thing in sorted(found, key=lambda thing: (thing.start, thing.body is None, -thing.end)):
        if thing.start >= done:
            inside += words_by_class(source.key, done, thing.start)
            inside.append(_placed(thing, inside))
            done = thing.end
    return [*inside, *words_by_class(source.key, done, sentence.end)]


def _is_dateline(text: str, brand: Body) -> bool:
    """Whether a brand is the paper's own mark: "(HNM) - Ngày 5/6", "TTO - Sáng nay"."""
    return text[brand.start - 1 : brand.start] == "(" or text.startswith((" - ", " – "), brand.end)


def words_by_class(key: str, start: int, end: int) -> Iterator[Symbol]:
    """Yield a symbol for each word of `key[start:end]`, whatever it names."""
    done = start
    for said in _CLASSED.finditer(key, start, end):
        yield from _others(key, done, said.start())
        done = said.end()
        yield Symbol(said.start(), done, str(said.lastgroup))
    yield from _others(key, done, end)


def _others(key: str, start: int, end: int) -> Iterator[Symbol]:
    """Yield a symbol for each word of `key[start:end]` that is of no class."""
    for said in _OTHER.finditer(key, start, end):
        yield Symbol(said.start(), said.end(), str(said.lastgroup))


# "UBND huyện An Bình", "cán bộ huyện An Bình": a land acts only where no other word is before it.
_AT_THE_HEAD = re.compile(r"(?:^|[ADWmLVCBZQ])$")
# "tại nhà văn hóa xã An Hòa, huyện An Bình, tỉnh Hà Nam, Sở tổ chức": it goes on with the place
_IN_A_PLACE = re.compile(r"lx{1,8}(?:Ax{2,6}){0,3}A$")
_LONGEST_PLACE = 24
# What stands before a body and takes it out of the running: "tại hội trường UBND tỉnh", "đại diện
# Bộ TT&TT", "giao Văn phòng Chính phủ", "dưới sự chỉ đạo của UBND tỉnh".
# Who is told to do it ("giao cho Sở TT&TT chủ trì") stands apart: it may be who organizes.
_TAKEN_OUT = re.compile(r"(?:lx{0,4}l?|[TNYi]s?x?)$|n[AV]$|[Tt]V$")
_LETTERS = {"l": "l", "T": "t", "t": "t", "N": "n", "n": "n", "Y": "d", "i": "j"}


def _placed(thing: Symbol, before: list[Symbol]) -> Symbol:
    """Return a body as no member of any chain where it is a place, a person's or an addressee."""
    if thing.body is None:
        return thing
    said = "".join(symbol.letter for symbol in before[-_LONGEST_PLACE:])
    if thing.body.kind is Kind.LAND and (not _AT_THE_HEAD.search(said) or _IN_A_PLACE.search(said)):
        return thing._replace(letter="x")
    out = _TAKEN_OUT.search(said)
    return thing._replace(letter=_LETTERS[out[0][0]]) if out else thing
