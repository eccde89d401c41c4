"""A build that has built before: never a stale byte, whatever has changed, and no needless one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from egov_timeline import cache, once, pipeline, search, site, understood
from egov_timeline.records import Record
from egov_timeline.site import rendering
from egov_timeline.vocabulary import Vocabularies
from project import SEEDS, copy_to

SEED = f"seeds/articles/{SEEDS[0].stem}"
Changed = Callable[[Path], None]


@pytest.fixture(scope="module", autouse=True)
def short_stretches() -> Iterator[None]:
    """Let search make its index of these few articles in several parts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(once, "STRETCH", 2)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, with what the build keeps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        root = copy_to(tmp_path_factory.mktemp("built") / "project")
        attach(root, b"%PDF-1.4 one")
        pipeline.build(root)
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same project, to be changed."""
    monkeypatch.delenv("SITE_URL", raising=False)
    return shutil.copytree(built, tmp_path / "project")


def tree(root: Path) -> dict[str, bytes]:
    """Everything that is published, byte for byte."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("content", "site", "dist")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def clean(project: Path) -> dict[str, bytes]:
    """What comes out where nothing was made before."""
    root = shutil.copytree(project, project.parent / "clean")
    for folder in (".cache", "site", "dist"):
        shutil.rmtree(root / folder, ignore_errors=True)
    pipeline.build(root)
    return tree(root)


def append(path: Path, said: str) -> None:
    path.write_text(path.read_text("utf-8") + said, "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    said = path.read_text("utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), "utf-8")


def attach(root: Path, content: bytes) -> None:
    (root / "seeds/originals").mkdir(exist_ok=True)
    (root / "seeds/originals/chuong-trinh.pdf").write_bytes(content)
    sidecar = root / f"{SEED}.yml"
    if "attachments" not in sidecar.read_text("utf-8"):
        append(sidecar, "attachments: [{file: chuong-trinh.pdf, label: Chương trình}]\n")


def text(root: Path) -> None:
    append(root / f"{SEED}.txt", "\nHội thảo còn bàn về một phụ lục chưa ai đọc.\n")


def sidecar(root: Path) -> None:
    replace(root / f"{SEED}.yml", "publisher: Báo", "publisher: Nhật báo")


def new_seed(root: Path) -> None:
    said = "Hội thảo mới\n\nNgày 5/10/2017, Sở Y tế tổ chức Hội thảo Dữ liệu mở tại Huế.\n"
    (root / "seeds/articles/moi.txt").write_text(said, "utf-8")


def seed_gone(root: Path) -> None:
    for ending in (".txt", ".yml"):
        (root / f"{SEED}{ending}").unlink()


def sidecar_gone(root: Path) -> None:
    (root / f"{SEED}.yml").unlink()


def seed_renamed(root: Path) -> None:
    for ending in (".txt", ".yml"):
        (root / f"{SEED}{ending}").rename(root / f"seeds/articles/ten-khac{ending}")


def vocabulary_label(root: Path) -> None:
    path = root / "seeds/vocabulary/themes.yml"
    replace(path, "label: Chính phủ điện tử", "label: Chính phủ trên mạng")


def own_label(root: Path) -> None:
    said = "log: Sổ ký\nsearch: Tra cứu\nfields: {organizer: Bên tổ chức}\n"
    (root / "seeds/vocabulary/labels.yml").write_text(said, "utf-8")


def template(root: Path) -> None:
    replace(root / "theme/article.html", "{{ page.content", "<p>Thêm một dòng</p>{{ page.content")


def partial(root: Path) -> None:
    append(root / "theme/partials/footer.html", "<p>Thêm một dòng</p>\n")


def new_picture(root: Path) -> None:
    (root / "theme/assets/moi.svg").write_text("<svg/>", "utf-8")


def sheet(root: Path) -> None:
    append(root / "theme/assets/css/page.css", ".tl-page { outline: 1px solid }\n")


def script(root: Path) -> None:
    append(root / "theme/assets/js/search-query.js", "self.tlNew = 1;\n")


def setting(root: Path) -> None:
    replace(root / "mkdocs.yml", "site_name: Dòng", "site_name: Một dòng")


def inherited_setting(root: Path) -> None:
    replace(root / "theme/mkdocs.yml", "Đơn vị: don-vi", "Các đơn vị: don-vi")


def page_by_hand(root: Path) -> None:
    append(root / "content/gioi-thieu.md", "\nThêm một đoạn.\n")


def new_page_by_hand(root: Path) -> None:
    (root / "content/chu-de/them.md").write_text("# Trang thêm\n\n[Về](index.md)\n", "utf-8")


def attachment(root: Path) -> None:
    attach(root, b"%PDF-1.4 another")


def damaged_site(root: Path) -> None:
    for path in (root / "site").rglob("*.*"):
        path.write_text("damaged", "utf-8")


def touched_site(root: Path) -> None:
    """Change a letter of each file, which is as long and as old then as it was."""
    for path in (root / "site").rglob("*.*"):
        said, stat = path.read_bytes(), path.stat()
        path.write_bytes(said[:-1] + bytes([said[-1] ^ 1]) if said else said)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def damaged_cache(root: Path) -> None:
    (root / pipeline.CACHE).write_bytes(b"damaged")


def damaged_zip(root: Path) -> None:
    for path in (root / "dist").iterdir():
        path.write_bytes(path.read_bytes()[:5000] + b"damaged" + path.read_bytes()[5007:])


def no_zip(root: Path) -> None:
    shutil.rmtree(root / "dist")


def no_cache(root: Path) -> None:
    shutil.rmtree(root / ".cache")


def nothing(root: Path) -> None:
    pass


CHANGES: list[Changed] = [
    *(
        text,
        sidecar,
        new_seed,
        seed_gone,
        sidecar_gone,
        seed_renamed,
        vocabulary_label,
        own_label,
        template,
        partial,
        new_picture,
        sheet,
        script,
    ),
    *(setting, inherited_setting, page_by_hand, new_page_by_hand, attachment),
]
HARMLESS: list[Changed] = [
    *(damaged_site, touched_site, damaged_zip, no_zip, damaged_cache, no_cache, nothing),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_changes_the_result_is_that_of_a_clean_build(
    project: Path, change: Changed
) -> None:
    before = tree(project)
    change(project)
    expected = clean(project)
    pipeline.build(project)
    assert tree(project) == expected
    assert expected != before


def test_what_is_lost_of_the_last_build_is_made_again(project: Path) -> None:
    before = tree(project)
    for harm in HARMLESS:
        harm(project)
        pipeline.build(project)
        assert tree(project) == before, harm.__name__


def test_the_address_from_the_environment_is_in_every_page(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/a/")
    expected = clean(project)
    pipeline.build(project)
    assert tree(project) == expected
    assert "https://example.org/a/" in (project / "site/gioi-thieu.html").read_text("utf-8")


def made_anew(project: Path, monkeypatch: pytest.MonkeyPatch, **options: object) -> set[str]:
    """Build, and return the pages that were rendered."""
    rendered: set[str] = set()
    render = rendering._html

    def watched(shared: rendering.Shared, page: rendering.Page) -> bytes:
        rendered.add(page.file.src_uri)
        return render(shared, page)

    with monkeypatch.context() as patch:
        patch.setattr(rendering, "_html", watched)
        pipeline.build(project, jobs=1, **options)
    return rendered


def test_what_stays_the_same_is_neither_rendered_nor_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(project)
    kinds = ("**/*.html", "search/**/*.js", "nguon/*.txt")
    site_files = [path for kind in kinds for path in (project / "site").glob(kind)]
    before = {path: path.stat().st_ino for path in site_files}
    read = tree(project)
    text(project)
    rendered = made_anew(project, monkeypatch)
    changed = {name for name, said in tree(project).items() if read.get(name) != said}
    pages = {name for name in changed if name.endswith(".html") and name.startswith("site/")}
    assert {f"site/{Path(page).with_suffix('.html').as_posix()}" for page in rendered} == pages
    assert 1 <= len(pages) < 5
    same = [path for path in before if path.relative_to(project).as_posix() not in changed]
    assert [p for p in same if p.name != "404.html" and p.stat().st_ino != before[p]] == []
    assert made_anew(project, monkeypatch) == set()


def test_what_was_understood_is_not_understood_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(project)
    text(project)
    asked = []
    understand = understood.understand

    def watched(said: str, *given: object) -> object:
        asked.append(said)
        return understand(said, *given)

    monkeypatch.setattr(understood, "understand", watched)
    pipeline.build(project)
    assert len(asked) == 1 and "phụ lục chưa ai đọc" in asked[0]


def test_of_search_only_the_stretch_of_what_changed_is_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(project)
    text(project)
    read = []
    of_record = search.of_record

    def watched(record: Record, *given: Vocabularies) -> search.Entry:
        read.append(record.id)
        return of_record(record, *given)

    monkeypatch.setattr(search, "of_record", watched)
    pipeline.build(project, jobs=1)
    assert SEEDS[0].stem in read and len(read) < len(SEEDS)


def test_other_code_makes_everything_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = {path.relative_to(project / "content").as_posix() for path in pages_of(project)}
    monkeypatch.setattr(cache, "code", lambda: b"other")
    assert made_anew(project, monkeypatch) == every


def test_a_fresh_build_takes_nothing_from_the_last(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = {path.relative_to(project / "content").as_posix() for path in pages_of(project)}
    before = (project / pipeline.CACHE).read_bytes()
    assert made_anew(project, monkeypatch, fresh=True) == every
    assert (project / pipeline.CACHE).read_bytes() == before


def pages_of(project: Path) -> list[Path]:
    return list((project / "content").rglob("*.md"))


def test_a_build_that_is_cut_off_leaves_nothing_stale(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text(project)
    expected = clean(project)

    def cut_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    for stage in ((site, "build"), (pipeline.bundle, "make")):
        with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
            cut.setattr(*stage, cut_off)
            pipeline.build(project)
    pipeline.build(project)
    assert tree(project) == expected


def test_what_changes_during_a_build_is_not_kept_under_the_name_of_before(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor who saves and takes it back finds what was there before."""
    expected = clean(project)
    monkeypatch.setattr(cache, "code", lambda: b"other")  # all pages are rendered
    footer = project / "theme/partials/footer.html"
    before = footer.read_text("utf-8")
    gather = rendering.gather

    def saved_meanwhile(*given: object) -> rendering.Shared:
        shared = gather(*given)
        common = rendering.dependencies.common

        def once(*said: object) -> bytes:
            key = common(*said)
            monkeypatch.setattr(rendering.dependencies, "common", common)
            append(footer, "<p>Thêm một dòng</p>")
            return key

        monkeypatch.setattr(rendering.dependencies, "common", once)
        return shared

    with monkeypatch.context() as patch:
        patch.setattr(rendering, "gather", saved_meanwhile)
        pipeline.build(project)
    assert "Thêm một dòng" in (project / "site/index.html").read_text("utf-8")
    footer.write_text(before, "utf-8")
    pipeline.build(project)
    assert tree(project) == expected


def test_a_link_to_a_page_that_is_gone_is_told_though_its_page_is_the_same(project: Path) -> None:
    (project / "content/chu-de/them.md").write_text("# Trang thêm\n\n[x](../khac.md)\n", "utf-8")
    (project / "content/khac.md").write_text("# Trang khác\n", "utf-8")
    append(project / "theme/mkdocs.yml", "\n")
    replace(project / "theme/mkdocs.yml", "  /dinh-chinh.md", "  /dinh-chinh.md\n  /khac.md")
    pipeline.build(project)
    (project / "content/khac.md").unlink()
    with pytest.raises(pipeline.ProblemsFound, match=r"content/chu-de/them\.md: .*khac\.md"):
        pipeline.build(project)
