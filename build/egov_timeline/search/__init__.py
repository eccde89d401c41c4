"""Write what the site's search reads, so that a browser has nothing to build.

Turns entries into scripts below `search/`: `index.js` tells what pieces there are; pieces tell in
which entries words stand, and pairs of words; `rows` hold what is shown of an entry at once, and
one script an entry its sentences, asked for when it is shown. All are scripts, because a page
opened from a disk may load no other data. The text is data in JSON, never markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

from egov_timeline import once, packing, parallel, wording
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record
from egov_timeline.search import alike, pieces
from egov_timeline.search.entries import SOURCE, Entry, of_page, of_record, since
from egov_timeline.search.index import Index
from egov_timeline.search.parts import FOLDER, Part, facets, part, text_path, text_scripts
from egov_timeline.search.postings import BEFORE, ENDS
from egov_timeline.search.scripts import call, save
from egov_timeline.search.stretches import Runs, by_first, key_of
from egov_timeline.search.words import words
from egov_timeline.vocabulary import Vocabularies

__all__ = ["Entry", "files", "of_page", "of_record", "put", "write"]

# What ten answers are shown with is then less than what their words took.
_ROWS = 16
_FEW = 2048
# Of so many stretches a process puts the scripts in their place at a time.
_STRETCHES = 8


def write(
    site: Path,
    records: Iterable[Record],
    pages: Mapping[str, bool],
    vocabularies: Vocabularies,
    means: Means = ALONE,
    before: Path | None = None,
) -> dict[str, bytes]:
    """Write search's files below `site`, where MkDocs has built it, by the `means` of a build.

    `pages` names the built pages that are no articles, and whether their text is searched too. What
    is kept is not made again; its files are those of the site as it was `before`. Returns the
    digests of the articles' scripts by their paths.
    """
    (names,) = means.each(_names, [vocabularies], "names in search", lambda _: ())
    ordered = sorted(records, key=_rank)
    stretches = [*once.cut(ordered, lambda record: record.slug, _about(len(ordered)))]
    do = partial(_of_records, site, vocabularies, names.runs)
    parts = means.each(do, stretches, "search", _made_of, batch=1)
    _put_again(site, before, vocabularies, means.jobs, zip(stretches, parts, strict=True))
    there = [path for path in pages if (site / path).is_file()]  # else MkDocs was told to leave it
    read = partial(_of_page, site, pages, vocabularies)
    made_of = partial(_page_made_of, site, pages)
    others = means.together(read, there, "page in search", str, made_of)
    others.sort(key=lambda entry: (-entry.listed, entry.path))
    do_others = partial(part, runs=names.runs)
    (of_others,) = means.each(do_others, [others], "pages in search", partial(map, repr))
    for name, script in (
        *text_scripts(others),
        *_looked_up([*parts, of_others], names, means),
    ):
        _save(site, before, name, script)
    return {name: digest for each in parts for name, digest in each.texts}


def _save(site: Path, before: Path | None, name: str, script: str) -> None:
    """Write a script, or let it be the file of `before` that says the same, which is faster."""
    digest = packing.digest(script.encode("utf-8"))
    if not (before and packing.link(f"{before}/{name}", f"{site}/{name}", digest)):
        save(site / name, script)


def _rank(record: Record) -> tuple[bool, str, str]:
    """Say where the entry of `record` stands: of what answers alike, the first comes first.

    What is added is new as a rule, and changes the numbers of no others.
    """
    day = since(record)
    return not day, day, f"{record.slug}.html"


def _about(articles: int) -> int:
    """Return about how many of so many articles make a stretch.

    Of few, what is said in a stretch takes longest where one changes; of many, to join stretches.
    """
    return once.STRETCH if articles > _FEW else max(once.STRETCH // 4, 1)


def _made_of(records: Sequence[Record]) -> list[str]:
    return [record.made_of for record in records]


def _page_made_of(site: Path, pages: Mapping[str, bool], path: str) -> tuple[str, ...]:
    return path, str(pages[path]), packing.digest((site / path).read_bytes()).hex()


def _of_page(site: Path, pages: Mapping[str, bool], vocabularies: Vocabularies, path: str) -> Entry:
    return of_page(path, (site / path).read_text("utf-8"), vocabularies, whole=pages[path])


def _of_records(
    site: Path, vocabularies: Vocabularies, runs: Runs, records: Sequence[Record]
) -> Part:
    """Return what `records` give to search; their own scripts are written."""
    entries = [of_record(record, vocabularies) for record in records]
    return part(entries, runs, _write_texts(site, entries))


def _write_texts(site: Path, entries: Sequence[Entry]) -> list[tuple[str, bytes]]:
    """Write the scripts of the entries' sentences; return the path and the digest of each."""
    written = ((name, save(site / name, script)) for name, script in text_scripts(entries))
    return [(name, packing.digest(said)) for name, said in written]


def _put_again(
    site: Path,
    before: Path | None,
    vocabularies: Vocabularies,
    jobs: int,
    parts: Iterable[tuple[Sequence[Record], Part]],
) -> None:
    """Put the articles' scripts in their place that are not written now: whole parts."""
    away = [
        (records, each.texts)
        for records, each in parts
        if each.texts and not (site / each.texts[0][0]).exists()
    ]
    do = partial(_put_texts, site, before, vocabularies)
    for _ in parallel.each(do, away, jobs, batch=_STRETCHES):
        pass


def _put_texts(
    site: Path,
    before: Path | None,
    vocabularies: Vocabularies,
    texts: tuple[Sequence[Record], Iterable[tuple[str, bytes]]],
) -> None:
    records, known = texts
    lacking = {
        name
        for name, digest in known
        if not (before and packing.link(f"{before}/{name}", f"{site}/{name}", digest))
    }
    if lacking:
        of = [r for r in records if text_path(f"bai-viet/{r.slug}.html") in lacking]
        _write_texts(site, [of_record(record, vocabularies) for record in of])


def files(entries: Sequence[Entry], vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each script."""
    names = _names(vocabularies)
    yield from _looked_up([part(entries, names.runs)], names)
    yield from text_scripts(entries)


def put(site: Path, entries: Sequence[Entry], vocabularies: Vocabularies) -> None:
    """Write below `site` what its search reads of `entries`."""
    for name, script in files(entries, vocabularies):
        save(site / name, script)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names for one thing, what else leads to a name, runs of words in both; those of themes."""

    groups: list[list[str]]
    others: dict[str, str]
    runs: Runs
    themes: list[list[str]]


def _names(vocabularies: Vocabularies) -> _Names:
    groups = alike.groups(vocabularies)
    others = alike.others(vocabularies, groups)
    leads_to = {name for group in groups for name in group} | {*others.values()}
    runs = by_first(name.split() for name in sorted(leads_to) if " " in name)
    themes = vocabularies.themes.values()
    return _Names(groups, others, runs, [words(name) for theme in themes for name in theme.names])


def _looked_up(
    parts: Sequence[Part], names: _Names, means: Means = ALONE
) -> Iterator[tuple[str, str]]:
    """Yield the scripts that tell which entries a query finds."""
    index = Index([each.stretch for each in parts], names.themes, means)
    rows = [row for each in parts for row in each.rows]
    cut = {"words": [*pieces.cut(index.words)], "pairs": [*pieces.cut(index.pairs)]}
    firsts = {name: [piece.first for piece in all_] for name, all_ in cut.items()}
    there = index.words.lists[0]
    state = repr(([row[0] for row in rows], firsts)).encode("utf-8", "surrogatepass")
    head = {
        # A piece fits only where entries have the same numbers, and pieces begin at the same keys.
        "version": f"{crc32(state):08x}",
        "letters": [ENDS, BEFORE],
        "size": len(rows),
        "articles": sum(each.articles for each in parts),
        "rows": _ROWS,
        "pieces": firsts,
        "alike": names.groups,
        "others": {
            name: label for name, label in names.others.items() if key_of(label.split(" ")) in there
        },
        "fields": {name: label for name, label in wording.FIELDS.items() if name != "title"}
        | {SOURCE: wording.labels.SOURCE},
        "certainties": wording.CERTAINTY,
        "facets": _facets(),
    }
    yield f"{FOLDER}/index.js", call("open", head)
    for name, all_ in cut.items():
        for number, piece in enumerate(all_):
            yield _taken(f"{name}/{number}", piece.data, head)
    for at in range(0, len(rows), _ROWS):
        yield _taken(f"rows/{at // _ROWS}", rows[at : at + _ROWS], head)
    yield _taken("spellings", _spellings(index), head)
    yield _taken("facets", facets(parts), head)


def _facets() -> dict[str, str]:
    """Return by what answers are narrowed down: the words in the address, what readers call it."""
    return {
        "nam": wording.labels.YEAR,
        "chu-de": wording.FIELDS["themes"],
        "dia-diem": wording.FIELDS["location"],
        "don-vi": wording.FIELDS["organizer"],
    }


def _taken(name: str, data: Any, head: Mapping[str, Any]) -> tuple[str, str]:
    """Return the path and the script of what is loaded on demand."""
    return f"{FOLDER}/{name}.js", call("take", name, data, head["version"])


def _spellings(index: Index) -> str:
    """Return words without diacritics, the commonest first: what a slip may have meant."""
    counts: dict[str, int] = {}
    words = index.words
    for word, plain, count in zip(words.lists[0], words.plain, index.counts, strict=True):
        if count > 1 and word.isalpha():
            counts[plain] = counts.get(plain, 0) + count
    return " ".join(sorted(counts, key=lambda plain: (-counts[plain], plain)))
