"""A sentence that a stray line break cut in two becomes whole again.

Joins two lines only where the words say that the sentence goes on: the first is not closed and the
second begins small, or the first ends in a word that cannot end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from egov_timeline.clean.lines import BULLET, Line, line_at
from egov_timeline.clean.names import is_name
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL

# The word cannot end a sentence: "… Chính phủ và các", "… do", "theo PGS."
_GOES_ON = re.compile(
    r"(?:\b(?:và|các|những|của|do|tại|với|cho|về|từ|đến|trong|là|một|được|để|theo|bằng|hoặc|cùng)|"
    r",|\b(?:gs|pgs|ts|ths|ông|bà)\.?)$"
)
# "Chủ tịch UBND TP. / Hà Nội Nguyễn …" goes on, "… vấn đề của TP. / Bộ cũng …" does not.
_TOWN = re.compile(r"\btp\.?$")
_NAMED = re.compile(rf"[{CAPITAL}]\w* [{CAPITAL}]|[{CAPITAL}]{{2}}")
_LONGEST_WORD = 8
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
        if open_ and not _signs(line, parts.get(index + 1)) and _runs_on(whole[-1], line):
            first = whole.pop()
            line = line_at(text, key, first.start, line.end, first.breaks)
        elif index in parts:
            renamed[len(whole)] = parts[index]
        whole.append(line)
    return tuple(whole), renamed


def _signs(line: Line, below: Part | None) -> bool:
    """Whether the author stands here and not the rest of a sentence: "… và chưa được / LÊ NA"."""
    return is_name(line) and line.words > 1 and (below is Part.STAMP or line.text.isupper())


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
