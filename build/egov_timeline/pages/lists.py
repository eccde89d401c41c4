"""Write the lists of themes, organizers, places and series, and the page of each of them.

Turns listings into pages by their path. One of more events than a page holds goes on on further
pages, each told by the years that it shows; its articles that report no event have a page of their
own where they are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from egov_timeline import wording
from egov_timeline.pages import articles, entries, pagination, seriesline
from egov_timeline.pages.cards import Card
from egov_timeline.pages.editions import editions
from egov_timeline.pages.grid import grid
from egov_timeline.pages.kinds import KINDS, Kind
from egov_timeline.pages.listings import Listing, authority, missing
from egov_timeline.pages.sections import sections
from egov_timeline.pages.seriesline import Line
from egov_timeline.pages.sheet import numbered, root, sheet, source
from egov_timeline.pages.spine import Spine, spine
from egov_timeline.pages.templates import fill
from egov_timeline.pages.tilemap import TileMap, tilemap
from egov_timeline.records import Timeline
from egov_timeline.vocabulary import Vocabularies

# From so many events on a page offers lines beside cards.
_SWITCH = 10


def pages(
    found: Mapping[str, Sequence[Listing]],
    timeline: Timeline,
    vocabularies: Vocabularies,
    cards: Mapping[str, Card],
) -> dict[str, str]:
    """Return the index and the pages of themes, organizations, places and series."""
    made = {}
    for kind in KINDS:
        listed = found[kind.facet]
        drawn = tilemap(listed, vocabularies.places) if kind.facet == "place" else None
        made[f"{kind.folder}/index.md"] = _index(kind, listed, timeline, drawn)
        known = {each.id: each for each in listed}
        around = entries.relations(listed, authority(kind.facet, vocabularies))
        for listing in listed:
            together = entries.together(listing, known) if kind.facet == "organizer" else ()
            made |= _listing(kind, listing, around[listing.id], together, cards)
            made |= _others(kind, listing)
    return made


def _index(kind: Kind, listed: Sequence[Listing], timeline: Timeline, drawn: TileMap | None) -> str:
    body = fill(
        "listings.md.j2",
        kind=kind,
        sections=sections(kind.facet, listed) if listed else (),
        grid=grid(listed) if kind.facet == "theme" else None,
        lacking=missing(listed, timeline) if kind.lacking else 0,
        size=len(listed),
        map=drawn,
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
    cards: Mapping[str, Card],
) -> Iterator[tuple[str, str]]:
    remarks = entries.remarks(kind.facet, listing)
    parts = [
        _remarked(spine(part, cards, layered=False), remarks)
        for part in pagination.parts(listing.timeline)
    ]
    leaves = pagination.leaves(_base(kind, listing), list(map(_span, parts)))
    feed = f"data/{_base(kind, listing)}.xml" if _is_followed(kind, listing) else ""
    counts = map(len, (listing.events, listing.others, listing.cited))
    about = f"{listing.label}: {wording.events_label(*counts)}"
    roles = entries.roles(listing) if kind.facet == "organizer" else ()
    venues = entries.venues(listing) if kind.facet == "place" else ()
    line = _lines([listing]).get(listing.id) if kind.facet == "series" else None
    for part, leaf in zip(parts, leaves, strict=True):
        body = fill(
            "listing.md.j2",
            kind=kind,
            listing=listing,
            around=around,
            together=together,
            roles=roles,
            venues=venues,
            line=line,
            spine=part,
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
        made = sheet(title, f"{about_leaf}.", body, feed=feed)
        yield source(leaf.path), made


def _others(kind: Kind, listing: Listing) -> Iterator[tuple[str, str]]:
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


def _span(part: Spine) -> str:
    if not part.years:
        return wording.labels.NO_YEAR
    doubted = [group.year for group in part.years if group.doubted]
    return wording.years_span(part.years[0].year, part.years[-1].year, doubted)
