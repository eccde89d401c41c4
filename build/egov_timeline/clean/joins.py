"""Make whole what line ends have cut: a sentence by a stray one, all paragraphs by a fixed width.

Turns the lines of a page into lines that say one thing each, offsets kept. Mail, PDF files and old
programs end a line wherever it is full; elsewhere only a line that cannot end there is joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from egov_timeline.clean.lines import BULLET, Line, is_name, line_at
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL, one_line

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
_LONGEST = 8000  # no paragraph has more letters; lines without an end are not read anew for each
_FARTHEST = 4  # one blank line may stand between


def joined(
    text: str, key: str, lines: Sequence[Line], parts: Mapping[int, Part]
) -> tuple[tuple[Line, ...], dict[int, Part]]:
    """Return the lines with halves made whole, and `parts` for the new lines."""
    whole: list[Line] = []
    renamed: dict[int, Part] = {}
    wrap = _wrap(key, lines)
    for index, line in enumerate(lines):
        open_ = index and not {index - 1, index} & parts.keys()
        open_ = open_ and not (index == 1 and _heads(whole[-1], line))
        open_ = open_ and len(whole[-1].text) < _LONGEST
        signed = _signs(line, parts.get(index + 1))
        if open_ and (
            (not signed and _runs_on(whole[-1], line))
            or (wrap and wrap.cuts(lines[index - 1], line, opens=index == 1, signed=signed))
        ):
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
    return _begins_small(after) and not line.ending


def _begins_small(line: Line) -> bool:
    first = line.text.lstrip("\"“'( ")[:2]
    return first[:1].islower() and not first[1:].isupper()  # "eCabinet" may begin a sentence


# --- a page set to a fixed width ------------------------------------------------------------------

_FEWEST_CUT = 2
_WIDER = 1.25
_FEW_WIDER = 0.1


@dataclass(frozen=True, slots=True)
class _Wrap:
    """A page whose lines end where they are full, at `width` letters; `key` is it in one line."""

    width: int
    key: str

    def cuts(self, line: Line, after: Line, *, opens: bool, signed: bool) -> bool:
        """Return whether one line of the page goes on in the next.

        The first line is not told by its length: a headline may be as long by chance.
        """
        if after.breaks != 1 or line.stopped or BULLET.match(after.text):
            return False
        if _begins_small(after) or self._says_elsewhere(line, after):
            return True
        return not opens and not signed and self._is_full(line, after)

    def _is_full(self, line: Line, after: Line) -> bool:
        return len(line.text) + 1 + len(after.text.split(None, 1)[0]) > self.width

    def _says_elsewhere(self, line: Line, after: Line) -> bool:
        """Whether the words around the line end stand together in another place of the page.

        "… vùng Đồng bằng sông / Cửu Long", of which the text says "bằng sông Cửu Long".
        """
        around = " ".join([*line.key.split()[-2:], *after.key.split()[:2]])
        return not line.prose and self.key.count(around) > 1


def _wrap(key: str, lines: Sequence[Line]) -> _Wrap | None:
    """Return how the page is set where its lines are cut at a width; else None."""
    cut = [
        len(line.text)
        for line, after in pairwise(lines)
        if after.breaks == 1 and not line.ending and _begins_small(after)
    ]
    if len(cut) < _FEWEST_CUT:
        return None
    width = max(cut)
    wider = sum(len(line.text) > width * _WIDER for line in lines)
    return _Wrap(width, one_line(key)) if wider <= _FEW_WIDER * len(lines) else None
