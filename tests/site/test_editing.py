"""An editor adds articles and words, renames and recolours the archive: all that gates publishing holds.

Nobody changes code or a test for it, and nobody has to commit a generated page.
"""

from __future__ import annotations

import os
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from building import SITE_URL, Built
from project import PROJECT, SEEDS, copy_to
from test_valid import faults

LIBRARY = Path(__file__).parent / "library"
ADDED = ("can-tho", "da-lat", "hoi-an", "hue", "vinh")
SHRIMPS = """Đầm nuôi tôm nối mạng

Sáng 12/6/2019, tại thành phố Cà Mau, Sở Thông tin và Truyền thông tỉnh Cà Mau tổ chức Hội thảo về canh ngư số.

Hội thảo bàn về canh ngư số trong các đầm tôm. Người nuôi tôm xem độ mặn của đầm trên điện thoại.
"""
THEME = """
- id: thuy-san-so
  label: Thủy sản số
  note: Công nghệ số trong nuôi trồng thủy sản.
  aliases: [canh ngư số]
"""
TITLE = "Chính quyền số: biên niên & tư liệu"
COLOURS = {"#fbf8f1": "#f4f8fb", "#a5231c": "#1c4fa5"}


def edited(root: Path) -> None:
    """Do what an editor may do, and no more."""
    articles = root / "seeds" / "articles"
    for name in ADDED:
        for ending in ("txt", "yml"):
            content = (LIBRARY / f"{name}.{ending}").read_bytes()
            (articles / f"{name}.{ending}").write_bytes(content)
    (articles / "tom-ca-mau.txt").write_text(SHRIMPS, "utf-8")
    with (root / "seeds" / "vocabulary" / "themes.yml").open("a", encoding="utf-8") as themes:
        themes.write(THEME)
    settings = root / "mkdocs.yml"
    lines = settings.read_text("utf-8").splitlines()
    lines = [f'site_name: "{TITLE}"' if s.startswith("site_name:") else s for s in lines]
    settings.write_text("\n".join(lines), "utf-8")
    tokens = root / "theme" / "assets" / "css" / "tokens.css"
    code = tokens.read_text("utf-8")
    for before, after in COLOURS.items():
        assert before in code
        code = code.replace(before, after)
    tokens.write_text(code, "utf-8")


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sysconfig.get_path("scripts")) / "egov-timeline", *words],
        cwd=root,
        env=os.environ | {"SITE_URL": SITE_URL, "PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_to(tmp_path_factory.mktemp("editing") / "project")
    edited(root)
    return root


@pytest.fixture(scope="module")
def published(project: Path) -> Built:
    """What the workflow does: the check first, and then the build."""
    checked = run(project, "check", "--site", "--format", "github")
    assert checked.returncode == 0, checked.stdout
    # The pages of content/ are told to be stale, beside the change; they hinder nothing.
    assert "::warning file=content/index.md::" in checked.stdout
    assert "::error" not in checked.stdout
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    return Built(project)


def test_after_the_build_there_is_nothing_to_tell(published: Built) -> None:
    checked = run(published.root, "check", "--site", "--strict")
    assert checked.returncode == 0, checked.stderr


def test_every_page_is_valid_html(published: Built) -> None:
    assert faults(published.site) == []


def test_readers_find_what_was_added(published: Built) -> None:
    assert len(published.pages["index.html"].having("data-event")) >= len(SEEDS) + len(ADDED) + 1
    for name in ADDED:
        assert f"bai-viet/{name}.html" in published.pages
    # The theme by its other name, the only one that the article has.
    about = " ".join(published.files["chu-de/thuy-san-so.html"].decode("utf-8").split())
    assert "Đầm nuôi tôm nối mạng" in about or "Hội thảo về canh ngư số" in about
    assert published.pages["index.html"].named("title")[0].text == TITLE
    sheet = b"".join(c for name, c in published.files.items() if name.endswith(".css"))
    for colour in COLOURS.values():
        assert colour.encode() in sheet


def broken_page(root: Path) -> str:
    with (root / "content" / "gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n<p>một <b>hai</p>\n")
    return " file=site/gioi-thieu.html"


def broken_settings(root: Path) -> str:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nnav:\n  - Trang chủ: khong-co.md\n")
    return ""


@pytest.mark.parametrize("spoil", [broken_page, broken_settings])
def test_what_an_editor_breaks_is_told_and_not_published(
    tmp_path: Path, spoil: Callable[[Path], str]
) -> None:
    root = copy_to(tmp_path / "project")
    where = spoil(root)
    checked = run(root, "check", "--site", "--format", "github")
    assert checked.returncode == 1, checked.stdout
    assert f"::error{where}" in checked.stdout
