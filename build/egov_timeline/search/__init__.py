"""Write what the site's search reads, so that a browser has nothing to build.

Turns entries into scripts below `search/`: `index.js` tells what pieces there are; pieces tell in
which entries words stand, and pairs of words; `rows` hold what is shown of an entry at once, and
one script an entry its sentences, asked for when it is shown. All are scripts, because a page
opened from a disk may load no other data. The text is data in JSON, never markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

from egov_timeline import parallel, wording
from egov_timeline.records import Record
from egov_timeline.search import alike, pieces
from egov_timeline.search.entries import SOURCE, Entry, of_page, of_record
from egov_timeline.search.index import Index
from egov_timeline.search.postings import BEFORE, ENDS, ascending
from egov_timeline.vocabulary import Vocabularies

__all__ = ["Entry", "files", "of_page", "of_record", "put", "write"]

FOLDER = "search"
# What ten answers are shown with is then less than what their words took.
_ROWS = 16


def write(
    site: Path,
    records: Iterable[Record],
    pages: Mapping[str, bool],
    vocabularies: Vocabularies,
    jobs: int = 1,
) -> None:
    """Write search's files below `site`, where MkDocs has built it, in up to `jobs` processes.

    `pages` names the built pages that are no articles, and whether their text is searched too.
    """
    articles = [of_record(record, vocabularies) for record in records]
    others = [
        of_page(path, (site / path).read_text("utf-8"), vocabularies, whole=whole)
        for path, whole in pages.items()
        if (site / path).is_file()  # else MkDocs was told to leave it out
    ]
    # Of what answers alike the lower number comes first. What is added is new as a rule, and
    # changes the numbers of no others.
    articles.sort(key=lambda entry: (not entry.since, entry.since, entry.path))
    others.sort(key=lambda entry: (-entry.listed, entry.path))
    put(site, articles + others, vocabularies, jobs)


def put(site: Path, entries: Sequence[Entry], vocabularies: Vocabularies, jobs: int = 1) -> None:
    """Write below `site` what its search reads of `entries`."""
    with_text = [entry for entry in entries if _has_text(entry)]
    do = partial(_put_text, site, with_text)
    texts = parallel.each(do, range(len(with_text)), jobs)
    # With the first of them all are on their way: the index is made beside them.
    next(texts, None)
    for name, script in _looked_up(entries, vocabularies):
        _put(site / name, script)
    for _ in texts:
        pass


def _put_text(site: Path, entries: Sequence[Entry], number: int) -> None:
    name, script = _text_script(entries[number])
    _put(site / name, script)


def _put(target: Path, script: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(script, "utf-8", newline="\n")


def files(entries: Sequence[Entry], vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each script."""
    yield from _looked_up(entries, vocabularies)
    yield from (_text_script(entry) for entry in entries if _has_text(entry))


def _looked_up(entries: Sequence[Entry], vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """Yield the scripts that tell which entries a query finds."""
    groups = alike.groups(vocabularies)
    others = alike.others(vocabularies, groups)
    leads_to = {name for group in groups for name in group} | {*others.values()}
    index = Index(entries, [name.split() for name in leads_to if " " in name])
    cut = {"words": [*pieces.cut(index.words)], "pairs": [*pieces.cut(index.pairs)]}
    there = {key.lstrip("~").replace("_", " ") for key in index.words[0]}
    head = {
        # Pieces of another state of the site fit no longer: they are known by this.
        "version": f"{crc32(repr([entry.path for entry in entries]).encode()):08x}",
        "letters": [ENDS, BEFORE],
        "size": len(entries),
        "articles": sum(entry.facts is not None for entry in entries),
        "rows": _ROWS,
        "pieces": {name: [piece.first for piece in all_] for name, all_ in cut.items()},
        "alike": groups,
        "others": {name: label for name, label in others.items() if label in there},
        "fields": {name: label for name, label in wording.FIELDS.items() if name != "title"}
        | {SOURCE: "Nguồn"},
    }
    yield f"{FOLDER}/index.js", _call("open", head)
    for name, data in _parts(entries, index, cut):
        yield f"{FOLDER}/{name}.js", _call("take", name, data, head["version"])


def _parts(
    entries: Sequence[Entry], index: Index, cut: Mapping[str, Sequence[pieces.Piece]]
) -> Iterator[tuple[str, Any]]:
    """Yield what is loaded on demand, by its name."""
    for name, all_ in cut.items():
        yield from ((f"{name}/{number}", piece.data) for number, piece in enumerate(all_))
    rows = [*map(_row, entries)]
    yield from ((f"rows/{at // _ROWS}", rows[at : at + _ROWS]) for at in range(0, len(rows), _ROWS))
    yield "spellings", _spellings(index)
    yield "facets", _facets(entries)


def _call(name: str, *values: Any) -> str:
    said = ",".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values)
    # Line ends to a script, though not to JSON; and nothing that looks like a tag.
    for char in "\u2028\u2029<":
        said = said.replace(char, f"\\u{ord(char):04x}")
    return f"tlSearch.{name}({said});\n"


def _row(entry: Entry) -> list[Any]:
    """Return what is shown of an entry before its text is there; 1 at its end: it has none."""
    row: list[Any] = [entry.path, entry.title, entry.below]
    return row if _has_text(entry) else [*row, 1]


def _spellings(index: Index) -> str:
    """Return words without diacritics, the commonest first: what a slip may have meant."""
    counts: dict[str, int] = {}
    for word, places in index.words[0].items():
        if word.isalpha() and len(places) > 1:
            plain = pieces.plainly(word)
            counts[plain] = counts.get(plain, 0) + len(places)
    return " ".join(sorted(counts, key=lambda plain: (-counts[plain], plain)))


def _facets(entries: Iterable[Entry]) -> dict[str, list[list[str]]]:
    """Return the values of each facet: id, label and the entries that have it."""
    found: dict[str, dict[str, tuple[str, list[int]]]] = {}
    for place, entry in enumerate(entries):
        for facet, ident, label in dict.fromkeys(entry.facets):
            _, places = found.setdefault(facet, {}).setdefault(ident, (label, []))
            if places[-1:] != [place]:
                places.append(place)
    return {
        facet: [[ident, label, ascending(places)] for ident, (label, places) in values.items()]
        for facet, values in found.items()
    }


def _has_text(entry: Entry) -> bool:
    return bool(entry.sentences or entry.facts)


def _text_script(entry: Entry) -> tuple[str, str]:
    """Return the script of the sentences of an entry."""
    return f"{FOLDER}/{Path(entry.path).with_suffix('.js')}", _call("read", *_text(entry))


def _text(entry: Entry) -> tuple[str, dict[str, Any]]:
    text: dict[str, Any] = {"sentences": entry.sentences}
    if entry.facts is not None:
        text["facts"] = [[fact.field, fact.label, fact.sentence] for fact in entry.facts]
    return entry.path, text
