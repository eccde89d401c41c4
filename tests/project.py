"""The project that tests stand on: content of its own, frozen; theme and package are the project's.

What editors may change (seeds/, content/, mkdocs.yml) no test looks at: conftest.py refuses it.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from egov_timeline import pipeline, recording, runs, staging, transaction, vocabulary
from egov_timeline.vocabulary import Vocabularies

PROJECT = Path(__file__).parents[1]
FROZEN = Path(__file__).parent / "frozen"
SEEDS = sorted((FROZEN / "seeds/articles").glob("*.txt"))


def copy_to(root: Path) -> Path:
    """Make the project at `root` that a build needs: the frozen content and the theme."""
    shutil.copytree(FROZEN, root, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "theme", root / "theme")
    return root


def article(number: str) -> str:
    """Return the raw text of the frozen article whose name begins with `number`."""
    (path,) = (path for path in SEEDS if path.stem.startswith(number))
    return path.read_text("utf-8")


@cache
def vocabularies() -> Vocabularies:
    """Return the frozen vocabularies."""
    return vocabulary.load(FROZEN / recording.VOCABULARY)


@cache
def generated() -> Mapping[str, str]:
    """Return what the frozen seeds give, by path below content/; a copy of them gives the same."""
    return MappingProxyType(dict(pipeline.generate(FROZEN)[1]))


def write_content(root: Path, pages: Mapping[str, str]) -> None:
    """Bring content/ of the project at `root` up to date with what is generated, as a build does."""
    content = root / pipeline.CONTENT
    with runs.scratch(root, runs.BUILD) as scratch:
        staged = staging.stage(content, pages, scratch / "content")
        changes = staging.changes(content, staged, vocabularies().sizes())
        transaction.commit(changes, scratch)
