"""The lines of a page, before anything is said about them.

Turns a text into lines, offsets kept, and knows of each how it reads: as running text, as a
headline, as a name. Where a page ran two things together, `seams` says where to cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from egov_timeline.clean.seams import flat_title, residues, seams
from egov_timeline.text import CAPITAL, Span, sentences, word_count

LONGEST_HEADING = 30

_EMPTY = re.compile(r"(?:[\s\ufeff\u200b-\u200f\u2060]|&nbsp;)*")
_EMPTY_END = re.compile(r"(?:[\s\ufeff\u200b-\u200f\u2060]|&nbsp;)+$")
_CLOSING = "\"”’»'*_) "
_STOP = re.compile(r"[.!?…]")
# "– Bước 2: …", "+ Gò Công Đông: …", "1. …"
BULLET = re.compile(r"[-–—•*+>#|]|\d{1,2}[.)] ")

NAME_WORD = rf"[{CAPITAL}][\w.]{{0,11}}"
# "Thu Hương", "PHƯƠNG ANH", "X.N", "Đ. THIỆN", "Hải Minh - Thu Hà", "Kim Oanh (P/v TTXVN)"
_NAME = re.compile(
    rf"[*_]{{0,2}}{NAME_WORD}(?:(?: | ?[-–,&/] ?){NAME_WORD}){{0,5}}"
    r"(?: ?\([^()]{2,50}\))?[*_.]{0,2} ?$"
)
_LONGEST = 70


class Line(NamedTuple):
    """One line, or the part of one that says one thing. `key` is the match key of its text."""

    start: int
    end: int
    text: str
    key: str
    words: int
    breaks: int  # line breaks before it: none where a line was cut, two after a blank line
    ending: str  # the mark that closes it, behind quotes and brackets; "" where none does
    prose: bool  # reads as running text: several sentences, a long one, or one that is closed

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.ending in (".", "…", "!", "?")

    @property
    def asks(self) -> bool:
        """Whether it ends as a question or a call, as a headline may."""
        return self.ending in ("?", "!")

    @property
    def titlelike(self) -> bool:
        """Whether it could stand as a headline: short, not closed by a stop, capital first."""
        if self.words < 2 or self.prose:
            return False
        first = next((c for c in self.text if c.isalnum()), "")
        if not (first.isupper() or first.isdigit()):
            return False
        # "“Thành phố đi đầu là sao?": the quotation goes on in the next line
        return (self.asks or not self.stopped) and self.key.count('"') % 2 == 0


def is_name(line: Line) -> bool:
    """Whether `line` could be the name of one author or two."""
    if line.words == 1 and line.stopped and "." not in line.text[:-1]:
        return False  # a word with its stop
    return len(line.text) <= _LONGEST and bool(_NAME.match(line.text))


def cut(text: str, key: str) -> tuple[Line, ...]:
    """Return the lines of `text` that say anything."""
    lines: list[Line] = []
    offset = breaks = 0
    for raw in text.split("\n"):
        start, end = _trimmed(text, offset, offset + len(raw))
        for first, last in _pieces(text, key, start, end, opens=not lines):
            lines.append(line_at(text, key, first, last, breaks))
            breaks = 0
        offset += len(raw) + 1
        breaks += 1
    return tuple(lines)


def line_at(text: str, key: str, start: int, end: int, breaks: int) -> Line:
    """Return `text[start:end]` as a line, with how it reads."""
    said = text[start:end]
    words = word_count(said)
    bare = said.rstrip(_CLOSING)
    ending = bare[-1:] if bare[-1:] in ".…!?:;," else ""
    prose = (
        words > LONGEST_HEADING
        or (words >= 6 and ending not in ("", "?", "!"))
        or (words > 3 and _several(said, bare))
    )
    return Line(start, end, said, key[start:end], words, breaks, ending, prose)


def several(line: Line) -> bool:
    """Whether `line` holds more than one sentence."""
    return _several(line.text, line.text.rstrip(_CLOSING))


def _several(said: str, bare: str) -> bool:
    if not _STOP.search(bare, 0, len(bare) - 1):
        return False
    found = sentences(said, 0, len(said))
    return next(found, None) is not None and next(found, None) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    # Most lines begin and end with a letter: nothing to look for.
    if start < end and not text[start].isalnum():
        start = _EMPTY.match(text, start, end).end()  # type: ignore[union-attr]
    if start < end and not text[end - 1].isalnum() and text[end - 1] != ".":
        blank = _EMPTY_END.search(text, max(start, end - 60), end)
        end = blank.start() if blank else end
    return start, end


def _pieces(text: str, key: str, start: int, end: int, *, opens: bool) -> Iterator[Span]:
    if start == end:
        return
    at = start
    if opens and (title := flat_title(text, key, start, end)):
        yield _trimmed(text, start, title)
        at = title
    for residue in residues(text, at, end):
        yield from _said(text, key, at, residue[0])
        yield residue
        at = residue[1]
    yield from _said(text, key, at, end)


def _said(text: str, key: str, start: int, end: int) -> Iterator[Span]:
    start, end = _trimmed(text, start, end)
    cuts = sorted({start, end, *seams(text, key, start, end)})
    for first, last in pairwise(cuts):
        piece = _trimmed(text, first, last)
        if piece[0] < piece[1]:
            yield piece
