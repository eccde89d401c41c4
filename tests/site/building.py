"""Builds the frozen project, as `make site` does it, and looks into what comes out.

Some seeds come on top: what the frozen ones lack, an opinion piece, an event without year, one of
several reports, a citation, a withheld text, one in English, one that a scanner read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from functools import cached_property
from pathlib import Path

import pytest

from egov_timeline import introduction, pipeline, recording, settings, vocabulary
from egov_timeline.pages.facts import Fact, panel
from markup import Page
from project import PROJECT, copy_to

MORE_SEEDS = Path(__file__).parent / "seeds"
OPENING = Path(__file__).parent / "loi-dau.md"
ORIGINALS = Path(__file__).parent / "originals"
# A project site of GitHub Pages lives below a path like this.
BELOW = "egov-timeline"
SITE_URL = f"https://example.org/{BELOW}/"
REPO_URL = "https://example.org/repository"
PUBLISHER, CONTACT = "Thư viện A", "bientap@example.org"


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

    @cached_property
    def panels(self) -> dict[str, dict[str, Fact]]:
        """What is known from each article, by its page."""
        vocabularies = vocabulary.load(self.root / recording.VOCABULARY)
        records, _ = pipeline.generate(self.root)
        return {f"bai-viet/{r.slug}.html": panel(r, vocabularies) for r in records}


def build_copy(root: Path, *, more: Path = MORE_SEEDS, **environment: str) -> Built:
    """Build the frozen project at `root`, with the seeds in `more`, in a process of its own."""
    copy_to(root)
    shutil.copytree(more, root / "seeds" / "articles", dirs_exist_ok=True)
    shutil.copytree(ORIGINALS, root / "seeds" / "originals", dirs_exist_ok=True)
    shutil.copyfile(OPENING, root / introduction.FILE)
    with (root / settings.FILE).open("a", encoding="utf-8") as told:
        told.write(f"    publisher: {PUBLISHER}\n    contact: {CONTACT}\n")
    known = {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL, "PYTHONPATH": str(PROJECT / "build")}
    done = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / "egov-timeline", "build"],
        cwd=root,
        env=os.environ | known | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"the site cannot be built: {done.stderr}", pytrace=False)
    return Built(root)
