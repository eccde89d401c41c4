"""The site outlives its generator: others make the same of content/ and theme/, to a reader's eye."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from building import REPO_URL, SITE_URL, Built
from markup import Page
from project import PROJECT

BY = [["zensical", "build"], ["properdocs", "build", "--quiet"]]


@pytest.mark.parametrize("words", BY, ids=[words[0] for words in BY])
def test_it_makes_the_same_pages(built: Built, tmp_path: Path, words: list[str]) -> None:
    root = tmp_path / "project"
    for name in ("content", "theme"):
        shutil.copytree(built.root / name, root / name)
    shutil.copy(built.root / "mkdocs.yml", root)
    program, *options = words
    done = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / program, *options],
        cwd=root,
        env=os.environ
        | {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL, "PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"index.html", "chu-de/index.html", "404.html"} <= built.pages.keys()
    for name in built.pages:
        assert read(root / "site", name) == read(built.site, name), name
    assert addresses(root / "site") == addresses(built.site)


def read(site: Path, name: str) -> dict[str, list[str]]:
    """Return what a page says, head and body, where its links lead, and the doors that are marked."""
    page = Page.read((site / name).read_text("utf-8"))
    said = [e.text for tag in ("title", "header", "main", "footer") for e in page.named(tag)]
    return {
        "head": [e.attributes.get("content", "") for e in page.named("meta")],
        "words": [" ".join(text.split()) for text in said],
        "links": [urljoin(f"{SITE_URL}{name}", link) for link in page.links],
        "here": [e.text for e in page.having("aria-current")],
    }


def addresses(site: Path) -> list[str]:
    """Return the addresses that the map of the site gives."""
    said = (site / "sitemap.xml").read_text("utf-8")
    return sorted(map(unescape, re.findall(r"<loc>(.*?)</loc>", said)))
