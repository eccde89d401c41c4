"""Blocks out of lines: a sentence that a stray line break cut in two becomes whole again.

Joins two lines of the body only where the words say that the sentence goes on: the first is not
closed and the second begins small, or the first ends in a word that cannot end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from egov_timeline.clean.lines import BULLET, Line
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
_FARTHEST = 4  # one blank line may stand between


def joined(lines: Sequence[Line], parts: Mapping[int, Part]) -> Iterator[tuple[int, Line, Line]]:
    """Yield (index, first line, last line) of each block."""
    index = 0
    while index < len(lines):
        last = index
        while last + 1 < len(lines) and _runs_on(lines, parts, last):
            last += 1
        yield index, lines[index], lines[last]
        index = last + 1


def _runs_on(lines: Sequence[Line], parts: Mapping[int, Part], index: int) -> bool:
    line, after = lines[index], lines[index + 1]
    body = {parts.get(index, Part.BODY), parts.get(index + 1, Part.BODY)} == {Part.BODY}
    if not body or after.start - line.end > _FARTHEST or BULLET.match(after.text):
        return False
    last = line.key[-_LONGEST_WORD:]
    if _GOES_ON.search(last) or (_TOWN.search(last) and _NAMED.match(after.text)):
        return True
    first = after.text.lstrip("\"“'( ")[:2]
    small = first[:1].islower() and not first[1:].isupper()  # "eCabinet" may begin a sentence
    return small and not line.ending and line.words >= 6
