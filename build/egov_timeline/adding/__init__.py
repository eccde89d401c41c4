"""The recipe of `add`: sources in, seeds out, and what their editor is to know of them.

Everything is fetched, read and understood first; files are written only when all of it has
succeeded, and no file that is there is replaced, but for one in the folder of articles that the
build refuses: it moves to the originals, and the text that was meant takes its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from egov_timeline import intake, seeds, vocabulary
from egov_timeline.adding.archive import Archive, Taken
from egov_timeline.adding.writing import write
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.intake.offers import offers
from egov_timeline.intake.summary import Added
from egov_timeline.likeness import Likeness
from egov_timeline.recording import VOCABULARY
from egov_timeline.records import Record
from egov_timeline.vocabulary import Vocabularies


def add(
    root: Path,
    sources: Sequence[str],
    today: date,
    stdin: Callable[[], bytes],
    *,
    allow_private: bool = False,
) -> tuple[tuple[Added, ...], Vocabularies]:
    """Take `sources` into the project at `root`. Raises ProblemsFound with all that is wrong."""
    vocabularies = vocabulary.load(root / VOCABULARY)
    taken = _read(root, sources, stdin, allow_private)
    archive = Archive(root)
    archive.refuse_known(taken)
    added = []
    for one in taken:
        record, original = archive.admit(one, today, vocabularies)
        found = tuple(offers(record.article))
        stays = (root / record.seed.sidecar).exists()
        added.append(Added(record, original, one.reading.notes, found, drafted=not stays))
    alike, others = archive.likenesses([one.record for one in added], vocabularies)
    write(root, taken, added)
    return tuple(_compared(added, alike, others)), vocabularies


def _compared(
    added: Sequence[Added], alike: Sequence[Likeness], others: Sequence[Record]
) -> Iterator[Added]:
    """Yield the new articles with what they look like; the first of two tells the event."""
    before = {record.id: record for record in others if record.facts.is_event}
    for one in added:
        ident = one.record.id
        pairs = tuple(pair for pair in alike if ident in (pair.one, pair.other))
        known = (before.get(pair.other if pair.one == ident else pair.one) for pair in pairs)
        first = next(filter(None, known), None)
        merges_with = (first.seed.event or first.id) if first else None
        yield replace(one, likenesses=pairs, merges_with=merges_with)
        if one.record.facts.is_event:
            before[ident] = one.record


def _read(
    root: Path, sources: Sequence[str], stdin: Callable[[], bytes], allow_private: bool
) -> list[Taken]:
    problems: list[Problem] = []
    taken = []
    for source in sources:
        try:
            received = intake.receive(source, stdin, allow_private=allow_private)
            taken.append(Taken(received, intake.read(received), _stands(root, source)))
        except ProblemsFound as err:
            problems += err.problems
    if problems:
        raise ProblemsFound(problems)
    return taken


def _stands(root: Path, source: str) -> Path | None:
    path = Path(source)
    inside = path.is_file() and path.resolve().parent == (root / seeds.FOLDER).resolve()
    return path.resolve() if inside else None
