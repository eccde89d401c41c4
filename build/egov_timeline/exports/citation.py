"""How to cite an article: in words, for BibTeX, and as CSL-JSON; and all articles in one file each.

Turns a record into the reference of the article as it appeared, never of the event. A date has the
parts that are known; an author stays one name, because nothing tells family name from given name;
a title that the article lacks is the event's name in brackets. Where the site's address is known,
a reference also tells where the article stands there, and when that page last changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from egov_timeline import edtf, wording
from egov_timeline.changes import last_change
from egov_timeline.edtf import EventDate, InvalidDate
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.telling import address, one_line, web_address
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record

_LATEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    # Not \{: BibTeX counts braces and knows no escape for them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# As biblatex calls them.
_LANGUAGES: Mapping[str, str] = {"vi": "vietnamese", "en": "english"}


def forms(record: Record) -> dict[str, str]:
    """Return the reference in each form: `plain`, `bibtex`, `csl`; `as_of` is when it changed."""
    told = {"plain": plain(record), "bibtex": bibtex(record), "csl": csl(record)}
    return told | {"as_of": _as_of(record)}


def title(record: Record) -> str:
    """Return the title of the article, or the event's name in brackets where it has none."""
    found = record.facts.title
    return one_line(found.value) if found else f"[{one_line(wording.name_of(record))}]"


def appeared(record: Record) -> EventDate | None:
    """Return the day, month or year in which the article appeared; None where it is not known."""
    return day_of(record.appeared) if record.appeared else None


def day_of(appeared: str) -> EventDate | None:
    """Return the day of a moment, as far as it is known; None where it is no date."""
    try:
        return edtf.parse(appeared.partition("T")[0])
    except InvalidDate:
        return None


def known_parts(record: Record) -> list[int]:
    """Return year, month and day of appearance as far as they are known without doubt."""
    day = appeared(record)
    if day is None or day.year is None or day.is_interval or day.in_doubt:
        return []
    return [part for part in (day.start.year, day.start.month, day.start.day) if part]


def plain(record: Record) -> str:
    """Return the reference in words: who (when), “what”, where, when."""
    source, parts, day = record.seed.source, known_parts(record), appeared(record)
    author = one_line(source.author) if source.author else ""
    year = f"({parts[0]})" if author and parts else ""
    url = web_address(source.url)
    told = [
        " ".join(filter(None, (author, year))),
        f"“{title(record)}”" if record.facts.title else title(record),
        one_line(source.publisher or wording.labels.NO_SOURCE),
        wording.date_label(day) if day else wording.labels.NO_DAY,
        url,
    ]
    return ", ".join(filter(None, told)) + ("" if url else ".")


def files(archive: Archive, means: Means = ALONE) -> dict[str, str]:
    """Return `references.bib` and `references.json`, made by `means`."""
    ordered = sorted(archive.records, key=lambda record: record.slug)
    made = means.stretches(
        partial(_listed, archive.alone),
        ordered,
        f"references {archive.root} {archive.name}",
        lambda record: record.slug,
        lambda record: record.made_of,
    )
    items = ",".join(csl for _, csl in made)
    return {
        "references.bib": "".join(bib for bib, _ in made),
        "references.json": f"[{items}\n]\n" if made else "[]\n",
    }


def _listed(archive: Archive, stretch: Sequence[Record]) -> tuple[str, str]:
    """Return the items of both lists, of the second without its brackets."""
    items = [_csl(record, archive) for record in stretch]
    bib = "".join(f"{bibtex(record, archive)}\n\n" for record in stretch)
    return bib, json.dumps(items, ensure_ascii=False, indent=1)[1:-2]


def bibtex(record: Record, archive: Archive | None = None) -> str:
    """Return a BibTeX entry; what is not known has no field.

    That of an `archive` tells where its site has the article.
    """
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(record, archive))
    kind = "article" if record.seed.source.publisher else "misc"
    return f"@{kind}{{{record.slug},\n{rows}}}"


def _bibtex_fields(record: Record, archive: Archive | None) -> Iterator[tuple[str, str]]:
    source = record.seed.source
    if source.author:
        # Braces keep a name in one piece: BibTeX would cut it at "and", commas and spaces.
        yield "author", f"{{{_latex(source.author)}}}"
    yield "title", f"{{{_latex(title(record))}}}"
    if source.publisher:
        yield "journal", _latex(source.publisher)
    for name, part in zip(("year", "month", "day"), known_parts(record), strict=False):
        yield name, str(part)
    if url := web_address(source.url):
        yield "url", re.sub(r"[{}\\]", lambda sign: quote(sign[0]), url)
    yield "langid", _LANGUAGES[record.article.language]
    if source.retrieved:
        yield "urldate", source.retrieved
    if kept := _kept(record, archive):
        yield "note", kept


def _kept(record: Record, archive: Archive | None) -> str | None:
    """Return where the site has the article, and when that page last changed, as far as known."""
    if not archive or not archive.site:
        return None
    told = f"{_latex(wording.labels.KEPT_AT)} \\url{{{archive.root}{address(record)}}}"
    return ", ".join(filter(None, (told, _latex(_as_of(record)))))


def _as_of(record: Record) -> str:
    """Return when the page of the record last changed, "" where nobody told."""
    day = last_change(record)
    return wording.as_of_label(day) if day else ""


def _latex(text: str) -> str:
    return "".join(_LATEX.get(letter, letter) for letter in one_line(text))


def csl(record: Record) -> str:
    """Return CSL-JSON: a list of one item, as Zotero and pandoc import it."""
    return json.dumps([_csl(record)], ensure_ascii=False, indent=1)


def _csl(record: Record, archive: Archive | None = None) -> dict[str, Any]:
    source, parts, day = record.seed.source, known_parts(record), appeared(record)
    issued = {"date-parts": [parts]} if parts else {"literal": wording.date_label(day)}
    item = {
        "id": record.slug,
        "type": "article-newspaper",
        "language": record.article.language,
        "title": title(record),
        "author": [{"literal": one_line(source.author)}] if source.author else None,
        "container-title": one_line(source.publisher) if source.publisher else None,
        "issued": issued if day else None,
        "URL": web_address(source.url),
        "accessed": _parts(source.retrieved) if source.retrieved else None,
    }
    if archive and archive.site:
        item |= {"archive": archive.name, "archive_location": archive.root + address(record)}
    return {name: value for name, value in item.items() if value}


def _parts(day: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
