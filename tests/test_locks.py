"""What is installed is told by hash, for every system, and agrees with what is tested; no registry is named."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
LOCKS = {name: PROJECT / "requirements" / f"{name}.txt" for name in ("site", "tests")}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield each package of a lock with its version and the number of its hashes."""
    for entry in re.split(r"\n(?=\S)", re.sub(r"(?m)^ *#.*\n", "", text).strip()):
        requirement, *hashes = entry.replace("\\\n", " ").split("--hash=")
        one = Requirement(requirement.strip())
        (pin,) = one.specifier
        assert pin.operator == "==", entry
        yield canonicalize_name(one.name), pin.version, len(hashes)


def versions(name: str) -> dict[str, str]:
    return {package: version for package, version, _ in locked(LOCKS[name].read_text("utf-8"))}


def constrained() -> dict[str, str]:
    lines = (PROJECT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


@pytest.mark.parametrize("name", LOCKS)
def test_each_package_has_its_hashes(name: str) -> None:
    text = LOCKS[name].read_text("utf-8")
    without = [package for package, _, hashes in locked(text) if not hashes]
    assert without == []
    assert len(HASH.findall(text)) == text.count("--hash=")


@pytest.mark.parametrize("name", LOCKS)
def test_no_registry_is_named(name: str) -> None:
    assert not re.search(r"://|index-url|find-links|@ ", LOCKS[name].read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_locked_is_what_is_pinned(name: str) -> None:
    pins = constrained()
    assert {p: v for p, v in versions(name).items() if pins.get(p) != v} == {}, "run `make lock`"


def test_what_is_declared_is_locked() -> None:
    project = DECLARED["project"]
    own = [*project["dependencies"], *DECLARED["build-system"]["requires"]]
    assert {named(line) for line in own} <= versions("site").keys(), "run `make lock`"
    dev = project["optional-dependencies"]["dev"]
    assert {named(line) for line in own + dev} <= versions("tests").keys(), "run `make lock`"
    assert versions("site").items() <= versions("tests").items()


def named(line: str) -> str:
    return canonicalize_name(Requirement(line).name)


def test_what_is_installed_is_what_is_locked() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert "--require-hashes --requirement requirements/" in makefile
    # The project itself has no hash; nothing else may come along with it.
    assert [
        line for line in makefile.splitlines() if "--editable" in line and "--no-deps" not in line
    ] == []


def test_npm_packages_are_told_by_hash_too() -> None:
    lock = json.loads((PROJECT / "tests/package-lock.json").read_text("utf-8"))
    packages = {name: row for name, row in lock["packages"].items() if name}
    assert packages
    assert [name for name, row in packages.items() if "integrity" not in row] == []
    assert [name for name, row in packages.items() if "resolved" in row] == []


BAD = [
    ("a==1 \\\n    --hash=sha256:x\nb>=2\n", "operator"),
    ("a==1\n", "no hash"),
]


@pytest.mark.parametrize(("text", "why"), BAD)
def test_a_lock_that_is_none_would_be_told(text: str, why: str) -> None:
    if why == "no hash":
        assert [hashes for _, _, hashes in locked(text)] == [0]
    else:
        with pytest.raises(AssertionError, match="b>=2"):
            list(locked(text))
