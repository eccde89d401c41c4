"""The documentation is true: every command has help and stands in the README, every path exists."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from egov_timeline.cli import app

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text("utf-8")
COMMANDS = sorted(get_command(app).commands)
DOCS = ["README.md", "HUONG-DAN.md", "CONTRIBUTING.md", "SECURITY.md", "build/README.md"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help_and_stands_in_the_readme(command):
    assert get_command(app).commands[command].help
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0
    assert f"`egov-timeline {command}" in README


def test_the_readme_names_no_command_that_is_not_there():
    assert set(re.findall(r"`egov-timeline ([a-z]+)", README)) == set(COMMANDS)


@pytest.mark.parametrize("doc", DOCS)
def test_links_between_documents_lead_somewhere(doc):
    path = PROJECT / doc
    text = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", path.read_text("utf-8"))
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_make_targets_that_the_documents_name_exist():
    named = {t for doc in DOCS for t in re.findall(r"`?make ([a-z]+)", (PROJECT / doc).read_text())}
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(), re.MULTILINE))
    assert named and named <= targets


def test_how_it_fits_together_stays_short():
    assert len((PROJECT / "build/README.md").read_text("utf-8").splitlines()) < 100


def test_the_layers_are_told_as_the_contract_holds_them():
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]
    held = [row.split(" | ") for row in contracts["contracts"][0]["layers"]]
    table = re.findall(
        r"^\| [^|]+ \| (`.+`) \|$", (PROJECT / "build/README.md").read_text(), re.MULTILINE
    )
    assert [sorted(re.findall(r"`(\w+)`", row)) for row in table] == [sorted(row) for row in held]
