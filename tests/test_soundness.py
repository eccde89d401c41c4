"""A damaged theme is never done: what is missing, empty or broken is told, and nothing is published."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from egov_timeline import pipeline
from egov_timeline.errors import ProblemsFound
from egov_timeline.site.integrity import named
from egov_timeline.site.soundness import broken_line
from project import copy_to


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        root = copy_to(tmp_path_factory.mktemp("sound") / "project")
        pipeline.build(root)
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was built, to be damaged."""
    monkeypatch.delenv("SITE_URL", raising=False)
    return shutil.copytree(built, tmp_path / "project")


def write(name: str, said: str) -> Callable[[Path], None]:
    def damage(theme: Path) -> None:
        (theme / name).write_text(said, "utf-8")

    return damage


def remove(name: str) -> Callable[[Path], None]:
    return lambda theme: (theme / name).unlink()


def cut(name: str) -> Callable[[Path], None]:
    def damage(theme: Path) -> None:
        said = (theme / name).read_bytes()
        (theme / name).write_bytes(said[: len(said) // 2])

    return damage


def garble(name: str) -> Callable[[Path], None]:
    def damage(theme: Path) -> None:
        (theme / name).write_bytes((theme / name).read_bytes() + b"\xe1\xbb")

    return damage


# what happens to the theme, where it is told, and a part of what is told
DAMAGE = [
    (write("main.html", ""), "theme/main.html", "tệp rỗng"),
    (write("main.html", "{# mất #}"), "theme/main.html", "dựng ra không có tiêu đề <h1>"),
    (write("article.html", '{% extends "main.html" %}{% block content %}{% endblock %}'), "theme/article.html", "không có tiêu đề"),
    (remove("main.html"), "theme/main.html", "không có tệp này, dù theme/mkdocs.yml gọi tới"),
    (remove("404.html"), "theme/404.html", "không có tệp này"),
    (remove("partials/header.html"), "theme/partials/header.html", "dù theme/main.html gọi tới"),
    (remove("article.html"), "theme", "article.html"),
    (garble("partials/footer.html"), "theme/partials/footer.html", "không phải UTF-8"),
    (garble("assets/css/page.css"), "theme/assets/css/page.css", "không phải UTF-8"),
    (garble("assets/js/light.js"), "theme/assets/js/light.js", "không phải UTF-8"),
    (remove("assets/css/page.css"), "theme/assets/css/page.css", "dù mkdocs.yml gọi tới"),
    (write("assets/css/page.css", " \n"), "theme/assets/css/page.css", "tệp rỗng"),
    (remove("assets/js/light.js"), "theme/assets/js/light.js", "dù mkdocs.yml gọi tới"),
    (remove("assets/js/search-find.js"), "theme/assets/js/search-find.js", "không có tệp này"),
    (cut("assets/js/search-find.js"), "theme/assets/js/search-find.js", "kịch bản hỏng"),
    (write("assets/js/light.js", "<<<<<<< HEAD\n"), "theme/assets/js/light.js", "kịch bản hỏng"),
    (remove("assets/fonts/source-serif-4-400.woff2"), "theme/assets/fonts/source-serif-4-400.woff2", "dù theme/assets/css/fonts.css gọi tới"),
    (write("partials/logo.html", '<img src="{{ "assets/images/khong-co.svg" | url }}" alt="">'), "content/", "dẫn tới assets/images/khong-co.svg"),
    (write("partials/footer.html", '<a href="{{ "khong-co.html" | url }}">x</a>'), "content/", "dẫn tới khong-co.html"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "where", "said"), DAMAGE)
def test_a_damaged_theme_is_told_and_the_good_site_stays(
    project: Path, damage: Callable[[Path], None], where: str, said: str
) -> None:
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    damage(project / "theme")
    with pytest.raises(ProblemsFound) as caught:
        pipeline.build(project)
    told = [problem for problem in caught.value.problems if said in problem.what]
    assert any(problem.where.startswith(where) for problem in told), caught.value
    after = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert after == before


SCRIPTS = [
    ("", None),
    ("const f = async ({ a, ...b }, c = 1) => a?.b ?? c ** 2;\n", None),
    ("class A { #x = 1; static { A.y = /[/\"']/u; } get x() { return `${this.#x}`; } }", None),
    ("for (const [k, v] of map) label: while (k) break label;", None),
    ("let a = 1;\nlet b = (2;\n", 2),
    ("let a = 1;\nfunction f() {\n", 2),
    ("let a = 'x;\n", 1),
    ("let a = 1\n=======\nlet a = 2\n", 2),
    ("{{ page.title }} is no script", 1),
]


@pytest.mark.parametrize(("script", "line"), SCRIPTS)
def test_a_script_parses_or_its_line_is_told(script: str, line: int | None) -> None:
    assert broken_line(script) == line


ADDRESSES = [
    ('<a href="b.html#c">', ("bai-viet/b.html",)),
    ('<a class="x" href="../nam/2018.html?a=1">', ("nam/2018.html",)),
    ("<a href='../a%20b.pdf'>", ("a b.pdf",)),
    ('<img alt="" src="../x&amp;y.svg">', ("x&y.svg",)),
    ('<a href="../nam/">', ("nam/",)),
    ('<script src="/x.js" defer></script>', ("/x.js",)),
    ('<a href="#cau-1">', ()),
    ('<a href="https://example.org/x">', ()),
    ('<a href="//example.org/x">', ()),
    ('<a href="mailto:a@example.org">', ()),
    ('<img src="data:image/png;base64,AA==">', ()),
    ('<p>Ghi &lt;a href="x.html"> hay href="y.html"</p>', ()),
    ("<a>", ()),
]


@pytest.mark.parametrize(("html", "files"), ADDRESSES)
def test_of_a_page_are_known_the_files_that_it_leads_to(html: str, files: tuple[str, ...]) -> None:
    assert named("bai-viet/a.html", html.encode()) == files
