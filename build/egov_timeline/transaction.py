"""Puts what is new in the place of what was: all of it or nothing, also where the run is killed.

Turns files and whole folders in a scratch folder, which lies in the project's, into published ones.
A journal beside them tells what changes until all has: with it the next run undoes what a killed
one began. No file is ever missing on the way: each is replaced in one step, and a folder too where
the system can. Elsewhere, and through a link or a mount, the files of the folder change one by one,
and nothing goes that no build wrote.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from egov_timeline import disk

# What is new, and where it belongs; None in its place takes away what is there.
Change = tuple[Path | None, Path]

# In a folder that cannot be replaced as a whole: the paths of the files that builds wrote there.
RECORD = ".egov-timeline"
_JOURNAL = "journal.json"
_BEFORE = "before"
# Where a journal may lead: it may have come with a stranger's project.
_PUBLISHED = {"content", "dist", "seeds", "site"}


@dataclass(frozen=True, slots=True)
class _Step:
    """A file that changes, or a folder; all paths are below the project's folder."""

    target: str
    new: str | None
    old: str | None = None  # a second name for what was there
    draft: str | None = None  # the new file on the disk of its target, where that is another
    marks: tuple[int, int] = (0, 0)  # of the new one: by these it is known again
    folders: int = 0  # so many of those it lies in are new
    whole: bool = False  # a folder that changes places with the one that was there


def commit(changes: Iterable[Change], scratch: Path) -> None:
    """Make all changes, or, on any failure, none; what they replace goes to `scratch`."""
    every = list(changes)
    trees = [(new, target) for new, target in every if new and new.is_dir()]
    work = _Work(scratch)
    try:
        work.replace_files(change for change in every if change not in trees)
        for new, target in trees:
            if not work.replace_tree(new, target):
                work.replace_files(_through(new, target, scratch))
        (scratch / _JOURNAL).unlink(missing_ok=True)
    except BaseException:
        undo(scratch)
        raise


def undo(scratch: Path) -> bool:
    """Undo what a run began to publish from `scratch` and did not bring to its end.

    What somebody has changed since stays as he left it. Returns whether all could be undone: a
    journal that no build wrote, or that leads elsewhere, is left alone.
    """
    root, journal = scratch.parent, scratch / _JOURNAL
    try:
        steps = [_step(told) for told in json.loads(journal.read_bytes())]
    except FileNotFoundError:
        return True
    except (ValueError, TypeError, KeyError):
        return False
    if not all(_is_below(root, step) for step in steps):
        return False
    for step in reversed(steps):
        (_undo_tree if step.whole else _undo_file)(root, step)
    journal.unlink()
    return True


def _step(told: dict[str, Any]) -> _Step:
    size, time = map(int, told["marks"])
    return _Step(**told | {"marks": (size, time)})


class _Work:
    """What a run does to what is published, each step told in the journal before it is taken."""

    def __init__(self, scratch: Path) -> None:
        self._root, self._scratch = scratch.parent, scratch
        self._steps: list[_Step] = []
        (scratch / _BEFORE).mkdir()

    def replace_files(self, changes: Iterable[Change]) -> None:
        """Replace files one by one, after all that can be lacking for it is there."""
        first = len(self._steps)
        steps = [self._file(first + n, *change) for n, change in enumerate(changes)]
        if not steps:
            return
        self._tell([*self._steps, *steps])
        for step in steps:
            if step.new:
                (self._root / step.target).parent.mkdir(parents=True, exist_ok=True)
            if step.new and step.draft:
                shutil.copy2(self._root / step.new, self._root / step.draft)
        for folder in {self._scratch, *self._other_disks(steps)}:
            disk.settle(folder)
        for step in steps:
            target = self._root / step.target
            if step.new:
                (self._root / (step.draft or step.new)).replace(target)
            else:
                target.unlink(missing_ok=True)

    def replace_tree(self, new: Path, target: Path) -> bool:
        """Replace a folder in one step; whether that could be done."""
        stat = new.stat()
        step = _Step(self._below(target), self._below(new), marks=(stat.st_dev, stat.st_ino))
        before = self._steps
        self._tell([*before, replace(step, whole=True)])
        disk.settle(self._scratch)
        if not os.path.lexists(target):
            new.replace(target)
        elif not (_is_plain(new, target) and disk.exchange(new, target)):
            self._tell(before)
            return False
        return True

    def _file(self, number: int, new: Path | None, target: Path) -> _Step:
        old = draft = None
        if os.path.lexists(target):
            old = self._scratch / _BEFORE / str(number)
            _link(target, old)
        if new and new.stat().st_dev != _standing(target).stat().st_dev:
            draft = target.with_name(f"{self._scratch.name}-{number}")
        return _Step(
            self._below(target),
            self._below(new) if new else None,
            self._below(old) if old else None,
            self._below(draft) if draft else None,
            _marks(new) if new else (0, 0),
            sum(not folder.exists() for folder in target.parents),
        )

    def _tell(self, steps: list[_Step]) -> None:
        draft = self._scratch / f"{_JOURNAL}.new"
        with draft.open("w", encoding="utf-8") as journal:
            json.dump([asdict(step) for step in steps], journal)
            journal.flush()
            os.fsync(journal.fileno())
        draft.replace(self._scratch / _JOURNAL)
        self._steps = steps

    def _other_disks(self, steps: Sequence[_Step]) -> Iterator[Path]:
        found = (self._root / step.draft for step in steps if step.draft)
        yield from {path.stat().st_dev: path.parent for path in found}.values()

    def _below(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def _through(new: Path, target: Path, scratch: Path) -> Iterator[Change]:
    """Yield how the files of `target` become those of `new`: pages come after what they use."""
    names = [*disk.names(new)]
    for name in sorted(names, key=lambda name: (name.endswith(".html"), name)):
        if not _is_same(new / name, target / name):
            yield new / name, target / name
    with suppress(OSError, UnicodeDecodeError):
        known = (target / RECORD).read_text("utf-8").splitlines()
        yield from ((None, target / name) for name in sorted({*known} - {*names}) if _is_path(name))
    record = scratch / f"{new.name}{RECORD}"
    record.write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8")
    yield record, target / RECORD


def _is_plain(new: Path, target: Path) -> bool:
    """Whether `target` is a folder of its own in which builds alone have put anything.

    A web root is set up as a link; and what begins with a dot there, a person put there.
    """
    if target.is_symlink() or not target.is_dir():
        return False
    return all((new / path.name).exists() for path in target.glob(".*"))


def _undo_tree(root: Path, step: _Step) -> None:
    new, target = root / str(step.new), root / step.target
    if not target.is_symlink() and target.is_dir():
        stat = target.stat()
        if (stat.st_dev, stat.st_ino) == step.marks and not (
            new.exists() and disk.exchange(new, target)
        ):
            target.replace(new)


def _undo_file(root: Path, step: _Step) -> None:
    target = root / step.target
    there = os.path.lexists(target)
    if _marks(target) == step.marks if there and step.new else there == bool(step.new):
        if step.old:
            _move(root / step.old, target)
        elif step.new:
            target.unlink()
    if step.draft:
        (root / step.draft).unlink(missing_ok=True)
    with suppress(OSError):
        for folder in [*target.parents][: step.folders]:
            folder.rmdir()


def _is_below(root: Path, step: _Step) -> bool:
    """Whether a step stays in what is published; but for that folder itself, through no link."""
    others = filter(None, (step.new, step.old, step.draft))
    if not all(map(_is_path, [step.target, *others])):
        return False
    top = root / Path(step.target).parts[0]
    return top.name in _PUBLISHED and (root / step.target).parent.resolve().is_relative_to(
        top.resolve() if step.target != top.name else root.resolve()
    )


def _is_path(name: str) -> bool:
    """Whether `name` leads from a folder to what lies in it."""
    path = Path(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other) or filecmp.cmp(one, other, shallow=False)
    return False


def _marks(path: Path) -> tuple[int, int]:
    stat = path.lstat()
    return stat.st_size, int(stat.st_mtime)


def _standing(path: Path) -> Path:
    """Return the nearest folder above `path` that is there."""
    return next(folder for folder in path.parents if folder.exists())


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError:
        # It lies on another disk.
        draft = target.with_name(f"{source.parent.parent.name}-{source.name}")
        shutil.copy2(source, draft, follow_symlinks=False)
        draft.replace(target)
