"""The site build on a project of two pages: what is left out, what counts as a failure."""

from __future__ import annotations

import re
import socket
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from mkdocs.livereload import LiveReloadServer

from egov_timeline import site
from egov_timeline.errors import ProblemsFound

CONFIG = """\
site_name: Dòng thời gian
site_url: !ENV [SITE_URL, '']
docs_dir: content
theme: {name: material, language: vi, font: false, custom_dir: theme}
plugins: []
use_directory_urls: false
"""
HOME = "# Trang chủ\n\nXem [bài viết](bai-viet/hoi-thao.md).\n"
ARTICLE = "# Hội thảo\n\nHội thảo Chính phủ điện tử tại Huế.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SITE_URL", raising=False)
    root = tmp_path / "project"
    (root / "content" / "bai-viet").mkdir(parents=True)
    (root / "content" / "index.md").write_text(HOME, "utf-8")
    (root / "content" / "bai-viet" / "hoi-thao.md").write_text(ARTICLE, "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (root / "theme").mkdir()
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_page_becomes_a_file_that_any_host_can_serve(project: Path) -> None:
    site.build(project, project / "content", project / "site")
    files = files_of(project / "site")
    assert {"index.html", "bai-viet/hoi-thao.html", "404.html", ".nojekyll"} <= set(files)


def test_a_project_may_be_named_from_any_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    site.build(Path("project"), Path("project/content"), Path("project/site"))
    assert (project / "site" / "index.html").exists()


def test_leaves_out_what_no_page_asks_for(project: Path) -> None:
    site.build(project, project / "content", project / "site")
    files = files_of(project / "site")

    assert not [name for name in files if name.endswith(".map")]
    assert not [name for name, content in files.items() if b"sourceMappingURL=" in content]
    assert not [name for name in files if "lunr" in name or "/workers/" in name]
    assert not [
        path for path in (project / "site").rglob("*") if path.is_dir() and not any(path.iterdir())
    ]


OURS = """\
/* Said to the reader of the source. */
(function () {
  "use strict";
  document.title = `a  //  b` + "/* c */"; // and this
})();
"""


def test_pages_ask_for_one_script_and_one_sheet_of_ours(project: Path) -> None:
    """What stands in the project's own content is asked for as it is."""
    for name in ("one.js", "two.js", "a.css", "b.css"):
        path = project / "theme" / "assets" / name.rpartition(".")[2] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(OURS if name.endswith("js") else "p { color: red }", "utf-8")
    (project / "content" / "own.css").write_text("", "utf-8")
    (project / "content" / "assets" / "js").mkdir(parents=True)
    (project / "content" / "assets" / "js" / "own.js").write_text(OURS, "utf-8")
    listed = (
        "extra_css: [assets/css/a.css, assets/css/b.css, own.css]\n"
        "extra_javascript: [assets/js/one.js, {path: assets/js/own.js, type: module}, "
        "assets/js/two.js]\n"
    )
    (project / "mkdocs.yml").write_text(CONFIG + listed, "utf-8")
    site.build(project, project / "content", project / "site")

    page = (project / "site" / "index.html").read_text("utf-8")
    (script,) = re.findall(r'<script src="(assets/js/site[^"]+)"', page)
    (sheet,) = re.findall(r'<link rel="stylesheet" href="(assets/css/[^"]+)"', page)
    assert '<script src="assets/js/own.js" type="module">' in page and '"own.css"' in page
    files = files_of(project / "site")
    ours = {name for name in files if name.startswith(("assets/js/", "assets/css/"))}
    assert ours == {script, sheet, "assets/js/own.js"}
    assert files["assets/js/own.js"].decode() == OURS
    text = files[script].decode()
    assert text.count('`a  //  b`+"/* c */"') == 2
    assert "Said" not in text and "and this" not in text


def test_two_builds_are_the_same_bytes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/egov-timeline/")
    site.build(project, project / "content", project / "one")
    site.build(project, project / "content", project / "two")
    assert files_of(project / "one") == files_of(project / "two")


def test_no_date_of_the_build_is_in_it(project: Path) -> None:
    template = "<h1>{{ build_date_utc.isoformat() }}</h1>"
    (project / "theme" / "main.html").write_text(template, "utf-8")
    site.build(project, project / "content", project / "site")
    assert (project / "site" / "index.html").read_text("utf-8").startswith("<h1>1970-01-01")


def test_the_site_map_needs_an_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build(project, project / "content", project / "site")
    assert not list((project / "site").glob("sitemap*"))

    monkeypatch.setenv("SITE_URL", "https://example.org/egov-timeline")
    site.build(project, project / "content", project / "site")
    addresses = (project / "site" / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/egov-timeline/bai-viet/hoi-thao.html</loc>" in addresses
    missing = (project / "site" / "404.html").read_text("utf-8")
    assert 'href="/egov-timeline/' in missing


def test_the_address_may_come_from_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/a")
    site.build(project, project / "content", project / "site")
    assert "https://example.org/a/index.html" in (project / "site/sitemap.xml").read_text("utf-8")


def test_an_address_that_is_none_is_laid_to_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "example.org")
    with pytest.raises(ProblemsFound) as caught:
        site.build(project, project / "content", project / "site")
    said = str(caught.value)
    assert said.startswith(
        'SITE_URL: "example.org" không phải địa chỉ trang web. Viết như https://'
    )
    assert "mkdocs.yml" not in said


def break_address(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\nsite_url: example.org\n", "utf-8")


def break_link(project: Path) -> None:
    (project / "content" / "index.md").write_text("# Trang chủ\n\n[Mất](mat.md)\n", "utf-8")


def break_template(project: Path) -> None:
    (project / "theme" / "main.html").write_text("một\n{% if %}", "utf-8")


def break_template_value(project: Path) -> None:
    (project / "theme" / "main.html").write_text("một\n{{ page.khong.co }}", "utf-8")


def break_config(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\ntheme: {name: khong-co}\n", "utf-8")


def break_yaml(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n", "utf-8")


FAILURES = [
    (break_link, "content/index.md", None, "'mat.md'"),
    (break_template, "theme/main.html", 2, "mẫu trang hỏng"),
    (break_template_value, "theme/main.html", 2, "mẫu trang hỏng"),
    (break_config, "mkdocs.yml", None, "khong-co"),
    (break_yaml, "mkdocs.yml", 2, "không đọc được YAML"),
    (break_address, "mkdocs.yml", None, "'site_url'"),
]


@pytest.mark.parametrize(("damage", "where", "line", "what"), FAILURES)
def test_a_failed_build_says_where(
    project: Path,
    damage,
    where: str,
    line: int | None,
    what: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    damage(project)

    with pytest.raises(ProblemsFound) as caught:
        site.build(project, project / "content", project / "site")

    problem = caught.value.problems[0]
    assert (problem.where, problem.line) == (where, line)
    assert what in problem.what
    assert problem.remedy
    assert capfd.readouterr() == ("", "")


def test_every_warning_is_told_at_once(project: Path) -> None:
    (project / "content" / "index.md").write_text("# Trang chủ\n\n[a](a.md) [b](b.md)\n", "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        site.build(project, project / "content", project / "site")
    assert ["'a.md'" in p.what or "'b.md'" in p.what for p in caught.value.problems] == [True, True]


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ProblemsFound, match=f"cổng {port}: đang bận .* --port"):
            site.serve(tmp_path, [tmp_path], lambda: None, lambda: None, port)


class Visit:
    """A server that runs beside the test: `change` its input, `get` its home page."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.rebuilt: Queue[None] = Queue()
        self.outcome: BaseException | None = None
        self._open = threading.Event()
        (folder / "index.html").write_text("<p>Trang chủ</p>", "utf-8")
        (folder / "seeds").mkdir()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        activate = LiveReloadServer.server_activate

        def announce(server: LiveReloadServer) -> None:
            activate(server)
            self._open.set()

        monkeypatch.setattr(LiveReloadServer, "server_activate", announce)

    def get(self) -> str:
        address = f"http://127.0.0.1:{self.port}/index.html"
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.read().decode("utf-8")

    def change(self) -> None:
        name = f"{len(list((self.folder / 'seeds').iterdir()))}.txt"
        (self.folder / "seeds" / name).write_text("Hội thảo", "utf-8")
        self.rebuilt.get(timeout=30)

    @contextmanager
    def serving(self, outcomes: list[type[BaseException]]) -> Iterator[None]:
        """Serve with a rebuild that ends in one of the `outcomes` after the other."""
        ends = iter(outcomes)

        def rebuild() -> None:
            self.rebuilt.put(None)
            raise next(ends)("on purpose")

        def serve() -> None:
            watched = [self.folder / "seeds", self.folder / "missing.md"]
            try:
                site.serve(self.folder, watched, lambda: None, rebuild, self.port)
            except BaseException as err:
                self.outcome = err
                self._open.set()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        assert self._open.wait(30)
        yield
        thread.join(30)
        assert not thread.is_alive()


def test_a_rebuild_that_fails_is_told_and_the_site_is_still_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    visit = Visit(tmp_path, monkeypatch)
    with visit.serving([ZeroDivisionError, KeyboardInterrupt]):
        assert "Trang chủ" in visit.get()
        visit.change()
        assert "Trang chủ" in visit.get()
        assert "ZeroDivisionError: on purpose" in capfd.readouterr().err
        # Ctrl-C comes to the thread that builds.
        visit.change()
    assert visit.outcome is None
    with socket.create_server(("127.0.0.1", visit.port)):
        pass


@pytest.mark.parametrize("moment", ["__init__", "watch", "server_bind"])
def test_an_interrupt_at_any_moment_ends_it_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(LiveReloadServer, moment, interrupt)
    site.serve(tmp_path, [tmp_path], lambda: None, lambda: None, 0)


def test_trouble_with_a_watched_path_is_not_laid_to_the_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "seeds")

    monkeypatch.setattr(LiveReloadServer, "watch", refuse)
    with pytest.raises(PermissionError):
        site.serve(tmp_path, [tmp_path], lambda: None, lambda: None, 0)


def test_a_file_put_in_its_own_place_asks_for_no_rebuild(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build publishes whole folders anew: it would ask for itself without end."""
    seed, folder, rebuilds = tmp_path / "x.txt", tmp_path / "theme", []
    seed.write_text("Hội thảo", "utf-8")
    folder.mkdir()

    def saves(server: LiveReloadServer) -> None:
        twin = tmp_path / "twin"
        twin.write_bytes(seed.read_bytes())
        twin.replace(seed)
        server.builder()
        assert len(rebuilds) == 0
        seed.write_text("Hội nghị", "utf-8")
        server.builder()
        assert len(rebuilds) == 1
        (folder / "new.html").touch()
        server.builder()
        assert len(rebuilds) == 2

    def rebuild() -> list[Path]:
        rebuilds.append(None)
        return []

    monkeypatch.setattr(LiveReloadServer, "serve", saves)
    site.serve(tmp_path, [seed, folder], lambda: None, rebuild, 0)
    assert len(rebuilds) == 2


def test_what_a_rebuild_writes_itself_asks_for_no_other_and_what_people_write_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, rebuilds = tmp_path / "content", []
    content.mkdir()
    page, gone, by_hand = (content / name for name in ("page.md", "gone.md", "gioi-thieu.md"))
    for path in (page, gone, by_hand):
        path.write_text("Hội thảo", "utf-8")

    def rebuild() -> list[Path]:
        """Write a page, remove another; somebody writes a third meanwhile."""
        rebuilds.append(None)
        page.write_text(f"Hội thảo {len(rebuilds)}", "utf-8")
        gone.unlink(missing_ok=True)
        if len(rebuilds) == 1:
            by_hand.write_text("Giới thiệu", "utf-8")
        return [page, gone]

    def saves(server: LiveReloadServer) -> None:
        (content / "new.md").touch()
        for asked, built in ((1, 1), (2, 2), (3, 2)):
            server.builder()
            assert len(rebuilds) == built, asked
        page.write_text("Người sửa", "utf-8")
        server.builder()
        assert len(rebuilds) == 3

    monkeypatch.setattr(LiveReloadServer, "serve", saves)
    site.serve(tmp_path, [content], lambda: None, rebuild, 0)
    assert len(rebuilds) == 3
