"""The lines of a page, before anything is said about them.

Turns a text into lines, offsets kept, and knows of each how it reads: as running text, as a
headline, as a name. Where a page ran two things together, `seams` says where to cut; where a stray
line break cut a sentence in two, its halves are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from egov_timeline.clean.seams import flat_title, residues, seams
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL, Span, sentences

LONGEST_HEADING = 30

_EMPTY = re.compile(r"(?:[\s\ufeff\u200b-\u200f\u2060]|&nbsp;)*")
_EMPTY_END = re.compile(r"(?:[\s\ufeff\u200b-\u200f\u2060]|&nbsp;)+$")
_CLOSING = "\"”’»'*_) "
# "– Bước 2: …", "+ Gò Công Đông: …", "1. …"
BULLET = re.compile(r"[-–—•*+>#|]|\d{1,2}[.)] ")

NAME_WORD = rf"[{CAPITAL}][\w.]{{0,11}}"
# "Thu Hương", "PHƯƠNG ANH", "X.N", "Đ. THIỆN", "Hải Minh - Thu Hà", "Kim Oanh (P/v TTXVN)"
_NAME = re.compile(
    rf"[*_]{{0,2}}{NAME_WORD}(?:(?: | ?[-–,&/] ?){NAME_WORD}){{0,5}}"
    r"(?: ?\([^()]{2,50}\))?[*_.]{0,2} ?$"
)
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Line:
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
        first = next((c for c in self.text if c.isalnum()), "")
        if self.words < 2 or self.prose or not (first.isupper() or first.isdigit()):
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
    words = len(said.split())
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
    if not any(stop in bare[:-1] for stop in ".!?…"):
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


# The word cannot end a sentence: "… Chính phủ và các", "… do", "theo PGS."; "chưa được" can.
_GOES_ON = re.compile(
    r"(?:\b(?:và|các|những|của|do|tại|với|cho|về|từ|đến|trong|là|một|"
    r"(?<!chưa )(?<!không )(?<!làm )được|để|theo|bằng|hoặc|(?<!cuối )cùng)|"
    r",|\b(?:gs|pgs|ts|ths|ông|bà)\.?)$"
)
# Most of these may well end a headline ("Doanh nghiệp mời, chuyên gia chẳng đến"); only after these
# it cannot be whole.
_NEVER_ENDS = re.compile(r"(?:\b(?:và|các|những|của|do|tại|với|trong|là|một|hoặc)|,)$")
# "Chủ tịch UBND TP. / Hà Nội Nguyễn …" goes on, "… vấn đề của TP. / Bộ cũng …" does not.
_TOWN = re.compile(r"\btp\.?$")
_NAMED = re.compile(rf"[{CAPITAL}]\w* [{CAPITAL}]|[{CAPITAL}]{{2}}")
_LONGEST_WORD = 12  # with the word before it
_FEWEST_WORDS = 6
_FARTHEST = 4  # one blank line may stand between


def joined(
    text: str, key: str, lines: Sequence[Line], parts: Mapping[int, Part]
) -> tuple[tuple[Line, ...], dict[int, Part]]:
    """Return the lines with halves made whole, and `parts` for the new lines."""
    whole: list[Line] = []
    renamed: dict[int, Part] = {}
    for index, line in enumerate(lines):
        open_ = index and not {index - 1, index} & parts.keys()
        open_ = open_ and not (index == 1 and _heads(whole[-1], line))
        if open_ and _runs_on(whole[-1], line) and not _signs(line, parts.get(index + 1)):
            first = whole.pop()
            line = line_at(text, key, first.start, line.end, first.breaks)
        elif index in parts:
            renamed[len(whole)] = parts[index]
        whole.append(line)
    return tuple(whole), renamed


def _signs(line: Line, below: Part | None) -> bool:
    """Whether the author stands here and not the rest of a sentence: "… và chưa được / LÊ NA"."""
    return is_name(line) and line.words > 1 and (below is Part.STAMP or line.text.isupper())


def _heads(first: Line, after: Line) -> bool:
    """Whether the first line of a page, set apart by a blank line, is its headline."""
    return after.breaks > 1 and first.titlelike and not _NEVER_ENDS.search(first.key)


def _runs_on(line: Line, after: Line) -> bool:
    if line.words < _FEWEST_WORDS or not after.breaks or after.start - line.end > _FARTHEST:
        return False
    if BULLET.match(after.text):
        return False
    last = line.key[-_LONGEST_WORD:]
    if _GOES_ON.search(last) or (_TOWN.search(last) and _NAMED.match(after.text)):
        return True
    first = after.text.lstrip("\"“'( ")[:2]
    small = first[:1].islower() and not first[1:].isupper()  # "eCabinet" may begin a sentence
    return small and not line.ending
