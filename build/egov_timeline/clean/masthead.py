"""What stands above the title: the items of a menu, and the headlines of other stories.

A portal opens with its menu, its ticker and its tools, and only then with the story. The title is
the line over the text that the text takes up again, or that the stamp is put to; what is clearly a
list or a menu above it is not of the story. A kicker or a place above the title stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from egov_timeline.clean.lines import BULLET, Line
from egov_timeline.clean.overlap import OF_IT, OF_OTHERS, pairs_told, share
from egov_timeline.records import Part

Parts = Mapping[int, Part]

_FEWEST_OF_TITLE = 4
# An unknown item among the items of a menu: "VĂN BẢN CHỈ ĐẠO ĐIỀU HÀNH" below "TIN TỨC"
_LONGEST_ITEM = 7
_FEWEST_OF_LIST = 2
_OVER_STAMP, _UNDER_STAMP = 0.8, 0.6
_PASSED = {Part.BYLINE, Part.CREDIT, Part.WIDGET}


def above_title(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name the items of menus and the headlines of others that stand above the title."""
    head = next((i for i, x in enumerate(lines) if i not in parts and x.prose), len(lines))
    own = [i for i in range(head) if i not in parts]
    if len(own) < _FEWEST_OF_LIST or head == len(lines):
        return {}
    told = pairs_told(lines[i] for i in range(head, len(lines)) if i not in parts)
    shares = {i: share(lines[i], told) for i in own}
    found = dict(_menu_items(lines, parts, own, shares))
    left = [i for i in own if i not in found]
    title = _title(lines, parts, left, shares)
    above = [i for i in left if title is None or i < title]
    return found | dict.fromkeys(_others(lines, parts, above, shares, title), Part.RELATED)


def _menu_items(
    lines: Sequence[Line], parts: Parts, own: Sequence[int], shares: Mapping[int, float]
) -> Iterator[tuple[int, Part]]:
    """Yield the short lines between two lines of a menu."""
    end = own[-1] + 2
    above, below = _nearest(parts, range(end)), _nearest(parts, range(end - 1, -1, -1))
    for i in own:
        line = lines[i]
        if line.words > _LONGEST_ITEM or line.stopped or shares[i] >= 2 * OF_IT:
            continue
        if above[i] is below[i] is Part.NAVIGATION:
            yield i, Part.NAVIGATION


def _nearest(parts: Parts, indices: range) -> dict[int, Part | None]:
    """Return for each index the part of the last line before it, in this order, that has one.

    One pass each way: to look up and down from each line takes minutes on a page of short lines.
    """
    nearest: dict[int, Part | None] = {}
    last: Part | None = None
    for i in indices:
        nearest[i] = last
        last = parts.get(i, last)
    return nearest


def _title(
    lines: Sequence[Line], parts: Parts, own: Sequence[int], shares: Mapping[int, float]
) -> int | None:
    """Return the line that the text or the stamp says is the title; of equal ones the last."""
    named = [
        i for i in own if lines[i].words >= _FEWEST_OF_TITLE and not BULLET.match(lines[i].text)
    ]
    weights = {i: shares[i] + _stamped(parts, i) for i in named}
    return max(reversed(named), key=lambda i: weights[i], default=None)


def _stamped(parts: Parts, index: int) -> float:
    below = index + 1
    while parts.get(below) in _PASSED:
        below += 1
    if parts.get(below) is Part.STAMP:
        return _OVER_STAMP
    return _UNDER_STAMP * (parts.get(index - 1) is Part.STAMP)


def _others(
    lines: Sequence[Line],
    parts: Parts,
    above: Sequence[int],
    shares: Mapping[int, float],
    title: int | None,
) -> list[int]:
    """Return the headlines above the title that are a list: bulleted, labelled, or of others."""
    bulleted = [i for i in above if BULLET.match(lines[i].text)]
    label = min((i for i, part in parts.items() if part is Part.RELATED), default=len(lines))
    labelled = [i for i in above if i > label]
    foreign = [i for i in above if lines[i].words > _LONGEST_ITEM and shares[i] <= OF_OTHERS]
    # "Cây cầu mới ở Hòa Tân / Hơn nghìn hộ thôi qua đò / …": where the text takes up none of the
    # headlines, they may be one title in three lines.
    told = shares[title] if title is not None else 0.0
    if title is not None and not any(_stamped(parts, i) for i in foreign):
        told += _stamped(parts, title)  # else a stamp shows no title
    lists = (bulleted, labelled, foreign if told >= OF_IT else [])
    return sorted({i for found in lists if len(found) >= _FEWEST_OF_LIST for i in found})
