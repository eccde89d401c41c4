"""The authority files of `seeds/vocabulary/`: themes, organizations and places.

Turns each YAML file into terms with an id, a label and aliases, and finds them in a text. An
unknown id is refused with the nearest known one, never passed on. Every scalar is read as it was
typed, so `id: no` is "no"; all that is wrong is reported in one run, each problem with its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.vocabulary.places import HOME, chain, province_of, province_then
from egov_timeline.vocabulary.reading import KEYS, Reader
from egov_timeline.vocabulary.terms import (
    DERIVED,
    Mention,
    Merger,
    Strength,
    Term,
    Vocabulary,
)
from egov_timeline.vocabulary.words import NONE, EventNoun, Words, WordsReader

__all__ = [
    "CITIES",
    "DERIVED",
    "HOME",
    "KEYS",
    "NONE",
    "EventNoun",
    "Mention",
    "Merger",
    "Strength",
    "Term",
    "Vocabularies",
    "Vocabulary",
    "Words",
    "chain",
    "load",
    "local_label",
    "province_of",
    "province_then",
]


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The three authority files that the stages share, and the words of what they are about."""

    themes: Vocabulary
    organizations: Vocabulary
    places: Vocabulary
    words: Words = NONE

    def sizes(self) -> dict[str, int]:
        """Return how many names and signs each file has, by its path in the project."""
        return {
            file.path: sum(
                len((*term.names, *term.signs, *term.masks))
                for term in file.values()
                if term.kind != DERIVED
            )
            for file in (self.themes, self.organizations, self.places)
        }


# Cities that stand beside the provinces: "Ủy ban nhân dân thành phố Hà Nội", "Thành ủy Hà Nội".
CITIES = {"can-tho", "da-nang", "ha-noi", "hai-phong", "tp-ho-chi-minh"}


def local_label(body: Term, place: Term) -> str:
    """Return the name of the body that every province has, in one of them."""
    city = place.id in CITIES
    label = body.label.replace("Tỉnh", "Thành") if city else body.label
    if body.kind != "local-level":
        return f"{label} {place.label}"
    return f"{label} {'thành phố' if city else 'tỉnh'} {place.label.removeprefix('TP. ')}"


def _local_bodies(bodies: Vocabulary, places: Vocabulary) -> Iterator[Term]:
    """Yield the body of each `local` kind for each province: "so-tttt-ha-noi"."""
    provinces = [place for place in places.values() if place.kind == "province"]
    for body in bodies.values():
        if body.kind in ("local", "local-level"):
            for place in provinces:
                yield Term(f"{body.id}-{place.id}", local_label(body, place), kind=DERIVED)


def load(folder: Path) -> Vocabularies:
    """Read the authority files in `folder`. Raises ProblemsFound with all that is wrong in them."""
    problems: list[Problem] = []
    beside = WordsReader("seeds/vocabulary/words.yml")
    said = beside.words(folder / "words.yml")
    problems += beside.problems
    read = []
    for name in ("themes", "organizations", "places"):
        reader = Reader(f"seeds/vocabulary/{name}.yml")
        read.append(Vocabulary(reader.terms(folder / f"{name}.yml"), reader.where, said.short))
        problems += sorted(reader.problems, key=lambda problem: problem.line or 0)
    if problems:
        raise ProblemsFound(problems)
    themes, listed, places = read
    everybody = (*_local_bodies(listed, places), *listed.values())  # a listed one has its own names
    return Vocabularies(themes, Vocabulary(everybody, listed.path, said.short), places, said)
