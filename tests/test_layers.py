"""The layers hold; and the contract that says so would notice if they did not."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "build" / "egov_timeline"
LINT_IMPORTS = Path(sysconfig.get_path("scripts")) / "lint-imports"


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the project at `root`, and of no other that is installed."""
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "build"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_package_keeps_to_its_layers() -> None:
    result = lint(PROJECT)
    assert result.returncode == 0, result.stdout
    assert " 0 broken" in result.stdout


# module, what is planted in it, what the contract must say
FORBIDDEN = [
    (
        "errors.py",
        "from egov_timeline import records",
        "egov_timeline.errors -> egov_timeline.records",
    ),
    ("records.py", "import egov_timeline.cli", "egov_timeline.records -> egov_timeline.cli"),
    ("bundle.py", "from egov_timeline import site", "egov_timeline.bundle -> egov_timeline.site"),
    (
        "seeds/__init__.py",
        "from egov_timeline import pipeline",
        "egov_timeline.seeds -> egov_timeline.pipeline",
    ),
    (
        "extract/fields/location/__init__.py",
        "from egov_timeline.extract.fields import date",
        "egov_timeline.extract.fields.location -> egov_timeline.extract.fields.date",
    ),
    (
        "extract/annotate/organizations.py",
        "from egov_timeline.extract import document",
        "egov_timeline.extract.annotate.organizations -> egov_timeline.extract.document",
    ),
    (
        "extract/annotate/gazetteer.py",
        "from egov_timeline.extract.annotate import organizations",
        "gazetteer",
    ),
    ("utils.py", "", "egov_timeline.utils"),
]


@pytest.mark.parametrize(("module", "planted", "told"), FORBIDDEN)
def test_a_forbidden_import_is_told(tmp_path: Path, module: str, planted: str, told: str) -> None:
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    copy = tmp_path / "build" / "egov_timeline"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{planted}\n")

    result = lint(tmp_path)

    assert result.returncode != 0
    assert told in result.stdout


def importers(library: str) -> set[str]:
    """Return the modules of the package that import `library`."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            if library in {name.partition(".")[0] for name in names}:
                found.add(path.relative_to(PACKAGE).as_posix())
    return found


CLI = ("__init__", "editing", "measuring", "publishing", "terminal")
SITE = ("__init__", "complaints", "config", "dependencies", "rendering", "serving", "standins")
ONLY_HERE = [
    ("mkdocs", {f"site/{name}.py" for name in SITE}),
    ("material", set()),
    ("frontmatter", {"frontmatter.py"}),
    ("typer", {f"cli/{name}.py" for name in CLI}),
]


@pytest.mark.parametrize(("library", "modules"), ONLY_HERE)
def test_one_module_knows_each_of_these_libraries(library: str, modules: set[str]) -> None:
    assert importers(library) == modules
