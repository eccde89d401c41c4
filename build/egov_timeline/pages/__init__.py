"""Write the pages of the site from records, in Markdown that MkDocs reads.

Turns records and their timeline into the text of each generated file below `content/`. Templates
only arrange: article text reaches them as a value, escaped, and is never itself a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from egov_timeline import frontmatter, wording
from egov_timeline.pages import article, axis, cards, entries
from egov_timeline.pages.filters import filters
from egov_timeline.pages.grid import grid
from egov_timeline.pages.kinds import KINDS, Kind
from egov_timeline.pages.listings import Listing, authority, listings, missing
from egov_timeline.pages.log import log
from egov_timeline.pages.neighbours import Neighbours, neighbours
from egov_timeline.pages.related import Related, related
from egov_timeline.pages.sections import sections
from egov_timeline.pages.templates import fill
from egov_timeline.records import Record, Timeline, TimelineEntry
from egov_timeline.vocabulary import Vocabularies

# Beyond so many events a timeline is drawn bit by bit, and its cards name themes without links.
_LONG = 200

_GENERATED = "generated; change seeds/ or the templates instead"


def render(
    records: Sequence[Record],
    timeline: Timeline,
    vocabularies: Vocabularies,
    told: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
) -> dict[str, str]:
    """Return the path below `content/` and the text of every generated page.

    `told` maps a record's id to what its page says to programs (see `article.Around`).
    """
    found = listings(timeline, vocabularies)
    pages = {"index.md": home(timeline, vocabularies)} | _lists(found, timeline, vocabularies)
    beside, alike = neighbours(timeline), related(found)
    told_by = [entry.reports for entry in timeline.entries if entry.milestone is None]
    together = {report.id: reports for reports in told_by for report in reports}
    for record in sorted(records, key=lambda r: r.slug):
        reports = together.get(record.id, (record,))
        around = article.Around(
            reports,
            beside.get(reports[0].id, Neighbours()),
            alike.get(reports[0].id, Related()),
            told.get(record.id, {}),
        )
        pages[f"bai-viet/{record.slug}.md"] = article.page(record, around, vocabularies)
        leading_on = article.leading_on(record)
        pages |= {f"bai-viet/{slug}.md": leading_on for slug in record.formerly}
    pages["dinh-chinh.md"] = _log(records, vocabularies)
    return pages


def data(told: Any, zip_name: str) -> str:
    """Return the page of the data; `told` has the size of each file and what it holds."""
    meta = {"title": "Dữ liệu", "description": wording.DATA}
    body = fill(
        "data.md.j2",
        all=told,
        size=lambda name: wording.size_label(told.sizes[name]),
        zip=zip_name,
    )
    return frontmatter.dump(meta, body, comment=_GENERATED)


def home(timeline: Timeline, vocabularies: Vocabularies) -> str:
    """Return the home page: the timeline, its overview and its filters."""
    values = _timeline_values(timeline, vocabularies, lambda _: True)
    years = [group for group in values["years"] if not group.related]
    meta = {"title": "Dòng thời gian", "template": "home.html"}
    body = fill(
        "home.md.j2",
        **values,
        axes=axis.axes(years),
        filters=filters([c for g in values["years"] for c in g.cards] + list(values["shelf"])),
        first_year=years[0].year if years else None,
        last_year=years[-1].year if years else None,
        others=timeline.without_event,
        name_of=wording.name_of,
        root="",
    )
    return frontmatter.dump(meta, body, comment=_GENERATED)


def _timeline_values(
    timeline: Timeline, vocabularies: Vocabularies, keep: Callable[[TimelineEntry], bool]
) -> dict[str, Any]:
    years = cards.groups(timeline, vocabularies, keep)
    shelf = tuple(cards.card(entry, vocabularies) for entry in timeline.shelf if keep(entry))
    shown = [card for group in years for card in group.cards] + list(shelf)
    return {
        "years": years,
        "shelf": shelf,
        "events": (events := sum(card.kind is None for card in shown)),
        "long": events > _LONG,
        "milestones": sum(card.kind is not None and not card.related for card in shown),
        "related": sum(card.related for card in shown),
    }


def _log(records: Sequence[Record], vocabularies: Vocabularies) -> str:
    meta = {
        "title": "Sổ đính chính",
        "description": "Mọi đính chính có ký tên: bài ghi gì, ở đây ghi gì, vì sao, theo ai.",
        "template": "listing.html",
    }
    body = fill("log.md.j2", entries=log(records, vocabularies))
    return frontmatter.dump(meta, body, comment=_GENERATED)


def _lists(
    found: Mapping[str, Sequence[Listing]], timeline: Timeline, vocabularies: Vocabularies
) -> dict[str, str]:
    """Return the index and the pages of themes, organizations, places and series."""
    pages = {}
    for kind in KINDS:
        listed = found[kind.facet]
        pages[f"{kind.folder}/index.md"] = _index(kind, listed, timeline)
        around = entries.relations(listed, authority(kind.facet, vocabularies))
        for listing in listed:
            page = _listing(kind, listing, around[listing.id], vocabularies)
            pages[f"{kind.folder}/{listing.id}.md"] = page
    return pages


def _index(kind: Kind, listed: Sequence[Listing], timeline: Timeline) -> str:
    body = fill(
        "listings.md.j2",
        kind=kind,
        sections=sections(kind.facet, listed) if listed else (),
        grid=grid(listed) if kind.facet == "theme" else None,
        lacking=missing(listed, timeline) if kind.lacking else 0,
    )
    meta = {"title": kind.title, "description": kind.deck, "template": "listing.html"}
    return frontmatter.dump(meta, body, comment=_GENERATED)


def _listing(
    kind: Kind, listing: Listing, around: entries.Relations, vocabularies: Vocabularies
) -> str:
    values = _timeline_values(listing.timeline, vocabularies, lambda _: True)
    remarks = entries.remarks(kind.facet, listing)
    values["shelf"] = entries.remarked(values["shelf"], remarks)
    values["years"] = [
        replace(year, cards=entries.remarked(year.cards, remarks)) for year in values["years"]
    ]
    body = fill(
        "listing.md.j2",
        **values,
        kind=kind,
        listing=listing,
        around=around,
        roles=entries.roles(listing) if kind.facet == "organizer" else (),
        venues=entries.venues(listing) if kind.facet == "place" else (),
        name_of=wording.name_of,
        root="../",
    )
    about = f"{listing.label}: {wording.events_label(len(listing.events), len(listing.others))}"
    meta = {"title": listing.label, "description": f"{about}.", "template": "listing.html"}
    return frontmatter.dump(meta, body, comment=_GENERATED)
