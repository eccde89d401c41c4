"""`egov-timeline add`: what came is kept, what it says is told, and bad input changes nothing."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from egov_timeline import adding, seeds
from egov_timeline.cli import app
from project import FROZEN, PROJECT

CASES = PROJECT.parent / "shared/cases/intake"

HALL = """Báo Cánh Buồm
Trang chủ
Thời sự
Thứ năm, 14/03/2019, 09:05 (GMT+7)
Quảng Ngãi mở hội nghị Chính quyền số
(CB) - Sáng 14/3, tại Nhà khách số 5, UBND tỉnh Quảng Ngãi tổ chức Hội nghị Chính quyền số Quảng Ngãi 2019. Hội nghị có hơn 100 đại biểu dự.
Các đại biểu bàn về phần mềm họp không giấy và chữ ký số cho cán bộ xã, phường.
Lê Hoài An
Chia sẻ
Bình luận (0)
© 2019 Báo Cánh Buồm. Giấy phép số 7/GP-TTĐT
"""
RETOLD = """Họp không giấy ở Quảng Ngãi

15/03/2019 07:15

Hôm qua (14/3), Hội nghị Chính quyền số Quảng Ngãi 2019 đã diễn ra tại thành phố Quảng Ngãi, do UBND tỉnh Quảng Ngãi tổ chức.
Người dự hỏi nhiều về kinh phí cho các xã đảo.
"""
ELSEWHERE = """Hội nghị Chính quyền số Kon Tum 2019

Sáng 14/3/2019, tại Kon Tum, UBND tỉnh Kon Tum tổ chức Hội nghị Chính quyền số Kon Tum 2019 cho các huyện.
"""
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>a</title>
<meta property="og:site_name" content="Báo Thông: 'Reo'">
<meta property="article:published_time" content="2019-03-14T10:00:00+07:00"></head><body><article>
<h1>Kon Tum mở hội nghị</h1>{"".join(f"<p>{line}</p>" for line in ELSEWHERE.split(chr(10)) if line)}
</article></body></html>"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FROZEN, tmp_path / "project"))


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Where the editor keeps files: not in the project."""
    folder = tmp_path / "tải về"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def add(project: Path, *sources: str, piped: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["add", *sources, "--root", str(project)], input=piped)


def tree(root: Path) -> dict[Path, bytes | None]:
    return {p: p.read_bytes() if p.is_file() else None for p in root.rglob("*")}


def text_of(project: Path, ident: str) -> str:
    return (project / f"seeds/articles/{ident}.txt").read_text("utf-8")


def sidecar_of(project: Path, ident: str) -> str:
    return (project / f"seeds/articles/{ident}.yml").read_text("utf-8")


def seed_of(project: Path, ident: str) -> seeds.Seed:
    return next(seed for seed in seeds.read(project) if seed.id == ident)


def test_a_page_copied_whole_is_kept_and_its_author_and_publisher_are_offered(
    project: Path, given: Path
) -> None:
    raw = HALL.replace("\n", "\r\n").encode("utf-16")
    done = add(project, put(given, "Bài mới (1).txt", raw))
    assert done.exit_code == 0, done.output
    assert (project / "seeds/originals/bai-moi-1.txt").read_bytes() == raw
    assert text_of(project, "bai-moi-1") == HALL
    told = sidecar_of(project, "bai-moi-1")
    assert "  # author: Lê Hoài An\n  # publisher: Báo Cánh Buồm\n" in told
    seed = seed_of(project, "bai-moi-1")
    assert seed.slug == "quang-ngai-mo-hoi-nghi-chinh-quyen-so"
    assert seed.added
    assert hashlib.sha256(raw).hexdigest() in told
    for said in (
        "nhận ra chữ viết bằng UTF-16",
        "Thời gian: 14/3/2019",
        "“Sáng 14/3”",
        "Địa điểm: Nhà khách số 5, Quảng Ngãi",
        "tác giả có lẽ là Lê Hoài An, theo dòng “Lê Hoài An”",
        "nơi đăng có lẽ là Báo Cánh Buồm",
        "on: '",
    ):
        assert said in done.output


def test_the_lines_that_are_offered_can_be_taken_as_they_stand(project: Path, given: Path) -> None:
    add(project, put(given, "a.txt", HALL))
    path = project / "seeds/articles/a.yml"
    path.write_text(
        path.read_text("utf-8")
        .replace("  # author", "  author")
        .replace("  # publisher", "  publisher"),
        "utf-8",
    )
    source = seed_of(project, "a").source
    assert (source.author, source.publisher) == ("Lê Hoài An", "Báo Cánh Buồm")


def test_what_a_page_says_of_itself_stands_in_the_sidecar(project: Path, given: Path) -> None:
    done = add(project, put(given, "a.txt", PAGE))  # HTML, whatever its name
    assert done.exit_code == 0, done.output
    assert (project / "seeds/originals/a.html").read_text("utf-8") == PAGE
    source = seed_of(project, "a").source
    assert (source.publisher, source.published) == ("Báo Thông: 'Reo'", "2019-03-14T10:00+07:00")
    assert "<" not in text_of(project, "a")


def test_what_is_piped_in_is_named_by_its_headline(project: Path) -> None:
    done = add(project, "-", piped=ELSEWHERE.encode())
    assert done.exit_code == 0, done.output
    assert text_of(project, "hoi-nghi-chinh-quyen-so-kon-tum-2019") == ELSEWHERE


def test_no_name_and_no_address_is_given_twice(project: Path, given: Path) -> None:
    first = add(project, put(given, "a.txt", ELSEWHERE))
    other = ELSEWHERE.replace("14/3/2019", "14/3/2018")
    second = add(project, put(given, "A.txt", other))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (text_of(project, "a"), text_of(project, "A-2")) == (ELSEWHERE, other)
    slugs = {seed_of(project, ident).slug for ident in ("a", "A-2")}
    assert len(slugs) == 2


def test_a_report_of_the_same_event_is_suspected(project: Path, given: Path) -> None:
    add(project, put(given, "a.txt", HALL), put(given, "kon-tum.txt", ELSEWHERE))
    done = add(project, put(given, "b.txt", RETOLD))
    assert "có lẽ cùng một sự kiện với a: cùng thời gian, địa điểm" in done.output
    assert "thêm vào seeds/articles/b.yml:\n    event: a\n" in done.output
    assert "kon-tum" not in done.output


def test_nearly_the_same_words_are_suspected(project: Path, given: Path) -> None:
    add(project, put(given, "a.txt", HALL))
    done = add(project, put(given, "b.txt", HALL.replace("Lê Hoài An", "(Theo Báo Cánh Buồm)")))
    assert "gần như trùng chữ với a (100 %)" in done.output


def test_of_two_that_come_together_the_second_points_to_the_first(
    project: Path, given: Path
) -> None:
    done = add(project, put(given, "b.txt", RETOLD), put(given, "a.txt", HALL))
    assert "event: b" in done.output
    assert "event: a" not in done.output


def test_pasted_lines_are_understood(project: Path, given: Path) -> None:
    done = add(project, put(given, "a.txt", HALL))
    below = done.output.partition("dán vào cuối seeds/articles/a.yml")[2].partition("\n")[2]
    lines = below.partition("\n  (hoặc ký")[0].replace("…", "Theo báo khác.")
    path = project / "seeds/articles/a.yml"
    told = "\n".join(line.removeprefix("  ") for line in lines.split("\n"))
    path.write_text(f"{path.read_text('utf-8')}{told}\n", "utf-8")
    explained = CliRunner().invoke(app, ["explain", "a", "--root", str(project)])
    assert explained.exit_code == 0, explained.output
    assert seed_of(project, "a").corrections


BELOW = f"""{HALL}

Tin liên quan

Các đại biểu kiến nghị cấp thêm kinh phí đào tạo cho cán bộ xã.

Khai trương cổng dữ liệu
"""


def test_a_paragraph_that_was_left_out_can_be_kept_by_the_line_that_is_shown(
    project: Path, given: Path
) -> None:
    done = add(project, put(given, "a.txt", BELOW))
    lines = done.output.partition("Để ngoài bài; ")[2].splitlines()[1:3]
    assert lines == ["  text:", "  - keep: Các đại biểu kiến nghị cấp thêm kinh"]
    path = project / "seeds/articles/a.yml"
    told = "\n".join(line.removeprefix("  ") for line in lines)
    explain = ["explain", "a", "--root", str(project)]
    before = CliRunner().invoke(app, explain).output
    path.write_text(f"{path.read_text('utf-8')}{told}\n", "utf-8")
    after = CliRunner().invoke(app, explain).output
    left_out = "để ngoài bài (tin bài khác): “Các đại biểu"
    assert left_out in before and 'text: [{keep: "' in before
    assert left_out not in after


BAD = [
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "lưu thành .docx"),
    ("a.txt", "H?i ngh? chuy?n đ?i s? ? t?nh", "đã mất hẳn"),
    ("a.txt", "H\ufffdi ngh\ufffd chuy\ufffdn", "đã mất hẳn"),
    ("a.txt", b"hai \xff\xd8\xfe\x81\x8d \xf0\x9d" + b"\xe1" * 9, "không phải UTF-8"),
    ("a.txt", "", "không có chữ nào"),
    ("a.docx", b"PK\x03\x04" + b"\x00" * 40 + b"word/document.xml", "không mở được"),
    ("a.pdf", b"%PDF-1.4 nothing", "không mở được"),
    ("a.html", "<html><body></body></html>", "không tìm thấy bài viết"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "ảnh"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD)
def test_bad_input_leaves_everything_untouched(
    project: Path, given: Path, name: str, content: str | bytes, said: str
) -> None:
    before = tree(project)
    done = add(project, put(given, "tot.txt", HALL), put(given, name, content))
    assert done.exit_code == 1
    assert said in done.stderr
    assert tree(project) == before


def test_all_that_cannot_be_read_is_told_at_once(project: Path, given: Path) -> None:
    before = tree(project)
    done = add(project, "khong-co.txt", put(given, "a.txt", b""), "http://127.0.0.1:9/x")
    assert done.exit_code == 1
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        "khong-co.txt",
        str(given / "a.txt"),
        "http://127.0.0.1:9/x",
    ]
    assert tree(project) == before


def test_the_same_file_is_not_taken_twice(project: Path, given: Path) -> None:
    path = put(given, "a.txt", HALL)
    assert add(project, path).exit_code == 0
    before = tree(project)
    assert "đã có trong dự án: a.txt" in add(project, path).stderr
    other, again = put(given, "b.txt", RETOLD), put(given, "c.txt", RETOLD)
    assert f"giống hệt {other}" in add(project, other, again).stderr
    assert tree(project) == before


def test_a_write_that_fails_leaves_everything_untouched(
    project: Path, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "seeds/originals").mkdir()
    before = tree(project)
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if self.name == "new-4":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert add(project, put(given, "a.txt", HALL), put(given, "b.txt", RETOLD)).exit_code
    assert tree(project) == before


def test_a_file_that_the_build_refuses_where_it_stands_makes_way_for_its_text(
    project: Path,
) -> None:
    articles = project / "seeds/articles"
    raw = HALL.encode("utf-16")
    put(articles, "cu.txt", raw)
    put(articles, "cu.yml", "slug: cu\n")
    put(articles, "trang.html", PAGE)
    done = add(project, str(articles / "cu.txt"), str(articles / "trang.html"))
    assert done.exit_code == 0, done.output
    assert (text_of(project, "cu"), sidecar_of(project, "cu")) == (HALL, "slug: cu\n")
    assert (project / "seeds/originals/cu.txt").read_bytes() == raw
    assert (project / "seeds/originals/trang.html").read_text("utf-8") == PAGE
    assert not (articles / "trang.html").exists()
    assert {"cu", "trang"} <= {seed.id for seed in seeds.read(project)}


def test_an_article_that_is_in_the_project_is_not_taken_in(project: Path) -> None:
    put(project / "seeds/articles", "a.txt", HALL)
    before = tree(project)
    assert add(project, str(project / "seeds/articles/a.txt")).exit_code == 1
    assert tree(project) == before


def test_a_fault_of_another_seed_does_not_stop_it(project: Path, given: Path) -> None:
    put(project / "seeds/articles", "hong.txt", b"\xff\x00\x01")
    put(project / "seeds/articles", "hong2.txt", "x")
    put(project / "seeds/articles", "hong2.yml", "slug: [")
    assert add(project, put(given, "a.txt", HALL)).exit_code == 0


def test_no_control_character_of_a_text_reaches_the_terminal(project: Path, given: Path) -> None:
    done = add(project, put(given, "a.txt", HALL.replace("Sáng 14/3", "Sáng\x1b[2J 14/3")))
    assert done.exit_code == 0
    assert "\x1b" not in done.output
    assert "U+001B (1 lần, từ dòng 6)" in done.output


def test_readers_are_loaded_by_no_other_command() -> None:
    program = "import sys; import egov_timeline.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"trafilatura", "docx", "pypdf", "lxml", "htmldate"} & set(loaded)


def test_it_runs_as_a_module_where_scripts_are_not_on_the_path() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "egov_timeline", "add", "--help"],
        env={"PYTHONPATH": str(PROJECT / "build"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "Ví dụ: egov-timeline add bai-moi.docx" in done.stdout


# What each file is, by the README beside it: ending of what is kept, day, place, words told.
GIVEN = [
    ("copied.txt", "txt", "2018-04-18", "Nhà Văn hóa 3-2", ["Minh Đức", "Báo Sông Hồng điện tử"]),
    ("saved.html", "html", "2019-05-20/2019-05-21", "TP. Buôn Ma Thuột", ["Y Moan"]),
    ("print.html", "html", "2020-11-26", "Cần Thơ", ["Bộ Thông tin và Truyền thông"]),
    ("ban-thao.docx", "docx", "2019-11-12", "Hà Nội", ["Diễn đàn Dữ liệu mở lần thứ nhất"]),
    ("print.pdf", "pdf", "2020-11-26", "Cần Thơ", ["Bộ Thông tin", "Ủy ban nhân dân thành phố Cần"]),
    ("cu-1258.txt", "txt", "2011-06-09", "Cần Thơ", ["Windows-1258"]),
    ("notepad-unicode.txt", "txt", "2014-12-25", "Hà Nội", ["UTF-16"]),
    ("tcvn3.txt", "txt", "2021-05-20", "Hà Giang", ["TCVN3"]),
    ("mojibake-cp1252.txt", "txt", "2021-05-20", "Hà Giang", ["3 chữ hỏng một phần"]),
    ("control.txt", "txt", "2016-08-15", "Đà Nẵng", ["U+0007", "U+001F", "U+000C", "U+200B"]),
    ("nbsp.txt", "txt", "2016-08-14", "Đà Nẵng", ["U+200B", "U+00AD"]),
    ("crlf-bom.txt", "txt", "2015-07-07", "Hải Phòng", ["Sở Nội vụ Hải Phòng"]),
    ("khong-tit.txt", "txt", "2018-09-22", "thành phố Vinh", ["đô thị thông minh"]),
]  # fmt: skip
LOST = ["question-marks.txt", "replacement-characters.txt", "mojibake-latin1.txt"]
needs_cases = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"files as editors have them are not there: {CASES}"
)


@needs_cases
@pytest.mark.parametrize(("name", "ending", "day", "place", "told"), GIVEN)
def test_files_as_editors_have_them(
    project: Path, name: str, ending: str, day: str, place: str, told: list[str]
) -> None:
    done = add(project, str(CASES / name))
    assert done.exit_code == 0, done.output
    ident = name.partition(".")[0]
    kept = project / f"seeds/originals/{ident}.{ending}"
    assert kept.read_bytes() == (CASES / name).read_bytes()
    extracted = CliRunner().invoke(app, ["extract", str(project / f"seeds/articles/{ident}.txt"), "--json", "--root", str(project)])  # fmt: skip
    assert f'"date": {{"value": "{day}"' in extracted.output
    assert [said for said in (place, *told) if said not in done.output] == []


@needs_cases
@pytest.mark.parametrize("name", LOST)
def test_files_whose_letters_are_lost(project: Path, name: str) -> None:
    before = tree(project)
    done = add(project, str(CASES / name))
    assert "đã mất hẳn" in done.stderr
    assert tree(project) == before


@needs_cases
def test_reports_of_one_event_as_editors_have_them(project: Path) -> None:
    names = ("bacninh-bao-a", "bacninh-bao-b", "bacninh-bao-c", "bacninh-en", "same-event-1", "same-event-2")  # fmt: skip
    said = [add(project, str(CASES / f"{name}.txt")).output for name in names]
    assert "event:" not in said[0]
    assert all("    event: bacninh-bao-a\n" in told for told in said[1:4])
    assert "event:" not in said[4]
    assert "    event: same-event-1\n" in said[5]


def test_the_result_of_adding_is_told_by_values_too(project: Path, given: Path) -> None:
    from datetime import date

    source = put(given, "a.txt", HALL)
    (added,), _ = adding.add(project, [source], date(2026, 11, 21), lambda: b"")
    assert (added.record.id, added.record.seed.added) == ("a", "2026-11-21")
    assert added.original == "seeds/originals/a.txt"
