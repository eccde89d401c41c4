"""What `make site` installs can be had wherever pyproject.toml says that it can: on each Python from 3.11.0.

Asked is what the installed packages tell of themselves; nothing goes over the network.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
# The first release of what `requires-python` admits: Debian 12 has 3.11.2, and no other.
OLDEST = DECLARED["requires-python"].removeprefix(">=") + ".0"


def pins(text: str) -> dict[str, str]:
    """Return the version of each package that constraints.txt pins, by its canonical name."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {
        canonicalize_name(name): version for name, _, version in (p.partition("==") for p in lines)
    }


PINS = pins((PROJECT / "constraints.txt").read_text("utf-8"))


def admits(requires_python: str | None, version: str) -> bool:
    return SpecifierSet(requires_python or "").contains(version)


def applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    """Tell whether the oldest Python needs it: some packages only fill in for a later library."""
    where = {"python_full_version": OLDEST}
    marker = requirement.marker
    return not marker or any(marker.evaluate(where | {"extra": extra}) for extra in extras)


def asked_by(name: str) -> list[Requirement]:
    try:
        return [Requirement(line) for line in metadata.requires(name) or ()]
    except metadata.PackageNotFoundError:
        return []


def needed() -> Iterator[tuple[str, str]]:
    """Yield each package that the project needs, and which other one asks for it."""
    declared = [DECLARED["dependencies"], *DECLARED["optional-dependencies"].values()]
    own = [Requirement(line) for lines in declared for line in lines]
    waiting = [("pyproject.toml", requirement, frozenset({""})) for requirement in own]
    seen = set()
    while waiting:
        asker, requirement, extras = waiting.pop()
        name = canonicalize_name(requirement.name)
        if (name, *requirement.extras) in seen or not applies(requirement, extras):
            continue
        seen.add((name, *requirement.extras))
        yield name, asker
        inner = frozenset({"", *requirement.extras})
        waiting += [(name, requirement, inner) for requirement in asked_by(name)]


ADMITTED = [(None, True), (">=3.9", True), (">=3.11", True), ("<4,>=3.10", True)]
REFUSED = [(">=3.11.5", False), (">=3.12", False), ("!=3.11.0,>=3.9", False), ("<3.11", False)]


@pytest.mark.parametrize(("requires_python", "expected"), ADMITTED + REFUSED)
def test_a_pin_for_a_later_release_is_told(requires_python: str | None, expected: bool) -> None:
    assert OLDEST == "3.11.0"
    assert admits(requires_python, OLDEST) is expected


@pytest.mark.parametrize("name", PINS)
def test_each_pin_can_be_installed_on_the_oldest_python(name: str) -> None:
    try:
        installed = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is for another system, or was not installed yet: `make test` does it")
    assert installed["Version"] == PINS[name], "constraints.txt pins another version than is tried"
    assert admits(installed.get("Requires-Python"), OLDEST)


def test_each_package_that_is_needed_is_pinned() -> None:
    # pip is there before anything is: it does the installing.
    pinned = PINS.keys() | {"pip"}
    unpinned = [f"{name} (for {asker})" for name, asker in needed() if name not in pinned]
    assert unpinned == []
