"""The fields of a record: one table that every stage reads, and no list of fields anywhere else.

A row says what a field is called, what a value of it is, and where it is shown, searched, exported
and measured. How a value of each datatype is parsed, worded and drawn, the stages say. A new field
is a row here, an extractor and a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from egov_timeline.records import Certainty, Extraction, Finding


class Datatype(Enum):
    """What a value is: by this a stage parses, words and draws it."""

    YES_OR_NO = auto()
    EVENT_TYPE = auto()  # an id of `wording.EVENT_TYPES`
    TEXT = auto()
    DATE = auto()  # edtf.EventDate
    STATUS = auto()  # an id of `wording.STATUSES`
    MOMENT = auto()  # EDTF or ISO 8601 date-time, as text
    LOCATION = auto()
    ORGANIZER = auto()
    THEME = auto()  # an id of the themes vocabulary
    SERIES = auto()
    COUNT = auto()
    MILESTONE = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `name` is its attribute in `records.Extraction` and its key in front matter."""

    name: str
    label: str  # what readers call it
    datatype: Datatype
    many: bool = False  # a tuple of findings, not one or None
    bare: bool = False  # the value itself, not a finding: no words of the text give it alone
    of_event: bool = False  # only an event has it
    unknown: str | None = None  # what a page says where nothing is known; None: nothing
    usual: Any = None  # the value that goes without saying: readers are told of others only
    panel: int = 0  # its place in the facts panel, in the order in which a reader asks
    searched: int = 0  # the list of the search index that it stands in; 0: in none
    columns: tuple[str, ...] = ()  # of timeline.csv, in the row of the event
    measured: str | None = None  # as what `evaluate` counts it


_YES_OR_NO, _EVENT_TYPE, _TEXT = Datatype.YES_OR_NO, Datatype.EVENT_TYPE, Datatype.TEXT
_DATE_COLUMNS = ("date", "earliest", "latest", "date_in_words", "date_doubt", "date_certainty")
# Of what was not held, the day is one that was planned.
_STATUS_COLUMNS = ("status", "status_in_words", "date_in_words")

# fmt: off
FIELDS = (
    Field("is_event", "Loại bài", _YES_OR_NO, bare=True, panel=12, measured="is_event"),
    Field("event_type", "Loại sự kiện", _EVENT_TYPE, bare=True, of_event=True, panel=13,
          columns=("name", "type")),
    Field("title", "Tên bài", _TEXT, panel=9, columns=("name",), measured="title"),
    Field("event", "Sự kiện", _TEXT, of_event=True, panel=5, searched=1, columns=("name",),
          measured="event_name"),
    Field("published", "Ngày đăng", Datatype.MOMENT, panel=10, columns=("published",),
          measured="published"),
    Field("date", "Thời gian", Datatype.DATE, of_event=True, unknown="chưa rõ ngày",
          panel=1, searched=2, columns=_DATE_COLUMNS, measured="date"),
    Field("status", "Tình trạng", Datatype.STATUS, of_event=True, usual="held",
          panel=2, searched=2, columns=_STATUS_COLUMNS, measured="status"),
    Field("location", "Địa điểm", Datatype.LOCATION, of_event=True, unknown="chưa rõ địa điểm",
          panel=3, searched=3, columns=("place", "province", "place_certainty"),
          measured="province"),
    Field("organizer", "Đơn vị tổ chức", Datatype.ORGANIZER, many=True, of_event=True,
          unknown="chưa rõ đơn vị tổ chức", panel=4, searched=4, columns=("organizers",),
          measured="organizer"),
    # Found by its sentence: a number by itself is nothing that one looks for.
    Field("delegates", "Số đại biểu", Datatype.COUNT, of_event=True, panel=7,
          columns=("delegates",)),
    Field("themes", "Chủ đề", Datatype.THEME, many=True, unknown="chưa xếp chủ đề",
          panel=8, searched=5, columns=("themes",), measured="themes"),
    Field("series", "Chuỗi sự kiện", Datatype.SERIES, of_event=True, panel=6, searched=1,
          columns=("series", "edition"), measured="edition"),
    # A milestone is a mark of the timeline by itself: it has its own row in timeline.csv.
    Field("milestones", "Mốc được nhắc tới", Datatype.MILESTONE, many=True, panel=11),
)
# fmt: on

BY_NAME = {row.name: row for row in FIELDS}
NAMES = tuple(BY_NAME)
# What the words of a text give, each with its evidence.
FACTS = tuple(row for row in FIELDS if not row.bare)
# A text that reports no event has none of these.
OF_EVENT = tuple(row.name for row in FIELDS if row.of_event)
# Of an event, told by one value in words: in one column, that has its name, and in a line.
PLAIN = tuple(row for row in FIELDS if row.of_event and row.columns == (row.name,))
PANEL = tuple(sorted((row for row in FIELDS if row.panel), key=lambda row: row.panel))
SEARCHED = tuple(sorted((row for row in FIELDS if row.searched), key=lambda row: row.searched))


def findings(facts: Extraction, name: str) -> tuple[Finding[Any], ...]:
    """Return the findings of the field: none, one, or several where it holds a list."""
    found = getattr(facts, name)
    return found if isinstance(found, tuple) else (found,) if found else ()


def worth_telling(row: Field, finding: Finding[Any]) -> bool:
    """Return whether readers are told of it: a value that goes without saying only where signed."""
    usual = row.usual is not None and finding.value == row.usual
    return not usual or finding.certainty is Certainty.CORRECTED


def shown(facts: Extraction, name: str) -> tuple[Finding[Any], ...]:
    """Return the findings of the field of which readers are told."""
    row = BY_NAME[name]
    return tuple(found for found in findings(facts, name) if worth_telling(row, found))


def status_of(facts: Extraction) -> str:
    """Return whether the event was held: it was, where nothing is said of that."""
    return facts.status.value if facts.status else str(BY_NAME["status"].usual)


def values(facts: Extraction, name: str) -> tuple[Any, ...]:
    """Return the values of the field, without how each is known."""
    if BY_NAME[name].bare:
        return (getattr(facts, name),)
    return tuple(finding.value for finding in findings(facts, name))
