"""The authority files of `seeds/vocabulary/`: themes, organizations and places.

Turns each YAML file into terms with an id, a label and aliases, and finds all of them in a text in
one pass. An unknown id is refused with the nearest known one, never passed on.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.text import Span, match_key, normalize


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of an authority file. `broader` is the id of the term that contains it."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    broader: str | None = None
    note: str | None = None
    kind: str | None = None


class Phrases:
    """A set of phrases, each standing for a value, that is found in a text in one pass.

    Phrases and text are compared by `text.match_key`, at word boundaries; where two overlap, the
    one that begins first wins, then the longer.
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        by_key = {match_key(normalize(phrase)): value for phrase, value in values.items()}
        self._values = tuple(by_key.values())
        self._automaton = AhoCorasick(list(by_key), matchkind=MatchKind.Standard)

    def find(self, key: str) -> Iterator[tuple[str, Span]]:
        """Yield (value, span) for each phrase in `key`, in order, without overlaps."""
        hits = (
            (start, -end, which)
            for which, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True)
            if _is_word(key, start, end)
        )
        done = 0
        for start, minus_end, which in sorted(hits):
            if start >= done:
                done = -minus_end
                yield self._values[which], (start, done)


def _is_word(key: str, start: int, end: int) -> bool:
    before = key[start - 1] if start else " "
    after = key[end] if end < len(key) else " "
    return not (before.isalnum() and key[start].isalnum()) and not (
        after.isalnum() and key[end - 1].isalnum()
    )


class Vocabulary(Mapping[str, Term]):
    """The terms of one authority file, by id."""

    def __init__(self, terms: Iterable[Term], path: str = "") -> None:
        self._terms = {term.id: term for term in terms}
        self.path = path

    def __getitem__(self, ident: str) -> Term:
        return self._terms[ident]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    @cached_property
    def phrases(self) -> Phrases:
        """Labels and aliases of all terms, standing for their ids."""
        return Phrases({name: t.id for t in self.values() for name in (t.label, *t.aliases)})

    def nearest(self, ident: str) -> str | None:
        """Return the known id that looks most like `ident`, for a message."""
        close = difflib.get_close_matches(ident, self._terms, n=1)
        return close[0] if close else None


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The three authority files that the stages share."""

    themes: Vocabulary
    organizations: Vocabulary
    places: Vocabulary


def load(folder: Path) -> Vocabularies:
    """Read the authority files in `folder`. Raises ProblemsFound with all that is wrong in them."""
    problems: list[Problem] = []
    read = [
        _read(folder / f"{name}.yml", problems) for name in ("themes", "organizations", "places")
    ]
    if problems:
        raise ProblemsFound(problems)
    return Vocabularies(*read)


def _read(path: Path, problems: list[Problem]) -> Vocabulary:
    where = f"seeds/vocabulary/{path.name}"
    try:
        rows = yaml.safe_load(path.read_text("utf-8")) or []
    except OSError as err:
        problems.append(Problem(where, f"cannot be read ({err.strerror})", "Restore the file."))
        return Vocabulary(())
    except yaml.YAMLError as err:
        mark = getattr(err, "problem_mark", None)
        line = mark.line + 1 if mark else None
        problems.append(Problem(where, "is not valid YAML", "Mend the syntax there.", line))
        return Vocabulary(())
    terms = [term for row in rows for term in _term(row, where, problems)]
    vocabulary = Vocabulary(terms, where)
    for term in terms:
        if term.broader and term.broader not in vocabulary:
            problems.append(
                Problem(where, f"{term.id} is under unknown {term.broader!r}", "Use a known id.")
            )
    if len(vocabulary) < len(terms):
        problems.append(Problem(where, "two terms have the same id", "Give each its own id."))
    return vocabulary


def _term(row: Any, where: str, problems: list[Problem]) -> Iterator[Term]:
    try:
        yield Term(**{**row, "aliases": tuple(row.get("aliases", ()))})
    except (TypeError, AttributeError):
        problems.append(
            Problem(
                where, f"{row!r} is not a term", "Give id, label, aliases, broader, note, kind."
            )
        )
