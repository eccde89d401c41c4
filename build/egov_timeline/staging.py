"""Puts `content/` as it is to be beside what it is, and in its place when all has succeeded.

Turns the files that a build generates, and those that people wrote, into one folder that MkDocs
reads, and says which of them change. Until they are published, all at once or none, nothing in
`content/` is touched; what stays the same is linked, not copied.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from egov_timeline import cache, disk, lastbuild, packing, parallel
from egov_timeline.cache import Cache, Key
from egov_timeline.errors import Problem
from egov_timeline.generated import Generated
from egov_timeline.lastbuild import LastBuild
from egov_timeline.transaction import Change

# Under this, the key and the digest of each page as it was last written.
_WRITTEN = cache.key("pages as they were written")


@dataclass(frozen=True, slots=True)
class Staged:
    """The folder, and how what it holds differs from `content/`; all names are paths below it."""

    folder: Path
    generated: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()  # of these, and not there yet or otherwise
    orphans: tuple[str, ...] = ()  # generated once, and by nothing any more: no part of the folder
    by_hand: tuple[str, ...] = ()  # files of people
    digests: Mapping[str, bytes] = field(default_factory=dict)  # of what is generated
    last: LastBuild = field(default_factory=LastBuild)

    def of_people(self, content: Path, *, agreed: bool = False) -> tuple[Problem, ...]:
        """Return a problem for each file that changes or goes though a person had a hand in it."""
        return tuple(
            lastbuild.of_people(content, self.last, self.changed, self.orphans, agreed=agreed)
        )

    def other_pages(self, articles: str, parts: Collection[str]) -> dict[str, bool]:
        """Return the pages that are no `articles`, and whether a person wrote them.

        What goes on from a generated page, deeper than its folder, is found by that page; an
        article, and what leads on to it, by its record. What people wrote as `parts` of a page is
        none.
        """
        pages = {
            name: False
            for name in self.generated
            if name.endswith(".md") and _is_list(Path(name), articles)
        }
        pages |= {name: True for name in self.by_hand if name not in parts}
        return {Path(name).with_suffix(".html").as_posix(): whole for name, whole in pages.items()}


def _is_list(path: Path, articles: str) -> bool:
    folder = path.parent.as_posix()
    if folder == articles:
        return path.stem == "index"
    return "/" not in folder or folder == f"{articles}/nam"


@dataclass(frozen=True, slots=True)
class _Put:
    """A page that was put into the folder: whether it is another than before, and its digest."""

    changed: bool
    digest: bytes


def stage(
    content: Path,
    generated: Mapping[str, str],
    folder: Path,
    *,
    jobs: int = 1,
    kept: Cache | None = None,
    keys: Mapping[str, Key] = MappingProxyType({}),
) -> Staged:
    """Make `folder` of what is `generated` and what people wrote in `content`.

    In up to `jobs` processes; a page of which `keys` has the key, and that stands in `content` as
    it was once written under that key, is not asked for again.
    """
    noted: Mapping[str, tuple[Key, bytes]] = (kept.get(_WRITTEN) if kept else None) or {}
    known = {
        name: digest
        for name, (page_key, digest) in noted.items()
        if page_key == keys.get(name)
        and packing.link(f"{content}/{name}", f"{folder}/{name}", digest, packing.b2sum)
    }
    put = dict(_put_all(content, Generated() | generated, folder, known.keys(), jobs))
    digests = known | {name: page.digest for name, page in put.items()}
    if kept and (put.keys() & keys.keys() or noted.keys() != keys.keys()):
        kept.put(_WRITTEN, {name: (page_key, digests[name]) for name, page_key in keys.items()})
    last = lastbuild.read(content)
    others = lastbuild.names(content) - generated.keys()
    orphans = lastbuild.orphans(content, last, others)
    by_hand = sorted(others - {*orphans})
    for name in by_hand:
        if (content / name).is_file():
            disk.link(content / name, folder / name)
    return Staged(
        folder,
        tuple(generated),
        changed=tuple(name for name in put if put[name].changed),
        orphans=orphans,
        by_hand=tuple(by_hand),
        digests=digests,
        last=last,
    )


def _put_all(
    content: Path, generated: Generated, folder: Path, known: Set[str], jobs: int
) -> Iterator[tuple[str, _Put]]:
    """Put all that is not `known` into the folder: texts here, drafts where they are written."""
    drafts = generated.drafts
    put = partial(_put, content, generated, folder)
    yield from ((name, put(name)) for name in generated if name not in drafts)
    new = [name for name in drafts if name not in known]
    yield from zip(new, parallel.each(put, new, jobs), strict=True)


def _put(content: Path, generated: Generated, folder: Path, name: str) -> _Put:
    said = generated.content(name)
    changed = not _has(content / name, said)
    if changed:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(said)
    else:
        disk.link(f"{content}/{name}", f"{folder}/{name}")
    return _Put(changed, packing.b2sum(said))


def move(source: Path, target: Path) -> None:
    """Put the files below `source` in place of those below `target`, links or not."""
    for name in disk.names(source):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).replace(target / name)


def _has(path: Path, said: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(said) and path.read_bytes() == said
    return False


def changes(content: Path, staged: Staged, sizes: Mapping[str, int]) -> Iterator[Change]:
    """Yield the generated files that change, between two records of which files are generated.

    The first has the files as they were, too: whoever cuts a build off is not asked whose work is
    half there. `sizes` are the numbers of names, by vocabulary.
    """
    record = lastbuild.written(staged.digests, sizes)
    if not (staged.changed or staged.orphans) and _has(content / lastbuild.NAME, record):
        return
    both, after = staged.folder / f"{lastbuild.NAME}-both", staged.folder / lastbuild.NAME
    both.write_bytes(lastbuild.written(staged.digests, sizes, staged.last))
    after.write_bytes(record)
    yield both, content / lastbuild.NAME
    yield from ((None, content / name) for name in staged.orphans)
    yield from ((staged.folder / name, content / name) for name in staged.changed)
    yield after, content / lastbuild.NAME
