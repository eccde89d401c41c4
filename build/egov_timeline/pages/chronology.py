"""Write the timeline itself: the home page, and where it is long the pages of its years.

Turns a timeline and its cards into pages by their path. A short timeline is one page. Of a long one
the home page has the years with their numbers and what came last; every entry has its page among
those of the years, and a script holds them all for the filters of the home page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from egov_timeline import imprint, wording
from egov_timeline.generated import Draft
from egov_timeline.imprint import Imprint
from egov_timeline.pages import axis, eventindex, pagination, seriesline
from egov_timeline.pages.cards import Cards, anchor_of
from egov_timeline.pages.editions import editions
from egov_timeline.pages.filters import filters
from egov_timeline.pages.listings import Listing
from egov_timeline.pages.pagination import YearPage
from egov_timeline.pages.seriesline import Line
from egov_timeline.pages.sheet import numbered, root, sheet, source
from egov_timeline.pages.spine import YearGroup, by_month, newest, spine
from egov_timeline.pages.templates import fill
from egov_timeline.records import Timeline
from egov_timeline.vocabulary import Vocabularies

# As many events as a long timeline shows on its home page.
_NEWEST = 10
# As many series as it draws.
_SERIES = 4


def cards(timeline: Timeline, vocabularies: Vocabularies) -> Cards:
    """Return the cards of a timeline, each with the page on which its entry stands for good."""
    years = pagination.year_pages(timeline) if pagination.is_long(timeline) else ()
    pages = {anchor_of(entry): p.leaf.path for p in years for entry in p.timeline.entries}
    return Cards(timeline.entries, vocabularies, pages)


def pages(
    timeline: Timeline,
    cards: Cards,
    series: Sequence[Listing] = (),
    about: Imprint = imprint.NONE,
) -> dict[str, Draft]:
    """Return the home page; of a long timeline also those of its years, and the script of all."""
    home = Draft(
        partial(_home, timeline, cards, series, about),
        partial(_made_of_home, timeline, cards, about),
    )
    if not pagination.is_long(timeline):
        return {"index.md": home}
    shown = tuple(pagination.year_pages(timeline))
    script = Draft(
        partial(_script, timeline, cards),
        lambda: (eventindex.PATH, *cards.made_of(timeline.entries)),
    )
    links = [(page.leaf.path, _title(page)) for page in shown if page.leaf.number == 1]
    totals = _events(shown)
    years = {
        source(page.leaf.path): _draft(page, totals[page.year], links, cards) for page in shown
    }
    return {"index.md": home, **years, eventindex.PATH: script}


def _script(timeline: Timeline, cards: Cards) -> str:
    former = eventindex.former_anchors(timeline.entries)
    return eventindex.script(tuple(cards.values()), filters(cards.values()), former)


def _made_of_home(timeline: Timeline, cards: Cards, about: Imprint) -> tuple[str, ...]:
    latest = ((repr(change.day), change.label, change.record.made_of) for change in about.latest)
    return (
        *("index.md", repr(replace(about, latest=())), *chain.from_iterable(latest)),
        *("entries", *cards.made_of(timeline.entries)),
        *("others", *pagination.made_of_others(timeline.without_event)),
    )


def _home(timeline: Timeline, cards: Cards, series: Sequence[Listing], about: Imprint) -> str:
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


def _draft(page: YearPage, total: int, links: Sequence[tuple[str, str]], cards: Cards) -> Draft:
    # The years before and after: their address and their title.
    beside = pagination.beside(links, [path for path, _ in links].index(page.leaves[0].path))

    def made_of() -> tuple[str, ...]:
        around = repr((page.leaf, page.leaves, total, beside))
        return (around, *cards.made_of(page.timeline.entries))

    return Draft(partial(_year, page, total, beside, cards), made_of)


def _year(page: YearPage, total: int, beside: Mapping[str, tuple[str, str]], cards: Cards) -> str:
    whole = spine(page.timeline, cards)
    body = fill(
        "year.md.j2",
        page=page,
        total=total,
        title=_title(page),
        spine=by_month(whole),
        crowded=whole.crowded or len(page.leaves) > 1,
        beside=beside,
        script=eventindex.PATH,
        root=root(page.leaf.path),
        here=page.leaf.path,
    )
    about = f"{_title(page)}: {wording.events_label(whole.events)} trên dòng thời gian."
    return sheet(numbered(_title(page), page.leaf.number), about, body)


def _events(pages: Sequence[YearPage]) -> Mapping[str, int]:
    """Return how many events of the first layer each year has, on all of its pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts[page.year] += sum(
            e.milestone is None and not e.related for e in page.timeline.entries
        )
    return counts


def _title(page: YearPage) -> str:
    if not page.year.isdecimal():
        return wording.opening(wording.labels.NO_YEAR)
    year = page.timeline.years[0]
    return f"Năm {wording.year_label(year.year, doubted=year.doubted)}"
