"""Say what entries that stand beside each other have to say to the index, made of them alone.

Turns such a stretch into the keys under which each entry is found, in each list of facts and
anywhere: what it says, word for word, and keys of other sorts, which no word looks like. "#2017-10"
is a date (`days`), "=sở_y_tế" the name of a page, "~ủy_ban_nhân_dân" words that another name is
short for. Stretches are joined by `index`; one whose entries are what they were is not made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from egov_timeline import fields
from egov_timeline.search import days, shards
from egov_timeline.search.entries import Entry
from egov_timeline.search.shards import BREAK
from egov_timeline.search.words import words

# Anywhere in an entry, in each list of facts, and in the title.
ANYWHERE = 0
WHEN = fields.BY_NAME["date"].searched
TITLE = max(row.searched for row in fields.SEARCHED) + 1
LISTS = TITLE + 1

# The runs of words that are looked up as if they were one, by the first of their words.
Runs = Mapping[str, Sequence[tuple[str, ...]]]
# Words in the order of the text, for each list.
_Lists = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What so many entries give to each shard of the index."""

    size: int
    shards: Mapping[int, bytes]


def stretch(entries: Sequence[Entry], runs: Runs) -> Stretch:
    """Return what `entries` have to say."""
    said = [_said(entry) for entry in entries]
    keys = [_keys(entry, lists, runs) for entry, lists in zip(entries, said, strict=True)]
    return Stretch(len(entries), shards.rows(said, keys))


def key_of(run: Sequence[str]) -> str:
    """Return the key of a run of words, which is looked up as if it were one; or of one word."""
    return "~" + "_".join(run) if len(run) > 1 else run[0]


def by_first(runs: Iterable[Sequence[str]]) -> Runs:
    """Return the runs of words by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        found.setdefault(run[0], []).append(tuple(run))
    return found


def _said(entry: Entry) -> _Lists:
    """Return the words of each list; of a page that is no article all is text."""
    lists: dict[int, list[str]] = {}
    if entry.facts is not None:
        lists[TITLE] = [entry.title]
        for fact in entry.facts:
            if row := fields.BY_NAME.get(fact.field):
                lists.setdefault(row.searched, []).append(fact.label)
    lists[ANYWHERE] = [*entry.strings]
    return {number: _cut(texts) for number, texts in lists.items()}


def _cut(texts: Iterable[str]) -> list[str]:
    """Return the words of `texts`, with a break between two."""
    return [*chain.from_iterable(map(_words_of, f" {BREAK} ".join(texts).split()))]


@lru_cache(maxsize=1 << 15)  # most of what stands between blanks has been there before
def _words_of(printed: str) -> tuple[str, ...]:
    return (BREAK,) if printed == BREAK else tuple(words(printed))


def _keys(entry: Entry, said: _Lists, runs: Runs) -> Mapping[int, set[str]]:
    """Return all keys of `entry`, for each list."""
    found: dict[int, set[str]] = {WHEN: set()}
    for number, run in said.items():
        words_of = {*run} - {BREAK}
        found[number] = words_of | {*_runs_in(run, words_of, runs)}
    found[WHEN] |= days.of_event(entry.edtf)
    found[ANYWHERE] |= found[WHEN] | days.in_texts(entry.strings)
    found[ANYWHERE].update("=" + "_".join(words(name)) for name in entry.names)
    return found


def _runs_in(said: Sequence[str], having: set[str], runs: Runs) -> Iterator[str]:
    """Yield the keys of the runs that are said, from all that is said and its words."""
    may_be = [
        run for first in having & runs.keys() for run in runs[first] if having.issuperset(run)
    ]
    text = f" {' '.join(said)} " if may_be else ""
    for run in may_be:
        if f" {' '.join(run)} " in text:
            yield key_of(run)
