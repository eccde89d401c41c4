"""Lines that say word for word what another line of the article says.

Of two equal lines the first is kept. A teaser that the following text repeats and goes on with is
dropped in favour of that text, for it alone is whole. A title is never taken for a part of a
sentence that contains its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from egov_timeline.clean.lines import BULLET, Line
from egov_timeline.records import Part
from egov_timeline.text import fold

_WORD = re.compile(r"\w+")
# A headline behind the article may be the article's own once more.
_COMPARED = (Part.BODY, Part.HEADING, Part.CAPTION, Part.RELATED)
_FEWEST = 3
_FEWEST_OF_TEASER = 8
# "… có mặt bộ trưởng...": cut off by the portal, not by the author
_CUT_OFF = re.compile(r"(?:\.{3}|…)[\"”)]?$")


def repeats(lines: Sequence[Line], parts: Mapping[int, Part]) -> dict[int, Part]:
    """Name the kept lines whose words stand elsewhere in the article."""
    kept = [i for i in range(len(lines)) if parts.get(i, Part.BODY) in _COMPARED]
    said = {i: " ".join(_WORD.findall(fold(lines[i].text))) for i in kept}
    found = dict.fromkeys(_equal(kept, said, lines), Part.REPEATED)
    left = [i for i in kept if i not in found and parts.get(i) is not Part.RELATED]
    found.update(dict.fromkeys(_teasers(left, said, lines), Part.REPEATED))
    return found


def _equal(kept: Sequence[int], said: Mapping[int, str], lines: Sequence[Line]) -> list[int]:
    seen: set[str] = set()
    again = []
    for index in kept:
        if lines[index].words < _FEWEST or BULLET.match(lines[index].text):
            continue  # two steps of a list may well be the same
        if said[index] in seen:
            again.append(index)
        seen.add(said[index])
    return again


def _teasers(left: Sequence[int], said: Mapping[int, str], lines: Sequence[Line]) -> list[int]:
    found = []
    for place, index in enumerate(left):
        line = lines[index]
        cut_off = bool(_CUT_OFF.search(line.text))
        if line.words < _FEWEST_OF_TEASER or not (cut_off or line.stopped):
            continue
        rest = " ".join(said[i] for i in left[place + 1 :])
        if f" {said[index]} " in f" {rest} " or (cut_off and f" {said[index]}" in f" {rest}"):
            found.append(index)
    return found
