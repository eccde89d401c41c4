"""The commands `build` and `serve`: where they may be called from, and how they end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from egov_timeline.cli import app
from project import PROJECT, copy_to, generated, write_content

WITH_ROOT = {
    "build": [],
    "serve": [],
    "check": [],
    "todo": [],
    "add": ["x.txt"],
    "explain": ["000"],
    "correct": ["000", "date", "2017", "--why", "vì", "--source", "x"],
    "extract": ["x.txt"],
    "evaluate": ["gold.jsonl", "--articles", "articles"],
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_every_command_is_tried_below() -> None:
    # Whoever has a copy can verify it, without any project.
    assert {*WITH_ROOT, "verify", "new"} == set(get_command(app).commands)


@pytest.mark.parametrize("command", WITH_ROOT)
def test_outside_a_project_that_is_said_once(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(command, *WITH_ROOT[command])
    assert result.exit_code == 1
    assert result.stdout == ""
    (said,) = result.stderr.splitlines()
    assert said.startswith(f"{tmp_path}: không phải thư mục của dự án")
    assert "--root" in said


@pytest.mark.parametrize(("below", "root"), [("", "project"), ("a/b", "../../project")])
def test_a_build_prints_paths_that_can_be_opened_from_here(
    project: Path, monkeypatch: pytest.MonkeyPatch, below: str, root: str
) -> None:
    here = project.parent / below
    here.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)
    result = run("build", "--root", root)
    assert result.exit_code == 0, result.stderr
    (line,) = result.stdout.splitlines()
    paths = line.partition(" giây: ")[2].partition(". ")[0].split(", ")
    assert [Path(path).resolve() for path in paths] == [
        project / "site" / "index.html",
        project / "dist" / "egov-timeline.zip",
    ]
    assert [path for path in paths if not Path(path).is_file()] == []


@pytest.mark.parametrize("port", ["0", "65536"])
def test_a_number_that_is_no_port_is_a_matter_of_usage(project: Path, port: str) -> None:
    assert run("serve", "--root", str(project), "--port", port).exit_code == 2


TERMINATED = """\
import os, signal
from egov_timeline import cli, site

site.build = lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM)
cli.app()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that asks to end")
def test_a_build_that_is_told_to_end_leaves_nothing_behind(project: Path) -> None:
    before = sorted(project.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", TERMINATED, "build", "--root", project],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 128 + 15, done.stderr
    assert "Traceback" not in done.stderr
    # What a build keeps for the next is no trace of its failure.
    assert sorted(path for path in project.iterdir() if path.name != ".cache") == before


COMMANDS = get_command(app).commands


@pytest.mark.parametrize("command", WITH_ROOT)
def test_help_teaches_in_vietnamese_with_an_example(command: str) -> None:
    assert f"Ví dụ: egov-timeline {command}" in " ".join(COMMANDS[command].help.split())
    assert "Thư mục của dự án" in run(command, "--help").stdout


def test_the_version_is_told() -> None:
    told = run("--version")
    assert told.exit_code == 0
    # Between two releases a count stands behind the number; a commit or a day never does.
    assert re.fullmatch(r"egov-timeline \d+\.\d+\.\d+(\.dev\d+)?\n", told.stdout)


def test_all_files_that_cannot_be_read_are_told_at_once(project: Path) -> None:
    empty, missing = project / "a.txt", project / "b.txt"
    empty.write_text("")
    result = run("extract", str(empty), str(missing), "--root", str(project))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
        str(empty),
        str(missing),
    ]


@pytest.fixture
def written(project: Path) -> Path:
    """A project whose pages are as a build leaves them."""
    write_content(project, generated())
    return project


def stale(root: Path) -> None:
    write_content(root, generated() | {"index.md": "cũ"})


def changed_by_hand(root: Path) -> None:
    (root / "content" / "index.md").write_text("cũ", "utf-8")


def broken(root: Path) -> None:
    (root / "content" / "gioi-thieu.md").write_text("---\ntitle: [a\n---\n", "utf-8")


def unreadable(root: Path) -> None:
    (root / "seeds" / "articles" / "x.txt").write_bytes(b"")


def astray(root: Path) -> None:
    with (root / "content" / "gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write('\n<p><a href="khong-co.html">x</a>')


def unstrict(root: Path) -> None:
    with (root / "content" / "gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n[x](khong-co.md)\n")


# what happens to a project, options, exit code, a part of what is told
CHECKS = [
    (None, [], 0, "0 lỗi, 0 điều nhắc thêm."),
    (stale, [], 0, "content/index.md: đã cũ"),
    (stale, [], 0, "0 lỗi, 1 điều nhắc thêm."),
    (stale, ["--strict"], 1, "content/index.md: đã cũ"),
    (changed_by_hand, [], 0, "content/index.md: đã có người sửa"),
    (stale, ["--format", "github"], 0, "::warning file="),
    (stale, ["--format", "json"], 0, '"warnings": 1'),
    (broken, [], 1, "content/gioi-thieu.md:2: "),
    (broken, ["--format", "github"], 1, "gioi-thieu.md,line=2::"),
    (unreadable, ["--format", "json"], 1, '"where": "seeds/articles/x.txt"'),
    (astray, [], 0, "0 lỗi"),
    (astray, ["--site"], 1, 'địa chỉ "khong-co.html" không dẫn tới tệp nào'),
    (unstrict, ["--site"], 1, "content/gioi-thieu.md"),
    (None, ["--format", "xml"], 2, "--format"),
]


@pytest.mark.parametrize(("happens", "options", "code", "said"), CHECKS)
def test_check_fails_for_what_hinders_publishing_and_for_nothing_else(
    written: Path,
    happens: Callable[[Path], None] | None,
    options: list[str],
    code: int,
    said: str,
) -> None:
    if happens:
        happens(written)
    before = files_in(written)
    result = run("check", "--root", str(written), *options)
    assert result.exit_code == code, result.output
    assert said in result.output
    assert files_in(written) == before


def files_in(root: Path) -> dict[Path, bytes]:
    """All that lies there, but for what Python keeps of the code that it has read."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if path.parent.name != "__pycache__"}


@pytest.mark.parametrize("words", [["--help"], ["explain", "khong-co", "--root", "x"]])
def test_what_windows_sends_to_a_file_has_every_letter(words: list[str]) -> None:
    """As in `egov-timeline todo > viec.txt`: there Python would write the code page of the country."""
    done = subprocess.run(
        [sys.executable, "-m", "egov_timeline", *words],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        check=False,
    )
    told = (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in told
    assert "dự án" in told or "dòng thời gian" in told
