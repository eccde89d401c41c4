"""What others made is listed with its origin, and is what it was when it was taken."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

from project import PROJECT

LISTED: list[dict[str, Any]] = yaml.safe_load((PROJECT / "build/VENDORED.yml").read_text("utf-8"))
FILES = {path: digest for row in LISTED for path, digest in row["files"].items()}
# Where what others made lies, by how such files are named.
KINDS = ("*.woff", "*.woff2", "*.ttf", "*.otf", "*.min.js", "*.min.css", "*.wasm", "OFL-*.txt")


def changed(root: Path) -> list[str]:
    """Return the listed files that are not what the list says."""
    return [
        name
        for name, digest in FILES.items()
        if not (root / name).is_file()
        or hashlib.sha256((root / name).read_bytes()).hexdigest() != digest
    ]


def test_each_says_where_it_is_from_and_what_one_may_do_with_it() -> None:
    for row in LISTED:
        assert row.keys() == {"name", "origin", "version", "licence", "changed", "files"}
        assert row["origin"].startswith("https://")
        assert row["licence"] == "OFL-1.1"
        assert any(Path(name).name.startswith("OFL-") for name in row["files"])


def test_nothing_lies_there_unlisted() -> None:
    places = (PROJECT / "theme", PROJECT / "build")
    found = {path for place in places for kind in KINDS for path in place.rglob(kind)}
    assert {path.relative_to(PROJECT).as_posix() for path in found} == set(FILES)


def test_each_is_what_it_was() -> None:
    assert changed(PROJECT) == []


def test_a_changed_one_would_be_told(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((PROJECT / name).read_bytes())
    assert changed(tmp_path) == []
    font, licence, *_ = FILES
    (tmp_path / font).write_bytes(b"x")
    (tmp_path / licence).unlink()
    assert changed(tmp_path) == [font, licence]
