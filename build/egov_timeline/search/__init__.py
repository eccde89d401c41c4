"""Write what the site's search reads, so that a browser has nothing to build.

Turns entries into scripts: `search/index.js` tells in which entries each word stands, and one
script an entry holds its sentences, asked for when it is shown. Both are scripts, because a page
opened from a disk may load no other data. The text is data in JSON, never markup.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.records import Record
from egov_timeline.search import alike
from egov_timeline.search.entries import SOURCE, Entry, of_page, of_record
from egov_timeline.search.postings import BEFORE, ENDS, ascending, number
from egov_timeline.search.words import words
from egov_timeline.vocabulary import Vocabularies

__all__ = ["Entry", "files", "of_page", "of_record", "put", "write"]

FOLDER = "search"

# Two words stand together for a reason, not by chance: in so many entries, and so many times as
# often as chance would have it. What is rarer is seen when the text is loaded; and the list of all
# pairs would be three times as large as that of the words.
_PAIR_ENTRIES = 3
_PAIR_LIFT = 10

# Facts that weigh alike stand in one list.
_LISTS = [(n, tuple(rows)) for n, rows in groupby(fields.SEARCHED, key=lambda row: row.searched)]

Postings = dict[Any, list[int]]


def write(
    site: Path, records: Iterable[Record], pages: Mapping[str, bool], vocabularies: Vocabularies
) -> None:
    """Write search's files below `site`, where MkDocs has built it.

    `pages` names the built pages that are no articles, and whether their text is searched too.
    """
    entries = [of_record(record, vocabularies) for record in sorted(records, key=lambda r: r.slug)]
    for path, whole in sorted(pages.items()):
        if (site / path).is_file():  # else MkDocs was told to leave it out
            entries.append(of_page(path, (site / path).read_text("utf-8"), whole=whole))
    put(site, entries, vocabularies)


def put(site: Path, entries: Sequence[Entry], vocabularies: Vocabularies) -> None:
    """Write below `site` what its search reads of `entries`."""
    for name, script in files(entries, vocabularies):
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script, "utf-8", newline="\n")


def files(entries: Sequence[Entry], vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each script."""
    yield f"{FOLDER}/index.js", _call("open", _index(entries, vocabularies))
    for entry in entries:
        if _has_text(entry):
            yield f"{FOLDER}/{Path(entry.path).with_suffix('.js')}", _call("read", *_text(entry))


def _call(name: str, *values: Any) -> str:
    said = ",".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values)
    # Line ends to a script, though not to JSON; and nothing that looks like a tag.
    for char in "\u2028\u2029<":
        said = said.replace(char, f"\\u{ord(char):04x}")
    return f"tlSearch.{name}({said});\n"


def _index(entries: Sequence[Entry], vocabularies: Vocabularies) -> dict[str, Any]:
    stands, together = _postings(entries)
    order = sorted(stands, key=lambda word: (-len(stands[word]), word))
    rank = {word: number for number, word in enumerate(order)}
    pairs = sorted(together, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return {
        "letters": [ENDS, BEFORE],
        "words": " ".join(order),
        "in": " ".join(ascending(stands[word]) for word in order),
        "pairs": "".join(number(rank[word]) for pair in pairs for word in pair),
        "beside": " ".join(ascending(together[pair]) for pair in pairs),
        "alike": alike.groups(vocabularies),
        "entries": [_row(entry) for entry in entries],
        "bare": [place for place, entry in enumerate(entries) if not _has_text(entry)],
        "fields": {name: label for name, label in wording.FIELDS.items() if name != "title"}
        | {SOURCE: "Nguồn"},
    }


def _postings(entries: Sequence[Entry]) -> tuple[Postings, Postings]:
    """Return in which entries each word stands, and each pair of words that belongs together."""
    stands: Postings = {}
    beside: Postings = {}
    said: Counter[Any] = Counter()
    for place, entry in enumerate(entries):
        runs = [words(text) for text in entry.strings]
        pairs = [pair for run in runs for pair in pairwise(run)]
        single = [word for run in runs for word in run]
        said.update(single)
        said.update(pairs)
        for word in dict.fromkeys(single):
            stands.setdefault(word, []).append(place)
        for pair in dict.fromkeys(pairs):
            beside.setdefault(pair, []).append(place)
    total = sum(said[word] for word in stands)
    return stands, {
        (first, second): places
        for (first, second), places in beside.items()
        if len(places) >= _PAIR_ENTRIES
        and said[first, second] * total >= _PAIR_LIFT * said[first] * said[second]
    }


def _row(entry: Entry) -> list[Any]:
    """Return what is shown and weighed of an entry before its text is there."""
    row = [
        entry.path,
        entry.title,
        entry.edtf,
        *(entry.of(*(row.name for row in rows)) for _, rows in _LISTS),
    ]
    while row and not row[-1]:
        row.pop()
    return row


def _has_text(entry: Entry) -> bool:
    return bool(entry.sentences or entry.facts)


def _text(entry: Entry) -> tuple[str, dict[str, Any]]:
    text: dict[str, Any] = {"sentences": entry.sentences}
    if entry.facts is not None:
        text["facts"] = [[fact.field, fact.label, fact.sentence] for fact in entry.facts]
    return entry.path, text
