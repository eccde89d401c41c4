"""`correct` shows what a correction changes, checks it as a build would, and writes it whole."""

import shutil

import pytest
from typer.testing import CliRunner

from egov_timeline.cli import app, terminal
from project import FROZEN

WHY = ("--why", "Báo khác nêu: có", "--source", "https://a.example")
YEAR_ONLY = "001_956afdeb55c1050f"
NO_PLACE = "003_08da78db08ab6c60"


@pytest.fixture
def project(tmp_path):
    shutil.copytree(FROZEN, tmp_path, dirs_exist_ok=True)
    return tmp_path


def correct(root, *words, **more):
    return CliRunner().invoke(app, ["correct", *words, "--root", str(root)], **more)


def sidecar(root, ident):
    return (root / f"seeds/articles/{ident}.yml").read_text("utf-8")


def tree(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_correction_is_shown_and_written_into_the_sidecar(project):
    before = sidecar(project, NO_PLACE)
    done = correct(project, "003", "series", "Hội thảo A, lần thứ 7", *WHY, "--yes")
    assert done.exit_code == 0, done.stderr
    assert (
        "Chuỗi sự kiện\n  trước: Hội thảo Quốc gia về Chính phủ điện tử, lần thứ 15\n"
        in done.stdout
    )
    assert "\n  sau:   Hội thảo A, lần thứ 7\n" in done.stdout
    after = sidecar(project, NO_PLACE)
    assert after.startswith(before)
    assert "field: series\n    value: Hội thảo A, lần thứ 7\n    why: 'Báo khác nêu: có'\n" in after
    told = CliRunner().invoke(app, ["explain", "003", "--root", str(project)]).stdout
    assert "Chuỗi sự kiện: Hội thảo A, lần thứ 7" in told


def test_a_sidecar_is_made_where_there_is_none(project):
    (project / f"seeds/articles/{NO_PLACE}.yml").unlink()
    assert correct(project, "003", "location", "Khách sạn A, Hà Nội", *WHY, "--yes").exit_code == 0
    lines = sidecar(project, NO_PLACE).splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=")
    assert lines[1:4] == ["corrections:", "  - field: location", "    value: Khách sạn A, Hà Nội"]


def test_a_headline_in_brackets_is_a_headline(project):
    done = correct(project, "003", "title", "[Ảnh] Hội thảo A: khai mạc", *WHY, "--yes")
    assert done.exit_code == 0, done.stderr
    assert "  sau:   [Ảnh] Hội thảo A: khai mạc\n" in done.stdout


def test_a_list_is_changed_in_part(project):
    add = correct(project, "003", "organizer", "VINASA", "--add", *WHY, "--yes")
    assert add.exit_code == 0, add.stderr
    assert "add: VINASA\n" in sidecar(project, NO_PLACE)
    take = correct(project, "000", "organizer", "IDG Việt Nam", "--remove", *WHY, "--yes")
    was, now = (x for x in take.stdout.splitlines() if x.startswith(("  trước", "  sau")))
    assert "IDG Việt Nam" in was and "IDG Việt Nam" not in now


def test_several_values_are_told_apart(project):
    done = correct(project, "003", "themes", "Chính phủ số; chinh-phu-dien-tu", *WHY, "--yes")
    assert done.exit_code == 0, done.stderr
    written = "    value:\n      - Chính phủ số\n      - chinh-phu-dien-tu\n"
    assert written in sidecar(project, NO_PLACE)


def test_only_words_of_the_article_are_quoted(project):
    args = ("003", "title", "Tên khác", "--why", "vì", "--yes")
    assert correct(project, *args, "--quote", "không có câu này").exit_code == 1
    assert correct(project, *args, "--quote", "Hội  thảo Quốc gia").exit_code == 0


def test_a_correction_gives_way_only_when_told(project):
    before = sidecar(project, YEAR_ONLY)
    args = ("001", "date", "5–6/10/2017", *WHY, "--yes")
    refused = correct(project, *args)
    assert refused.exit_code == 1
    assert "date đã được đính chính. Thêm --replace để thay đính chính ấy." in refused.stderr
    assert sidecar(project, YEAR_ONLY) == before
    assert correct(project, *args, "--replace").exit_code == 0
    after = sidecar(project, YEAR_ONLY)
    assert "value: 5–6/10/2017" in after
    assert (
        after.partition("  - field: organizer")[1:] == before.partition("  - field: organizer")[1:]
    )


BAD = [
    (("003", "date", "hồi 2017", *WHY), 1, '"hồi 2017" không phải là ngày đọc được'),
    (("003", "dat", "2017", *WHY), 1, 'không có mục "dat" để đính chính. Có phải ý bạn là "date"?'),
    (("003", "themes", "xyz", *WHY), 1, 'không có chủ đề "xyz"'),
    (("003", "date", "2017", "--add", *WHY), 1, "date không phải danh sách"),
    (("003", "organizer", "[a", *WHY), 1, "không đọc được YAML"),
    (("zzz", "date", "2017", *WHY), 1, 'không có bài nào mã "zzz"'),
    (("0", "date", "2017", *WHY), 1, 'có 5 bài mà mã bắt đầu bằng "0"'),
    (("003", "date", "2017", "--why", "vì"), 2, "--source"),
    (("003", "date", "2017", "--source", "x"), 2, "--why"),
    (("003", "date", "2017", "--add", "--remove", *WHY), 2, "--remove"),
]


@pytest.mark.parametrize(("words", "code", "message"), BAD)
def test_what_is_wrong_is_told_and_nothing_is_written(project, words, code, message):
    before = tree(project)
    done = correct(project, *words, "--yes", env={"COLUMNS": "300"})
    assert (done.exit_code, tree(project)) == (code, before)
    assert message in done.stderr


def test_the_fault_of_another_seed_is_no_hindrance(project):
    (project / "seeds/articles/hong.txt").write_bytes(b"\xff\xfe\x00")
    (project / f"seeds/articles/{YEAR_ONLY}.yml").write_text("slug: [a", "utf-8")
    assert correct(project, "003", "title", "Tên khác", *WHY, "--yes").exit_code == 0


def test_off_a_terminal_it_writes_only_when_told(project):
    before = tree(project)
    done = correct(project, "003", "title", "Tên khác", *WHY)
    assert (done.exit_code, tree(project)) == (2, before)
    assert "  sau:   Tên khác" in done.stdout
    assert done.stderr == "Chưa ghi gì. Thêm --yes để ghi.\n"


@pytest.mark.parametrize(
    ("answer", "writes"),
    [("c\n", True), ("Có\n", True), ("y\n", True), ("k\n", False), ("\n", False)],
)
def test_on_a_terminal_it_asks(project, monkeypatch, answer, writes):
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    before = tree(project)
    done = correct(project, "003", "title", "Tên khác", *WHY, input=answer)
    assert done.exit_code == 0
    assert (tree(project) != before) is writes
