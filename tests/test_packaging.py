"""`build/` is source here: what packs and what lints must see it, though many tools look past it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from egov_timeline.starting import TAKEN_ALONG
from wheels import packable, wheel_of

PROJECT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what is packed and linted, as it is in a fresh clone."""
    root = tmp_path / "project"
    return packable(root)


def files(root: Path, name: str) -> set[str]:
    """Return the files at `name` in the project at `root`, by their paths."""
    top = root / name
    found = [top] if top.is_file() else [path for path in top.rglob("*") if path.is_file()]
    return {p.relative_to(root).as_posix() for p in found if "__pycache__" not in p.parts}


def packed(root: Path) -> set[str]:
    """Return the files of the package in the wheel of the project at `root`."""
    with zipfile.ZipFile(wheel_of(root)) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_whole_package_and_nothing_else(copy: Path) -> None:
    sources = {path for path in (copy / "build" / "egov_timeline").rglob("*") if path.is_file()}
    expected = {path.relative_to(copy / "build").as_posix() for path in sources}
    assert {"egov_timeline/cli/__init__.py", "egov_timeline/extract/resolve/years.py"} <= expected
    assert [name for name in expected if name.startswith("egov_timeline/templates/")]
    expected |= {f"egov_timeline/{name}" for name in files(PROJECT, "theme")}
    expected |= {
        f"egov_timeline/starter/{name}" for taken in TAKEN_ALONG for name in files(copy, taken)
    }
    assert packed(copy) == expected


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)


def version(root: Path) -> str:
    return ProjectMetadata(str(root), PluginManager()).version


def test_the_version_is_told_from_the_tags_and_has_no_commit_or_day_in_it(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    assert version(tmp_path) == "0.0.0"
    for words in (["init"], ["add", "."], ["commit", "--message=a"], ["tag", "v1.2.3"]):
        git(tmp_path, *words)
    assert version(tmp_path) == "1.2.3"
    git(tmp_path, "commit", "--allow-empty", "--message=b")
    assert version(tmp_path) == "1.2.4.dev1"
    git(tmp_path, "tag", "--delete", "v1.2.3")
    assert version(tmp_path) == "0.0.1.dev2"


def test_a_source_package_says_its_own_version(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    told = "Metadata-Version: 2.4\nName: egov-timeline\nVersion: 1.2.3\n"
    (tmp_path / "PKG-INFO").write_text(told, "utf-8")
    assert version(tmp_path) == "1.2.3"


def test_an_ignored_build_folder_would_show(copy: Path) -> None:
    with (copy / ".gitignore").open("a") as file:
        file.write("\nbuild/\n")
    assert not [name for name in packed(copy) if name.endswith("__init__.py")]


def test_ruff_reads_the_package(copy: Path) -> None:
    (copy / "build" / "egov_timeline" / "planted.py").write_text('"""Planted."""\nimport os\n')
    result = subprocess.run(
        [SCRIPTS / "ruff", "check", "--no-cache", "--output-format=concise"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "build/egov_timeline/planted.py:2:8: F401" in result.stdout


def test_mypy_reads_the_package(copy: Path) -> None:
    package = copy / "build" / "egov_timeline"
    shutil.rmtree(package)
    package.mkdir()
    (package / "__init__.py").write_text('"""Planted."""\n\nx: int = "một"\n', "utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir=/dev/null"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "build/egov_timeline/__init__.py:3: error" in result.stdout
