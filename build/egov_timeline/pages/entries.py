"""Choose what stands above the timeline of one theme, organization, place or series.

Turns a listing into relations to other listings, the venues and roles that its events name, and a
remark for each of its cards. Everything is counted from records; nothing is added to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from egov_timeline import facets, wording
from egov_timeline.events import event_of
from egov_timeline.pages.cards import Card
from egov_timeline.pages.listings import Listing
from egov_timeline.records import TimelineEntry
from egov_timeline.text import match_key
from egov_timeline.vocabulary import Term

# As many bodies as are named beside the one that they held events with.
_TOGETHER = 8

Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """What the authority files place above and below a listing; only what has a page is below.

    `above` is the label and the id, None where it has no page of its own. `now` tells in that way
    of what a province merged into, `then` of what merged into it.
    """

    above: tuple[str, str | None] | None
    below: tuple[Listing, ...]
    now: tuple[str, str | None] | None = None
    then: tuple[tuple[str, str | None], ...] = ()


def relations(
    listings: Sequence[Listing], authority: Mapping[str, Term]
) -> Mapping[str, Relations]:
    """Return the relations of each of `listings` by id, as the authority file knows them."""
    pages = {listing.id for listing in listings}
    below: dict[str, list[Listing]] = {}
    for listing in listings:
        if listing.term and listing.term.broader:
            below.setdefault(listing.term.broader, []).append(listing)
    merged: dict[str, list[tuple[str, str | None]]] = {}
    for unit in authority.values():
        if unit.merged and (link := _linked(unit.id, authority, pages)):
            merged.setdefault(unit.merged.into, []).append(link)
    found = {}
    for listing in listings:
        term = listing.term
        above = _linked(term.broader if term else None, authority, pages)
        now = _linked(term.merged.into if term and term.merged else None, authority, pages)
        then = merged.get(listing.id, ()) if term else ()
        found[listing.id] = Relations(above, tuple(below.get(listing.id, ())), now, tuple(then))
    return found


def _linked(
    ident: str | None, authority: Mapping[str, Term], pages: Collection[str]
) -> tuple[str, str | None] | None:
    return (authority[ident].label, ident if ident in pages else None) if ident else None


def venues(listing: Listing) -> Counted:
    """Return the venues and towns that articles name, each with its number of events."""
    named = (event_of(e).facts.location for e in listing.events)
    return _counted(f.value.place for f in named if f and f.value.place != listing.label)


def together(body: Listing, known: Mapping[str, Listing]) -> tuple[tuple[Listing, int], ...]:
    """Return which of the `known` bodies one held most events with, and how many, if not one."""
    holders = [held for entry in body.events if body.id in (held := _held_by(entry))]
    counts = Counter(ident for held in holders for ident in held if ident != body.id)
    found = [(known[ident], count) for ident, count in counts.items() if count > 1]
    found.sort(key=lambda pair: (-pair[1], facets.by_label(pair[0].label)))
    return tuple(found[:_TOGETHER])


def _held_by(entry: TimelineEntry) -> frozenset[str]:
    """Return the bodies that held an event; a patron does not."""
    bodies = (finding.value for report in entry.sources for finding in report.facts.organizer)
    return frozenset(facets.organizer(body).id for body in bodies if body.role != "sponsor")


def roles(listing: Listing) -> Counted:
    """Return the roles that a body had, each with its number of events."""
    return _counted(role for entry in listing.events for role in _roles_in(entry, listing.id))


def remarked(cards: Iterable[Card], remarks: Mapping[str, str]) -> tuple[Card, ...]:
    """Return `cards`, each event with its remark; a milestone is not the event of its article."""
    return tuple(
        replace(card, remark=remarks.get(card.id, "")) if card.kind is None else card
        for card in cards
    )


def remarks(facet: str, listing: Listing) -> dict[str, str]:
    """Return what the listing says beside each of its events, by record."""
    if facet == "organizer":
        return {
            entry.record.id: f"{wording.labels.ROLE}: {', '.join(_roles_in(entry, listing.id))}"
            for entry in listing.events
        }
    if facet == "series":
        told = {e.record.id: event_of(e).facts.series for e in listing.events}
        return {
            ident: wording.edition_label(series.value.edition)
            for ident, series in told.items()
            if series and series.value.edition
        }
    return {}


def _roles_in(entry: TimelineEntry, ident: str) -> tuple[str, ...]:
    bodies = (finding.value for report in entry.sources for finding in report.facts.organizer)
    roles = (body.role for body in bodies if facets.organizer(body).id == ident)
    return tuple(dict.fromkeys(wording.ROLES.get(role, role) for role in roles))


def _counted(names: Iterable[str | None]) -> Counted:
    """Return the names with their numbers, the most frequent first; spellings of one are one."""
    counts = Counter(name for name in names if name)
    spelled: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        first = spelled.setdefault(match_key(name), name)
        if first != name:
            counts[first] += counts.pop(name)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
