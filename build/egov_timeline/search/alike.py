"""Find which names are the same name, once short and once written out, or in other words.

Turns the authority files into groups of word sequences that search takes for one another: "CPĐT"
and "chính phủ điện tử", "TT&TT" and "thông tin và truyền thông"; only letters that begin the words
make an abbreviation. Who asks for another name of a thing ("smart city", "Sài Gòn") is led to the
thing, but who asks for the thing is not led to all that it is ever called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from egov_timeline.names import STANDS_FOR
from egov_timeline.search.words import words
from egov_timeline.syllables import is_syllable
from egov_timeline.text import fold
from egov_timeline.vocabulary import DERIVED, Vocabularies

Words = tuple[str, ...]
_AND = "và"


def groups(vocabularies: Vocabularies) -> list[list[str]]:
    """Return sequences of words that stand for each other, each group with its long form last."""
    found: dict[Words, set[Words]] = {}
    for word, written_out in {**STANDS_FOR, **vocabularies.words.short}.items():
        found.setdefault(tuple(written_out.split()), set()).add((word,))
    named = list(_named(vocabularies))
    for _, _, runs in named:
        for short, long in runs.items():
            # "TT" is Thừa Thiên in one name and truyền thông in another.
            if len("".join(short)) > 2:
                found.setdefault(long, set()).add(short)
    for short, long, _ in named:
        if long in found:  # "TP Hồ Chí Minh" beside "TP.HCM"
            found[long].add(short)
    for body in vocabularies.organizations.values():
        for alias in body.aliases:
            if alias.isalpha() and alias.isupper():  # "VINASA" is short for an English name
                found.setdefault(tuple(words(body.label)), set()).add(tuple(words(alias)))
    return [
        [" ".join(name) for name in [*sorted(shorts), long]]
        for long, shorts in sorted(found.items())
    ]


def others(vocabularies: Vocabularies, groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return other names, and the name that each leads to; none that is in `groups` already."""
    short = {name for group in groups for name in group}
    found: dict[str, str] = {}
    for alias, label in _aliases(vocabularies):
        name = " ".join(words(alias))
        # Whoever types "Can Tho" finds Cần Thơ as it is.
        if name not in short and fold(name) != fold(label):
            found.setdefault(name, label)
    return dict(sorted(found.items()))


def _aliases(vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    for vocabulary in (vocabularies.themes, vocabularies.organizations, vocabularies.places):
        for term in vocabulary.values():
            label = " ".join(words(term.label))
            for alias in term.aliases if term.kind != DERIVED else ():
                # What is said of a theme in Vietnamese is a part of it, and found by itself.
                if vocabulary is not vocabularies.themes or _is_foreign(alias):
                    yield alias, label


def _is_foreign(name: str) -> bool:
    return name.isascii() and not all(map(is_syllable, words(name)))


def _named(vocabularies: Vocabularies) -> Iterator[tuple[Words, Words, Mapping[Words, Words]]]:
    """Yield names of one term, short and long, and which of their words answer each other."""
    for vocabulary in (vocabularies.themes, vocabularies.organizations, vocabularies.places):
        for term in vocabulary.values():
            if term.kind != DERIVED and (term.aliases or term.signs):
                names = [tuple(words(name)) for name in (*term.names, *term.signs)]
                for short, long in permutations(dict.fromkeys(names), 2):
                    if runs := align(short, long):
                        yield short, long, runs


def align(short: Words, long: Words) -> Mapping[Words, Words]:
    """Return what in `short` abbreviates what in `long`; nothing unless all the rest is equal."""
    found: dict[Words, Words] = {}
    run_short: Words = ()
    run_long: Words = ()
    rest = long
    for word in short:
        if rest and rest[0] == _AND and word != _AND:
            rest, run_long = rest[1:], (*run_long, _AND) if run_long else ()
        if rest and word == rest[0]:
            if run_short:
                found[run_short] = run_long
            run_short, run_long, rest = (), (), rest[1:]
        elif count := _initials(word, rest):
            run_short, run_long, rest = (*run_short, word), (*run_long, *rest[:count]), rest[count:]
        else:
            return {}
    if rest:
        return {}
    return found | {run_short: run_long} if run_short else found


def _initials(word: str, rest: Words) -> int:
    """Return how many words of `rest` begin with the letters of `word`; 0 where they do not."""
    said = 0
    for letter in word:
        if said < len(rest) and rest[said] == _AND and letter != _AND[0]:
            said += 1
        if said >= len(rest) or rest[said][0] != letter:
            return 0
        said += 1
    return said if len(word) > 1 else 0
