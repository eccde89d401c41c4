"""Extraction is measured strictly: what it invents counts against it, and so does a wrong quote."""

import json

import pytest
from typer.testing import CliRunner

from egov_timeline import evaluation
from egov_timeline.cli import app
from egov_timeline.errors import ProblemsFound
from project import FROZEN

TEXT = "Ngày 6/10, Hội A tổ chức hội thảo."


def fact(value, quote="6/10"):
    start = TEXT.index(quote)
    return {
        "value": value,
        "evidence": [{"quote": quote, "start": start, "end": start + len(quote)}],
    }


def row(**gold):
    return {"id": "a", "is_event": True, "event_date": None} | gold


def evaluated(gold, found):
    return evaluation.evaluate([(gold, {"id": "a", "is_event": True} | found, TEXT)])


def counts(result, field):
    tally = result.fields[field]
    return tally.right, tally.wrong, tally.missed


A_B = [
    {"name": n, "surface": n, "role": r} for n, r in (("Hội A", "organizer"), ("Hội B", "sponsor"))
]
CASES = [
    ("date", {"event_date": "XXXX-10-06"}, {"date": fact("XXXX-10-06")}, (1, 0, 0)),
    ("date", {"event_date": "XXXX-10-06"}, {"date": fact("2017-10-06")}, (0, 1, 1)),
    ("date", {"event_date": "2017", "event_date_alt": [None]}, {}, (0, 0, 0)),
    ("province", {"location": {"province": "Huế", "inferred": True}}, {}, (0, 0, 0)),
    ("province", {"location": {"province": "Huế"}}, {}, (0, 0, 1)),
    ("organizer", {"organizers": A_B}, {"organizer": [fact({"name": "Hội A"})]}, (1, 0, 0)),
    ("organizer", {"organizers": A_B}, {"organizer": [fact({"name": "Hội B"})]}, (0, 0, 1)),
    ("organizer", {"organizers": []}, {"organizer": [fact({"name": "Hội A"})]}, (0, 1, 0)),
    ("themes", {"themes": ["x"], "themes_optional": ["y"]}, {"themes": [fact("x"), fact("y")]}, (1, 0, 0)),
    ("themes", {"themes": ["x"]}, {"themes": [fact("z")]}, (0, 1, 1)),
    ("title", {"title": "Hội  THẢO"}, {"title": fact("Hội thảo")}, (1, 0, 0)),
    ("title", {"title": None}, {"title": fact("Hội thảo")}, (0, 0, 0)),
    ("edition", {"series": {"edition": 15}}, {"series": fact({"edition": 15})}, (1, 0, 0)),
    ("edition", {}, {"series": fact({"edition": 15})}, (0, 0, 0)),
    ("is_event", {"is_event": False}, {}, (0, 1, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("field", "gold", "found", "expected"), CASES)
def test_a_field_is_right_wrong_or_missed(field, gold, found, expected):
    assert counts(evaluated(row(**gold), found), field) == expected


def test_an_invented_year_is_false_precision():
    assert (
        evaluated(row(event_date="XXXX-10-06"), {"date": fact("2017-10-06")}).false_precision == 1
    )


def test_a_quote_that_is_not_at_its_place_is_told():
    moved = fact("XXXX-10-06")
    moved["evidence"][0]["start"] += 1
    assert evaluated(row(), {"date": moved}).bad_quotes == ["a\tdate: not at 6:9"]


def test_a_fact_without_evidence_is_told():
    assert evaluated(row(), {"title": {"value": "x"}}).bad_quotes == ["a\ttitle: no evidence"]


def test_broken_gold_names_its_line(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a"}\n{"id"\n')
    with pytest.raises(ProblemsFound, match=r"gold\.jsonl:2: không phải JSON"):
        evaluation.read_gold(gold)


def test_the_command_prints_a_table_and_on_request_each_disagreement(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(row(title="Không có trong bài")))
    words = ["evaluate", str(gold), "--articles", str(tmp_path), "--errors", "--root", str(FROZEN)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    assert "false precision" in result.stdout
    assert "a\ttitle\tgold=Không có trong bài" in result.stdout
