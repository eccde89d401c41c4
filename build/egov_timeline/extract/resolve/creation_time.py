"""Read when an article was published, from the stamp that its portal put there.

Turns a stamp ("20:23 | 30/03/2016", "Thứ năm, ngày 22/10/2020") into an ISO date-time, or into a
date where no clock stands beside it. Vietnam keeps one time zone, so a clock without an offset is
read as +07:00. Of several stamps the one nearest to the title counts: the clock of the page stands
above it, and those of other stories below. A list of stories has no stamp of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from egov_timeline import moments, wording
from egov_timeline.edtf import InvalidDate, parse
from egov_timeline.extract.document import Document
from egov_timeline.extract.resolve.story_lists import lists_stories
from egov_timeline.records import Block, Finding, Part
from egov_timeline.text import Span

_DAY = re.compile(rf"(?<![\d/]){moments.DAY}")
# "20:23 | ", "16:47, thứ sáu, ngày "
_CLOCK_BEFORE = re.compile(
    rf"(?<![\d:]){moments.CLOCK}[ |,;-]{{0,4}}"
    r"(?:(?:thứ ?\w{1,3}|chủ nhật|t[2-7])[ |,;-]{1,4})?(?:ngày )?$"
)
# " 05:04 0", ", 15:32", "t22:31:51+07:00", " 4:44:00 pm", " lúc 14h24"
_CLOCK_AFTER = re.compile(rf"(?:t|[ |,;-]{{1,4}}(?:lúc )?){moments.CLOCK}")
_ZONE = re.compile(moments.ZONE)
_WEEKDAY = re.compile(r"(?:thứ ?\w{1,3}|chủ nhật)[ ,-]{1,3}(?:ngày )?$")
_ANNOUNCED = re.compile(r"\b(?:đăng|xuất bản|phát hành|đưa|posted|published|created)\b")
_UPDATE = re.compile(r"cập nhật|sửa|updated|modified")
# "3/10/2008 4:44:00 PM" may have its month first; whoever writes "03/10" or "04:44" has not.
_MONTH_FIRST = re.compile(r"(?<![\d/])(?:1[0-2]|0?[1-9])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?!\d)")
_FILLED = re.compile(r"(?<![\d:])0\d[/:]|/0\d/")
_LAST_MONTH = 12
# "Cổng thông tin điện tử xã Hòa Tân", "Báo Phú Yên", but not the section "Báo chí - Xuất bản"
_SITE = r"(?:(?:cổng|trang) thông tin|báo(?! chí)|tạp chí)\b"
# Below the page's clock, tools of the site: no story is filed under them.
_TOOLS = r"(?:đăng (?:nhập|ký)|tìm kiếm|sơ đồ|english)\b"
_TOOL, _OF_SITE = re.compile(_TOOLS), re.compile(rf"{_SITE}|{_TOOLS}")
# A stamp below the title, even below the lead, is nearer to it than the line above.
_ABOVE = 300
_MENU = 3
_NEAR = 8  # blocks on either side in which a headline counts as beside a stamp


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day in the place of a stamp; `clock` is "20:23+07:00" or empty."""

    day: date
    start: int
    end: int
    clock: str
    announced: bool  # "Ngày đăng: …"
    update: bool  # "Cập nhật lúc: …"
    over_menu: bool = False
    over_site: bool = False  # over a menu that names the site: the clock of the page for certain


def published(document: Document) -> Finding[str] | None:
    """Return the day, and the time if given, when the article was published.

    An editor's word goes before what looks like a stamp, but proves nothing that one says too.
    """
    given, read = document.published, _read(document)
    if given is None or (read and read.value[:10] == given[:10]):
        return read
    why = wording.labels.PUBLISHED_BY_EDITOR.format(wording.published_label(given))
    return document.finding(given, "sidecar", [], inferred=True, why=why)


def _read(document: Document) -> Finding[str] | None:
    title = document.found.get("title")
    stamps = [] if lists_stories(document) else list(_stamps(document, title))
    # Over a menu stands the clock of the page; where the page has no other stamp, what looks like a
    # menu may only tell where the story is filed.
    stamps = [s for s in stamps if not s.over_menu] or [s for s in stamps if not s.over_site]
    if not stamps:
        return None
    stamp = _own(stamps, title)
    value = stamp.day.isoformat() + (f"T{stamp.clock}" if stamp.clock else "")
    return document.finding(value, "stamp", [(stamp.start, stamp.end)])


def _own(stamps: list[Stamp], title: Finding[str] | None) -> Stamp:
    """Return the stamp of the article: announced as such, or the nearest to its title.

    An update counts only where nothing else does: what lies after it is the clock of the page.
    """
    updates = [s for s in stamps if s.update]
    latest = min((s.day for s in updates), default=date.max)
    own = [s for s in stamps if not s.update and s.day <= latest] or updates or stamps
    start, end = (title.evidence[0].start, title.evidence[0].end) if title else (0, 0)
    return min(own, key=lambda s: (not s.announced, max(s.start - end, start - s.end + _ABOVE)))


def _stamps(document: Document, title: Finding[str] | None) -> Iterator[Stamp]:
    blocks = document.article.blocks
    stamped = [index for index, block in enumerate(blocks) if block.part is Part.STAMP]
    below = _below(document) if stamped else []
    for index in stamped:
        block = blocks[index]
        found = _DAY.search(document.key, block.start, block.end)
        stamp = found and _stamp(document.key, block, found)
        if stamp and (stamp.announced or not _between_headlines(blocks, index, title)):
            menu = below[index].is_menu(entitled=_entitled(stamp, title))
            yield replace(stamp, over_menu=menu, over_site=menu and below[index].site)


def _between_headlines(blocks: Sequence[Block], at: int, title: Finding[str] | None) -> bool:
    """Whether a stamp below the title stands between two other headlines: it dates one of them."""
    near = reversed(blocks[max(0, at - _NEAR) : at]), blocks[at + 1 : at + _NEAR]
    above, below = (next((b for b in row if b.part.kept), None) for row in near)
    if title is None or above is None or below is None or above.start <= title.evidence[0].end:
        return False
    return above.part is below.part is Part.HEADING


def _entitled(stamp: Stamp, title: Finding[str] | None) -> bool:
    return title is not None and title.evidence[0].end <= stamp.start


@dataclass(frozen=True, slots=True)
class _Below:
    """What stands between a line and the next one of the story."""

    navigation: int = 0  # lines
    tool: bool = False
    repeated: bool = False  # the title
    site: bool = False  # its name
    at_end: bool = True  # no line of the story comes

    def is_menu(self, *, entitled: bool) -> bool:
        """Whether it is a whole menu between a stamp and the story.

        "Thứ Hai, 05/01/2026 10:20" above the name of the site and its sections is the page's clock.
        Below a title, "Bản in / Gửi cho bạn bè / Tải về" are tools of the story, unless the title
        comes again.
        """
        if self.navigation < (1 if self.tool else _MENU):
            return False
        return not self.at_end and (self.repeated or not entitled)


def _below(document: Document) -> list[_Below]:
    """Return of each block what stands below it."""
    found, below = [], _Below()
    story = _Below(at_end=False)
    for block in reversed(document.article.blocks):
        found.append(below)
        span = document.key, block.start, block.end
        below = (
            story
            if block.part.kept
            else _Below(
                below.navigation + (block.part is Part.NAVIGATION),
                below.tool or bool(_TOOL.match(*span)),
                below.repeated or block.part is Part.REPEATED,
                below.site or bool(_OF_SITE.match(*span)),
                below.at_end,
            )
        )
    return found[::-1]


def _stamp(key: str, block: Block, found: re.Match[str]) -> Stamp | None:
    start, end = found.span()
    clock = _CLOCK_BEFORE.search(key, block.start, start)
    clock_start = clock.start() if clock else start
    clock = clock or _CLOCK_AFTER.match(key, end, block.end)
    day = _ordered(key, found, clock)
    if day is None:
        return None
    start, end = min(start, clock_start), max(end, clock.end() if clock else end)
    if weekday := _WEEKDAY.search(key, block.start, start):
        start = weekday.start()
    zone = _ZONE.match(key, end, block.end) if clock else None
    end = zone.end() if zone else end
    before = key[block.start : start]
    announced, update = bool(_ANNOUNCED.search(before)), bool(_UPDATE.search(before))
    return Stamp(day, start, end, _time(clock, zone), announced, update)


def _ordered(key: str, found: re.Match[str], clock: re.Match[str] | None) -> date | None:
    """Return the day with its month told from it; None where nothing on the page tells."""
    day = moments.day(found)
    half = clock and (clock["half"] or "").strip().endswith("m")
    if not day or not half or not clock or not found["d2"] or _FILLED.search(found[0] + clock[0]):
        return day
    if day.day > _LAST_MONTH or day.day == day.month:
        return day
    return day.replace(month=day.day, day=day.month) if _MONTH_FIRST.search(key) else None


def _time(clock: re.Match[str] | None, zone: re.Match[str] | None) -> str:
    if not clock:
        return ""
    hour = int(clock["hour"])
    half = (clock["half"] or "").strip()
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    if half in ("am", "sa") and hour == 12:
        hour = 0
    if zone and zone["east"]:
        offset = zone["east"]
    elif zone and zone["sign"]:
        offset = f"{zone['sign']}{int(zone['hours']):02}:{zone['minutes'] or '00'}"
    else:
        offset = "+00:00" if zone else "+07:00"
    return f"{hour:02}:{clock['minute']}{offset}"


def stamp_date(document: Document) -> date | None:
    """Return the day of publication, if the text or an editor states it to the day."""
    stamp = document.found.get("published")
    try:
        day = parse(stamp.value[:10]) if stamp else None
    except InvalidDate:
        return None
    return day.earliest if day and day.precision == "day" and not day.uncertain else None


def stamp_words(document: Document) -> tuple[tuple[Span, ...], str | None]:
    """Return where the text states the day of publication, or that an editor does."""
    stamp = document.found["published"]
    return tuple((e.start, e.end) for e in stamp.evidence), stamp.why
