"""List articles by the day on which they appeared, the latest first.

Turns records into pages of titles: all articles on `bai-viet/index.html`, which beyond a page gives
the latest and leads to those of each year; and the articles of a theme that report no event. What
nobody dates stands last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from egov_timeline import wording
from egov_timeline.generated import Draft
from egov_timeline.pages import pagination
from egov_timeline.pages.axis import Row, share
from egov_timeline.pages.pagination import Leaf
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
    """One article; what is shown of it is found when it is asked for."""

    record: Record
    reports_event: bool

    @property
    def slug(self) -> str:
        """Its address."""
        return self.record.slug

    @property
    def title(self) -> str:
        """What it is called."""
        return wording.title_of(self.record)

    @property
    def year(self) -> str:
        """In which it appeared; "" where that is not known ("XXXX-10-05")."""
        year = (self.record.appeared or "")[:4]
        return year if year.isdigit() else ""

    @property
    def month(self) -> int:
        """In which it appeared; 0 where that is not known."""
        month = (self.record.appeared or "")[5:7]
        return int(month) if self.year and month.isdecimal() else 0

    @property
    def when(self) -> str:
        """In words, when it appeared, also that nobody knows."""
        day = (self.record.appeared or "").partition("T")[0]
        return wording.published_label(day) if day else wording.labels.NO_DAY

    @property
    def outlet(self) -> str:
        """Where it appeared, as far as that is known."""
        return self.record.seed.source.publisher or ""

    @property
    def without_text(self) -> bool:
        """Whether it is but a citation."""
        return self.record.seed.is_citation

    @property
    def language(self) -> str:
        """Its language."""
        return self.record.article.language


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
    listed = [Line(record, record.id not in without_event) for record in records]
    listed.sort(key=lambda line: line.record.id)
    listed.sort(key=lambda line: (bool(line.year), line.record.appeared or ""), reverse=True)
    return tuple(sorted(listed, key=lambda line: line.without_text))


def grouped(listed: Sequence[Line]) -> tuple[Group, ...]:
    """Return the lines by the year in which they appeared, and all citations together."""

    def group(line: Line) -> tuple[str, bool]:
        return "" if line.without_text else line.year, line.without_text

    return tuple(Group(year, tuple(of), cited) for (year, cited), of in groupby(listed, key=group))


def pages(records: Sequence[Record], without_event: Collection[str]) -> dict[str, Draft]:
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


def without_event(base: str, label: str, records: Sequence[Record]) -> Iterator[tuple[str, Draft]]:
    """Yield the pages of articles that report no event, of the list `label` at `base`."""
    listed = lines(records, {record.id for record in records})
    title = f"{label}: {wording.labels.WITHOUT_EVENT}"
    head = Head(title, _size(listed), above=(f"{base}.html", label))
    yield from _sequence(f"{base}/{_FOLDER}", head, listed)


def _sequence(
    base: str, head: Head, listed: Sequence[Line], table: Sequence[Row] = ()
) -> Iterator[tuple[str, Draft]]:
    """Yield the pages at `base` of all `listed`."""
    parts = pagination.titles(listed) or ((),)
    leaves = pagination.leaves(base, list(map(_span, parts)))
    for part, leaf in zip(parts, leaves, strict=True):
        of = (part, head, table, leaf, leaves)
        yield source(leaf.path), Draft(partial(_page, *of), partial(_made_of, *of))


def _made_of(part: Sequence[Line], *around: object) -> tuple[str, ...]:
    return (repr(around), *(f"{line.record.made_of} {line.reports_event}" for line in part))


def _page(
    part: Sequence[Line], head: Head, table: Sequence[Row], leaf: Leaf, leaves: Sequence[Leaf]
) -> str:
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
    return sheet(numbered(head.title, leaf.number), told, body)


def _span(part: Sequence[Line]) -> str:
    """Say of when the articles are: of several years, or of several months of one."""
    years = [int(line.year) for line in part if line.year]
    if not years:
        return wording.labels.NO_DAY
    months = pagination.months_label(line.month for line in part) if len({*years}) == 1 else ""
    return months or wording.years_span(min(years), max(years))
