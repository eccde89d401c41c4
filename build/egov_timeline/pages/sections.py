"""Put the listings of one index page into sections.

Turns listings into groups under the headings that the authority files allow: bodies by their kind,
places at home and abroad. In a long section what has a single event is folded behind the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from egov_timeline.pages.listings import Listing
from egov_timeline.text import slugify
from egov_timeline.vocabulary import DERIVED

# As many rows as a section shows before it folds those of a single event.
_LONG = 30

_HOME, _ABROAD = "Trong nước", "Nước ngoài"
_UNLISTED = "Đơn vị khác, ghi theo tên trong bài"
_BODIES: Mapping[str, str] = {
    "state": "Cơ quan trung ương",
    "party": "Cơ quan trung ương",
    "ministry": "Bộ và cơ quan ngang bộ",
    "agency": "Cục, vụ, viện, trung tâm ở trung ương",
    DERIVED: "Địa phương",
    "association": "Hội và hiệp hội",
    "company": "Doanh nghiệp",
    "school": "Trường, học viện, viện nghiên cứu",
    "press": "Báo, đài",
    "international": "Quốc tế và nước ngoài",
    "foreign": "Quốc tế và nước ngoài",
}
_ORDER = (*dict.fromkeys(_BODIES.values()), _UNLISTED, _HOME, _ABROAD, "")


@dataclass(frozen=True, slots=True)
class Section:
    """Some listings under one heading; `title` is "" where there is but one section."""

    title: str
    shown: tuple[Listing, ...]
    folded: tuple[Listing, ...]

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return slugify(self.title)

    @property
    def size(self) -> int:
        """How many listings it holds."""
        return len(self.shown) + len(self.folded)


def sections(facet: str, listings: Sequence[Listing]) -> tuple[Section, ...]:
    """Return the sections of an index page, each with its listings in the order given."""
    by_title: dict[str, list[Listing]] = {}
    for listing in listings:
        by_title.setdefault(_title(facet, listing), []).append(listing)
    if len(by_title) == 1:
        return (_section("", listings),)
    return tuple(_section(title, by_title[title]) for title in _ORDER if title in by_title)


def _title(facet: str, listing: Listing) -> str:
    kind = listing.term.kind if listing.term else None
    if facet == "organizer":
        return _BODIES.get(kind or "", _UNLISTED)
    if facet == "place":
        return _HOME if kind in ("province", "town") else _ABROAD  # Huế was a town until 2025
    return ""


def _section(title: str, listings: Sequence[Listing]) -> Section:
    more = tuple(listing for listing in listings if len(listing.events) > 1)
    if len(listings) <= _LONG or not more:
        return Section(title, tuple(listings), ())
    return Section(title, more, tuple(listing for listing in listings if len(listing.events) <= 1))
