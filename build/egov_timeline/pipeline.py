"""The recipe: seeds in, pages, site and bundle out. Read `build` from top to bottom.

Only this module knows the order of the stages. Everything is made in memory or in a temporary
folder first; what is published changes only when all of it has succeeded.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from egov_timeline import (
    attachments,
    bundle,
    crawl,
    evaluation,
    exports,
    pages,
    report,
    rights,
    search,
    share,
    site,
    timeline,
    todo,
    vocabulary,
)
from egov_timeline import check as checking
from egov_timeline.errors import Problem, ProblemsFound, TimelineError
from egov_timeline.evaluation import Evaluation, Row
from egov_timeline.executors import each, executing
from egov_timeline.files import read_text
from egov_timeline.frontmatter import is_generated
from egov_timeline.recording import CONTENT, named, read_record, read_records
from egov_timeline.records import Record
from egov_timeline.todo.task import Task
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies

VOCABULARY = Path("seeds/vocabulary")
# Where the site has the raw articles, byte for byte: whoever doubts a quote can look.
RAW = Path("nguon")
SITE = Path("site")
BUNDLE = Path("dist/egov-timeline.zip")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made: counts, for one line of output; `waiting` is what an editor may see to."""

    records: int
    pages: int
    waiting: int = 0


def build(root: Path, today: date | None = None) -> Report:
    """Make content/, site/ and the zip of the project at `root`. Raises TimelineError.

    With `today`, what waits for an editor on that day is counted too.
    """
    vocabularies = vocabulary.load(root / VOCABULARY)
    records = read_records(root, vocabularies)
    shown = _publishable(root, records)
    generated = written(shown, vocabularies)
    with tempfile.TemporaryDirectory(prefix=".build-", dir=root) as folder:
        scratch = Path(folder)
        staged = _make(root, shown, generated, vocabularies, scratch)
        changes = [
            *_changed_pages(root / CONTENT, generated, staged),
            (scratch / "site", root / SITE),
            (scratch / BUNDLE.name, root / BUNDLE),
        ]
        _publish(changes, attic=scratch)
    made = sum(name.endswith(".md") for name in generated)
    return Report(len(records), made, len(todo.tasks(records, today)) if today else 0)


def serve(root: Path, port: int, tell: Callable[[TimelineError], None]) -> None:
    """Build the project, show it on this machine, and build it anew when an input changes.

    Problems that come up on the way go to `tell`; what was shown before stays.
    """
    build(root)

    def rebuild() -> None:
        try:
            build(root)
        except TimelineError as err:
            tell(err)

    watched = [root / name for name in ("seeds", "theme", "mkdocs.yml", CONTENT)]
    site.serve(root / SITE, watched, rebuild, port)


def check(root: Path, *, whole_site: bool = False) -> Iterator[Problem]:
    """Yield what is wrong in seeds/ and content/, and in the `whole_site` that a build would make.

    Nothing is written. Seeds that cannot be read raise ProblemsFound, as they do in a build.
    """
    vocabularies = vocabulary.load(root / VOCABULARY)
    records = _publishable(root, read_records(root, vocabularies))
    generated = written(records, vocabularies)
    yield from checking.check(root / CONTENT, generated)
    if whole_site:
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder)
            try:
                _make(root, records, generated, vocabularies, scratch)
            except ProblemsFound as err:
                yield from err.problems
            else:
                yield from crawl.crawl(scratch / SITE)


def tasks(root: Path, today: date, idents: Sequence[str] = ()) -> tuple[Task, ...]:
    """Return what waits for an editor, of all articles or of those whose ids begin so."""
    records = read_records(root, vocabulary.load(root / VOCABULARY))
    among = {named(ident, [record.id for record in records]) for ident in idents}
    return todo.tasks(records, today, among or None)


def generate(root: Path) -> tuple[tuple[Record, ...], dict[str, str]]:
    """Return the records of the project and its generated files, by path below content/."""
    vocabularies = vocabulary.load(root / VOCABULARY)
    records = _publishable(root, read_records(root, vocabularies))
    return records, written(records, vocabularies)


def _publishable(root: Path, records: Sequence[Record]) -> tuple[Record, ...]:
    """Return what may be published of `records`; what an editor works with is more."""
    return tuple(rights.published(attachments.measured(root, record)) for record in records)


def written(records: Sequence[Record], vocabularies: Vocabularies) -> dict[str, str]:
    """Return all that is generated from `records`, by path below content/."""
    ordered = timeline.timeline(records)
    data = exports.files(records, ordered, vocabularies)
    told = exports.beside(records, vocabularies)
    listing = pages.data(exports.catalogue(data, records, ordered), BUNDLE.name)
    return pages.render(records, ordered, vocabularies, told) | data | {"du-lieu.md": listing}


def write_content(root: Path, generated: Mapping[str, str]) -> None:
    """Bring content/ up to date; a file that has not changed is not touched."""
    content = root / CONTENT
    for name in checking.orphans(content, generated):
        (content / name).unlink()
    for name in _stale(content, generated):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(generated[name], "utf-8", newline="\n")


def _stale(content: Path, generated: Mapping[str, str]) -> Iterator[str]:
    for name, text in generated.items():
        path = content / name
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            yield name


def evaluate(
    root: Path, gold: Path, articles: Path, cluster: str | None = None
) -> tuple[Evaluation, int]:
    """Return how extraction agrees with annotations, and over how many articles.

    They are understood in processes of this machine, or on the Dask cluster at that address.
    """
    vocabularies = vocabulary.load(root / VOCABULARY)
    rows = evaluation.read_gold(gold)
    paths = [articles / f"{row['id']}.txt" for row in rows]
    texts = [(path.stem, read_text(path, str(path))) for path in paths]
    with executing(len(texts), cluster) as executor:
        found = list(each(partial(_predicted, vocabularies), texts, executor))
    triples = [(row, predicted, said) for row, (predicted, said) in zip(rows, found, strict=True)]
    provinces = [p.label for p in vocabularies.places.values() if p.kind == "province"]
    return evaluation.evaluate(triples, provinces), len(rows)


def _predicted(vocabularies: Vocabularies, said: tuple[str, str]) -> tuple[Row, str]:
    ident, text = said
    article, found = understand(text, vocabularies)
    return report.as_json(ident, found), article.text


def find(root: Path, ident: str) -> Record:
    """Return the record whose id begins with `ident`. Raises ProblemsFound where it is not one."""
    return read_record(root, ident, vocabulary.load(root / VOCABULARY))


def _stage(content: Path, generated: Mapping[str, str], staged: Path) -> Path:
    """Return a copy of content/ as it is to be."""
    shutil.copytree(content, staged)
    write_content(staged.parent, generated)
    return staged


def _add_raw(root: Path, records: Sequence[Record], folder: Path) -> None:
    folder.mkdir()
    for record in records:
        if record.seed.is_open:
            seed = root / record.seed.path
            shutil.copyfile(seed, folder / seed.name)


def _note(records: Sequence[Record]) -> str:
    years = [year.year for year in timeline.timeline(records).years]
    return bundle.note(len(records), years)


def _other_pages(content: Path) -> dict[str, bool]:
    """Return the pages that are no articles, and whether a person wrote them."""
    return {
        page.relative_to(content).with_suffix(".html").as_posix(): not is_generated(
            page.read_text("utf-8")
        )
        for page in content.rglob("*.md")
        if page.parent.name != "bai-viet"
    }


def _make(
    root: Path,
    records: Sequence[Record],
    generated: Mapping[str, str],
    vocabularies: Vocabularies,
    scratch: Path,
) -> Path:
    """Make content/, site/ and the zip in the folder `scratch`; return the first of them."""
    staged = _stage(root / CONTENT, generated, scratch / CONTENT)
    _add_raw(root, records, staged / RAW)
    attachments.copy(root, records, staged / attachments.FOLDER)
    built = site.build(root, staged, scratch / SITE)
    search.write(scratch / SITE, records, _other_pages(staged), vocabularies)
    bundle.make(scratch / SITE, scratch / BUNDLE.name, BUNDLE.stem, _note(records))
    # After it is packed: the hosted site offers the zip, and the zip has no copy of itself.
    shutil.copyfile(scratch / BUNDLE.name, scratch / SITE / BUNDLE.name)
    if built.address:
        share.draw(root, scratch / SITE, built.name, records)
    return staged


# What is new, and where it belongs; None in its place takes away what is there.
Change = tuple[Path | None, Path]


def _changed_pages(content: Path, generated: Mapping[str, str], staged: Path) -> Iterator[Change]:
    """Yield the generated files that change: what people write in content/ is never replaced."""
    yield from ((None, content / name) for name in checking.orphans(content, generated))
    yield from ((staged / name, content / name) for name in _stale(content, generated))


def _publish(changes: Iterable[Change], attic: Path) -> None:
    """Make all changes, or, on any failure, none; what they replace goes to `attic`."""
    begun: list[tuple[Path | None, Path, Path]] = []
    try:
        for number, (new, target) in enumerate(changes):
            old = attic / f"old-{number}"
            target.parent.mkdir(parents=True, exist_ok=True)
            begun.append((new, target, old))
            if target.exists():
                target.replace(old)
            if new:
                new.replace(target)
    except BaseException:
        for new, target, old in reversed(begun):
            if new and not new.exists():
                target.replace(new)
            if old.exists():
                old.replace(target)
        raise
