"""`build/` is source here: what packs and what lints must see it, though many tools look past it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

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
