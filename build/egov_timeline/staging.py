"""Puts `content/` as it is to be beside what it is: MkDocs builds from there.

Turns the files that a build generates, and those that people wrote, into one folder, and says which
of them change. Nothing in `content/` itself is touched; what stays the same is linked, not copied.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from egov_timeline.frontmatter import is_generated, is_generated_script


@dataclass(frozen=True, slots=True)
class Staged:
    """The folder, and how what it holds differs from `content/`; all names are paths below it."""

    folder: Path
    changed: tuple[str, ...] = ()  # generated, and not there yet or otherwise
    orphans: tuple[str, ...] = ()  # generated once, and by nothing any more: no part of the folder
    by_hand: tuple[str, ...] = ()  # pages that people wrote


def stage(content: Path, generated: Mapping[str, str], folder: Path) -> Staged:
    """Make `folder` of what is `generated` and what people wrote in `content`."""
    changed = []
    for name, text in generated.items():
        said, target = text.encode("utf-8"), folder / name
        if _has(content / name, said):
            link(content / name, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(said)
            changed.append(name)
    orphans, by_hand = [], []
    for name in sorted(_names(content) - generated.keys()):
        is_page = name.endswith(".md")
        if is_generated_script(content / name) or (
            is_page and is_generated((content / name).read_text("utf-8"))
        ):
            orphans.append(name)
            continue
        link(content / name, folder / name)
        by_hand += [name] if is_page else []
    return Staged(folder, tuple(changed), tuple(orphans), tuple(by_hand))


def link(source: Path, target: Path) -> None:
    """Let `target` be the file `source`, to be read and not to be changed there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        # Not every file system can.
        shutil.copyfile(source, target)


def _has(path: Path, said: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(said) and path.read_bytes() == said
    return False


def _names(content: Path) -> set[str]:
    return {path.relative_to(content).as_posix() for path in _files(content)}


def _files(content: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(content, followlinks=True):
        yield from (Path(folder, name) for name in names)
