"""Choose the stretch of a sentence that is quoted for a fact, so that it reads on its own.

Turns the words that a fact stands on into one quote a sentence: from the first of them to the last,
the words between where they are few and "…" where they are not, and some beside where they alone
would be a scrap. All but "…" is the article's, word for word, with the words that count marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from egov_timeline.anchors import anchor, sentence_index
from egov_timeline.records import Article, Evidence
from egov_timeline.text import Span, evened

LEFT_OUT = " … "
# Fewer letters than these are a scrap; with what is beside them they grow to no more than those.
_SCRAP, _ROOM = 32, 120
# So many words between two that count are no detour.
_FEW = 7
# Where a clause begins or ends: ", ", ": ", " (", " – "; not in "20:23" or "29-30/10".
_BREAK = re.compile(r"(?:\s*[,;:)”\"]\s+|\s+[(“\"–—]\s*)(?:và\s+)?")
_SPACE = re.compile(r"\s+")

Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of one sentence, on one line; `pieces` are (text, whether the fact stands on it)."""

    pieces: tuple[Piece, ...]
    anchor: str

    @property
    def quote(self) -> str:
        """The words as they are read."""
        return "".join(text for text, _ in self.pieces)


def quoted(
    evidence: Sequence[Evidence], article: Article, near: Sequence[Span] = ()
) -> tuple[Quoted, ...]:
    """Return a quote for each sentence of `evidence`, the most telling sentence first.

    `near` is what other facts stand on: a quote begins or ends there, and may leave it out.
    """
    by_sentence: dict[str, list[Span]] = {}
    for one in evidence:
        spans = by_sentence.setdefault(anchor(article, one.start), [])
        spans.append((one.start, one.end))
    return tuple(
        Quoted(tuple(_on_one_line(_pieces(article, _joined(spans, article.text), near))), name)
        for name, spans in by_sentence.items()
    )


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """Return the spans in order, those in one that overlap or have but a blank between them."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _pieces(article: Article, words: Sequence[Span], near: Sequence[Span]) -> Iterator[Piece]:
    text = article.text
    start, end = _stretch(article, words, near)
    yield text[start : words[0][0]], False
    for (first, last), (following, _) in pairwise(words):
        yield text[first:last], True
        yield from _between(text, last, following, near)
    yield text[slice(*words[-1])], True
    yield text[words[-1][1] : end], False


def _stretch(article: Article, words: Sequence[Span], near: Sequence[Span]) -> Span:
    """Return where the quote begins and ends: a scrap grows to where a clause or a fact does."""
    start, end = words[0][0], words[-1][1]
    if not article.sentences:
        return start, end
    sentence = article.sentences[sentence_index(article, start)]
    breaks = [m.span() for m in _BREAK.finditer(article.text, sentence.start, sentence.end)]
    heads = {sentence.start, *(b for _, b in breaks), *(a for a, _ in near)}
    tails = {sentence.end, *(a for a, _ in breaks), *(b for _, b in near)}
    before = sorted((at for at in heads if sentence.start <= at < start), reverse=True)
    if end - sentence.start <= _ROOM:
        before = before[-1:]
    after = sorted(at for at in tails if end < at <= sentence.end)
    for at in before:
        if end - start < _SCRAP and end - at <= _ROOM and _is_whole(article.text[at:end]):
            start = at
    for at in after:
        if end - start < _SCRAP and at - start <= _ROOM and _is_whole(article.text[start:at]):
            end = at
    return start, end


def _is_whole(stretch: str) -> bool:
    """Return whether brackets and quotes that open in it close in it too."""
    return all(stretch.count(a) == stretch.count(b) for a, b in ("()", "“”"))


def _between(text: str, start: int, end: int, near: Sequence[Span]) -> Iterator[Piece]:
    """Yield what stands between two words that count: all of it, or what is left of it."""
    if len(text[start:end].split()) <= _FEW:
        yield text[start:end], False
        return
    others = [(a, b) for a, b in near if start <= a and b <= end]
    first = min((a for a, _ in others), default=start)
    last = max((b for _, b in others), default=end)
    before, after = text[start:first], text[last:end]
    if len(before.split()) + len(after.split()) > _FEW:
        before = after = ""
    if any(letter.isalnum() for letter in before):
        yield before.rstrip(), False
    yield LEFT_OUT, False
    if any(letter.isalnum() for letter in after):
        yield after.lstrip(), False


def _on_one_line(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces that are not empty, line breaks in them made blanks."""
    kept = [(evened(text, _SPACE), marked) for text, marked in pieces if text]
    for place, (text, marked) in enumerate(kept):
        text = text.lstrip() if place == 0 else text
        text = text.rstrip() if place == len(kept) - 1 else text
        if text:
            yield text, marked
