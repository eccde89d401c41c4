"""Write the lists of themes, organizers, places and series, and the page of each of them.

Turns listings into pages by their path. One of more events than a page holds goes on on further
pages, each told by the years that it shows; its articles that report no event have a page of their
own where they are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from egov_timeline import wording
from egov_timeline.generated import Draft
from egov_timeline.pages import articles, entries, pagination, seriesline
from egov_timeline.pages.cards import Cards
from egov_timeline.pages.editions import editions
from egov_timeline.pages.grid import grid
from egov_timeline.pages.kinds import KINDS, Kind
from egov_timeline.pages.listings import Listing, authority, missing
from egov_timeline.pages.pagination import Leaf
from egov_timeline.pages.sections import sections
from egov_timeline.pages.seriesline import Line
from egov_timeline.pages.sheet import numbered, root, sheet, source
from egov_timeline.pages.spine import Spine, spine
from egov_timeline.pages.templates import fill
from egov_timeline.pages.tilemap import tilemap
from egov_timeline.records import Timeline
from egov_timeline.vocabulary import Vocabularies

# From so many events on a page offers lines beside cards.
_SWITCH = 10


def pages(
    found: Mapping[str, Sequence[Listing]],
    timeline: Timeline,
    vocabularies: Vocabularies,
    cards: Cards,
) -> dict[str, Draft]:
    """Return the index and the pages of themes, organizations, places and series."""
    made: dict[str, Draft] = {}
    for kind in KINDS:
        listed = found[kind.facet]
        made[f"{kind.folder}/index.md"] = Draft(
            partial(_index, kind, listed, timeline, vocabularies),
            partial(_made_of_index, kind, listed, timeline),
        )
        known = {each.id: each for each in listed}
        around = entries.relations(listed, authority(kind.facet, vocabularies))
        for listing in listed:
            together = entries.together(listing, known) if kind.facet == "organizer" else ()
            made |= _listing(kind, listing, around[listing.id], together, cards)
            made |= _others(kind, listing)
    return made


def _made_of_index(kind: Kind, listed: Sequence[Listing], timeline: Timeline) -> tuple[str, ...]:
    told = (repr((each.id, each.label, each.names, len(each.others))) for each in listed)
    return (kind.folder, *told, "entries", *(entry.made_of for entry in timeline.entries))


def _index(
    kind: Kind, listed: Sequence[Listing], timeline: Timeline, vocabularies: Vocabularies
) -> str:
    body = fill(
        "listings.md.j2",
        kind=kind,
        sections=sections(kind.facet, listed) if listed else (),
        grid=grid(listed) if kind.facet == "theme" else None,
        lacking=missing(listed, timeline) if kind.lacking else 0,
        size=len(listed),
        map=tilemap(listed, vocabularies.places) if kind.facet == "place" else None,
        lines=_lines(listed) if kind.facet == "series" else {},
        root="../",
    )
    return sheet(kind.title, kind.deck, body)


def _lines(listed: Sequence[Listing]) -> dict[str, Line]:
    """Return the lines of all series of which there is more to draw than one event, by id."""
    drawn = [each for each in map(editions, listed) if each.is_line]
    return {line.editions.listing.id: line for line in seriesline.lines(drawn)}


def _listing(
    kind: Kind,
    listing: Listing,
    around: entries.Relations,
    together: Sequence[tuple[Listing, int]],
    cards: Cards,
) -> Iterator[tuple[str, Draft]]:
    parts = pagination.parts(listing.timeline)
    leaves = pagination.leaves(_base(kind, listing), list(map(_span, parts)))
    for part, leaf in zip(parts, leaves, strict=True):
        write = partial(_page, kind, listing, around, together, cards, part, leaf, leaves)
        made_of = partial(_made_of, listing, around, together, cards, leaf, leaves)
        yield source(leaf.path), Draft(write, made_of)


def _made_of(
    listing: Listing,
    around: entries.Relations,
    together: Sequence[tuple[Listing, int]],
    cards: Cards,
    leaf: Leaf,
    leaves: Sequence[Leaf],
) -> tuple[str, ...]:
    """Return what a page of the listing is made of; of other listings it names no more than these.

    What stands on one page may be told by all entries: how many there are, a series in one line.
    """
    below = [(each.id, each.label) for each in around.below]
    beside = [(each.id, each.label, count) for each, count in together]
    named = (listing.id, listing.label, listing.names, listing.term is None)
    return (
        *(repr(named), repr((replace(around, below=()), below, beside)), repr((leaf, leaves))),
        *("entries", *cards.made_of(listing.entries)),
        *("others", *pagination.made_of_others(listing.others)),
    )


def _page(
    kind: Kind,
    listing: Listing,
    around: entries.Relations,
    together: Sequence[tuple[Listing, int]],
    cards: Cards,
    part: Timeline,
    leaf: Leaf,
    leaves: Sequence[Leaf],
) -> str:
    remarks = entries.remarks(kind.facet, listing)
    feed = f"data/{_base(kind, listing)}.xml" if _is_followed(kind, listing) else ""
    counts = map(len, (listing.events, listing.others, listing.cited))
    about = f"{listing.label}: {wording.events_label(*counts)}"
    body = fill(
        "listing.md.j2",
        kind=kind,
        listing=listing,
        around=around,
        together=together,
        roles=entries.roles(listing) if kind.facet == "organizer" else (),
        venues=entries.venues(listing) if kind.facet == "place" else (),
        line=_lines([listing]).get(listing.id) if kind.facet == "series" else None,
        spine=_remarked(spine(part, cards, layered=False), remarks),
        crowded=len(listing.events) >= pagination.CARDS,
        switch=_SWITCH,
        leaf=leaf,
        leaves=leaves,
        many=len(listing.others) > pagination.OTHERS,
        feed=feed,
        root=root(leaf.path),
        here=leaf.path,
    )
    title, about_leaf = (numbered(said, leaf.number) for said in (listing.label, about))
    return sheet(title, f"{about_leaf}.", body, feed=feed)


def _others(kind: Kind, listing: Listing) -> Iterator[tuple[str, Draft]]:
    if len(listing.others) > pagination.OTHERS:
        base = _base(kind, listing)
        yield from articles.without_event(base, listing.label, listing.others)


def _base(kind: Kind, listing: Listing) -> str:
    return f"{kind.folder}/{listing.id}"


def _is_followed(kind: Kind, listing: Listing) -> bool:
    """Return whether there is a feed of the listing: of known themes, and of series with events."""
    if kind.facet == "series":
        return bool(listing.events)
    return kind.facet == "theme" and listing.term is not None


def _remarked(shown: Spine, remarks: Mapping[str, str]) -> Spine:
    years = (replace(y, cards=entries.remarked(y.cards, remarks)) for y in shown.years)
    return Spine(tuple(years), entries.remarked(shown.shelf, remarks))


def _span(part: Timeline) -> str:
    if not part.years:
        return wording.labels.NO_YEAR
    # On the page of a listing the second layer is shown as all else is.
    doubted = [y.year for y in part.years if all(e.date and e.date.in_doubt for e in y.entries)]
    return wording.years_span(part.years[0].year, part.years[-1].year, doubted)
