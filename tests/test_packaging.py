"""`build/` is source here: what packs and what lints must see it, though many tools look past it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

PROJECT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what is packed and linted, as it is in a fresh clone."""
    root = tmp_path / "project"
    leftovers = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "build", root / "build", ignore=leftovers)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(PROJECT / name, root)
    return root


def packed(root: Path) -> set[str]:
    """Return the files of the package in the wheel of the project at `root`."""
    (wheel,) = WheelBuilder(str(root)).build(directory=str(root / "out"), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_whole_package_and_nothing_else(copy: Path) -> None:
    sources = {path for path in (copy / "build" / "egov_timeline").rglob("*") if path.is_file()}
    expected = {path.relative_to(copy / "build").as_posix() for path in sources}
    assert {"egov_timeline/cli/__init__.py", "egov_timeline/extract/resolve/years.py"} <= expected
    assert [name for name in expected if name.startswith("egov_timeline/templates/")]
    assert packed(copy) == expected


def test_an_ignored_build_folder_would_show(copy: Path) -> None:
    with (copy / ".gitignore").open("a") as file:
        file.write("\nbuild/\n")
    assert packed(copy) == set()


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
