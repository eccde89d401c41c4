"""Read where an event took place, in one line or by its parts.

Turns "Khách sạn Melia, Hà Nội", "Hạ Long", "Osaka, Nhật Bản" into a `Location`. A venue that is
only called after a province may stand elsewhere: then the editor is asked to name the province.
"""

from __future__ import annotations

from egov_timeline.corrections.refusals import Refused
from egov_timeline.corrections.terms import place, place_ids
from egov_timeline.errors import quoted
from egov_timeline.records import Location
from egov_timeline.text import match_key
from egov_timeline.vocabulary import Term, Vocabulary, chain, province_of


def location(venue: str | None, province: str | None, places: Vocabulary) -> Location:
    """Return the location whose parts were named. Raises Refused."""
    if venue and venue in places:
        venue = places[venue].label
    return Location(venue, _province(province, places) if province else None)


def typed_location(said: str, places: Vocabulary) -> Location:
    """Return the location that one line tells. Raises Refused."""
    parts = [part.strip() for part in said.split(",")]
    for number in range(len(parts)):
        if whole := _whole(", ".join(parts[number:]), places):
            return Location(", ".join(parts[:number]) or None, whole)
    venue = quoted(said) if len(parts) > 1 else said
    asked = f"Ghi {{place: {venue}, province: {_guess(said, places) or 'tỉnh, thành phố nào'}}}."
    if len(parts) > 1:
        raise Refused(f"không rõ tỉnh, thành phố trong {quoted(said)}", asked)
    found = place(said, places, asked, suggest=False)
    # "thành phố Hạ Long" keeps its rank; an id or a name without diacritics is written out.
    name = said if match_key(found.label) in match_key(said) else found.label
    return Location(name, province_of(places, found.id))


def _province(said: str, places: Vocabulary) -> str | None:
    if whole := _whole(said, places):
        return whole
    found = place(said, places)
    if found.id in {term.merged.into for term in places.merged.values() if term.merged}:
        return province_of(places, found.id)  # "Huế", a province since 2025
    if not _is_whole(found, places):
        above = chain(places, found.id)[-1].label
        remedy = f"Ghi {{place: {found.label}, province: {above}}}."
        raise Refused(f"{quoted(found.label)} không phải là tỉnh, thành phố", remedy)
    return province_of(places, found.id) or found.label


def _whole(said: str, places: Vocabulary) -> str | None:
    """Return the province that `said` names, or the place abroad: "Hà Nội", "Osaka, Nhật Bản"."""
    for ident in places.named(said.partition(",")[0].strip()):
        label = province_of(places, ident)
        if label and "," in said and match_key(label) == match_key(said):
            return label
    found = place_ids(said, places)
    if "," in said or len(found) != 1 or not _is_whole(places[found[0]], places):
        return None
    return province_of(places, found[0])


def _is_whole(found: Term, places: Vocabulary) -> bool:
    """Whether it stands for a whole province, or for a city or a country abroad."""
    top = chain(places, found.id)[-1]
    return found is top or top.kind != "province"


def _guess(said: str, places: Vocabulary) -> str | None:
    """Return the one province of all places that are named in `said`."""
    hits = {province_of(places, ident) for ident, _ in places.phrases.find(match_key(said))}
    return hits.pop() if len(hits) == 1 else None
