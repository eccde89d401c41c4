"""List articles by the day on which they appeared, the latest first.

Turns records into pages of titles: all articles on `bai-viet/index.html`, which beyond a page gives
the latest and leads to those of each year; and the articles of a theme that report no event. What
nobody dates stands last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from egov_timeline import wording
from egov_timeline.pages import pagination
from egov_timeline.pages.axis import Row, share
from egov_timeline.pages.sheet import numbered, root, sheet, source
from egov_timeline.pages.templates import fill
from egov_timeline.records import Record

_FOLDER = "bai-viet"
_INDEX = f"{_FOLDER}/index"
_YEARS = f"{_FOLDER}/nam"
_DECK = (
    "Mọi bài trong kho, theo ngày đăng, bài mới nhất trước. Bài có dấu tròn tường thuật một sự kiện"
    " trên dòng thời gian."
)
# As many of the latest as stand on the first page where it leads to years.
_LATEST = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One article: `year` is "" and `when` says so where nobody knows when it appeared.

    `month` is 0 where it is not known.
    """

    slug: str
    title: str
    year: str
    month: int
    when: str
    outlet: str
    reports_event: bool
    without_text: bool
    language: str


@dataclass(frozen=True, slots=True)
class Group:
    """The articles of one year, or those without a day: `year` is "". Citations are a group too."""

    year: str
    lines: tuple[Line, ...]
    cited: bool = False

    @property
    def key(self) -> str:
        """What it is called in an address."""
        return "trich-dan" if self.cited else self.year or "khong-ro-ngay"

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"nam-{self.year}" if self.year else self.key

    @property
    def label(self) -> str:
        """What heads it."""
        if self.cited:
            return wording.labels.CITATIONS
        return self.year or wording.opening(wording.labels.NO_DAY)


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a list of articles, and how many; `above` is where it belongs, and its name.

    `beside` has the address and the name of the years before and after.
    """

    title: str
    size: str
    deck: str = ""
    above: tuple[str, str] | None = None
    beside: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def lines(records: Sequence[Record], without_event: Collection[str]) -> tuple[Line, ...]:
    """Return `records`, the latest first and citations last.

    `without_event` are the ids of those that report none.
    """
    ordered = sorted(records, key=lambda record: record.id)
    ordered.sort(key=lambda record: (bool(_year(record)), record.appeared or ""), reverse=True)
    ordered.sort(key=lambda record: record.seed.is_citation)
    return tuple(_line(record, record.id not in without_event) for record in ordered)


def _line(record: Record, reports_event: bool) -> Line:
    day = (record.appeared or "").partition("T")[0]
    return Line(
        slug=record.slug,
        title=wording.title_of(record),
        year=_year(record),
        month=_month(record),
        when=wording.published_label(day) if day else wording.labels.NO_DAY,
        outlet=record.seed.source.publisher or "",
        reports_event=reports_event,
        without_text=record.seed.is_citation,
        language=record.article.language,
    )


def _year(record: Record) -> str:
    """Return the year in which an article appeared; "" where it is not known ("XXXX-10-05")."""
    year = (record.appeared or "")[:4]
    return year if year.isdigit() else ""


def _month(record: Record) -> int:
    month = (record.appeared or "")[5:7]
    return int(month) if _year(record) and month.isdecimal() else 0


def grouped(listed: Sequence[Line]) -> tuple[Group, ...]:
    """Return the lines by the year in which they appeared, and all citations together."""

    def group(line: Line) -> tuple[str, bool]:
        return "" if line.without_text else line.year, line.without_text

    return tuple(Group(year, tuple(of), cited) for (year, cited), of in groupby(listed, key=group))


def pages(records: Sequence[Record], without_event: Collection[str]) -> dict[str, str]:
    """Return the list of all articles, and the pages of its years where it is long."""
    listed = lines(records, without_event)
    head = Head(wording.labels.ARTICLES, _size(listed), _DECK)
    if len(listed) <= pagination.TITLES:
        return dict(_sequence(_INDEX, head, listed))
    groups = grouped(listed)
    latest = listed[: min(_LATEST, pagination.TITLES)]
    made = dict(_sequence(_INDEX, head, latest, _table(groups)))
    # Groups run from the latest to the first, time the other way.
    links = [*map(_link, reversed(groups))]
    for at, group in enumerate(groups, 1):
        above = (f"{_INDEX}.html", wording.labels.ARTICLES)
        beside = pagination.beside(links, len(groups) - at)
        of_year = Head(_title(group), _size(group.lines), above=above, beside=beside)
        made |= _sequence(f"{_YEARS}/{group.key}", of_year, group.lines)
    return made


def _link(group: Group) -> tuple[str, str]:
    return f"{_YEARS}/{group.key}.html", f"Năm {group.year}" if group.year else group.label


def _title(group: Group) -> str:
    if group.cited:
        return group.label
    when = f"đăng năm {group.label}" if group.year else wording.labels.NO_DAY
    return f"{wording.labels.ARTICLES} {when}"


def _size(listed: Sequence[Line]) -> str:
    citations = sum(line.without_text for line in listed)
    return wording.articles_label(len(listed) - citations, citations)


def _table(groups: Sequence[Group]) -> tuple[Row, ...]:
    most = max(len(group.lines) for group in groups)
    return tuple(
        Row(g.key, g.label, _size(g.lines), n, share(n, most), f"nam/{g.key}.html")
        for g in groups
        for n in [len(g.lines)]
    )


def without_event(base: str, label: str, records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """Yield the pages of articles that report no event, of the list `label` at `base`."""
    listed = lines(records, {record.id for record in records})
    title = f"{label}: {wording.labels.WITHOUT_EVENT}"
    head = Head(title, _size(listed), above=(f"{base}.html", label))
    yield from _sequence(f"{base}/{_FOLDER}", head, listed)


def _sequence(
    base: str, head: Head, listed: Sequence[Line], table: Sequence[Row] = ()
) -> Iterator[tuple[str, str]]:
    """Yield the pages at `base` of all `listed`."""
    parts = pagination.titles(listed) or ((),)
    leaves = pagination.leaves(base, list(map(_span, parts)))
    for part, leaf in zip(parts, leaves, strict=True):
        body = fill(
            "articles.md.j2",
            head=head,
            groups=grouped(part),
            table=table,
            leaf=leaf,
            leaves=leaves,
            root=root(leaf.path),
        )
        told = f"{head.title}: {head.size} theo ngày đăng."
        yield source(leaf.path), sheet(numbered(head.title, leaf.number), told, body)


def _span(part: Sequence[Line]) -> str:
    """Say of when the articles are: of several years, or of several months of one."""
    years = [int(line.year) for line in part if line.year]
    if not years:
        return wording.labels.NO_DAY
    months = pagination.months_label(line.month for line in part) if len({*years}) == 1 else ""
    return months or wording.years_span(min(years), max(years))
