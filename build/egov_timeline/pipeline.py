"""The recipe: seeds in, pages, site and bundle out. Read `build` from top to bottom.

Only this module knows the order of the stages. Everything is made in memory or in a temporary
folder first; what is published changes only when all of it has succeeded.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from egov_timeline import (
    attachments,
    bundle,
    cache,
    crawl,
    disk,
    exports,
    imprint,
    introduction,
    lastbuild,
    manifest,
    pages,
    parallel,
    recording,
    rights,
    runs,
    search,
    share,
    site,
    staging,
    timeline,
    todo,
    transaction,
    understood,
    vocabulary,
    wording,
)
from egov_timeline import check as checking
from egov_timeline.cache import Cache
from egov_timeline.errors import Problem, ProblemsFound, TimelineError, refusals_told
from egov_timeline.exports import Archive
from egov_timeline.generated import Generated
from egov_timeline.imprint import Imprint
from egov_timeline.once import ALONE, Means
from egov_timeline.pages import templates
from egov_timeline.records import Record
from egov_timeline.staging import Staged
from egov_timeline.todo.task import Task
from egov_timeline.vocabulary import Vocabularies

CONTENT = recording.CONTENT
# Where the articles stand, in content/ and in the site.
ARTICLES = "bai-viet"
SITE = Path("site")
PACKED = Path("dist")
# What builds have made before; no part of the project, and never needed.
CACHE = Path(".cache/egov-timeline/made.sqlite")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made: counts, for one line of output; `waiting` is what an editor may see to.

    `bundle` is where the zip lies, below the project; `reminders` are problems that hindered
    nothing; `changed` are the files of content/ that were written or removed, below it.
    """

    articles: int
    citations: int
    pages: int
    bundle: Path
    waiting: int = 0
    reminders: tuple[Problem, ...] = ()
    changed: tuple[str, ...] = ()


def build(
    root: Path,
    today: date | None = None,
    *,
    jobs: int | None = None,
    fresh: bool = False,
    overwrite: bool = False,
    patience: float = runs.PATIENCE,
) -> Report:
    """Make content/, site/ and the zip of the project at `root`. Raises TimelineError.

    With `today`, what waits for an editor on that day is counted too. In up to `jobs` processes, as
    many as there are processors; what was made before is not made again, unless all is to be
    `fresh`. What people wrote or changed where a generated file goes is a problem, unless they say
    `overwrite`. Another build that runs is waited for so many seconds, with `patience`.
    """
    with (
        refusals_told(root),
        templates.of_project(root),
        wording.own.of_project(root),
        runs.alone(root, patience),
        runs.scratch(root, runs.BUILD) as scratch,
        Cache((scratch if fresh else root) / CACHE) as kept,
        parallel.seldom_swept(),
    ):
        means = Means(jobs or parallel.processors(), kept)
        return _build(root, today, scratch, means, overwrite=overwrite)


def _build(
    root: Path, today: date | None, scratch: Path, means: Means, *, overwrite: bool
) -> Report:
    vocabularies = recording.read_vocabularies(root, means)
    means = replace(means, common=understood.common(vocabularies, root / templates.FOLDER))
    records = recording.read_records(root, vocabularies, means)
    archive = _archive(root, records, vocabularies)
    staged = _stage(root, archive.records, _written(archive, means), scratch, means)
    sizes = vocabularies.sizes()
    told = [
        *staged.of_people(root / CONTENT, agreed=overwrite),
        *lastbuild.fallen(root, staged.last, sizes),
        *checking.by_hand(root / CONTENT, staged.by_hand),
    ]
    if wrong := [problem for problem in told if not problem.warning]:
        raise ProblemsFound(wrong)
    built = _make(root, archive, staged, scratch, means)
    if astray := list(site.astray(scratch / SITE, built.leads)):
        raise ProblemsFound(astray)
    packed = PACKED / f"{archive.settings.file}.zip"
    changes = [
        *staging.changes(root / CONTENT, staged, sizes),
        (scratch / SITE, root / SITE),
        (scratch / packed.name, root / packed),
    ]
    transaction.commit(changes, scratch)
    made = sum(name.endswith(".md") for name in staged.generated)
    waiting = todo.count(records, today, means) if today else 0
    cited = sum(record.seed.is_citation for record in records)
    changed = (lastbuild.NAME, *staged.changed, *staged.orphans)
    return Report(len(records) - cited, cited, made, packed, waiting, tuple(told), changed)


def serve(
    root: Path, port: int, tell: Callable[[TimelineError], None], jobs: int | None = None
) -> None:
    """Build the project, show it on this machine, and build it anew when an input changes.

    Problems that come up on the way go to `tell`; what was shown before stays.
    """

    def rebuild() -> list[Path]:
        try:
            # By now there are threads, which do not go together with forks. What another build did
            # not see, this one has to show.
            made = build(root, jobs=1, patience=math.inf)
        except TimelineError as err:
            tell(err)
            return []
        return [root / CONTENT / name for name in made.changed]

    watched = [root / name for name in ("seeds", "theme", templates.FOLDER, "mkdocs.yml", CONTENT)]
    site.serve(root / SITE, watched, lambda: build(root, jobs=jobs), rebuild, port)


def check(root: Path, *, whole_site: bool = False) -> Iterator[Problem]:
    """Yield what is wrong in seeds/ and content/, and in the `whole_site` that a build would make.

    Nothing is written. Seeds that cannot be read raise ProblemsFound, as they do in a build.
    """
    with templates.of_project(root), wording.own.of_project(root):
        vocabularies = recording.read_vocabularies(root)
        archive = _archive(root, recording.read_records(root, vocabularies), vocabularies)
        generated = _written(archive)
        yield from checking.check(root / CONTENT, dict(generated))
        yield from lastbuild.fallen(root, lastbuild.read(root / CONTENT), vocabularies.sizes())
        if whole_site:
            with tempfile.TemporaryDirectory() as folder:
                scratch = Path(folder)
                try:
                    means = Means(parallel.processors())
                    staged = _stage(root, archive.records, generated, scratch, means)
                    _make(root, archive, staged, scratch, means)
                except ProblemsFound as err:
                    yield from err.problems
                else:
                    yield from crawl.crawl(scratch / SITE)


def tasks(root: Path, today: date, idents: Sequence[str] = ()) -> tuple[Task, ...]:
    """Return what waits for an editor, of all articles or of those whose ids begin so."""
    records = recording.read_records(root, recording.read_vocabularies(root))
    among = {recording.named(ident, [record.id for record in records]) for ident in idents}
    return todo.tasks(records, today, among or None)


def generate(root: Path) -> tuple[tuple[Record, ...], Generated]:
    """Return the records of the project and its generated files, by path below content/."""
    vocabularies = recording.read_vocabularies(root)
    archive = _archive(root, recording.read_records(root, vocabularies), vocabularies)
    return tuple(archive.records), _written(archive)


def _archive(root: Path, records: Sequence[Record], vocabularies: Vocabularies) -> Archive:
    """Return what may be published of `records`; what an editor works with is more."""
    shown = tuple(rights.published(attachments.measured(root, record)) for record in records)
    return Archive(shown, timeline.timeline(shown), vocabularies, imprint.read(root, shown))


def written(
    records: Sequence[Record],
    vocabularies: Vocabularies,
    about: Imprint = imprint.NONE,
) -> Generated:
    """Return all that is generated from `records` by path below content/."""
    return _written(Archive(records, timeline.timeline(records), vocabularies, about))


def _written(archive: Archive, means: Means = ALONE) -> Generated:
    records, ordered, about = archive.records, archive.timeline, archive.about
    data, told = exports.files(archive, means), exports.beside(archive)
    page = pages.data(exports.catalogue(data, archive), f"{about.settings.file}.zip", about.updated)
    made = pages.render(records, ordered, archive.vocabularies, told, about)
    return made | data | {"du-lieu.md": page}


def find(root: Path, ident: str) -> Record:
    """Return the record whose id begins with `ident`. Raises ProblemsFound where it is not one."""
    return recording.read_record(root, ident, vocabulary.load(root / recording.VOCABULARY))


def _note(records: Sequence[Record], about: Imprint, address: str) -> str:
    articles = [record for record in records if not record.seed.is_citation]
    years = timeline.timeline(articles).years
    doubted = [year.year for year in years if year.doubted]
    every = [year.year for year in years]
    return bundle.note(len(articles), every, about, address, doubted=doubted)


def _stage(
    root: Path, records: Sequence[Record], generated: Generated, scratch: Path, means: Means
) -> Staged:
    """Make content/ in the folder `scratch`, with what else goes into the site."""
    drafts = generated.drafts if means.kept else {}
    staged = staging.stage(
        root / CONTENT,
        generated,
        scratch / CONTENT,
        jobs=means.jobs,
        kept=means.kept,
        keys={name: cache.key(means.common, *draft.made_of()) for name, draft in drafts.items()},
    )
    attachments.put(root, records, staged.folder)
    return staged


def _make(root: Path, archive: Archive, staged: Staged, scratch: Path, means: Means) -> site.Site:
    """Make site/ and the zip in the folder `scratch`."""
    records, about, made, old = archive.records, archive.about, scratch / SITE, root / SITE

    def data(address: str) -> AbstractContextManager[None]:
        return exports.publishing(scratch, replace(archive, site=address), means)

    built = site.build(
        root,
        staged.folder,
        made,
        jobs=means.jobs,
        kept=means.kept,
        before=old,
        known=site.Known(staged.digests, attachments.digests(records)),
        meanwhile=data,
    )
    staging.move(scratch / exports.FOLDER, made / exports.FOLDER)
    others = staged.other_pages(ARTICLES, {Path(introduction.FILE).name})
    texts = search.write(made, records, others, archive.vocabularies, means, before=old)
    # An article can write no comment, so its page is the same in the zip.
    same = {path: d for path, d in built.digests.items() if path.startswith(f"{ARTICLES}/")}
    target, note = scratch / f"{about.settings.file}.zip", _note(records, about, built.address)
    packed = bundle.make(
        made,
        target,
        about.settings.file,
        note,
        jobs=means.jobs,
        kept=means.kept,
        digests={**same, **built.copied, **texts},
        without=exports.hosted(made),
        before=root / PACKED / target.name,
    )
    # After it is packed: the hosted site offers the zip, and the zip has no copy of itself.
    disk.link(target, made / target.name)
    if built.address:
        shades = about.settings.colours
        share.draw(root, made, built.name, records, shades, means=means, before=old)
    manifest.write(made, packed | {page: digest.hex() for page, digest in built.digests.items()})
    return built
