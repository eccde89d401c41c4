"""Templates that a project has of its own: they go before those of the package, and a broken one is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader, UndefinedError

from egov_timeline.errors import ProblemsFound
from egov_timeline.pages import templates


def with_own(root: Path, text: str) -> str:
    """Return what the page that leads on says where the project at `root` has a template for it."""
    (root / "templates").mkdir()
    (root / "templates/moved.md.j2").write_text(text, "utf-8")
    with templates.of_project(root):
        return templates.fill("moved.md.j2", slug="a", name="<b>")


def test_a_template_of_a_project_goes_before_that_of_the_package(tmp_path: Path) -> None:
    ours = templates.fill("moved.md.j2", slug="a", name="<b>")
    assert with_own(tmp_path, "Nay ở {{ name }}") == "Nay ở &lt;b&gt;" != ours
    assert templates.fill("moved.md.j2", slug="a", name="<b>") == ours


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("một\n{% if %}", "templates/moved.md.j2:2: mẫu trang hỏng: "),
        ("{{ khong_co }}", "templates/moved.md.j2:1: mẫu trang hỏng: 'khong_co' is undefined"),
    ],
)
def test_a_broken_template_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        with_own(tmp_path, text)
    assert str(caught.value).startswith(said)


def test_a_fault_of_the_package_is_none_of_the_project_s(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError), templates.of_project(tmp_path):
        templates.fill("moved.md.j2")


def test_what_a_project_changes_is_seen_and_what_it_leaves_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever serves a project builds it again and again in one process."""
    read: list[str] = []
    get_source = FileSystemLoader.get_source

    def watched(loader: FileSystemLoader, *given: Any) -> Any:
        read.append(given[1])
        return get_source(loader, *given)

    monkeypatch.setattr(FileSystemLoader, "get_source", watched)

    def again() -> str:
        read.clear()
        with templates.of_project(tmp_path):
            return templates.fill("moved.md.j2", slug="a", name="b")

    assert with_own(tmp_path, "Nay ở {{ name }}") == "Nay ở &lt;b&gt;"
    assert again() == "Nay ở b" and read == []
    (tmp_path / "templates/moved.md.j2").write_text("Ở {{ name }}", "utf-8")
    assert again() == "Ở b" and read == ["moved.md.j2"]
    (tmp_path / "templates/moved.md.j2").unlink()
    assert "Ở b" not in again()
