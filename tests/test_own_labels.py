"""Labels of a project's own: they are said in every place, and what is wrong with one is told with its line."""

from __future__ import annotations

import pickle
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from egov_timeline import parallel, pipeline, recording, wording
from egov_timeline.cli import app
from egov_timeline.corrections.refusals import Refused
from egov_timeline.corrections.values import parse
from egov_timeline.errors import ProblemsFound
from egov_timeline.fields import Datatype
from egov_timeline.wording import own
from project import FROZEN, vocabularies


def write(root: Path, text: str) -> Path:
    (root / own.FILE).parent.mkdir(parents=True, exist_ok=True)
    (root / own.FILE).write_text(text, "utf-8")
    return root


def nested(words: Mapping[str, str]) -> str:
    """Return words by name as the file has them."""
    tree: dict[str, str | dict[str, str]] = {}
    for name, word in words.items():
        table, _, key = name.partition(".")
        if key:
            tree.setdefault(table, {})[key] = word
        else:
            tree[name] = word
    return yaml.safe_dump(tree, allow_unicode=True)


def faults(tmp_path: Path, text: str) -> list[str]:
    problems: list[object] = []
    own.read(write(tmp_path, text), problems)
    return list(map(str, problems))


def test_a_label_of_its_own_goes_before_that_of_the_package_for_a_while(tmp_path: Path) -> None:
    before = (wording.labels.TIMELINE, wording.FIELDS["organizer"], wording.SIGNERS["organizer"])
    text = "timeline: Dòng lễ hội\nfields: {organizer: Ban tổ chức}\n"
    with own.of_project(write(tmp_path, text)):
        assert wording.labels.TIMELINE == "Dòng lễ hội"
        assert wording.FIELDS["organizer"] == "Ban tổ chức"
        assert wording.SIGNERS["organizer"] == "ban tổ chức"
        assert wording.change_label(
            joined=False, signed=[("added", "organizer")], edited=False
        ) == ("bổ sung ban tổ chức")
        with own.of_project(tmp_path / "none"):
            assert before[0] == wording.labels.TIMELINE
        assert wording.labels.TIMELINE == "Dòng lễ hội"
    now = (wording.labels.TIMELINE, wording.FIELDS["organizer"], wording.SIGNERS["organizer"])
    assert now == before


@pytest.mark.parametrize(
    ("said", "opening", "inside"),
    [
        ("các năm", "Các năm", "các năm"),
        ("Ban tổ chức Festival Huế", "Ban tổ chức Festival Huế", "ban tổ chức Festival Huế"),
        ("UBND xã", "UBND xã", "UBND xã"),
        ("đơn vị", "Đơn vị", "đơn vị"),
        ("", "", ""),
    ],
)
def test_a_name_in_a_label_keeps_its_letters(said: str, opening: str, inside: str) -> None:
    assert (wording.opening(said), wording.inside(said)) == (opening, inside)


@pytest.mark.parametrize("text", ["", "{}", "# timeline: …\n", "yes: có chứ\n", "log: 'Sổ: ký'\n"])
def test_what_may_stand_in_the_file(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == []


# What stands in the file, what is told, and the remedy.
REFUSED = [
    ("- a\n", "tệp này phải gồm các mục có tên", "mục: giá trị"),
    ("timeliner: Dòng\n", 'không có mục "timeliner"', 'Có phải ý bạn là "timeline"?'),
    ("fields: {dates: Ngày}\n", 'fields không có mục "dates"', 'Có phải ý bạn là "date"?'),
    ("fields: Ngày\n", "fields phải gồm các mục có tên", "date"),
    ("timeline: [a]\n", "timeline phải là một dòng chữ", "bỏ mục này"),
    ("timeline: ''\n", "timeline phải là một dòng chữ", "bỏ mục này"),
    ("timeline: |\n  a\n  b\n", "timeline dài quá", "trong một dòng"),
    ('timeline: "a\\u2028b"\n', "timeline dài quá", "trong một dòng"),
    ('timeline: "\\u200b"\n', "timeline không có chữ nào nhìn thấy được", "bỏ mục này"),
    (f"timeline: {'a' * 401}\n", "timeline dài quá", "nhiều nhất 400 chữ"),
    ("published: đăng\n", "published phải chừa đúng 1 chỗ {}", "Chữ của gói là “đăng {}”"),
    ("published: 'đăng {0} {}'\n", "published phải chừa đúng 1 chỗ {}", "không có ngoặc khác"),
    ("timeline: 'Dòng {}'\n", "timeline phải chừa đúng 0 chỗ {}", "đúng 0 lần"),
    ("roles: {host: bảo trợ}\n", 'roles.host: "bảo trợ" là chữ của sponsor', "Chọn chữ khác"),
    ("roles: {host: phối hợp tổ chức}\n", "là chữ của co-organizer", "Chọn chữ khác"),
    ("roles: {host: mở hội, sponsor: Mở hội}\n", 'sponsor: "Mở hội" là chữ của host', "khác"),
    ("signers: {organizer: ban tổ chức}\n", 'signers không có mục "organizer"', "editor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "remedy"), REFUSED)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, what: str, remedy: str
) -> None:
    (told,) = faults(tmp_path, text)
    assert told.startswith(f"{own.FILE.as_posix()}:1: ")
    assert what in told and remedy in told


def test_all_that_is_wrong_is_told_at_once_and_with_the_vocabularies(tmp_path: Path) -> None:
    root = write(tmp_path, "timeliner: a\npublished: b\n")
    (root / "seeds/vocabulary/themes.yml").write_text("- {label: x}\n", "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        recording.read_vocabularies(root)
    told = str(caught.value)
    assert all(said in told for said in ("labels.yml:1", "labels.yml:2", "themes.yml:1"))


READ = [
    (Datatype.STATUS, "dời ngày", "postponed"),
    (Datatype.STATUS, "bị hoãn", "postponed"),
    (Datatype.EVENT_TYPE, "Hội làng", "hoi-thao"),
    (Datatype.EVENT_TYPE, "hội thảo", "hoi-thao"),
]
OWN = (
    "statuses: {postponed: dời ngày}\nevent_types: {hoi-thao: Hội làng}\nroles: {host: đăng cai}\n"
)


@pytest.mark.parametrize(("datatype", "said", "ident"), READ)
def test_a_correction_is_read_in_the_words_of_the_project_and_in_those_of_the_package(
    tmp_path: Path, datatype: Datatype, said: str, ident: str
) -> None:
    with own.of_project(write(tmp_path, OWN)):
        assert parse(datatype, said, vocabularies()) == ident
        for role in ("đăng cai", "chủ trì"):
            said = {"name": "Sở A", "role": role}
            assert parse(Datatype.ORGANIZER, said, vocabularies()).role == "host"
    with pytest.raises(Refused):
        parse(Datatype.ORGANIZER, {"name": "Sở A", "role": "đăng cai"}, vocabularies())


def test_no_page_and_no_file_says_a_word_of_the_package_that_the_project_says_otherwise(
    tmp_path: Path,
) -> None:
    """A word that is bound when a module is imported would be the package's for ever."""
    root = shutil.copytree(FROZEN, tmp_path / "project")
    mine = {n: f"zz {n} zz" + " {}" * word.count("{}") for n, word in own.PACKAGE.items()}
    with own.of_project(write(root, nested(mine))):
        assert own.laid() == mine
        records, pages = pipeline.generate(root)
        made = {name: str(said) for name, said in pages.items() if "schema" not in name}
    texts = "".join(record.seed.text for record in records).casefold()
    ours = {word.replace("{}", "").strip() for word in own.PACKAGE.values()}
    told = [word for word in ours if " " in word and word.casefold() not in texts]
    assert len(told) > 80
    alone = re.compile(rf'[>"]({"|".join(map(re.escape, told))})[<":]')
    assert {name: alone.findall(said) for name, said in made.items() if alone.search(said)} == {}
    assert sum(f"zz {name} zz" in "".join(made.values()) for name in mine) > 80


def test_a_text_that_another_process_looks_at_is_told_of_in_labels_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of a cluster is no fork: it has what is handed to it."""
    root = write(shutil.copytree(FROZEN, tmp_path / "project"), "fields: {title: Nhan đề}\n")

    def elsewhere(do: Callable[..., str], items: Sequence[object], *_: object) -> list[str]:
        packed = pickle.dumps(do)
        with own.saying({}):
            return [pickle.loads(packed)(item) for item in items]

    monkeypatch.setattr(parallel, "each", elsewhere)
    article = min((root / "seeds/articles").glob("*.txt"))
    told = CliRunner().invoke(app, ["extract", str(article), "--root", str(root)]).stdout
    assert "Nhan đề: " in told and own.PACKAGE["fields.title"] not in told
