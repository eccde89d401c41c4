"""Say in Vietnamese what records hold: dates, certainty, roles, kinds and parts.

Turns values into the words that a reader sees. A date is worded as precisely as it is known and no
more; a word that is not in a table is passed on as it is, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from egov_timeline import fields
from egov_timeline.edtf import EventDate, InvalidDate, Point, parse
from egov_timeline.fields import Datatype
from egov_timeline.inputs import Doing
from egov_timeline.records import Extraction, Location, Milestone, Part, Record, Series

CERTAINTY: Mapping[str, str] = {
    "stated": "bài viết nêu rõ",
    "inferred": "suy ra từ bài viết",
    "corrected": "biên tập viên ghi, có nguồn",
}

# What a signed value is to the article that it stands in: `amendments.Amendment`.
AMENDMENTS: Mapping[str, str] = {
    "added": "bổ sung từ nguồn khác",
    "confirmed": "biên tập viên xác nhận",
    "corrected": "đính chính có nguồn",
}

FIELDS: Mapping[str, str] = {row.name: row.label for row in fields.PANEL}

ROLES: Mapping[str, str] = {
    "organizer": "tổ chức",
    "co-organizer": "đồng tổ chức",
    "host": "chủ trì",
    "sponsor": "bảo trợ",
}
# What roles were called before: still read where an editor wrote it.
ROLES_BEFORE: Mapping[str, str] = {"co-organizer": "phối hợp tổ chức"}

EVENT_TYPES: Mapping[str, str] = {
    "hoi-thao": "Hội thảo",
    "hoi-nghi": "Hội nghị",
    "dien-dan": "Diễn đàn",
    "tap-huan": "Tập huấn",
    "trien-lam": "Triển lãm",
    "le": "Buổi lễ",
    "khac": "Sự kiện",
}

# Whether it took place. "Announced" claims no more than that: no clock tells when it is over.
STATUSES: Mapping[str, str] = {
    "held": "đã diễn ra",
    "announced": "mới được báo trước",
    "postponed": "bị hoãn",
    "cancelled": "bị hủy",
}

MILESTONES: Mapping[str, str] = {
    "first": "lần đầu tổ chức",
    "edition": "một kỳ tổ chức khác",
    "announced": "kỳ tiếp theo được công bố",
    "document": "văn bản",
}

# Why a block is left out of the article.
PARTS: Mapping[Part, str] = {
    Part.STAMP: "ngày giờ đăng",
    Part.BYLINE: "tên tác giả, hãng tin",
    Part.CREDIT: "nguồn ảnh",
    Part.REPEATED: "lặp lại câu đã có trong bài",
    Part.RELATED: "tin bài khác",
    Part.NAVIGATION: "mục điều hướng của trang",
    Part.WIDGET: "tiện ích của trang",
    Part.COPYRIGHT: "bản quyền, liên hệ",
    Part.LINK: "đường dẫn",
    Part.DROPPED: "biên tập viên để ngoài bài",
}

# What an editor did to the text.
EDITS: Mapping[Doing, str] = {
    Doing.READ: "Bài ghi “{}”, đọc là “{}”",
    Doing.KEEP: "Giữ lại đoạn bắt đầu bằng “{}”",
    Doing.DROP: "Để ngoài bài đoạn bắt đầu bằng “{}”",
}

MARKS: Mapping[str, str] = {
    "day": "biết rõ ngày",
    "days": "diễn ra nhiều ngày",
    "part": "chỉ biết tháng hoặc năm",
    "uncertain": "chưa chắc chắn",
    "announced": "mới được báo trước, chưa có bài tường thuật",
    "off": "bị hoãn hoặc bị hủy",
    "milestone": "mốc do bài viết nhắc tới",
}

# How an article stands to the one that it points to; "beside" claims no order.
SIDES: Mapping[str, str] = {
    "previous": "Trước đó",
    "next": "Sau đó",
    "beside": "Liền kề trên dòng thời gian",
}

# Who signs a correction: a role, not a person.
SIGNERS: Mapping[str, str] = {
    "editor": "biên tập viên",
    "author": "tác giả bài viết",
    "publisher": "tòa soạn",
    "organizer": "đơn vị tổ chức",
    "reader": "bạn đọc",
}

UNKNOWN: Mapping[str, str] = {row.name: row.unknown for row in fields.PANEL if row.unknown}

# What the site is called, in files that leave it.
SITE = "Dòng thời gian Chính phủ điện tử"
RIGHTS = (
    "Bài viết thuộc bản quyền của tác giả và cơ quan báo chí đã đăng; ở đây chỉ trích dẫn để"
    " tra cứu, luôn ghi nguồn khi biết."
)
FEED = "Bài mới đưa vào dòng thời gian, và những đính chính đã ký"
DATA = "Toàn bộ dòng thời gian ở dạng tệp: JSON, CSV, lịch, Atom, TimelineJS, và bản ngoại tuyến."
SOURCE = "Nguồn"
NO_SOURCE = "chưa rõ nơi đăng"
NO_DAY = "chưa rõ ngày đăng"
ORIGINAL = "Bài gốc"
PUBLISHED = "đăng {}"
EVENT_ON = "Sự kiện"
TEXT = "Toàn văn bài viết"
# What heads the facts of an article: an event, a text that reports none, a citation.
PANEL = "Thông tin về sự kiện"
PANEL_NO_EVENT = "Thông tin về bài viết"
PANEL_SIGNED = "Biên tập viên ghi nhận"
PANEL_MORE = "Câu gốc, nguồn và thông tin khác"
# What stood before a signature, by what the signature does: `amendments.Amendment`.
BEFORE: Mapping[str, str] = {
    "added": "Bài viết ghi",
    "confirmed": "Chương trình đọc là",
    "corrected": "Bài viết ghi",
}
NOT_SAID = "Không thấy trong bài viết"
NOT_SEEN = "chưa thấy"
NO_TEXT = "chưa có toàn văn"
LOG = "Sổ bổ sung và đính chính"
NEEDLESS = "không còn cần: nay lời bài viết đã cho điều này"
# What a fact is called where there is room for a word or two.
BRIEF: Mapping[str, str] = {"organizer": "Tổ chức"}
OWN_WORDS = "Theo chính bài viết"
CORRECTIONS: Mapping[str, str] = {
    "added": "Bổ sung",
    "confirmed": "Xác nhận",
    "corrected": "Đính chính",
}
SIGNED = "Ký"
# What another report of the same event says: otherwise, or where this one says nothing.
ELSEWHERE = "Nguồn khác ghi khác"
ONLY_ELSEWHERE = "Nguồn khác cho biết"
# All that is known of an article is where it stands, and what an editor signs of it.
CITATION = "theo trích dẫn"
SAME_EVENT = "Cùng sự kiện"
GROUPS: Mapping[str, str] = {"event": "Sự kiện", "milestone": "Mốc được nhắc tới"}

# A value that a correction takes away without giving another.
WITHDRAWN = "không có"

_YEAR_ONLY_IN_DOUBT = re.compile(r"\{?(?:\d{4}|XXXX)[?~%]-")
_CLOCK = re.compile(r"T(\d\d:\d\d)")


def date_label(date: EventDate | None) -> str:
    """Return the date in words: "30/3/2016", "tháng 10/2017", "29–30/10, có thể năm 2015".

    A set of days is told day by day: "3, 5 và 9/10/2019".
    """
    if date is None:
        return UNKNOWN["date"]
    doubt = ("có thể " if date.uncertain else "") + ("khoảng " if date.approximate else "")
    year_only = date.start.year == date.end.year and _YEAR_ONLY_IN_DOUBT.match(date.edtf)
    if date.year is None:
        return f"{'' if year_only else doubt}{_span(date, with_year=False)}, chưa rõ năm"
    if doubt and year_only:
        return f"{_span(date, with_year=False)}, {doubt}năm {date.year}"
    return doubt + _span(date, with_year=True)


def when_label(date: EventDate | None, status: str) -> str:
    """Return the date in words; of an event that was not held, as what was planned."""
    label = date_label(date)
    return label if date is None or status == "held" else f"dự kiến {label}"


def _days(date: EventDate, *, with_year: bool) -> str:
    """Return each day of a set; the last tells the month and the year that all have in common."""
    one_year = len({day.year for day in date.days}) == 1
    one_month = one_year and len({day.month for day in date.days}) == 1
    *rest, last = date.days
    told = [
        str(day.day) if one_month else _point(day, with_year=with_year and not one_year)
        for day in rest
    ]
    return f"{', '.join(told)} và {_point(last, with_year=with_year)}"


def _span(date: EventDate, *, with_year: bool) -> str:
    if date.is_set:
        return _days(date, with_year=with_year)
    start, end = date.start, date.end
    last = _point(end, with_year=with_year)
    noun = "" if end.day else "tháng " if end.month else "năm "
    if (start.year, start.month, start.day) == (end.year, end.month, end.day):
        return noun + last
    same_year = start.year == end.year
    if same_year and start.month == end.month and start.day and end.day:
        return f"{start.day}–{last}"
    first = _point(start, with_year=with_year and not same_year)
    if same_year and not start.day and not end.day:
        return f"{noun}{start.month}–{last}"
    return f"{noun}{first}–{last}"


def _point(point: Point, *, with_year: bool) -> str:
    parts = (point.day, point.month, point.year if with_year else None)
    return "/".join(str(part) for part in parts if part)


# What a fact rests on where the article itself does not tell when it appeared.
PUBLISHED_BY_EDITOR = "theo ngày đăng bài {} do biên tập viên ghi"
BY_EDITOR = "biên tập viên ghi"
WEEKDAY_DIFFERS = "chưa chắc: thứ trong tuần mà bài ghi không khớp với ngày"
PROVINCE_OF_TOWN = "bài không nêu tên {}, suy ra từ nơi chốn mà bài nêu"
PROVINCE_SINCE_2025 = "từ ngày 1/7/2025 nơi này thuộc {}"
ORGANIZER_BY_CONTEXT = "chưa chắc: câu văn không nói thẳng đơn vị này tổ chức"
READ_BY_EDITOR = "biên tập viên đọc “{}” là “{}”: {}"


def published_label(published: str) -> str:
    """Return when an article appeared: "20:23, 30/3/2016"; an unreadable value stays as it is."""
    day, _, _ = published.partition("T")
    try:
        label = date_label(parse(day))
    except InvalidDate:
        return published
    clock = _CLOCK.search(published)
    return f"{clock[1]}, {label}" if clock else label


def location_label(location: Location) -> str:
    """Return "Khách sạn Melia, Hà Nội"; a province that the place names is not said twice."""
    place, province = location.place, location.province
    if place and province and province.casefold() not in place.casefold():
        return f"{place}, {province}"
    return place or province or UNKNOWN["location"]


def series_label(series: Series) -> str:
    """Return the name of the series and the number in it."""
    return f"{series.name}, {edition_label(series.edition)}" if series.edition else series.name


def more_bodies(others: int) -> str:
    """Return how many bodies there are beside one that is named."""
    return f"và {others} đơn vị khác"


def edition_label(edition: int) -> str:
    """Return "lần thứ 15"."""
    return f"lần thứ {edition}"


def years_label(years: int) -> str:
    """Return how long the silence between two years is."""
    return f"{years} năm"


def size_label(size: int) -> str:
    """Return a number of bytes as people say it: "9 KB", "1,4 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def without_year(events: int) -> str:
    """Return how many events stand on no year."""
    return f"{events} sự kiện chưa rõ năm không có ở đây"


def years_span(first: int, last: int, doubted: Collection[int] = ()) -> str:
    """Return "2015", or "2015–2017"; a year that no date gives for certain is "có thể 2015"."""
    if first == last:
        return f"có thể {first}" if first in doubted else str(first)
    start, end = (f"{year} (?)" if year in doubted else str(year) for year in (first, last))
    return f"{start}–{end}"


def in_doubt(events: int, of: int) -> str:
    """Return how many of some events stand in a year that is not certain; "" where none does."""
    return "" if not events else "chưa chắc năm" if events == of else f"{events} chưa chắc năm"


def events_label(events: int, others: int = 0) -> str:
    """Return "5 sự kiện, 2 bài khác": articles that report no event are counted beside them."""
    if not events and others:
        return f"{others} bài viết"
    return f"{events} sự kiện" + (f", {others} bài khác" if others else "")


def entries_label(events: int, milestones: int) -> str:
    """Return "5 sự kiện, 2 mốc được nhắc tới": what of both there is, or that there is nothing."""
    some = [f"{events} sự kiện"] if events or not milestones else []
    return ", ".join(some + ([f"{milestones} mốc được nhắc tới"] if milestones else []))


def milestone_label(milestone: Milestone) -> str:
    """Return "Hội thảo … – lần đầu tổ chức, năm 2003"."""
    kind = MILESTONES.get(milestone.kind, milestone.kind)
    return f"{milestone.name} – {kind}, {date_label(milestone.date)}"


def kind_label(kind: bool | str | None) -> str:
    """Return what the article, or its event, is taken for."""
    if isinstance(kind, bool):
        return "tường thuật một sự kiện" if kind else "không tường thuật một sự kiện"
    return EVENT_TYPES.get(kind or "", WITHDRAWN).lower()


def value_label(datatype: Datatype, value: Any) -> str:
    """Return a value of a field in words; a theme is an id, whose label the vocabulary has."""
    return _IN_WORDS.get(datatype, str)(value)


_IN_WORDS: Mapping[Datatype, Callable[[Any], str]] = {
    Datatype.YES_OR_NO: kind_label,
    Datatype.EVENT_TYPE: kind_label,
    Datatype.DATE: date_label,
    Datatype.STATUS: lambda status: STATUSES.get(status, status),
    Datatype.MOMENT: published_label,
    Datatype.LOCATION: location_label,
    Datatype.ORGANIZER: lambda organizer: organizer.name,
    Datatype.SERIES: series_label,
    Datatype.MILESTONE: milestone_label,
}


def name_of(record: Record) -> str:
    """Return what the event is called, or else the article."""
    return name_in(record.facts)


def name_in(facts: Extraction) -> str:
    """Return what `facts` call the event, or else the article."""
    named = facts.event or facts.title
    return named.value if named else nameless(facts.event_type)


def title_of(record: Record) -> str:
    """Return what the article is called, or else its event."""
    return record.facts.title.value if record.facts.title else name_of(record)


def outlet(record: Record) -> str:
    """Return who published the article; by its title where that is not known."""
    return record.seed.source.publisher or f"“{title_of(record)}”"


def reports_label(reports: int) -> str:
    """Return by how many articles an event is known."""
    return f"theo {reports} bài"


def nameless(event_type: str | None) -> str:
    """Return how an event is called whose name no source gives."""
    return f"{EVENT_TYPES.get(event_type or '', 'Bài viết')} chưa rõ tên"
