"""Read when an article was published, from the stamp that its portal put there.

Turns a stamp ("20:23 | 30/03/2016", "Thứ năm, ngày 22/10/2020") into an ISO date-time, or into a
date where no clock stands beside it. Vietnam keeps one time zone, so a clock without an offset is
read as +07:00. The date of a document, of another story or of an event is no stamp.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from egov_timeline.edtf import Point
from egov_timeline.extract.reading import Reading
from egov_timeline.extract.timex import Kind, Timex
from egov_timeline.records import Block, Finding, Part

# "20:23 | ", "16:47, thứ sáu, " (the weekday is the cue of the date), "8h30 - "
_CLOCK_BEFORE = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])(?:[:h]|giờ ?)(?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?P<half> ?(?:am|pm|sa|ch)\b)?(?: ?phút)?[ |,;-]{0,4}$"
)
# " 05:04 0", ", 15:32", "t22:31:51+07:00", " 4:44:00 pm", " lúc 14h24"
_CLOCK_AFTER = re.compile(
    r"(?:t|[ |,;-]{1,4}(?:lúc )?)(?P<hour>[01]?\d|2[0-3])(?:[:h]|giờ ?)(?P<minute>[0-5]\d)"
    r"(?::[0-5]\d)?(?:\.\d{1,6})?(?P<half> ?(?:am|pm|sa|ch)\b)?"
)
# " GMT+7", "(GMT+7)", "+07:00", "Z"
_ZONE = re.compile(
    r" ?\(?(?:(?:gmt|utc) ?)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\)?(?!\d)"
)
_GMT = re.compile(r" ?\(?(?:z|gmt|utc)\b(?! ?[+-])\)?")
# "3/10/2008 4:44:00 PM": day or month first? Only the rest of the page can tell.
_MONTH_FIRST = re.compile(r"(?<![\d/])(?:1[0-2]|0?[1-9])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?!\d)")
_BOTH_MONTHS = re.compile(r"(?<!\d)(?:1[0-2]|0?[1-9])/(?:1[0-2]|0?[1-9])/\d{4}$")

# What a line may hold beside its date and still be a stamp: a label, a counter, marks.
_LABEL = re.compile(
    r"\W*(?:(?:ngày |giờ |thời gian )?(?:cập nhật|đăng|đăng tải|xuất bản|đưa tin|gửi|tạo|viết)"
    r"(?: lần cuối| tin| bài)?(?: ngày| lúc| vào)?|lúc|ngày|thời gian)?\W*"
)
_UPDATE = re.compile(r"cập nhật|sửa")
_COUNTER = re.compile(r"(?:\W|\d|lượt|xem|đọc|đã|view|views|bình luận|gmt|print|email)*")
# "Hội nghị khai mạc lúc 8h30 ngày 12/10/2019" is told, not stamped.
_TOLD = re.compile(r"\b(?:lúc|vào|từ|đến|trước|hồi) ?$")
# Where a stamp stands that no line of its own marks: beside title and byline.
_HEAD = 6


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day with a year in the place of a stamp; `clock` is "20:23+07:00" or empty."""

    timex: Timex
    start: int
    end: int
    clock: str
    update: bool


def published(reading: Reading) -> Finding[str] | None:
    """Return the day, and the time if given, when the article was published."""
    stamps = sorted(_stamps(reading), key=lambda s: (s.update, s.start))
    if not stamps:
        return None
    stamp = stamps[0]
    value = stamp.timex.edtf() + (f"T{stamp.clock}" if stamp.clock else "")
    return reading.finding(value, "stamp", [(stamp.start, stamp.end)])


def _stamps(reading: Reading) -> Iterator[Stamp]:
    starts = [b.start for b in reading.article.blocks]
    for timex in reading.timexes:
        rank = bisect_right(starts, timex.start) - 1
        block = reading.article.blocks[rank]
        if timex.kind is not Kind.DAY or not timex.year or timex.is_range:
            continue
        ordered = _ordered(reading.key, timex)
        if ordered and rank >= 0:
            stamp, whole = _stamp(reading.key, block, ordered)
            if block.part is Part.STAMP or (rank < _HEAD and whole and _may_stand_in(block.part)):
                yield stamp


def _may_stand_in(part: Part) -> bool:
    return part.kept or part is Part.BYLINE


def _stamp(key: str, block: Block, timex: Timex) -> tuple[Stamp, bool]:
    """Return the stamp around `timex`, and whether its block shows that it is one."""
    before, start = key[block.start : timex.start], timex.start
    clock, end = _CLOCK_BEFORE.search(before), timex.end
    if clock:
        start, before = block.start + clock.start(), before[: clock.start()]
    elif clock := _CLOCK_AFTER.match(key, end, block.end):
        end = clock.end()
    zone = _ZONE.match(key, end, block.end) or _GMT.match(key, end, block.end) if clock else None
    end = zone.end() if zone else end
    alone = bool(_COUNTER.fullmatch(key, end, block.end))
    labelled = bool(_LABEL.fullmatch(before))
    glued = bool(clock) and not _TOLD.search(before)
    whole = (alone and (labelled or glued)) or (labelled and bool(clock) and _breaks(key, end))
    update = bool(_UPDATE.search(before))
    return Stamp(timex, start, end, _time(clock, zone), update), whole


def _breaks(key: str, end: int) -> bool:
    """Whether the line goes on with something else: "24/07/2015 08:17 | Thời sự"."""
    return key.startswith((" |", " -", " (", "|"), end)


def _ordered(key: str, timex: Timex) -> Timex | None:
    """Return the date with its month told from its day; None where nothing on the page tells."""
    clock = _CLOCK_AFTER.match(key, timex.end)
    numeric = _BOTH_MONTHS.search(key, timex.start, timex.end)
    if not clock or not numeric or not (clock["half"] or "").strip().endswith("m"):
        return timex
    if timex.first.day == timex.first.month:
        return timex
    if not _MONTH_FIRST.search(key):
        return None
    point = Point(timex.first.year, timex.first.day, timex.first.month)
    return replace(timex, first=point, last=point)


def _time(clock: re.Match[str] | None, zone: re.Match[str] | None) -> str:
    if not clock:
        return ""
    hour = int(clock["hour"])
    half = (clock["half"] or "").strip()
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    if half in ("am", "sa") and hour == 12:
        hour = 0
    said = zone.groupdict() if zone else {}
    if said:
        offset = f"{said['sign']}{int(said['hours']):02}:{said['minutes'] or '00'}"
    else:
        offset = "+00:00" if zone else "+07:00"
    return f"{hour:02}:{clock['minute']}{offset}"
