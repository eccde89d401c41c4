"""Builds a copy of the project, as `make site` does it, and looks into what comes out.

Some seeds come on top: what the project's own may lack, an opinion piece and an event without year.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from functools import cached_property
from pathlib import Path

import pytest

from markup import Page

PROJECT = Path(__file__).parents[2]
MORE_SEEDS = Path(__file__).parent / "seeds"
SOURCES = ("build", "content", "seeds", "theme", "mkdocs.yml", "pyproject.toml")
# A project site of GitHub Pages lives below a path like this.
BELOW = "egov-timeline"
SITE_URL = f"https://example.org/{BELOW}/"


class Built:
    """A built project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        self.zip = root / "dist" / "egov-timeline.zip"

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the site by its path."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page of the site by its path."""
        return {
            name: Page.read(content.decode("utf-8"))
            for name, content in self.files.items()
            if name.endswith(".html")
        }


def build_copy(root: Path, *, more: Path = MORE_SEEDS, **environment: str) -> Built:
    """Build a copy of the project at `root`, with the seeds in `more`, in a process of its own."""
    root.mkdir()
    for name in SOURCES:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root)
    shutil.copytree(more, root / "seeds" / "articles", dirs_exist_ok=True)
    done = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / "egov-timeline", "build"],
        cwd=root,
        env=os.environ | {"SITE_URL": SITE_URL, "PYTHONPATH": str(root / "build")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"the site cannot be built: {done.stderr}", pytrace=False)
    return Built(root)
