"""Find the term that a person names: by its id, its label or an alias, with diacritics or without.

Turns a name into a term of a vocabulary, or a word into the id of a closed list. What several terms
are called is refused, and so is what none is; the remedy names what is nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from egov_timeline.corrections.refusals import Refused
from egov_timeline.errors import did_you_mean, quoted
from egov_timeline.text import fold, match_key
from egov_timeline.vocabulary import Term, Vocabularies, Vocabulary

_RANK = re.compile(r"\W*(?:tỉnh |thành phố |tp\.? ?)?")
_NEW = "Thêm vào đó trước."


def term(
    name: str, vocabulary: Vocabulary, noun: str, otherwise: str = _NEW, *, suggest: bool = True
) -> Term:
    """Return the one term called `name`. Raises Refused, with `otherwise` where none is near."""
    found = vocabulary.named(name)
    if len(found) == 1:
        return vocabulary[found[0]]
    if found:
        known = ", ".join(f"{ident} ({vocabulary[ident].label})" for ident in found[:6])
        raise Refused(f"{quoted(name)} là tên của nhiều {noun}", f"Ghi id: {known}.")
    what = f"không có {noun} {quoted(name)} trong {vocabulary.path}"
    raise Refused(what, (suggest and _nearest(name, vocabulary)) or otherwise)


def place(
    name: str, vocabulary: Vocabulary, otherwise: str = _NEW, *, suggest: bool = True
) -> Term:
    """Return the place called `name`, with its rank or without. Raises Refused as `term` does."""
    ids = place_ids(name, vocabulary)
    if len(ids) == 1:
        return vocabulary[ids[0]]
    return term(name, vocabulary, "địa điểm", otherwise, suggest=suggest)


def place_ids(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ids of the places called `name`, with its rank or without: "tỉnh Quảng Ninh"."""
    return vocabulary.named(name) or vocabulary.named(_without_rank(name))


def _without_rank(name: str) -> str:
    rank = _RANK.match(match_key(name))
    return name[rank.end() :] if rank else name


def body(name: str, vocabularies: Vocabularies, otherwise: str = _NEW) -> Term:
    """Return the organization called `name`, also that of a province: "Sở TT&TT Hà Nội"."""
    bodies = vocabularies.organizations
    if not bodies.named(name) and (local := _local(name, vocabularies)):
        return local
    return term(name, bodies, "đơn vị", otherwise)


def _local(name: str, vocabularies: Vocabularies) -> Term | None:
    bodies, key = vocabularies.organizations, match_key(name)
    hit = bodies.by_words.at(key, 0)
    if not hit or not hit[0] or bodies[hit[0]].kind not in ("local", "local-level"):
        return None
    rest = name[hit[1] :].strip()
    for said in (rest, _without_rank(rest)):
        for ident in vocabularies.places.named(said):
            if (own := f"{hit[0]}-{ident}") in bodies:
                return bodies[own]
    return None


def _nearest(name: str, vocabulary: Vocabulary) -> str | None:
    names = (said for known in vocabulary.values() for said in known.names)
    return did_you_mean(name, vocabulary) or did_you_mean(name, names)


def word(said: str, known: Mapping[str, str], noun: str, also: Iterable[tuple[str, str]]) -> str:
    """Return the id of a closed list whose words are `known`, by id or by words. Raises Refused.

    Words that are told no more, those of `also`, are read all the same.
    """
    if said in known:
        return said
    for ident, label in (*known.items(), *also):
        if fold(said) in (fold(label), fold(ident)):
            return ident
    listed = ", ".join(f"{ident} ({label.lower()})" for ident, label in known.items())
    remedy = did_you_mean(said, known) or did_you_mean(said, known.values())
    raise Refused(f"{quoted(said)} không phải là {noun}", remedy or f"Chỉ dùng: {listed}.")
