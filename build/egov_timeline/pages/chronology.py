"""Write the timeline itself: the home page, and where it is long the pages of its years.

Turns a timeline and its cards into pages by their path. A short timeline is one page. Of a long one
the home page has the years with their numbers and what came last; every entry has its page among
those of the years, and a script holds them all for the filters of the home page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from egov_timeline import imprint, wording
from egov_timeline.imprint import Imprint
from egov_timeline.pages import axis, eventindex, pagination, seriesline
from egov_timeline.pages.cards import Card, anchor_of
from egov_timeline.pages.editions import editions
from egov_timeline.pages.filters import filters
from egov_timeline.pages.listings import Listing
from egov_timeline.pages.pagination import YearPage
from egov_timeline.pages.seriesline import Line
from egov_timeline.pages.sheet import numbered, root, sheet, source
from egov_timeline.pages.spine import YearGroup, by_month, newest, spine
from egov_timeline.pages.templates import fill
from egov_timeline.records import Timeline

# As many events as a long timeline shows on its home page.
_NEWEST = 10
# As many series as it draws.
_SERIES = 4


def standing(timeline: Timeline, cards: Mapping[str, Card]) -> dict[str, Card]:
    """Return `cards`, each with the page on which its entry stands for good."""
    if not pagination.is_long(timeline):
        return dict(cards)
    return {
        anchor: replace(cards[anchor], page=page.leaf.path)
        for page in pagination.year_pages(timeline)
        for anchor in map(anchor_of, page.timeline.entries)
    }


def pages(
    timeline: Timeline,
    cards: Mapping[str, Card],
    series: Sequence[Listing] = (),
    about: Imprint = imprint.NONE,
) -> dict[str, str]:
    """Return the home page; of a long timeline also those of its years, and the script of all."""
    home = {"index.md": _home(timeline, cards, series, about)}
    if not pagination.is_long(timeline):
        return home
    shown = tuple(pagination.year_pages(timeline))
    made = {source(page.leaf.path): _year(page, shown, cards) for page in shown}
    facets = filters(cards.values())
    former = eventindex.former_anchors(timeline.entries)
    script = eventindex.script(tuple(cards.values()), facets, former)
    return home | made | {eventindex.PATH: script}


def _home(
    timeline: Timeline, cards: Mapping[str, Card], series: Sequence[Listing], about: Imprint
) -> str:
    whole = spine(timeline, cards)
    years = whole.dated
    long = pagination.is_long(timeline)
    address = _page_of_year if long else _part_of_year
    body = fill(
        "home.md.j2",
        about=about,
        spine=newest(whole, _NEWEST) if long else whole,
        whole=whole,
        axes=axis.axes(years),
        table=axis.table(whole.years if long else years, whole.shelf, address),
        address=address,
        filters=filters(whole.cards),
        script=eventindex.PATH if long else "",
        limit=pagination.EVENTS,
        span=_span(years),
        lines=_lines(series),
        series=len(series),
        others=timeline.without_event,
        many=len(timeline.without_event) > pagination.OTHERS,
        root="",
        here="index.html",
    )
    return sheet(wording.labels.TIMELINE, "", body, "home.html")


def _lines(series: Sequence[Listing]) -> tuple[Line, ...]:
    """Return the lines of the series of which most events are known, if not of one event only."""
    found = [each for each in map(editions, series[:_SERIES]) if len(each.known) > 1]
    return seriesline.lines(found)


def _span(years: Sequence[YearGroup]) -> str:
    """Return from which year to which the timeline reaches; "" where that is one."""
    if len(years) < 2:
        return ""
    doubted = [group.year for group in years if group.doubted]
    return wording.from_to(years[0].year, years[-1].year, doubted)


def _page_of_year(year: str) -> str:
    return f"{pagination.FOLDER}/{year}.html"


def _part_of_year(year: str) -> str:
    return f"#nam-{year}" if year.isdecimal() else f"#{year}"


def _year(page: YearPage, pages: Sequence[YearPage], cards: Mapping[str, Card]) -> str:
    whole = spine(page.timeline, cards)
    body = fill(
        "year.md.j2",
        page=page,
        total=_events(page.year, pages),
        title=_title(page),
        spine=by_month(whole),
        crowded=whole.crowded or len(page.leaves) > 1,
        beside=_beside(page, pages),
        script=eventindex.PATH,
        root=root(page.leaf.path),
        here=page.leaf.path,
    )
    about = f"{_title(page)}: {wording.events_label(whole.events)} trên dòng thời gian."
    return sheet(numbered(_title(page), page.leaf.number), about, body)


def _events(year: str, pages: Sequence[YearPage]) -> int:
    entries = (e for each in pages if each.year == year for e in each.timeline.entries)
    return sum(entry.milestone is None and not entry.related for entry in entries)


def _beside(page: YearPage, pages: Sequence[YearPage]) -> dict[str, tuple[str, str]]:
    """Return the years `before` and `after`: their address and their title."""
    first = [each for each in pages if each.leaf.number == 1]
    at = next(n for n, each in enumerate(first) if each.year == page.year)
    return pagination.beside([(each.leaf.path, _title(each)) for each in first], at)


def _title(page: YearPage) -> str:
    if not page.year.isdecimal():
        return wording.opening(wording.labels.NO_YEAR)
    year = page.timeline.years[0]
    return f"Năm {wording.year_label(year.year, doubted=year.doubted)}"
