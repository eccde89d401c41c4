"""Lines that say word for word what another line of the article says.

Of two equal lines the first is kept. A teaser that the following text repeats and goes on with is
dropped in favour of that text, for it alone is whole. A title is never taken for a part of a
sentence that contains its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from egov_timeline.clean.lines import BULLET, Line
from egov_timeline.records import Part
from egov_timeline.text import one_line

# A headline behind the article may be the article's own once more.
_COMPARED = (Part.BODY, Part.HEADING, Part.CAPTION, Part.RELATED)
_FEWEST = 3
_FEWEST_OF_TEASER = 8
_EDGES = " .…,:;!?\"'*_()"


def repeats(lines: Sequence[Line], parts: Mapping[int, Part]) -> dict[int, Part]:
    """Name the kept lines whose words stand elsewhere in the article."""
    kept = [
        i
        for i, line in enumerate(lines)
        if parts.get(i, Part.BODY) in _COMPARED
        and not BULLET.match(line.text)  # two steps of a list may well be the same
    ]
    said = {i: one_line(lines[i].key) for i in kept}
    found = dict.fromkeys(_equal(kept, said, lines), Part.REPEATED)
    left = [i for i in kept if i not in found and parts.get(i) is not Part.RELATED]
    found.update(dict.fromkeys(_teasers(left, said, lines), Part.REPEATED))
    return found


def _equal(kept: Iterable[int], said: Mapping[int, str], lines: Sequence[Line]) -> list[int]:
    seen: set[str] = set()
    again = []
    for index in kept:
        if lines[index].words < _FEWEST:
            continue
        words = said[index].strip(_EDGES)
        if words in seen:
            again.append(index)
        seen.add(words)
    return again


def _teasers(left: Iterable[int], said: Mapping[int, str], lines: Sequence[Line]) -> list[int]:
    """Return the lines whose words come again, all of them and in this order, further below."""
    whole = " ".join(("", *(said[i] for i in left), ""))
    found = []
    below = 0
    for index in left:
        below += len(said[index]) + 1
        line = lines[index]
        if line.words < _FEWEST_OF_TEASER or not line.stopped:
            continue
        words = said[index].strip(_EDGES)
        at = whole.find(words, below)
        end = at + len(words)
        if at >= 0 and (_cut_off(line) or not whole[end : end + 1].isalnum()):
            found.append(index)
    return found


def _cut_off(line: Line) -> bool:
    """Whether the portal cut the line off, perhaps inside a word: "… có mặt bộ trưởng..."."""
    return line.text.rstrip('"”) ').endswith(("...", "…"))
