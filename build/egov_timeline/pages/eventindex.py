"""Write the script that lets a reader filter a long timeline, and find an entry that has moved.

Turns the cards of all entries into rows of a table, compact enough to be loaded as a whole: what a
line of a list shows, and by what a filter finds it. It is a classic script, as a page from a disk
may load no other. Values and pages are named once, and told by their place in the lists.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from egov_timeline import wording
from egov_timeline.pages.cards import Card
from egov_timeline.pages.filters import Facet
from egov_timeline.pages.pagination import FOLDER
from egov_timeline.records import TimelineEntry

PATH = f"{FOLDER}/su-kien.js"


def script(cards: Sequence[Card], facets: Sequence[Facet], also: Mapping[str, str]) -> str:
    """Return the script; `also` has the anchors that entries had before, by those of today."""
    pages = sorted({card.page for card in cards})
    places = {page: number for number, page in enumerate(pages)}
    values = [{choice.id: n for n, choice in enumerate(facet.choices)} for facet in facets]
    table = {
        "statuses": wording.STATUSES,
        "certainties": wording.CERTAINTY,
        "words": {
            "place": wording.UNKNOWN["location"],
            "year": wording.opening(wording.labels.NO_YEAR),
            "milestones": wording.inside(wording.FIELDS["milestones"]),
        },
        "facets": {f.name: [[c.id, c.label, c.count] for c in f.choices] for f in facets},
        "pages": pages,
        "rows": [_row(card, places[card.page], facets, values) for card in cards],
        "also": also,
    }
    told = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return f"// generated; change seeds/ instead\nself.tlEvents = {told};\n"


def _row(
    card: Card, page: int, facets: Sequence[Facet], values: Sequence[Mapping[str, int]]
) -> list[Any]:
    """Return what a line shows, its page and kind, and the numbers of its values, facet by facet.

    A milestone says what it is in place of the name of its article; kind 2 is the second layer.
    """
    found = [
        list(dict.fromkeys(known[v.id] for v in card.facets.get(facet.name, ()) if v.id in known))
        for facet, known in zip(facets, values, strict=True)
    ]
    kind = 2 if card.related else 1 if card.kind else 0
    where = ", ".join(filter(None, (card.kind, card.place)))
    when = [card.mark, card.date, card.machine_date or "", card.certainty]
    told = [card.anchor, card.id, card.slug, card.name, *when, where, card.status]
    return [*told, page, kind, found]


def former_anchors(entries: Sequence[TimelineEntry]) -> dict[str, str]:
    """Return the slug of each event by what else it was or is called in an address.

    Anchors are made of slugs, were made of the ids of seeds once, and each report may be meant.
    """
    return dict(_former(entries))


def _former(entries: Sequence[TimelineEntry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.milestone is None:
            slug = entry.record.slug
            for report in entry.sources:
                for name in (report.id, report.slug, *report.formerly):
                    if name != slug:
                        yield name, slug
