"""Where the article begins and ends on the page, and what heads its parts.

Finds the tail of the page behind a boundary ("Bình luận", "Tin khác", a copyright line), and the
boxes inside the article; a boundary after which the same story goes on closes nothing. Headlines of
other stories are told by their place: they head no text of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from egov_timeline.clean.lines import LONGEST_HEADING, Line, several
from egov_timeline.records import Part

Parts = Mapping[int, Part]
_BOUNDARY = {Part.RELATED, Part.WIDGET, Part.NAVIGATION, Part.COPYRIGHT}
_WORD = re.compile(r"\w+")
# "Phường Hoà Khánh Bắc ra quân lập lại trật tự vỉa hè (22-7)"
_DATED = re.compile(
    r"\( ?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?(?:,? \d{1,2}[:h]\d{2})? ?\)$"
)
_FEWEST_WORDS = 12
_FEWEST_OF_HEADLINE = 3  # "Gốc", "Nhập mã xác nhận"
# How much of a paragraph's pairs of words the text above has used: half of all paragraphs of one
# story share 0.2 and more with what stands before them, one in twenty of other stories does.
_SAME_STORY = 0.2
_SAME_STORY_RUN = 0.12
_RUN = 3


def around(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name as RELATED what stands behind the last boundary, and in boxes inside the article."""
    first = next((i for i, x in enumerate(lines) if i not in parts and x.prose), len(lines))
    found = {
        i: Part.RELATED
        for i, x in enumerate(lines)
        if i > first and i not in parts and x.titlelike and _DATED.search(x.key)
    }
    index = first
    while index < len(lines):
        if parts.get(index) in _BOUNDARY:
            back = _goes_on(lines, parts, index)
            found.update(_box(lines, parts, index, back))
            index = back
        index += 1
    return found


def _box(lines: Sequence[Line], parts: Parts, start: int, end: int) -> dict[int, Part]:
    """Name the other stories between a boundary and the line where the article goes on."""
    if end < len(lines) and parts[start] is not Part.RELATED:
        return {}  # a share bar or an advertisement inside the text has no stories of its own
    found: dict[int, Part] = {}
    for i in range(start + 1, end):
        # the stamp beside a headline dates the other story, not this one
        dates_it = parts.get(i) is Part.STAMP and i - 1 in found
        if parts.get(i, Part.CAPTION) is Part.CAPTION or dates_it:
            found[i] = (
                Part.RELATED if lines[i].words > _FEWEST_OF_HEADLINE or dates_it else Part.WIDGET
            )
    return found


def _goes_on(lines: Sequence[Line], parts: Parts, boundary: int) -> int:
    """Return the first line behind `boundary` that belongs to the article; the end if none does."""
    told = _pairs(lines[i].key for i in range(boundary) if i not in parts)
    for index in range(boundary + 1, len(lines)):
        if index in parts or not _long(lines[index]):
            continue
        run = _run(lines, parts, index)
        shares = [_share(lines[i], told) for i in run]
        if max(shares) >= _SAME_STORY or (
            len(run) >= _RUN and sum(shares) / len(run) >= _SAME_STORY_RUN
        ):
            return index
    return len(lines)


def _run(lines: Sequence[Line], parts: Parts, index: int) -> list[int]:
    run = [index]
    while run[-1] + 1 < len(lines) and run[-1] + 1 not in parts and _long(lines[run[-1] + 1]):
        run.append(run[-1] + 1)
    return run


def _long(line: Line) -> bool:
    return line.prose and line.words >= _FEWEST_WORDS


def _pairs(texts: Iterable[str]) -> set[tuple[str, str]]:
    return {pair for text in texts for pair in pairwise(_WORD.findall(text))}


def _share(line: Line, told: set[tuple[str, str]]) -> float:
    pairs = _pairs([line.key])
    return len(pairs & told) / max(len(pairs), 1)


def between_lead_and_body(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name as RELATED headlines without text: two and more in a row under the lead, or at the end.

    A heading of the article heads text; of several in a row all but the last head nothing, and so
    the row is a list of other stories.
    """
    own = [i for i in range(len(lines)) if i not in parts]
    proses = [i for i in own if lines[i].prose]
    if not proses:
        return {}
    found: dict[int, Part] = {}
    lead = proses[0]
    row = _row(lines, parts, lead + 1)
    if len(row) >= 2 and len(proses) > 2 and lines[lead].ending != ":":
        found.update(dict.fromkeys(row, Part.RELATED))
    if Part.BYLINE in (parts.get(i) for i in range(proses[-1] + 1, len(lines))):
        found.update({i: Part.RELATED for i in own if i > proses[-1] and lines[i].titlelike})
    return found


def _row(lines: Sequence[Line], parts: Parts, start: int) -> list[int]:
    row = []
    for index in range(start, len(lines)):
        if index in parts or not lines[index].titlelike:
            break
        row.append(index)
    return row


def headings(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name as HEADING a short line without final stop that heads text, and the title."""
    found = {
        i: Part.HEADING
        for i, line in enumerate(lines)
        if i not in parts and line.titlelike and _heads(lines, parts, i)
    }
    own = [i for i in range(len(lines)) if i not in parts]
    if len(own) > 1 and own[0] not in found and _titles(lines, parts, own[0], own[1]):
        found[own[0]] = Part.HEADING
    return found


# "(THTG) Ngày 26/8", "(Mic.gov.vn) - Trong hai ngày", "DIC - Sáng 5/4": here the story begins
_STORY_BEGINS = re.compile(r"\([A-Z][\w.+ ]{1,30}\)|[A-ZĐ]{2,12}(?:\.vn)? ?[-–] ?[A-ZÀ-ỸĐ]")


def _titles(lines: Sequence[Line], parts: Parts, index: int, after: int) -> bool:
    """Whether the first line is the title although it is long or closed by a stop."""
    line = lines[index]
    if several(line) or not lines[after].prose or _STORY_BEGINS.match(line.text):
        return False
    if line.words <= LONGEST_HEADING and _STORY_BEGINS.match(lines[after].text):
        return True
    if lines[index + 1].breaks == 0 and parts.get(index + 1) is None and index == 0:
        return True  # cut off a page that is one line
    quoted = line.key.startswith('"') and line.key.endswith('"') and line.key.count('"') == 2
    underlined = parts.get(index + 1) is Part.LINK and lines[index + 1].text[0] in "=-"
    stamped = parts.get(index + 1) is Part.STAMP
    return quoted or underlined or (stamped and not line.stopped)


def _heads(lines: Sequence[Line], parts: Parts, index: int) -> bool:
    return any(
        parts.get(after, Part.BODY) is Part.BODY and (lines[after].prose or lines[after].titlelike)
        for after in range(index + 1, len(lines))
    )
