"""A field is one row: it is in every output, or the row says why not; and no module lists fields."""

import ast
import csv
import dataclasses
import io
import json
from importlib.resources import files
from pathlib import Path

import pytest

from egov_timeline import (
    corrections,
    evaluation,
    extract,
    fields,
    pages,
    report,
    search,
    wording,
)
from egov_timeline.amendments import amendment
from egov_timeline.exports import dataset, table
from egov_timeline.records import Extraction
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_archive, make_correction, make_record

PACKAGE = Path(__file__).parents[1] / "build" / "egov_timeline"
SCHEMA = json.loads(
    files("egov_timeline.exports").joinpath("timeline.schema.json").read_text("utf-8")
)
RECORD = SCHEMA["$defs"]["record"]

# A value as an editor writes it, and how a reader sees it.
VALUES = {
    "is_event": ("true", "tường thuật một sự kiện"),
    "event_type": ("dien-dan", "diễn đàn"),
    "title": ("Tên khác", "Tên khác"),
    "event": ("Diễn đàn Sông Hồng", "Diễn đàn Sông Hồng"),
    "published": ("2016-04-02T20:23", "20:23, 2/4/2016"),
    "date": ("2016-04-01", "1/4/2016"),
    "status": ("đã hủy", "bị hủy"),
    "location": ({"place": "Nhà văn hóa A"}, "Nhà văn hóa A"),
    "organizer": ([{"name": "Câu lạc bộ B"}], "Câu lạc bộ B"),
    "delegates": ("hơn 1.000 đại biểu", "hơn 1.000"),
    "themes": (["du-lieu"], "Dữ liệu và chia sẻ dữ liệu"),
    "series": ({"name": "Diễn đàn C", "edition": "7"}, "Diễn đàn C, lần thứ 7"),
    "milestones": (
        [{"kind": "first", "date": "2003", "name": "Diễn đàn D"}],
        "Diễn đàn D – lần đầu tổ chức, năm 2003",
    ),
}  # fmt: skip


def corrected(name):
    """A record of which nothing is known but one field, by a correction."""
    signed = make_correction(name, value=VALUES[name][0])
    record = make_record(corrections=[signed])
    facts = corrections.correct(record.seed, record.extracted, VOCABULARIES)
    return dataclasses.replace(record, facts=facts)


def event_row(record):
    rows = csv.DictReader(io.StringIO(table.text(make_archive(record)).removeprefix("\ufeff")))
    return next(row for row in rows if row["kind"] == "event")


def test_the_table_has_a_row_for_each_attribute_of_an_extraction():
    attributes = [field.name for field in dataclasses.fields(Extraction)]
    assert attributes == [*fields.NAMES, "rejected", "others", "no_event"]
    assert list(VALUES) == list(fields.NAMES)


@pytest.mark.parametrize("row", fields.FIELDS, ids=fields.NAMES)
def test_a_field_can_be_corrected_and_is_in_every_output(row):
    record = corrected(row.name)
    (entry,) = json.loads(dataset.content(make_archive(record)))["records"]
    told = report.explain(
        record.id, record.article, record.facts, record.extracted, record.corrections
    )
    panel = pages.facts.panel(record, VOCABULARIES)[row.name]

    does = wording.CORRECTIONS[amendment(record, row.name)].lower()
    assert f"{row.name}: {does} do biên tập viên ký" in told
    assert row.name in report.as_json("a", record.extracted)
    assert entry[row.name]
    assert panel.label == row.label
    assert [fact.label for fact in panel.known] == [VALUES[row.name][1]]
    page = pages.render([record], timeline([record]), VOCABULARIES)[f"bai-viet/{record.slug}.md"]
    _, of_field, said = page.partition(f'data-field="{row.name}"')
    assert of_field and VALUES[row.name][1] in said


@pytest.mark.parametrize("row", fields.FIELDS, ids=fields.NAMES)
def test_search_finds_a_field_where_its_row_says_so(row):
    found = search.of_record(corrected(row.name), VOCABULARIES).of(row.name)
    # What only the heading says is found there.
    heading = row.name == "event"
    assert found == ([VALUES[row.name][1]] if row.searched and not heading else [])


@pytest.mark.parametrize("row", fields.FIELDS, ids=fields.NAMES)
def test_the_spreadsheet_tells_a_field_in_the_columns_that_its_row_names(row):
    before, after = event_row(make_record()), event_row(corrected(row.name))
    changed = {name for name in before if before[name] != after[name]} - {"corrections"}
    assert changed <= set(row.columns)
    assert bool(changed) == bool(row.columns)


def test_the_columns_of_a_spreadsheet_and_its_rows_agree():
    named = {column for row in fields.FIELDS for column in row.columns}
    assert named <= set(table.COLUMNS)


def test_the_schema_of_the_data_knows_every_field():
    assert set(fields.NAMES) <= set(RECORD["required"])
    assert set(fields.NAMES) <= set(RECORD["properties"])
    assert set(SCHEMA["$defs"]["correction"]["properties"]["field"]["enum"]) == set(fields.NAMES)
    for row in fields.FACTS:
        assert (RECORD["properties"][row.name].get("type") == "array") is row.many


def test_every_field_has_a_place_in_the_panel_of_its_own():
    assert sorted(row.panel for row in fields.FIELDS) == list(range(1, len(fields.FIELDS) + 1))


def test_extraction_understands_every_field():
    assert sorted(name for name, _ in extract.FIELDS) == sorted(fields.NAMES)


def test_evaluation_counts_what_the_rows_say():
    wrong = {
        "is_event": True,
        **{name: {"value": "x"} for name in ("title", "published", "date")},
        "location": {"value": {"place": None, "province": "x"}},
        "organizer": [{"value": {"name": "x"}}],
        "event": {"value": "x"},
        "status": {"value": "x"},
        "themes": [{"value": "x"}],
        "series": {"value": {"name": "x", "edition": 9}},
    }
    gold = {"id": "a", "is_event": True, "title": "y", "series": None}
    gold |= {"event_name": "y", "status": "held"}
    no_event = {"id": "b", "is_event": False}
    counted = evaluation.evaluate([(gold, wrong, ""), (no_event, wrong, "")]).fields
    rows = {row.measured for row in fields.FIELDS if row.measured}
    assert rows <= set(counted)
    assert all(tally.wrong or tally.missed for tally in (counted[name] for name in rows)), counted


def test_a_page_always_has_what_its_row_says_is_unknown():
    facts = pages.facts.panel(make_record(), VOCABULARIES)
    assert {name: fact.unknown for name, fact in facts.items()} == {
        row.name: row.unknown for row in fields.FIELDS if row.unknown
    }


# Why a module may name several fields in a row.
ALLOWED = {
    "fields.py": "it is the table",
    "extract/__init__.py": "the rules of each, in the order in which they need each other",
    "pages/head.py": "the head of a page, a contract with its own order (DESIGN 4.2)",
    "pages/quotes.py": "what a quote on a card should bear out",
    "exports/table.py": "columns that have names of their own",
    "exports/linkeddata.py": "properties of schema.org",
}  # fmt: skip


def field_lists(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case (
                ast.Tuple(elts=parts)
                | ast.List(elts=parts)
                | ast.Set(elts=parts)
                | ast.Dict(keys=parts)
            ):
                names = {part.value for part in parts if isinstance(part, ast.Constant)}
                if len(names & set(fields.NAMES)) > 2:
                    yield node.lineno


def test_no_other_module_lists_fields_by_name():
    listing = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := list(field_lists(path)))
    }
    assert {name: lines for name, lines in listing.items() if name not in ALLOWED} == {}


def test_a_bare_field_has_a_value_too():
    facts = Extraction(is_event=False, event_type="hoi-thao")
    assert fields.values(facts, "is_event") == (False,)
    assert fields.values(facts, "event_type") == ("hoi-thao",)
    assert fields.values(facts, "themes") == fields.values(facts, "date") == ()
