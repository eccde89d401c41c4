"""An editor's whole way from the command line: three reports in, looked at, joined, corrected, published, one out.

The reports come as editors have them: a saved page, a Word file and a text of an old Windows.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from egov_timeline import pipeline
from egov_timeline.cli import app
from egov_timeline.site import Site
from project import copy_to
from reports import REPORTS

YEAR = "Bài chỉ nêu ngày và tháng; Báo Sông Nước cùng ngày ghi rõ năm 2019."


class Editor:
    """Somebody who runs commands in a project and pastes lines into sidecars."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--root", str(self.root)])

    def runs(self, *words: str) -> str:
        done = self.run(*words)
        assert done.exit_code == 0, done.output
        return done.output

    def tasks(self) -> list[dict[str, str]]:
        return json.loads(self.runs("todo", "--format", "json"))

    def sidecar(self, ident: str) -> Path:
        return self.root / f"seeds/articles/{ident}.yml"

    def pastes(self, ident: str, line: str, below: str = "") -> None:
        """Put a line at the end of the sidecar, or under one of its keys."""
        told = self.sidecar(ident).read_text("utf-8")
        if below:
            assert told.count(f"{below}\n") == 1
            told = told.replace(f"{below}\n", f"{below}\n  {line}\n")
        else:
            told += f"{line}\n"
        self.sidecar(ident).write_text(told, "utf-8")

    def removes(self, ident: str) -> None:
        """Take an article down: its text, its sidecar, and what was received."""
        for folder in ("articles", "originals"):
            for path in self.root.glob(f"seeds/{folder}/{ident}.*"):
                path.unlink()

    def page(self, name: str) -> str:
        return (self.root / "content" / name).read_text("utf-8")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    # What MkDocs makes of the pages is asked in tests/site.
    monkeypatch.setattr(pipeline.site, "build", lambda _, __, to, **___: to.mkdir() or Site("", ""))
    monkeypatch.setattr(
        pipeline.bundle, "make", lambda _, to, *__, **___: to.write_bytes(b"zip") and {}
    )
    return Editor(copy_to(tmp_path / "project"))


def test_from_three_files_to_one_published_event_and_back(editor: Editor, tmp_path: Path) -> None:
    given = tmp_path / "tải về"
    given.mkdir()
    for name, content in REPORTS.items():
        (given / name).write_bytes(content)
    editor.runs("build")
    before = editor.page("index.md")

    # Add: what each report says, and that they look alike.
    told = editor.runs("add", *(str(given / name) for name in REPORTS))
    assert "nhận ra chữ viết bằng Windows-1258" in told
    assert "Đã thêm 3 bài" in told
    assert told.count("    event: bao-a") == 2
    tasks = editor.tasks()
    kinds = {task["kind"] for task in tasks if task["id"].startswith("bao-")}
    assert kinds == {"no-year", "no-organizer", "alike", "no-publisher"}

    # Join, as todo says.
    for task in tasks:
        if task["kind"] == "alike":
            assert task["paste"] == "event: bao-a"
            editor.pastes(task["id"], task["paste"])
    fewer = editor.tasks()
    assert len(fewer) < len(tasks)

    # Say where it appeared: the line stands under the source that add wrote.
    for task in fewer:
        if task["kind"] == "no-publisher" and task["id"].startswith("bao-"):
            editor.pastes(task["id"], task["paste"].replace("''", "Tin Miền Tây"), "source:")

    # Correct: seen first, written with a yes.
    asked = ("correct", "bao-c", "date", "22/8/2019", "--why", YEAR, "--source", "Báo Sông Nước")
    unsigned = editor.sidecar("bao-c").read_text("utf-8")
    shown = editor.run(*asked)
    assert "trước: 22/8, chưa rõ năm" in shown.output and "sau:   22/8/2019" in shown.output
    assert editor.sidecar("bao-c").read_text("utf-8") == unsigned
    editor.runs(*asked, "--yes")
    assert [task for task in editor.tasks() if task["id"].startswith("bao-")] == []

    # Publish: one event of three reports, what they do not agree on side by side.
    assert f"{len(editor.tasks())} việc chờ biên tập viên" in editor.runs("build")
    home = editor.page("index.md")
    (card,) = re.findall(
        r'(?ms)^<li [^>]*data-event="bao-a".*?^</li>\n(?=</ol>|<li class="tl-)', home
    )
    assert "Theo 3 bài" in card
    assert "Khách sạn Ninh Kiều Riverside" in card and "Khách sạn Hậu Giang" in card
    assert 'data-event="bao-b"' not in home and 'data-event="bao-c"' not in home
    assert YEAR in editor.page("dinh-chinh.md")
    assert "0 lỗi" in editor.runs("check", "--strict")

    # Take down: one report, then the event.
    editor.removes("bao-c")
    editor.runs("build")
    assert "Theo 2 bài" in editor.page("index.md")
    editor.removes("bao-b")
    editor.removes("bao-a")
    editor.runs("build")
    assert editor.page("index.md") == before
    assert not list(editor.root.glob("content/bai-viet/*mien-tay*"))


def test_taking_down_the_report_that_others_name_is_refused_with_their_names(
    editor: Editor, tmp_path: Path
) -> None:
    for name in ("bao-a.html", "bao-b.docx"):
        (tmp_path / name).write_bytes(REPORTS[name])
        editor.runs("add", str(tmp_path / name))
    editor.pastes("bao-b", "event: bao-a")
    editor.runs("build")
    before = editor.page("index.md")
    editor.removes("bao-a")
    refused = editor.run("build")
    assert refused.exit_code == 1
    assert "seeds/articles/bao-b.yml:" in refused.stderr and '"bao-a"' in refused.stderr
    assert editor.page("index.md") == before
