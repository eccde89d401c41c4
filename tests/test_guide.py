"""The guide for editors is true: its examples are read as they stand, its commands and messages exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command
from typer.testing import CliRunner

from egov_timeline import fields, introduction, settings, sidecars, wording
from egov_timeline.cli import app
from egov_timeline.errors import Problem
from pdfs import make_pdf
from project import PROJECT, copy_to
from records import make_record
from reports import REPORTS

GUIDE = (PROJECT / "HUONG-DAN.md").read_text("utf-8")
BLOCKS = [
    (kind, "\n".join(line.removeprefix(indent) for line in body.split("\n")))
    for indent, kind, body in re.findall(r"(?ms)^( *)```(\w+)\n(.*?)\n *```$", GUIDE)
]
EXAMPLES = [body for kind, body in BLOCKS if kind == "yaml"]
WHOLE = max(EXAMPLES, key=len)
COMMANDS = [
    shlex.split(line)
    for kind, body in BLOCKS
    if kind in ("sh", "bat")
    for line in body.replace("python -m egov_timeline", "egov-timeline").split("\n")
    if line.startswith("egov-timeline")
] + [shlex.split(told) for told in re.findall(r"`(egov-timeline [^`…]+)`", GUIDE)]
REPORT = """Nộp hồ sơ tại nhà: miền Tây tìm cách làm chung

Chiều 22/8/2019, Hội thảo Dữ liệu mở đã bế mặc tại Khách sạn Hậu Giang, TP Cần Thơ.

Hội thảo do Sở Thông tin và Truyền thông TP Cần Thơ chủ trì tổ chức, với sự bảo trợ của Bộ Thông tin và Truyền thông.

Mời bạn đọc gửi tin về tòa soạn trước ngày 30 hằng tháng.

Phạm Hoài An
"""


def named(example: str) -> set[str]:
    """Return the keys of all levels."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.update(value)
            value = list(value.values())
        for one in value if isinstance(value, list) else ():
            walk(one)

    walk(yaml.load(example, yaml.BaseLoader))
    return found


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_sidecar(example: str, tmp_path: Path) -> None:
    (tmp_path / "chuong-trinh.pdf").write_bytes(b"%PDF-1.4")
    problems: list[Problem] = []
    sidecars.parse(example, "a.yml", tmp_path, problems)
    assert problems == []


def test_the_opening_and_the_settings_that_it_shows_are_read_as_they_stand(tmp_path: Path) -> None:
    problems: list[Problem] = []
    by_kind = dict(reversed(BLOCKS))
    (tmp_path / "content").mkdir()
    for name, kind in ((introduction.FILE, "md"), (settings.FILE, "yml")):
        (tmp_path / name).write_text(by_kind[kind], "utf-8")
    report = make_record("bao-b", REPORT, date=("2019-08-22", "22/8/2019"))
    assert introduction.read(tmp_path, [report], problems)
    told = settings.read(tmp_path, problems)
    assert (told.publisher, told.contact) == (
        "Thư viện thành phố Cần Thơ",
        "bientap@example.org",
    )
    assert problems == []


def test_the_whole_example_has_every_key_and_each_is_explained() -> None:
    keys = {*sidecars.KEYS, *sidecars.SOURCE, *sidecars.CORRECTION, *sidecars.EDIT}
    keys |= set(sidecars.ATTACHMENT)
    assert named(WHOLE) == keys
    explained = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"(?m)^\| (`[^|]+) \|", GUIDE))))
    assert keys <= explained
    assert WHOLE.startswith(sidecars.HEADER)


def test_the_fields_and_signers_that_it_names_are_all_there_are() -> None:
    (row,) = re.findall(r"(?m)^\| `field` \|(.*)", GUIDE)
    assert set(re.findall(r"`(\w+)`", row)) == set(fields.NAMES)
    (row,) = re.findall(r"(?m)^\| `by`, `on` \|(.*)", GUIDE)
    assert set(re.findall(r"`(\w+)`", row)) == set(wording.SIGNERS)


def test_the_examples_are_published_as_they_stand(tmp_path: Path) -> None:
    root = copy_to(tmp_path / "project")
    articles = root / "seeds/articles"
    for name in ("bao-a", "bao-b"):
        (articles / f"{name}.txt").write_text(REPORT, "utf-8")
    (articles / "bao-b.yml").write_text(WHOLE, "utf-8")
    (citation,) = (one for one in EXAMPLES if "title" in one and "event: bao-a" not in one)
    (articles / "vinh-long.yml").write_text(citation, "utf-8")
    originals = root / "seeds/originals"
    originals.mkdir()
    (originals / "chuong-trinh.pdf").write_bytes(b"%PDF-1.4")
    done = CliRunner().invoke(app, ["check", "--root", str(root)])
    assert done.exit_code == 0, done.output
    told = CliRunner().invoke(app, ["explain", "bao-b", "--root", str(root)]).output
    assert "Khách sạn Ninh Kiều Riverside, Cần Thơ" in told and "Hội Tin học Cần Thơ" in told


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_has_the_options_and_arguments_that_it_is_given(words: list[str]) -> None:
    if words[1].startswith("--"):
        assert CliRunner().invoke(app, words[1:]).exit_code == 0
        return
    command = get_command(app).commands[words[1]]
    words = [word for word in words[2:] if word not in (">", "viec.txt")]
    if "--help" not in words:
        command.make_context(words[0] if words else "", words, resilient_parsing=False)


def test_what_it_points_at_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", re.sub(r"(?s)```.*?```|`[^`\n]*`", "", GUIDE)):
        assert (PROJECT / target).is_file(), target
    heads = {
        re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"(?m)^#+ (.+)$", GUIDE)
    }
    assert {link for link in re.findall(r"\]\(#([^)]+)\)", GUIDE)} <= heads


def test_its_pictures_are_small() -> None:
    for picture in (PROJECT / ".github/huong-dan").iterdir():
        assert picture.stat().st_size < 150_000
        assert f".github/huong-dan/{picture.name}" in GUIDE


SIGNED = "source: x, by: editor, on: '2026-11-30'"
SLIPS = [
    "soucre: {publisher: B}",
    "source: {publisher: B}\nsource: {author: C}",
    'source:\n  publisher: Báo: "B"',
    "source:\n  publisher: B\n   author: C",
    "corrections:\n  - {field: date, value: 2017, source: x, by: editor}",
]
FILES = {
    "bao-a.html": f"<html><body><article><p>{REPORT}</p></article></body></html>".encode(),
    "cu.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
    "quet.pdf": make_pdf([[]]),
    "mat-chu.txt": b"H?i th?o ch?nh ph? ?i?n t? l?n th? 15 t?i H? N?i do B? Th?ng tin t? ch?c.\n",
}
SIGNING = [
    ("date", "31/2/2019", "--why", "a", "--source", "b"),
    ("date", "2019", "--why", "a", "--quote", "khai mạc hôm qua"),
    ("location", "Huế", "--why", "a", "--source", "b"),
    ("event", "Hội thảo", "--why", "a", "--source", "b"),
    ("date", "2019", "--source", "b"),
]


def test_each_refusal_that_it_explains_is_said_by_the_program(tmp_path: Path) -> None:
    root = copy_to(tmp_path / "project")
    articles, originals = root / "seeds/articles", root / "seeds/originals"
    originals.mkdir()
    (originals / "bao-a.html").write_bytes(FILES["bao-a.html"])
    (articles / "bao-b.txt").write_text(REPORT, "utf-8")
    sidecar = articles / "bao-b.yml"
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    runs = [["build", "--root", str(tmp_path)]]
    runs += [["add", str(tmp_path / name), "--root", str(root)] for name in FILES]
    sidecar.write_text(
        f"corrections:\n  - {{field: location, value: Huế, why: a, {SIGNED}}}\n", "utf-8"
    )
    runs += [["correct", "bao-b", *words, "--root", str(root)] for words in SIGNING]
    said = [CliRunner().invoke(app, words).output for words in runs]
    for slip in SLIPS:
        sidecar.write_text(slip, "utf-8")
        said.append(CliRunner().invoke(app, ["explain", "bao-b", "--root", str(root)]).output)
    sidecar.unlink()
    (articles / "bài mới.txt").write_text(REPORT, "utf-8")
    said.append(CliRunner().invoke(app, ["check", "--root", str(root)]).output)

    rows = re.findall(r"(?m)^\| `([^`]+)`", GUIDE.partition("## 11.")[2])
    assert rows
    unsaid = [row for row in rows if not any(row in told for told in said)]
    assert unsaid == [], "\n".join(said)


def test_what_add_tells_in_the_guide_is_what_it_tells(tmp_path: Path) -> None:
    root = copy_to(tmp_path / "project")
    for name, content in REPORTS.items():
        (tmp_path / name).write_bytes(content)
    given = [str(tmp_path / name) for name in REPORTS]
    told = CliRunner().invoke(app, ["add", *given, "--root", str(root)]).output.splitlines()
    (block,) = (body for _, body in BLOCKS if "Hiểu được:" in body)
    assert [line for line in block.split("\n") if line.strip() != "…" and line not in told] == []
