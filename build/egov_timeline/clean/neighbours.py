"""Headlines of other stories that stand over their own days: those days are not the article's.

A portal puts the next story and the one before between title and text, its ticker above the title,
what is new below the text: headline, day, headline, day. Of such a row only the headline that the
text takes up is the article's, with its day. One headline with one day may be the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise

from egov_timeline.clean.lines import Line
from egov_timeline.clean.overlap import OF_IT, OF_OTHERS, Pairs, pairs_told, share
from egov_timeline.records import Part

Parts = Mapping[int, Part]
Entry = tuple[int, int]  # a headline, and the stamp beside it

_FEWEST_OF_ROW = 2
_FEWEST_WORDS, _FEWEST_BELOW = 4, 6
# What the row is compared with may be as well told of as the title, but for chance.
_APART = 0.2
# "Bài trước: Khai trương phố đi bộ": one neighbour, named as such
_NAMED = re.compile(r"(?:tin|bài)[^:]{0,15} (?:trước|sau|tiếp|kế|cũ|mới)[^:]{0,8}:")


def neighbours(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name as RELATED the other headlines of a row, and the stamps beside them."""
    stamps = [i for i, part in parts.items() if part is Part.STAMP]
    found = {
        i: Part.RELATED
        for i in stamps
        if parts.get(i - 1) is Part.RELATED and _NAMED.match(lines[i - 1].key)
    }
    proses = [i for i, line in enumerate(lines) if i not in parts and line.prose]
    rows = list(_rows(lines, parts)) if stamps and proses else []
    above = [row for row in rows if row[0][0] < proses[0] and len(row) >= _FEWEST_OF_ROW]
    below = [row for row in rows if row[0][0] > proses[0]]
    if above or below:
        told = pairs_told(lines[i] for i in proses)
        others = _above(lines, parts, list(chain(*above)), proses[0], told)
        for row in below:
            if _is_foreign(lines, row, told, closes=row[0][0] > proses[-1]):
                others += row
        found.update(dict.fromkeys(chain(*others), Part.RELATED))
    return found


def _rows(lines: Sequence[Line], parts: Parts) -> Iterator[list[Entry]]:
    """Yield the entries of each row of headlines and stamps that no other line breaks."""
    row: list[int] = []
    for i, line in enumerate(lines):
        if parts.get(i) is Part.STAMP or _heads_story(line, parts.get(i)):
            row.append(i)
        elif row and not _passed(line, parts.get(i)):
            yield from _entries(row, parts)
            row = []
    yield from _entries(row, parts)


def _heads_story(line: Line, part: Part | None) -> bool:
    if part is Part.RELATED:
        return line.words > _FEWEST_WORDS  # else the label of a list
    return part is None and line.titlelike and line.words >= _FEWEST_WORDS


def _passed(line: Line, part: Part | None) -> bool:
    """Whether a line does not break a row: its number in the list, its picture, a label."""
    return part in (Part.RELATED, Part.LINK) or not any(c.isalpha() for c in line.key)


def _entries(row: Sequence[int], parts: Parts) -> Iterator[list[Entry]]:
    """Yield the pairs of headline and stamp, whichever comes first throughout the row."""
    stamps = {i for i in row if parts.get(i) is Part.STAMP}
    pairs = [(one, other) for one, other in pairwise(row) if (one in stamps) != (other in stamps)]
    over = [(one, other) for one, other in pairs if other in stamps]
    under = [(other, one) for one, other in pairs if one in stamps]
    entries = under if len(under) > max(len(over), 1) else over
    if entries:
        yield entries


def _above(
    lines: Sequence[Line], parts: Parts, entries: Sequence[Entry], head: int, told: Pairs
) -> list[Entry]:
    """Return those of the entries above the text that are not the article's own title."""
    own = _title(lines, parts, {i for i, _ in entries}, head, told) if entries else None
    related = [entry for entry in entries if parts.get(entry[0]) is Part.RELATED]
    return related if own is None else [entry for entry in entries if entry[0] != own]


def _title(
    lines: Sequence[Line], parts: Parts, listed: Set[int], head: int, told: Pairs
) -> int | None:
    """Return the line above the text that it takes up most, one outside the rows before another.

    None where it takes up none, or no one of the rows more than the others.
    """
    shares = {}
    for i in range(head):
        if i not in parts and lines[i].words >= _FEWEST_WORDS:
            said = share(lines[i], told)
            shares[i] = said + _APART * (said >= OF_IT and i not in listed)
    most = max(shares.values(), default=0.0)
    best = [i for i, said in shares.items() if said == most >= OF_IT]
    return best[0] if len(best) == 1 else None


def _is_foreign(lines: Sequence[Line], row: Sequence[Entry], told: Pairs, *, closes: bool) -> bool:
    """Whether the text, whose last line may stand above the row, takes up none of its headlines."""
    if any(lines[head].words < _FEWEST_BELOW for head, _ in row):
        return False
    several = len(row) >= _FEWEST_OF_ROW
    most = max(share(lines[head], told) for head, _ in row)
    return most <= OF_IT if several else closes and most <= OF_OTHERS
