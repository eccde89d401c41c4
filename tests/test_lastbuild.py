"""What people write or change in content/ goes only at their word; what a build wrote goes freely."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from egov_timeline import lastbuild, pipeline, site, staging
from egov_timeline.cli import app
from project import FROZEN, generated, write_content

MARK = "---\n# generated from seeds/articles/x.txt\n---\n"
BEFORE = {"index.md": f"{MARK}cũ\n", "data/timeline.csv": "cũ\r\n", "nam/a.js": "// generated\n"}
NOW = {"index.md": f"{MARK}mới\n", "data/timeline.csv": "mới\r\n", "chu-de/y.md": f"{MARK}y\n"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """content/ as a build left it, which wrote BEFORE."""
    (tmp_path / "content").mkdir()
    write_content(tmp_path, BEFORE)
    return tmp_path / "content"


def told(content: Path) -> list[str]:
    """What stands against a build that would write NOW."""
    staged = staging.stage(content, NOW, content.parent / "staged")
    return [str(problem) for problem in staged.of_people(content)]


def nothing(content: Path) -> None:
    pass


def line_ends(content: Path) -> None:
    page = content / "index.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))


def as_it_will_be(content: Path) -> None:
    (content / "index.md").write_text(NOW["index.md"], "utf-8")


def deleted(content: Path) -> None:
    (content / "index.md").unlink()


def a_page_of_ones_own(content: Path) -> None:
    (content / "them.md").write_text("# Trang thêm\n", "utf-8")


def without_a_record(content: Path) -> None:
    """As a project that was built by an earlier release, pages of which say so of themselves."""
    (content / lastbuild.NAME).unlink()
    (content / "data/timeline.csv").unlink()


def merged_record(content: Path) -> None:
    """Two branches wrote the page: git's union of both lists has the line of either."""
    record = content / lastbuild.NAME
    record.write_text(f"{'0' * 40}  index.md\n" + record.read_text("utf-8"), "utf-8")


FREE = [nothing, line_ends, as_it_will_be, deleted, a_page_of_ones_own, without_a_record]


@pytest.mark.parametrize("change", [*FREE, merged_record], ids=lambda change: change.__name__)
def test_what_no_person_changed_is_replaced_without_a_word(
    content: Path, change: Callable[[Path], None]
) -> None:
    change(content)
    assert told(content) == []


def page(content: Path) -> str:
    with (content / "index.md").open("a", encoding="utf-8") as there:
        there.write("Thêm một câu.\n")
    return "content/index.md: đã có người sửa sau lần dựng trước, mà build sẽ ghi đè."


def data(content: Path) -> str:
    (content / "data/timeline.csv").write_text("của tôi", "utf-8")
    return "content/data/timeline.csv: đã có người sửa sau lần dựng trước, mà build sẽ ghi đè."


def in_the_way(content: Path) -> str:
    (content / "chu-de").mkdir()
    (content / "chu-de/y.md").write_text("# Của tôi\n", "utf-8")
    return "content/chu-de/y.md: không phải do build ghi ra, mà build sẽ ghi đè."


def a_folder_in_the_way(content: Path) -> str:
    (content / "chu-de/y.md").mkdir(parents=True)
    return "content/chu-de/y.md: không phải do build ghi ra, mà build sẽ ghi đè."


def a_link_to_nothing_in_the_way(content: Path) -> str:
    (content / "chu-de").mkdir()
    (content / "chu-de/y.md").symlink_to("nowhere.md")
    return "content/chu-de/y.md: không phải do build ghi ra, mà build sẽ ghi đè."


def a_script_to_go(content: Path) -> str:
    (content / "nam/a.js").write_text("// generated\nlet mine = 1;\n", "utf-8")
    return "content/nam/a.js: đã có người sửa sau lần dựng trước, mà build sẽ xóa."


def a_copy_of_a_page(content: Path) -> str:
    (content / "ban-sao.md").write_text(BEFORE["index.md"] + "Thêm.\n", "utf-8")
    return "content/ban-sao.md: không phải do build ghi ra, mà build sẽ xóa."


def data_without_a_record(content: Path) -> str:
    (content / lastbuild.NAME).unlink()
    return "content/data/timeline.csv: không phải do build ghi ra, mà build sẽ ghi đè."


REFUSED = [
    *(page, data, in_the_way, a_folder_in_the_way, a_link_to_nothing_in_the_way),
    *(a_script_to_go, a_copy_of_a_page, data_without_a_record),
]


@pytest.mark.parametrize("change", REFUSED, ids=lambda change: change.__name__)
def test_what_a_person_wrote_or_changed_is_told_with_the_remedy(
    content: Path, change: Callable[[Path], str]
) -> None:
    expected = change(content)
    (message,) = told(content)
    assert message.startswith(expected)
    assert message.endswith(", rồi chạy `egov-timeline build --overwrite`.")


def test_what_was_taken_over_and_what_is_written_now_is_kept(content: Path) -> None:
    """Without the mark, a page that nothing generates any more is its editor's."""
    (content / "nam/a.js").write_text("let mine = 1;\n", "utf-8")
    write_content(content.parent, NOW)
    assert (content / "nam/a.js").exists()
    assert told(content) == []


def test_data_that_is_generated_no_more_goes(content: Path) -> None:
    write_content(content.parent, BEFORE | {"data/old.xml": "<a/>"})
    write_content(content.parent, BEFORE)
    assert not (content / "data/old.xml").exists()


def test_a_build_that_was_killed_while_it_published_left_no_work_of_a_person(
    content: Path,
) -> None:
    staged = staging.stage(content, NOW, content.parent / "staged")
    for new, target in [*staging.changes(content, staged, {})][:-1]:
        target.parent.mkdir(exist_ok=True)
        new.replace(target) if new else target.unlink()
    later = NOW | {"index.md": f"{MARK}mới hơn\n"}
    staged = staging.stage(content, later, content.parent / "again")
    assert staged.changed == ("index.md",)
    assert staged.of_people(content) == ()


def terms(count: int) -> str:
    return "".join(f"- {{id: t{number}, label: T}}\n" for number in range(count))


# what a vocabulary was before and is now, and what is told of it
FALLEN = [
    (terms(10), terms(10), None),
    (terms(10), terms(10).rstrip("\n"), None),  # many programs write no last line end
    (terms(10), terms(12).rstrip("\n"), None),
    (terms(10), terms(5), None),
    (terms(10), terms(4), "chỉ còn 4 trong 10 tên gọi của lần dựng trước"),
    (terms(10), "[]\n", "chỉ còn 0 trong 10 tên gọi của lần dựng trước"),
    (terms(10), terms(9).rstrip("}\n"), "dừng giữa dòng cuối, và chỉ còn 9 trong 10 tên gọi"),
    ("[]\n", terms(2), None),
]


@pytest.mark.parametrize(("before", "now", "said"), FALLEN)
def test_a_vocabulary_that_was_cut_off_is_refused_and_half_of_one_told(
    content: Path, before: str, now: str, said: str | None
) -> None:
    record = lastbuild.written({}, {"themes.yml": before.count("id:")})
    (content / lastbuild.NAME).write_bytes(record)
    (content.parent / "themes.yml").write_text(now, "utf-8")
    last, sizes = lastbuild.read(content), {"themes.yml": now.count("id:")}
    told = list(lastbuild.fallen(content.parent, last, sizes))
    assert [problem.what.startswith(said or "") for problem in told] == [True] * bool(said)
    assert [problem.warning for problem in told] == ["cắt cụt" not in p.what for p in told]


def make_nothing(root: Path, content: Path, site_dir: Path, **_: object) -> site.Site:
    """Stand in for MkDocs, which takes its time."""
    site_dir.mkdir()
    return site.Site("", "")


def pack_nothing(site_dir: Path, target: Path, *_: object, **__: object) -> dict[str, str]:
    target.write_bytes(b"")
    return {}


def test_build_refuses_until_the_editor_decides_and_then_says_what_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.site, "build", make_nothing)
    monkeypatch.setattr(pipeline.bundle, "make", pack_nothing)
    shutil.copytree(FROZEN / "seeds", tmp_path / "seeds")
    shutil.copy(FROZEN / "mkdocs.yml", tmp_path)
    write_content(tmp_path, generated())
    changed = tmp_path / "content/index.md"
    changed.write_text(generated()["index.md"] + "Của tôi.\n", "utf-8")

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, [*words, "--root", str(tmp_path)])
        return result.exit_code, result.stderr

    code, said = run("build")
    assert code == 1 and said.startswith("content/index.md: đã có người sửa")
    assert changed.read_text("utf-8").endswith("Của tôi.\n")
    code, said = run("check")
    assert code == 0 and "content/index.md: đã có người sửa" in said
    code, said = run("build", "--overwrite")
    assert code == 0, said
    assert "content/index.md: đã có người sửa" in said and "đã ghi đè" in said
    assert changed.read_text("utf-8") == generated()["index.md"]
    assert run("build") == (0, "")
    themes = tmp_path / "seeds/vocabulary/themes.yml"
    themes.write_text("\n".join(themes.read_text("utf-8").splitlines()[:-40]), "utf-8")
    code, said = run("build")
    assert code == 1 and said.startswith("seeds/vocabulary/themes.yml: dừng giữa dòng cuối")
    assert run("check")[0] == 1
