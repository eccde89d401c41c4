"""What is published is the same bytes, though a checkout on Windows may have other line ends."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from egov_timeline import pipeline
from project import PROJECT, copy_to

# What is kept and published byte for byte; .gitattributes holds its line ends.
AS_RECEIVED = ("seeds/articles/*.txt", "seeds/originals/*", "content/data/*")


def as_on_windows(root: Path) -> None:
    """Give all text of the project the line ends of Windows, save what stays as it was received."""
    for path in (path for path in root.rglob("*") if path.is_file()):
        received = any(path.relative_to(root).match(pattern) for pattern in AS_RECEIVED)
        content = path.read_bytes()
        if not received and b"\0" not in content:
            path.write_bytes(content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def published(root: Path) -> dict[str, bytes]:
    paths = [*(root / "site").rglob("*"), *(root / "dist").rglob("*")]
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in paths if p.is_file()}


def test_a_project_with_the_line_ends_of_windows_gives_the_same_bytes(tmp_path: Path) -> None:
    roots = [copy_to(tmp_path / name / "project") for name in ("here", "windows")]
    as_on_windows(roots[1])
    for root in roots:
        pipeline.build(root, overwrite=True)
    here, windows = map(published, roots)
    assert here.keys() == windows.keys()
    assert [name for name in here if here[name] != windows[name]] == []


@pytest.mark.skipif(not (PROJECT / ".git").exists(), reason="this is no checkout of git")
def test_a_checkout_on_windows_has_the_same_bytes(tmp_path: Path) -> None:
    windows = ["-c", "core.autocrlf=true", "-c", "core.eol=crlf"]
    copy = tmp_path / "copy"
    subprocess.run(["git", "init", "--quiet", copy], check=True)
    shutil.copy(PROJECT / ".gitattributes", copy)
    for name in ("build", "theme", "tests/frozen"):
        shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    before = {p: p.read_bytes() for p in copy.rglob("*") if p.is_file() and ".git" not in p.parts}
    git = ["git", *windows, "-C", str(copy), "-c", "user.name=x", "-c", "user.email=x@x.example"]
    subprocess.run([*git, "add", "--all"], check=True, capture_output=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "x"], check=True)
    for path in before:
        path.unlink()
    subprocess.run([*git, "checkout", "--quiet", "--", "."], check=True)
    assert [str(path) for path in before if path.read_bytes() != before[path]] == []
