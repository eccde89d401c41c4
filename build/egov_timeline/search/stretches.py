"""Say what entries that stand beside each other have to say to the index, made of them alone.

Turns such a stretch into tables of words and of pairs of words: in which of its entries each key
stands, counted from the first of them, in each list of facts and anywhere. Stretches are joined by
`index`; one whose entries are what they were need not be made again. Among the words stand keys of
other sorts, which no word looks like: "#2017-10" is a date (`days`), "=sở_y_tế" the name of a page,
"~ủy_ban_nhân_dân" a run of words that another name is short for.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

from egov_timeline import fields
from egov_timeline.search import days
from egov_timeline.search.entries import Entry
from egov_timeline.search.postings import ascending
from egov_timeline.search.words import words

# Anywhere in an entry, in each list of facts, and in the title.
ANYWHERE = 0
WHEN = fields.BY_NAME["date"].searched
TITLE = max(row.searched for row in fields.SEARCHED) + 1
LISTS = TITLE + 1

# The number of an entry in a stretch, and how many there are (`once.LONGEST`).
_SMALL = "H"

# A key, the first entry that has it, the last, how many have it, and those after the first.
Row = tuple[str, int, int, int, str]
# The runs of words that are looked up as if they were one, by the first of their words.
Runs = Mapping[str, Sequence[tuple[str, ...]]]
_Places = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Table:
    """Where keys stand, in columns: one text or run of numbers is read faster than many."""

    keys: str  # a blank between them
    firsts: bytes  # of each key the first entry that has it,
    lasts: bytes  # and the last
    counts: bytes  # in how many it stands
    later: str  # the entries after the first, as `postings` writes them

    def rows(self, wanted: Collection[str] | None = None) -> Iterable[Row]:
        """Return each key with its columns, or those of the keys that are `wanted`."""
        if not self.keys:
            return ()
        keys, later = self.keys.split(" "), self.later.split(" ")
        numbers = (array(_SMALL, column) for column in (self.firsts, self.lasts, self.counts))
        rows = zip(keys, *numbers, later, strict=True)
        return rows if wanted is None else compress(rows, map(wanted.__contains__, keys))


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many entries: tables for each list, and how often each word and pair is said."""

    size: int
    words: tuple[Table, ...]
    pairs: tuple[Table, ...]
    said: Mapping[str, int]
    paired: bytes  # in the order of the first table of pairs


def stretch(entries: Sequence[Entry], runs: Runs) -> Stretch:
    """Return what `entries` have to say."""
    said: Counter[str] = Counter()
    paired: Counter[str] = Counter()
    single: list[_Places] = [{} for _ in range(LISTS)]
    double: list[_Places] = [{} for _ in range(LISTS)]
    for place, entry in enumerate(entries):
        found: list[set[str]] = [set() for _ in range(LISTS)]
        beside: list[set[str]] = [set() for _ in range(LISTS)]
        for number, text in _strings(entry):
            run = words(text)
            pairs = list(map("_".join, pairwise(run)))
            said.update(run)
            paired.update(pairs)
            found[number].update(run, _runs_in(run, runs))
            beside[number].update(pairs)
        found[WHEN] |= days.of_event(entry.edtf)
        found[ANYWHERE].update(*found[1:], days.in_texts(entry.strings))
        found[ANYWHERE].update("=" + "_".join(words(name)) for name in entry.names)
        beside[ANYWHERE].update(*beside[1:])
        _put(single, place, found)
        _put(double, place, beside)
    return Stretch(
        len(entries),
        tuple(map(_table, single)),
        tuple(map(_table, double)),
        dict(said),
        array("I", [paired[pair] for pair in double[ANYWHERE]]).tobytes(),
    )


def by_first(runs: Iterable[Sequence[str]]) -> Runs:
    """Return the runs of words by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        found.setdefault(run[0], []).append(tuple(run))
    return found


def _strings(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield each string, and its list; of a page that is no article all is text."""
    if entry.facts is None:
        yield from ((ANYWHERE, text) for text in entry.strings)
        return
    yield TITLE, entry.title
    for fact in entry.facts:
        row = fields.BY_NAME.get(fact.field)
        yield row.searched if row else ANYWHERE, fact.label
    yield from ((ANYWHERE, text) for text in entry.sentences if text)


def _runs_in(said: Sequence[str], runs: Runs) -> Iterator[str]:
    if runs.keys().isdisjoint(said):
        return
    for at in (at for at, word in enumerate(said) if word in runs):
        for run in runs[said[at]]:
            if tuple(said[at : at + len(run)]) == run:
                yield "~" + "_".join(run)


def _put(tables: Sequence[_Places], place: int, keys: Iterable[Iterable[str]]) -> None:
    for table, found in zip(tables, keys, strict=True):
        for key in found:
            if key in table:
                table[key].append(place)
            else:
                table[key] = [place]


def _table(places: _Places) -> Table:
    lists = places.values()
    return Table(
        " ".join(places),
        array(_SMALL, [of[0] for of in lists]).tobytes(),
        array(_SMALL, [of[-1] for of in lists]).tobytes(),
        array(_SMALL, map(len, lists)).tobytes(),
        " ".join([ascending(of[1:], of[0]) if len(of) > 1 else "" for of in lists]),
    )
