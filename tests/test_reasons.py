"""Each fact says why it was taken, in a sentence for people; no rule is without its sentence."""

import ast
import dataclasses
from pathlib import Path

import pytest

from documents import read, vocabularies
from egov_timeline import fields, report
from egov_timeline.edtf import parse
from egov_timeline.extract import extract
from egov_timeline.extract.fields.location.mentions import Kind
from egov_timeline.pages import facts
from egov_timeline.reasons import FOUND, because
from egov_timeline.records import Certainty, Evidence, Finding
from records import VOCABULARIES, make_record

EXTRACT = Path(__file__).parents[1] / "build" / "egov_timeline" / "extract"


def rules():
    """The rules that findings are made by: what calls of `finding`, `Fixed` and their kind name."""
    for path in EXTRACT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("finding", "_finding", "Fixed"):
                for part in (*node.args[1:], *(k.value for k in node.keywords if k.arg == "rule")):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def test_no_rule_is_without_its_sentence():
    named = {rule for rule in rules() if rule != "sidecar"}  # which says by itself what it rests on
    assert len(named) > 20
    named |= {str(kind) for kind in Kind}
    assert sorted(named - set(FOUND)) == []


def finding(value, *said):
    evidence = tuple(Evidence(quote, 0, len(quote), rule) for quote, rule in said)
    return Finding(value, Certainty.INFERRED, evidence)


SENTENCES = [
    (finding(parse("2018-10-05"), ("5/10", "announced-day"), ("giai đoạn 2018", "text-context")),
     "năm 2018: theo những mốc thời gian trong bài: “giai đoạn 2018”"),
    (finding(parse("2018-10-05"), ("5/10", "announced-day"), ("08:00 | 6/10/2018", "stamp")),
     "năm 2018: theo dòng ghi ngày đăng “08:00 | 6/10/2018”"),
    (finding("x", ("UBND tỉnh Nam Định", "body")),
     "theo đơn vị mang tên địa phương: “UBND tỉnh Nam Định”"),
    (finding("x", ("tại Nhà A", "at"), ("Sở B", "body")),
     "nơi được nêu trong lời kể về sự kiện: “tại Nhà A”; theo đơn vị mang tên địa phương: “Sở B”"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "sentence"), SENTENCES)
def test_a_reason_quotes_the_words_that_decided(found, sentence):
    assert because(found) == sentence


TEXT = """Hội thảo Dữ liệu mở
08:00 | 06/06/2019
Ngày 5/6, Sở Nội vụ Hà Nội tổ chức Hội thảo Dữ liệu mở năm 2019. Lần sau sẽ ở Huế."""


def test_each_fact_of_a_text_says_why():
    found = extract(read(TEXT).article, vocabularies())
    told = {row.name: fields.findings(found, row.name) for row in fields.FACTS}
    assert told["date"] and told["organizer"] and told["status"]
    assert all(f.why for findings in told.values() for f in findings)
    assert all(f["why"] for f in report.as_json("a", found)["organizer"])


def test_a_page_says_why_beside_what_is_inferred_and_is_quiet_beside_what_is_stated():
    record = make_record(
        date=("2017-10-05", "5/10/2017"), event=("Hội thảo Chính quyền số",) * 2, inferred=["date"]
    )
    given = {
        name: dataclasses.replace(getattr(record.facts, name), why="vì thế")
        for name in ("date", "event")
    }
    record = dataclasses.replace(record, facts=dataclasses.replace(record.facts, **given))
    known = facts.panel(record, VOCABULARIES)
    assert [known[name].known[0].why for name in given] == ["vì thế", ""]


ORGANIZED = [
    ("Ngày 5/6/2019, Sở Nội vụ Hà Nội tổ chức Hội thảo Dữ liệu mở.", "đứng trước “tổ chức”"),
    ("Ngày 5/6/2019, Hội thảo Dữ liệu mở do Sở Nội vụ Hà Nội tổ chức đã diễn ra.",
     "đứng trước “tổ chức”"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "why"), ORGANIZED)
def test_an_organizer_is_told_by_the_words_for_what_it_does(said, why):
    (body, *_) = extract(read(f"Dữ liệu mở\n{said}").article, vocabularies()).organizer
    assert body.why == why
