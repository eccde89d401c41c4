"""The timeline as tables that lead to each other: one row a thing, ids, types, keys.

Turns records and their timeline into `tables`, of which the data package, the workbook and the
database are made alike. A new column is a row here and a value where its table is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.tables import articles, events


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `title` is what readers call it, `datatype` what Frictionless calls its type.

    `leads` names the table of which it holds the id; `among` are all values that it may have.
    """

    name: str
    title: str
    datatype: str = "string"
    required: bool = False
    leads: str = ""
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `key` tells a row from all others, `fill` yields the rows, a value a column.

    They are made of the entries of the timeline in order, or else of the articles in that of ids.
    """

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    fill: Callable[[Archive], Iterator[tuple[Any, ...]]]
    of_timeline: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _id(title: str) -> Column:
    return Column("id", title, required=True)


def _of_article(title: str = "") -> Column:
    return Column("article", title or wording.labels.ARTICLES, required=True, leads="articles")


def _position(title: str = "Thứ tự") -> Column:
    return Column("position", title, "integer", required=True)


_REPORTS_EVENT = wording.kind_label(True).capitalize()
_CERTAINTY = tuple(wording.CERTAINTY)
_FIELD = Column("field", "Mục", required=True, among=fields.NAMES)
_PROOF = ("article", "field", "stands", "position", "number")
_SIGNED_FIELD = ("article", "field", "position")


# fmt: off
def tables() -> tuple[Table, ...]:
    """Return all tables, titled as readers call things."""
    return (
        Table("articles", wording.labels.ARTICLES, ("id",), (
            _id("Mã bài"),
            Column("title", wording.FIELDS["title"]),
            Column("published", wording.FIELDS["published"]),
            Column("publisher", "Nơi đăng"),
            Column("author", "Tác giả"),
            Column("url", wording.labels.ORIGINAL),
            Column("language", "Ngôn ngữ", required=True),
            Column("reports_event", _REPORTS_EVENT, "boolean", required=True),
            Column("text", "Toàn văn trên trang", required=True, among=("whole", "quotes", "none")),
            Column("added", "Ngày đưa vào", "date"),
            Column("sha256", "SHA-256 của văn bản gốc"),
            Column("page", "Trang", required=True),
        ), articles.rows),
        Table("events", "Sự kiện và mốc", ("id",), (
            _id("Mã sự kiện"),
            Column("kind", "Loại mục", required=True, among=("event", *wording.MILESTONES)),
            Column("name", "Tên", required=True),
            Column("event_type", wording.FIELDS["event_type"], among=tuple(wording.EVENT_TYPES)),
            Column("status", wording.FIELDS["status"], among=tuple(wording.STATUSES)),
            Column("status_in_words", "Tình trạng và lý do"),
            Column("date", "Ngày (EDTF)"),
            Column("earliest", "Sớm nhất", "date"),
            Column("latest", "Muộn nhất", "date"),
            Column("date_in_words", "Ngày bằng lời", required=True),
            Column("date_certainty", "Ngày chắc đến đâu", among=_CERTAINTY),
            Column("date_in_doubt", "Ngày còn ngờ", "boolean", required=True),
            Column("place", "Nơi tổ chức"),
            Column("province", "Tỉnh, thành hoặc nước"),
            Column("place_certainty", "Nơi chắc đến đâu", among=_CERTAINTY),
            *(Column(row.name, wording.FIELDS[row.name]) for row in fields.PLAIN),
            Column("series", wording.FIELDS["series"]),
            Column("edition", "Lần thứ", "integer"),
            Column("quote", "Câu trích về ngày"),
            Column("quoted_at", "Câu gốc"),
            _of_article("Bài đứng đầu"),
            Column("page", "Trang", required=True),
        ), events.rows, of_timeline=True),
        Table("reports", "Bài tường thuật sự kiện", ("event", "article"), (
            Column("event", wording.FIELDS["event"], required=True, leads="events"),
            _of_article(),
            _position(),
        ), events.reports, of_timeline=True),
        Table("organizers", wording.FIELDS["organizer"], ("event", "position"), (
            Column("event", wording.FIELDS["event"], required=True, leads="events"),
            _position(),
            Column("body", "Mã đơn vị"),
            Column("name", "Tên đơn vị", required=True),
            Column("role", wording.labels.ROLE, required=True, among=tuple(wording.ROLES)),
            Column("certainty", "Chắc đến đâu", required=True, among=_CERTAINTY),
            _of_article("Theo bài"),
        ), events.organizers, of_timeline=True),
        Table("themes", "Chủ đề của từng bài", ("article", "theme"), (
            _of_article(),
            Column("theme", "Mã chủ đề", required=True),
            Column("label", wording.FIELDS["themes"], required=True),
            Column("certainty", "Chắc đến đâu", required=True, among=_CERTAINTY),
        ), articles.themes),
        Table("evidence", "Câu trích làm chứng", _PROOF, (
            _of_article(),
            _FIELD,
            Column("stands", "Đang dùng", required=True, among=("shown", "replaced")),
            _position("Giá trị thứ"),
            Column("number", "Câu trích thứ", "integer", required=True),
            Column("value", "Giá trị", required=True),
            Column("certainty", "Chắc đến đâu", required=True, among=_CERTAINTY),
            Column("quote", "Câu trích", required=True),
            Column("start", "Từ ký tự", "integer", required=True),
            Column("end", "Đến ký tự", "integer", required=True),
            Column("rule", "Quy tắc", required=True),
            Column("why", "Vì sao"),
            Column("url", "Câu gốc", required=True),
        ), articles.evidence),
        Table("corrections", "Điều biên tập viên ký", _SIGNED_FIELD, (
            _of_article(),
            _FIELD,
            _position(),
            Column("does", "Là", required=True, among=tuple(wording.CORRECTIONS)),
            Column("value", "Giá trị đã ký"),
            Column("before", "Giá trị trước khi ký"),
            Column("why", wording.labels.WHY, required=True),
            Column("source", wording.labels.SOURCE),
            Column("quote", "Câu trong bài"),
            Column("by", wording.labels.SIGNER, required=True),
            Column("on", "Ngày ký", "date", required=True),
        ), articles.corrections),
    )
# fmt: on
