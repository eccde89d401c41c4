"""Choose the words of an article that a card quotes.

Turns the evidence of a record into one quote: the sentence that bears out most of what the card
says, cut at words around the evidence where it is long. It never joins what stands apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from egov_timeline.anchors import anchor, sentence_index
from egov_timeline.pages.support import Support
from egov_timeline.records import Article, Evidence, Part, Record
from egov_timeline.text import Span

_LINE_BREAK = re.compile(r"\s*\n\s*")
# A quote on a card: about four lines on a phone.
_QUOTE = 260
# What a card's quote should bear out, and how much each counts: a timeline is about dates.
_WORTH = {"date": 3, "location": 2, "organizer": 1, "event": 1}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article; `pieces` are (text, whether the fact stands on it).

    `source` is where the article was published, if that is on the web.
    """

    pieces: tuple[tuple[str, bool], ...]
    slug: str
    anchor: str
    source: str | None
    language: str


def best(article: Article, proof: Support) -> Evidence | None:
    """Return the evidence whose sentence bears out most of what a card says."""

    def worth(which: tuple[int, Evidence]) -> tuple[float, int]:
        sentence = article.sentences[sentence_index(article, which[1].start)]
        fields = {f for f, e in proof.evidence if sentence.start <= e.start < sentence.end}
        said = sum(_WORTH.get(field, 0) for field in fields)
        return said - 2 * (article.part_of(sentence) is not Part.BODY), -which[0]

    known = [(i, e) for i, (field, e) in enumerate(proof.evidence) if field in _WORTH]
    return max(known, key=worth)[1] if known and article.sentences else None


def quote(record: Record, proof: Support, evidence: Evidence) -> Quote:
    """Return the sentence of `evidence`, cut at words around it where it is long."""
    article = record.article
    sentence = article.sentences[sentence_index(article, evidence.start)]
    start, end = _window(article.text, (sentence.start, sentence.end), evidence)
    pieces = list(_pieces(article.text, start, end, proof.words(start, end)))
    if start > sentence.start:
        pieces.insert(0, ("…\u00a0", False))
    if end < sentence.end:
        pieces.append(("\u00a0…", False))
    one_line = tuple((_LINE_BREAK.sub(" ", piece), marked) for piece, marked in pieces)
    url = record.seed.source.url or ""
    return Quote(
        one_line,
        record.slug,
        anchor(article, evidence.start),
        url if url.startswith(("https://", "http://")) else None,
        article.language,
    )


def _window(text: str, sentence: Span, evidence: Evidence) -> Span:
    start, end = sentence
    if end - start <= _QUOTE:
        return sentence
    if evidence.end - start > _QUOTE:
        room = max(0, _QUOTE - (evidence.end - evidence.start)) // 3
        start = _word_after(text, max(start, evidence.start - room), evidence.start)
    if end - start > _QUOTE:
        cut = text.rfind(" ", max(start, evidence.end), start + _QUOTE)
        end = cut if cut > 0 else max(evidence.end, start + _QUOTE)
    return start, end


def _word_after(text: str, start: int, end: int) -> int:
    """Return where the first whole word at or after `start` begins."""
    cut = text.find(" ", start, end)
    return cut + 1 if cut >= 0 else end


def _pieces(text: str, start: int, end: int, words: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    done = start
    for first, last in words:
        yield text[done:first], False
        yield text[first:last], True
        done = last
    yield text[done:end], False
