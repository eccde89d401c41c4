"""Code is tested apart from content: what editors may change is out of the reach of every test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from egov_timeline import pipeline, recording, vocabulary
from project import FROZEN, PROJECT, copy_to, generated

LOOKS = [
    lambda: list((PROJECT / "seeds" / "articles").glob("*.txt")),
    lambda: list((PROJECT / "content").iterdir()),
    lambda: (PROJECT / "content" / "gioi-thieu.md").read_text("utf-8"),
    lambda: (PROJECT / "mkdocs.yml").read_bytes(),
    lambda: Path("mkdocs.yml").read_bytes(),
    lambda: Path("tests/../mkdocs.yml").read_bytes(),
    lambda: shutil.copytree(PROJECT / "seeds", "elsewhere"),
    lambda: shutil.copy(PROJECT / "mkdocs.yml", "elsewhere.yml"),
    lambda: vocabulary.load(PROJECT / recording.VOCABULARY),
    lambda: list(pipeline.check(PROJECT)),
]
MAY = [
    lambda: list((FROZEN / "seeds" / "articles").glob("*.txt")),
    lambda: (PROJECT / "theme" / "mkdocs.yml").read_text("utf-8"),
    lambda: list(PROJECT.iterdir()),
    lambda: Path("pyproject.toml").read_bytes(),
    generated,
]


@pytest.mark.parametrize("look", LOOKS)
def test_a_test_that_looks_at_the_content_of_the_project_fails(
    look: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    with pytest.raises(AssertionError, match="editors may change it"):
        look()


@pytest.mark.parametrize("look", MAY)
def test_code_and_what_is_frozen_may_be_looked_at(
    look: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    look()


def test_a_copy_of_the_frozen_project_is_a_whole_one(tmp_path: Path) -> None:
    root = copy_to(tmp_path / "project")
    assert list(pipeline.generate(root)[1]) == list(generated())
