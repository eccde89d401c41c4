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
    pair = gold, {"id": "a", "is_event": True} | found, TEXT
    return evaluation.evaluate([pair], ["Hà Nam", "Hà Nội"])


def counts(result, field):
    tally = result.fields[field]
    return tally.right, tally.wrong, tally.missed


A_B = [
    {"name": n, "surface": n, "role": r} for n, r in (("Hội A", "organizer"), ("Hội B", "sponsor"))
]
HA_NAM = [{"name": "Sở Y tế và Dân số Hà Nam", "surface": "Sở Y tế Hà Nam", "role": "host"}]
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
    # A body of another province is another body.
    ("organizer", {"organizers": HA_NAM}, {"organizer": [fact({"name": "Sở Y tế và Dân số Hà Nội"})]}, (0, 1, 1)),
    ("organizer", {"organizers": HA_NAM}, {"organizer": [fact({"name": "Sở Y tế và Dân số"})]}, (1, 0, 0)),
    ("role", {"organizers": A_B}, {"organizer": [fact({"name": "Hội A", "role": "host"})]}, (0, 1, 1)),
    ("role", {"organizers": A_B}, {"organizer": [fact({"name": "Hội B", "role": "sponsor"})]}, (1, 0, 0)),
    ("role", {"organizers": A_B}, {}, (0, 0, 0)),
    ("event_name", {"event_name": "Diễn đàn A 2019"}, {"event": fact("Diễn đàn A lần thứ 2")}, (1, 0, 0)),
    ("event_name", {"event_name": "Diễn đàn A"}, {}, (0, 0, 1)),
    ("event_name", {"event_name": "Diễn đàn A", "event_name_alt": [None]}, {}, (0, 0, 0)),
    ("event_name", {"event_name": None}, {"event": fact("Diễn đàn A")}, (0, 1, 0)),
    ("event_name", {}, {"event": fact("Diễn đàn A")}, (0, 0, 0)),
    ("status", {"status": "held"}, {}, (1, 0, 0)),
    ("status", {"status": "cancelled"}, {}, (0, 1, 1)),
    ("status", {"status": "cancelled"}, {"status": fact("cancelled")}, (1, 0, 0)),
    ("status", {}, {"status": fact("cancelled")}, (0, 0, 0)),
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


def annotated(folder):
    (folder / "articles").mkdir(parents=True)
    (folder / "articles/a.txt").write_text(TEXT)
    gold = folder / "gold.jsonl"
    gold.write_text(json.dumps(row(title="Không có trong bài")))
    return gold


def printed(*words):
    result = CliRunner().invoke(app, ["evaluate", *map(str, words), "--root", str(FROZEN)])
    assert result.exit_code == 0, result.output
    return result.stdout


DISAGREEMENT = "a\ttitle\tgold=Không có trong bài"


def test_the_command_prints_a_table_and_on_request_each_disagreement(tmp_path):
    gold = annotated(tmp_path / "read")
    elsewhere = printed(gold, "--articles", gold.parent / "articles")
    assert "false precision" in elsewhere
    assert DISAGREEMENT not in elsewhere
    assert DISAGREEMENT in printed(gold, "--errors")


def test_several_sets_stand_side_by_side(tmp_path):
    heading, *rows = printed(annotated(tmp_path / "one"), annotated(tmp_path / "two")).splitlines()
    assert heading.split() == ["one", "two"]
    title = next(row for row in rows if row.startswith("title"))
    assert title.split() == ["title", *["0.000"] * 6]


@pytest.mark.parametrize(("folder", "option"), [("unread", []), ("apart", ["--sums-only"])])
def test_of_an_unread_set_nothing_is_printed_but_sums(tmp_path, folder, option):
    told = printed(annotated(tmp_path / folder), "--errors", *option)
    assert "title" in told
    assert DISAGREEMENT not in told


def test_of_an_unread_set_beside_another_nothing_is_printed_but_sums(tmp_path):
    read, unread = annotated(tmp_path / "read"), annotated(tmp_path / "unread")
    assert printed(read, unread, "--errors").count(DISAGREEMENT) == 1
