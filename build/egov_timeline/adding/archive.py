"""What a project has, where a new article is to find its place.

Turns sources that were read into records with ids and slugs that nothing has yet, and finds those
that the new ones look like. What stands in the project to the byte already is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from egov_timeline import seeds, slugs
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.formats import Format
from egov_timeline.inputs import Seed
from egov_timeline.intake import Reading, Received
from egov_timeline.likeness import Likeness, likenesses, nearby
from egov_timeline.recording import CONTENT, record_of
from egov_timeline.records import Record
from egov_timeline.text import normalize, slugify
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies

ORIGINALS = Path("seeds/originals")
_ENDINGS = {
    Format.TEXT: (".txt",),
    Format.HTML: (".html", ".htm", ".xhtml"),
    Format.MHTML: (".mhtml", ".mht"),
    Format.DOCX: (".docx",),
    Format.PDF: (".pdf",),
}
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Taken:
    """One source, read; `stands` is the file in the folder of articles that it came from."""

    received: Received
    reading: Reading
    stands: Path | None


class Archive:
    """What the project has: texts by id, names that are taken, slugs that are given."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths = {
            path.stem: path for path in seeds.listed(root) if path.suffix.lower() == ".txt"
        }
        self.texts = {ident: _text(path) for ident, path in self.paths.items()}
        folders = [(root / name).resolve() for name in (seeds.FOLDER, ORIGINALS)]
        self.kept = [path for f in folders if f.is_dir() for path in f.iterdir()]
        self.ids = {path.stem.lower() for path in self.kept}
        self.slugs = {page.slug for page in slugs.published(root / CONTENT)}
        self.slugs |= {
            slug for path in (root / seeds.FOLDER).glob("*.yml") for slug in _slugs(path)
        }

    def refuse_known(self, taken: Sequence[Taken]) -> None:
        """Raise ProblemsFound for each source that the project has to the byte, or given twice."""
        problems = []
        sizes = {len(one.received.raw) for one in taken}
        same_size = [p for p in self.kept if p.is_file() and p.stat().st_size in sizes]
        known = {_digest(path.read_bytes()): path for path in same_size}
        for one in taken:
            where = one.received.where
            path = known.setdefault(_digest(one.received.raw), Path(where))
            if path in same_size and (path != one.stands or _is_article(one)):
                remedy = f"Xem bài ấy: `egov-timeline explain {path.stem}`."
                problems.append(Problem(where, f"đã có trong dự án: {path.name}", remedy))
            elif path not in same_size and path != Path(where):
                problems.append(Problem(where, f"giống hệt {path}", "Bỏ bớt một."))
        if problems:
            raise ProblemsFound(problems)

    def admit(self, one: Taken, today: date, vocabularies: Vocabularies) -> tuple[Record, str]:
        """Return the record of a new article, and where its original is to be kept."""
        reading, received = one.reading, one.received
        source = reading.source
        if received.url:
            source = replace(source, url=source.url or received.url, retrieved=today.isoformat())
        article, facts = understand(reading.text, vocabularies, source.published)
        title = facts.title or facts.event
        ident = self._ident(one, title.value if title else "")
        name = (seeds.FOLDER / f"{ident}.txt").as_posix()
        sha256 = hashlib.sha256(reading.text.encode()).hexdigest()
        sidecar = (seeds.FOLDER / f"{ident}.yml").as_posix()
        seed = Seed(ident, name, reading.text, sha256, sidecar, None, today.isoformat(), source)
        slug = self._slug(slugs.name(seed, facts), sha256)
        record = Record(replace(seed, slug=slug), slug, article, facts, facts, {})
        return record, self._original(ident, _ending(one))

    def _original(self, ident: str, ending: str) -> str:
        names = (f"{ident}{f'-{n}' if n > 1 else ''}{ending}" for n in count(1))
        free = next(name for name in names if not (self.root / ORIGINALS / name).exists())
        return (ORIGINALS / free).as_posix()

    def _ident(self, one: Taken, title: str) -> str:
        if one.stands and seeds.ID.fullmatch(one.stands.stem):
            return one.stands.stem  # what stands there makes way for it
        stem = "" if one.received.url else Path(one.received.name).stem
        wanted = stem if seeds.ID.fullmatch(stem) else slugify(stem)
        return self._free(wanted or _cut(slugify(title)) or "bai")

    def _free(self, wanted: str) -> str:
        ident, number = wanted, 1
        while ident.lower() in self.ids:
            number += 1
            ident = f"{wanted}-{number}"
        self.ids.add(ident.lower())
        return ident

    def _slug(self, wanted: str, sha256: str) -> str:
        slug, length = wanted, 6
        while slug in self.slugs:
            slug, length = f"{wanted}-{sha256[:length]}", length + 1
        self.slugs.add(slug)
        return slug

    def likenesses(
        self, new: Sequence[Record], vocabularies: Vocabularies
    ) -> tuple[tuple[Likeness, ...], list[Record]]:
        """Return the pairs of a new record and another, new or not, and the others looked at."""
        ids = {record.id for record in new}
        texts = {ident: text for ident, text in self.texts.items() if ident not in ids}
        near = {ident for record in new for ident in nearby(record, texts)}
        others = list(_readable([self.paths[ident] for ident in sorted(near)], vocabularies))
        return likenesses([*new, *others], among=ids), others


def _readable(paths: Sequence[Path], vocabularies: Vocabularies) -> Iterator[Record]:
    """Yield the records of seeds; what is wrong with others the build will tell."""
    for path in paths:
        seed = seeds.read_at(path, [])
        record = record_of(seed, vocabularies, []) if seed else None
        if record:
            yield record


def _text(path: Path) -> str:
    try:
        return normalize(path.read_bytes().decode("utf-8", "replace")).removeprefix("\ufeff")
    except OSError:
        return ""


def _slugs(path: Path) -> list[str]:
    """Return the slug that a sidecar pins: the line is enough, the rest may be wrong."""
    said = path.read_bytes().decode("utf-8", "replace")
    return re.findall(r"(?m)^slug: *['\"]?([a-z0-9-]+)", said)


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _is_article(one: Taken) -> bool:
    """Whether the build reads the file where it stands: there is nothing to take in."""
    return bool(one.stands) and not one.reading.notes


def _cut(slug: str) -> str:
    return slug if len(slug) <= _LONGEST_ID else slug[: _LONGEST_ID + 1].rpartition("-")[0]


def _ending(one: Taken) -> str:
    endings = _ENDINGS[one.reading.kind]
    given = Path(one.received.name).suffix.lower()
    return given if given in endings else endings[0]
