"""Where the article ends on the page, and what heads its parts.

Finds the tail of the page behind a boundary ("Bình luận", "Tin khác", a copyright line), and the
boxes inside the article; a boundary after which the same story goes on closes nothing. Headlines of
other stories are told by their place: they head no text of their own.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from egov_timeline.clean.lines import BULLET, LONGEST_HEADING, Line, is_name, several
from egov_timeline.records import Part
from egov_timeline.text import CAPITAL

Parts = Mapping[int, Part]
Pairs = set[tuple[str, str]]

_BOUNDARY = {Part.RELATED, Part.WIDGET, Part.NAVIGATION, Part.COPYRIGHT}
# Behind these the readers speak, of the same story and in the same words.
_COMMENTS = re.compile(r"bình luận|ý kiến|phản hồi|thảo luận|comment")
# Days behind these are those of other stories, of readers, of the page: "Thống kê truy cập".
_NOT_OF_STORY = re.compile(rf"{_COMMENTS.pattern}|truy cập|online")
# "Phường Hoà Khánh Bắc ra quân lập lại trật tự vỉa hè (22-7)"
_DATED = re.compile(r"\(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:,? \d{1,2}[:h]\d{2})?\)$")
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 12
_FEWEST_OF_HEADLINE = 6
_LONGEST_OF_LABEL = 3  # "Gốc", "Nhập mã xác nhận"


def around(lines: Sequence[Line], parts: Parts) -> dict[int, Part]:
    """Name what stands behind the last boundary, and in boxes inside the article."""
    long = [i for i, line in enumerate(lines) if i not in parts and _long(line)]
    first = next((i for i, x in enumerate(lines) if i not in parts and x.prose), len(lines))
    found = {i: Part.RELATED for i in range(first + 1, len(lines)) if _is_dated(lines, parts, i)}
    if not any(part in _BOUNDARY and i >= first for i, part in parts.items()):
        return found
    told: Pairs = set()
    index = first
    while index < len(lines):
        if parts.get(index) in _BOUNDARY:
            back = _goes_on(lines, parts, index, long, told)
            found.update(_box(lines, parts, index, back))
            index = back
        if index < len(lines) and index not in parts and _long(lines[index]):
            told |= _pairs(lines[index])
        index += 1
    return found


def _is_dated(lines: Sequence[Line], parts: Parts, index: int) -> bool:
    line = lines[index]
    if index in parts or not line.titlelike or not _DATED.search(line.key):
        return False
    return index + 1 == len(lines) or index + 1 in parts or not _long(lines[index + 1])


def _box(lines: Sequence[Line], parts: Parts, start: int, end: int) -> dict[int, Part]:
    """Name the other stories between a boundary and the line where the article goes on."""
    if end < len(lines) and parts[start] is not Part.RELATED:
        return {}  # a share bar or an advertisement inside the text has no stories of its own
    found: dict[int, Part] = {}
    undated = end == len(lines) and (
        parts[start] is Part.COPYRIGHT or bool(_NOT_OF_STORY.search(lines[start].key))
    )
    for i in range(start + 1, end):
        part = parts.get(i, Part.CAPTION)
        if part is Part.STAMP and (undated or i - 1 in found):
            found[i] = Part.RELATED  # it dates the other story, not this one
        elif part is Part.CAPTION:
            label = lines[i].words <= _LONGEST_OF_LABEL
            found[i] = Part.WIDGET if label else Part.RELATED
    return found


def _goes_on(
    lines: Sequence[Line], parts: Parts, boundary: int, long: Sequence[int], told: Pairs
) -> int:
    """Return the first line behind `boundary` that belongs to the article; the end if none does."""
    place = bisect(long, boundary)
    above, below = long[:place], long[place:]
    if not below:
        return len(lines)
    if sum(lines[i].words for i in above) < sum(lines[i].words for i in below):
        return below[0]  # what is longer is the article
    runs = list(_runs(below))
    if _are_teasers(lines, parts, boundary, runs):
        return len(lines)
    over = _is_over(lines, parts, boundary, above[-1] if above else 0)
    for run in runs:
        strict = over or _comments_between(lines, parts, boundary, run[0])
        if _same_story(lines, parts, run, told, strict=strict):
            return run[0]
    return len(lines)


def _are_teasers(
    lines: Sequence[Line], parts: Parts, boundary: int, runs: Sequence[Sequence[int]]
) -> bool:
    """Whether below a label of other stories each paragraph stands alone under its headline."""
    labelled = any(parts.get(i) is Part.RELATED for i in range(boundary, runs[0][0]))
    return (
        labelled
        and len(runs) > 1
        and all(
            len(run) == 1 and run[0] - 1 not in parts and lines[run[0] - 1].titlelike
            for run in runs
        )
    )


def _comments_between(lines: Sequence[Line], parts: Parts, boundary: int, index: int) -> bool:
    """Whether the readers have the word before `index`: "Ý kiến bạn đọc (2)"."""
    return any(
        parts.get(i) is Part.WIDGET and _COMMENTS.search(lines[i].key)
        for i in range(boundary, index)
    )


def _is_over(lines: Sequence[Line], parts: Parts, boundary: int, last: int) -> bool:
    """Whether the article is over: signed, closed by "./.", or left to comments and copyright."""
    if parts[boundary] is Part.COPYRIGHT or _COMMENTS.search(lines[boundary].key):
        return True
    signed = any(i not in parts and is_name(lines[i]) for i in range(last + 1, boundary))
    return signed or lines[last].text.endswith("./.")


# How much of its pairs of words a paragraph must share with the text above. Half of all paragraphs
# share 0.2 and more with what stands before them in their story, one in twenty with another story;
# of several in a row, no portal sets that many teasers without a headline between them. Below
# "Xem thêm: …" with its headline in the same line the article goes on rather than not.
_TEASER, _ALONE, _TWO, _MANY = 0.2, 0.1, 0.06, 3
_STRICT = 0.12


def _same_story(
    lines: Sequence[Line], parts: Parts, run: Sequence[int], told: Pairs, *, strict: bool
) -> bool:
    if len(run) >= _MANY and not strict:
        return True
    mean = sum(_share(lines[i], told) for i in run) / len(run)
    if strict:
        return len(run) >= _MANY and mean >= _STRICT
    if len(run) > 1:
        return mean >= _TWO
    before = run[0] - 1
    below_headline = parts.get(before) is Part.RELATED and lines[before].words > 5
    return mean >= (_ALONE if below_headline else _TEASER)


def _runs(indices: Iterable[int]) -> Iterator[list[int]]:
    """Yield the indices, those that follow each other together."""
    run: list[int] = []
    for index in indices:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _long(line: Line) -> bool:
    return line.prose and line.words >= _FEWEST_WORDS


def _pairs(line: Line) -> Pairs:
    return set(pairwise(_WORD.findall(line.key)))


def _share(line: Line, told: Pairs) -> float:
    pairs = _pairs(line)
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
    row = _row(lines, parts, proses[0] + 1)
    if len(row) >= 2 and len(proses) > 2 and lines[proses[0]].ending != ":":
        found.update(dict.fromkeys(row, Part.RELATED))
    if Part.BYLINE in (parts.get(i) for i in range(proses[-1] + 1, len(lines))):
        found.update({i: Part.RELATED for i in own if i > proses[-1] and lines[i].titlelike})
    return found


# "I. Mục tiêu", "1.1. Về thể chế": numbered, so one of the article's own
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})[.)] ")


def _row(lines: Sequence[Line], parts: Parts, start: int) -> list[int]:
    row = []
    for index in range(start, len(lines)):
        line = lines[index]
        if index in parts or not line.titlelike or line.words < _FEWEST_OF_HEADLINE:
            break
        if BULLET.match(line.text) or _NUMBERED.match(line.text):
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


def _heads(lines: Sequence[Line], parts: Parts, index: int) -> bool:
    return any(
        parts.get(after, Part.BODY) is Part.BODY and (lines[after].prose or lines[after].titlelike)
        for after in range(index + 1, len(lines))
    )


# "(THTG) Ngày 26/8", "(Mic.gov.vn) - Trong hai ngày", "DIC - Sáng 5/4": here the story begins
_STORY_BEGINS = re.compile(rf"\([A-Z][\w.+ ]{{1,30}}\)|[A-ZĐ]{{2,12}}(?:\.vn)? ?[-–] ?[{CAPITAL}]")


def _titles(lines: Sequence[Line], parts: Parts, index: int, after: int) -> bool:
    """Whether the first line is the title although it is long or closed by a stop."""
    line = lines[index]
    short = line.words <= LONGEST_HEADING
    stamped = parts.get(index + 1) is Part.STAMP
    if not lines[after].prose or _STORY_BEGINS.match(line.text):
        return False
    if (
        stamped
        and (short or not several(line))
        and (not line.stopped or line.asks or _trails(line))
    ):
        return True
    if several(line):
        return False
    if short and (_STORY_BEGINS.match(lines[after].text) or _trails(line)):
        return True
    if lines[index + 1].breaks == 0 and parts.get(index + 1) is None and index == 0:
        return True  # cut off a page that is one line
    quoted = line.key.startswith('"') and line.key.endswith('"') and line.key.count('"') == 2
    underlined = parts.get(index + 1) is Part.LINK and lines[index + 1].text[0] in "=-"
    return quoted or underlined


def _trails(line: Line) -> bool:
    return line.text.endswith(("...", "…"))
