"""The exports, each read by a reader that is not ours; nothing more precise than the record."""

import csv
import datetime
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import feedparser
import icalendar
import jsonschema
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egov_timeline import exports, pipeline
from egov_timeline.exports import ics, spreadsheet, telling
from egov_timeline.inputs import Source
from project import generated
from records import VOCABULARIES, make_archive, make_correction, make_record

SITE = "https://so.example/cpdt/"
READ_ALONE = ("timeline.json", "timeline.csv", "timeline.ics", "feed.xml", "timelinejs.json")


def files(*records, site="", **settings):
    made = exports.files(make_archive(*records, site=site, **settings))
    return {name.removeprefix("data/"): text for name, text in made.items()}


def read_json(text):
    return json.loads(text)


def read_csv(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def read_ics(text):
    return icalendar.Calendar.from_ical(text.encode("utf-8")).walk("VEVENT")


def read_feed(text):
    feed = feedparser.parse(text.encode("utf-8"))
    assert not feed.bozo
    return feed


def event(ident="a", date=None, quote="Sáng 5/10/2017", **more):
    if date:
        more["date"] = (date, quote)
    return make_record(ident, event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"), **more)


FULL = event(
    date="2017-10-05",
    inferred=("date",),
    title=("Hội thảo về chính quyền số", "Hội thảo về chính quyền số"),
    location=(("Nhà văn hóa", "Thừa Thiên Huế"), "tại Huế"),
    organizer=[
        (("so-tttt", "Sở Thông tin và Truyền thông", "host"), "Sở Thông tin và Truyền thông")
    ],
    series=(("Hội thảo Chính quyền số", 3), "Hội thảo Chính quyền số"),
    themes=[("du-lieu", "dữ liệu mở")],
    milestones=[
        (("first", "2003", "Hội thảo Chính quyền số"), "Hội thảo"),
        (("document", "2015-10-14", "Nghị quyết 36a/NQ-CP"), "Hội thảo"),
    ],
    event_type="hoi-thao",
    added="2026-11-20",
    source=Source("Báo A", "Thu An", "https://a.example/bai?x=1&y=2"),
)
CORRECTED = event(
    "b",
    corrected={"date": "2015?-10-29/2015?-10-30"},
    corrections=[make_correction("date", on="2026-11-21")],
)
NO_YEAR = event("c", "XXXX-10-29")
OPINION = make_record("d", is_event=False, title=("Hội thảo", "Hội thảo"))
AGAIN = event("e", "2017-10-06", same_as="a")
COUNTED = event("f", delegates=((1200, "over"), "Hội thảo"))


# timeline.json


def validator():
    schema = json.loads(files()["timeline.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


@pytest.mark.parametrize(
    "records", [[], [FULL, CORRECTED, NO_YEAR, OPINION, AGAIN, COUNTED]], ids=["none", "all"]
)
def test_the_data_keep_to_their_schema(records):
    assert list(validator().iter_errors(read_json(files(*records)["timeline.json"]))) == []


def test_what_is_published_keeps_to_the_schema_that_is_published():
    data, schema = (generated()[f"data/timeline{e}.json"] for e in ("", ".schema"))
    assert json.loads(data)["$schema"] == "timeline.schema.json"
    assert (
        list(jsonschema.Draft202012Validator(json.loads(schema)).iter_errors(json.loads(data)))
        == []
    )


def set_at(data, path, value):
    *way, last = path
    for step in way:
        data = data[step]
    data[last] = value


DAMAGES = [
    (("records", 0, "date", "value"), "5/10/2017"),
    (("records", 0, "date", "evidence"), []),
    (("records", 0, "date", "certainty"), "guessed"),
    (("records", 0, "organizer", 0, "value", "role"), "boss"),
    (("records", 0, "source", "sha256"), "0"),
    (("records", 0, "added"), "yesterday"),
    (("records", 1, "corrections", 0, "source"), None),
    (("records", 2, "delegates", "value"), 1200),
    (("records", 2, "delegates", "value", "number"), 0),
    (("records", 2, "delegates", "value", "bound"), "hơn"),
    (("timeline", 0, "date", "earliest"), "2017"),
    (("timeline", 0, "kind"), "other"),
]


@pytest.mark.parametrize(("path", "value"), DAMAGES)
def test_the_schema_would_tell(path, value):
    data = read_json(files(FULL, CORRECTED, COUNTED)["timeline.json"])
    set_at(data, path, value)
    assert list(validator().iter_errors(data))


@pytest.mark.parametrize("name", ["timeline", "sidecar", "vocabulary"])
def test_what_a_schema_refers_to_stands_in_it(name):
    schema = json.loads(generated()[f"data/{name}.schema.json"])
    used = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(schema)))
    assert used and used == schema["$defs"].keys()


def test_what_reports_contradict_each_other_in_keeps_to_the_schema():
    counted = [
        event("f", delegates=((1200, "over"), "Hội thảo")),
        event("g", same_as="f", delegates=((900, None), "Hội thảo")),
    ]
    data = read_json(files(*counted)["timeline.json"])
    assert [told["field"] for told in data["timeline"][0]["elsewhere"]] == ["delegates"]
    assert list(validator().iter_errors(data)) == []


def test_the_schema_of_a_record_has_nothing_that_no_record_has():
    record = json.loads(generated()["data/timeline.schema.json"])["$defs"]["record"]
    assert set(record["required"]) == record["properties"].keys()


def test_every_quote_stands_where_the_data_say():
    (record,) = read_json(files(FULL)["timeline.json"])["records"]
    findings = [
        f for value in record.values() for f in (value if isinstance(value, list) else [value])
    ]
    quotes = [e for f in findings if isinstance(f, dict) for e in f.get("evidence", ())]
    assert len(quotes) == 9
    assert {FULL.seed.text[e["start"] : e["end"]] == e["quote"] for e in quotes} == {True}
    assert {e["url"].partition("#")[0] for e in quotes} == {"../bai-viet/a.html"}


def test_a_correction_keeps_its_signature_and_what_it_replaced():
    was = event(
        date="2017-10-05",
        corrected={"date": "2017-10-06"},
        corrections=[make_correction("date", why="Báo khác.", on="2026-11-21")],
    )
    (record,) = read_json(files(was)["timeline.json"])["records"]
    assert (record["date"]["value"], record["date"]["certainty"]) == ("2017-10-06", "corrected")
    (signed,) = record["corrections"]
    assert (signed["why"], signed["by"], signed["on"]) == ("Báo khác.", "editor", "2026-11-21")
    assert signed["extracted"]["value"] == "2017-10-05"


BOUNDS = [
    ("2017-10-05", "2017-10-05", "2017-10-05"),
    ("2017-10", "2017-10-01", "2017-10-31"),
    ("2017", "2017-01-01", "2017-12-31"),
    ("{2019-10-03,2019-10-05,2019-10-09}", "2019-10-03", "2019-10-09"),
    ("XXXX-10-05", None, None),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest"), BOUNDS)
def test_bounds_stand_beside_the_date_and_never_in_its_place(edtf, earliest, latest):
    made = files(event(date=edtf))
    (entry,) = read_json(made["timeline.json"])["timeline"]
    date = entry["date"]
    assert (date["edtf"], date["earliest"], date["latest"]) == (edtf, earliest, latest)
    (row,) = read_csv(made["timeline.csv"])
    assert (row["date"], row["earliest"], row["latest"]) == (edtf, earliest or "", latest or "")


# timeline.csv


def test_the_table_has_a_row_for_each_entry_in_order_of_time():
    rows = read_csv(files(NO_YEAR, FULL, CORRECTED, OPINION)["timeline.csv"])
    assert [(row["kind"], row["date"]) for row in rows] == [
        ("milestone", "2003"),
        ("milestone", "2015-10-14"),
        ("event", "2015?-10-29/2015?-10-30"),
        ("event", "2017-10-05"),
        ("event", "XXXX-10-29"),
    ]
    full = rows[3]
    assert full["quote"] == "Sáng 5/10/2017"
    assert full["quoted_at"] == "../bai-viet/a.html#cau-2"
    assert full["organizers"] == "Sở Thông tin và Truyền thông [host]"
    assert full["date_certainty"] == "inferred"
    assert "https://example.org/bai" in rows[2]["corrections"]


CELLS = [
    ("Hội thảo", "Hội thảo"),
    ("=1+1", "'=1+1"),
    ("-90% hồ sơ", "'-90% hồ sơ"),
    ("+84 24", "'+84 24"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1+1", "'＝1+1"),
    ("'=1", "''=1"),
    ("\t=1+1", "'\t=1+1"),
    ("a=1", "a=1"),
    ("a;=1+1", "a;'=1+1"),
    ("=1; @x ;y", "'=1;' @x ;y"),
    ("a;b; c - d", "a;b; c - d"),
    ("", ""),
]


@pytest.mark.parametrize(("cell", "written"), CELLS)
def test_no_cell_is_a_formula(cell, written):
    assert spreadsheet.guarded(cell) == written


@given(st.text())
def test_a_guard_can_be_taken_away(said):
    parts = spreadsheet.guarded(said).split(";")
    assert not any(part.lstrip().startswith(tuple("=+-@\t\r＝＋－＠")) for part in parts)
    assert ";".join(part.removeprefix("'") for part in parts) == said


# timeline.ics

CALENDAR = [
    ("2017-10-05", ("2017-10-05", "2017-10-06")),
    ("2017-10-05/2017-10-06", ("2017-10-05", "2017-10-07")),
    ("2019-12-30/2020-01-02", ("2019-12-30", "2020-01-03")),
    ("2017-10", None),
    ("2017", None),
    ("2017-10/2017-11", None),
    ("XXXX-10-29", None),
    ("2015?-10-29", None),
    ("2015-10-29~", None),
    (None, None),
]


@pytest.mark.parametrize(("edtf", "days"), CALENDAR)
def test_a_calendar_holds_what_is_known_to_the_day(edtf, days):
    found = read_ics(files(event(date=edtf))["timeline.ics"])
    told = [tuple(str(one[name].dt) for name in ("DTSTART", "DTEND")) for one in found]
    assert told == ([days] if days else [])


def test_a_calendar_holds_each_day_of_a_set_and_none_between_them():
    found = read_ics(files(event(date="{2019-10-03,2019-10-05}"))["timeline.ics"])
    told = [tuple(str(one[name].dt) for name in ("DTSTART", "DTEND")) for one in found]
    assert told == [("2019-10-03", "2019-10-04"), ("2019-10-05", "2019-10-06")]
    assert len({one["UID"] for one in found}) == 2


def vobjects(text):
    """Return the entries as another parser reads them, that checks what each must have."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    return calendar.vevent_list


def test_two_parsers_read_the_same_calendar():
    text = files(FULL, AGAIN, event("f", "{2019-10-03,2019-10-05}"), site=SITE)["timeline.ics"]
    one, other = read_ics(text), vobjects(text)
    assert len(one) == 4
    for name in ("uid", "summary", "description", "url"):
        told = [getattr(entry, name).value for entry in other]
        assert told == [str(entry[name]) for entry in one]
    assert [entry.dtstart.value for entry in other] == [entry["DTSTART"].dt for entry in one]
    assert [entry.dtstamp.value for entry in other] == [entry["DTSTAMP"].dt for entry in one]


# What an article reports beside its event, and the entries that a calendar has of it.
MENTIONED = [
    (("document", "2015-10-14", "Nghị quyết 36a/NQ-CP"), ("2015-10-14", "văn bản", None)),
    (("first", "2003-09-12", "Hội thảo"), ("2003-09-12", "lần đầu tổ chức", None)),
    (("announced", "2018-09-12", "Hội thảo", "Đà Lạt"), ("2018-09-12", "kỳ tiếp theo được công bố", "TENTATIVE")),
    (("edition", "2016-09", "Hội thảo"), None),
    (("first", "2003", "Hội thảo"), None),
    (("document", "2015?-10-14", "Nghị quyết 36a"), None),
]  # fmt: skip


@pytest.mark.parametrize(("milestone", "told"), MENTIONED)
def test_a_calendar_has_what_articles_mention_where_its_day_is_known(milestone, told):
    record = event("m", milestones=[(milestone, "Hội thảo")])
    found = read_ics(files(record)["timeline.ics"])
    assert [(str(e["DTSTART"].dt), e.categories[0], e.get("STATUS")) for e in found] == (
        [told] if told else []
    )
    assert [e.get("LOCATION") for e in found] == ([(*milestone, None)[3]] if told else [])


def test_data_say_of_a_milestone_which_it_is():
    made = files(FULL)
    told = {e["name"]: e["milestone"] for e in read_json(made["timeline.json"])["timeline"]}
    assert told == {"Hội thảo Chính quyền số": None, "Nghị quyết 36a/NQ-CP": "document"}
    rows = {(row["name"], row["kind"], row["type"]) for row in read_csv(made["timeline.csv"])}
    assert ("Nghị quyết 36a/NQ-CP", "milestone", "document") in rows


def test_a_calendar_entry_says_what_the_site_says():
    document, found = read_ics(files(FULL)["timeline.ics"])
    assert found["SUMMARY"] == "Hội thảo Chính quyền số"
    assert found["LOCATION"] == "Nhà văn hóa, Thừa Thiên Huế"
    assert found["URL"] == "https://a.example/bai?x=1&y=2"
    assert found["DTSTAMP"].dt.date() == datetime.date(2026, 11, 20)
    assert "“Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức" in found["DESCRIPTION"]
    assert "suy ra từ bài viết" in found["DESCRIPTION"]
    assert found.categories == ["Dữ liệu và chia sẻ dữ liệu"]
    assert (document["SUMMARY"], document.categories) == ("Nghị quyết 36a/NQ-CP", ["văn bản"])
    assert "Nghị quyết 36a/NQ-CP – văn bản, 14/10/2015" in document["DESCRIPTION"]
    assert "“Hội thảo về chính quyền số”" in document["DESCRIPTION"]
    assert "Nguồn: Báo A" in document["DESCRIPTION"]


def test_a_corrected_day_comes_with_its_reason_and_source():
    signed = [make_correction("date", why="Theo báo B.", on="2026-11-21")]
    moved = event(corrected={"date": "2017-10-06"}, corrections=signed)
    (found,) = read_ics(files(moved)["timeline.ics"])
    assert (
        "Theo báo B." in found["DESCRIPTION"] and "https://example.org/bai" in found["DESCRIPTION"]
    )


@given(st.text(min_size=1, max_size=300))
def test_lines_are_folded_between_letters(said):
    line = f"SUMMARY:{ics.escaped(said)}"
    pieces = ics.folded(line).split("\r\n")
    assert {len(piece.encode("utf-8")) <= 75 for piece in pieces} == {True}
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


# feed.xml


def test_the_feed_has_what_changed_last_first_and_only_what_has_a_day():
    feed = read_feed(files(FULL, CORRECTED, NO_YEAR)["feed.xml"])
    assert [(e.updated, e.link) for e in feed.entries] == [
        ("2026-11-21T00:00:00+07:00", "../bai-viet/b.html"),
        ("2026-11-20T00:00:00+07:00", "../bai-viet/a.html"),
    ]
    assert feed.feed.updated == "2026-11-21T00:00:00+07:00"
    assert len({e.id for e in feed.entries} | {feed.feed.id}) == 3
    assert "Theo báo khác. Nguồn: https://example.org/bai." in feed.entries[0].summary
    assert [e.get("published") for e in feed.entries] == [None, "2026-11-20T00:00:00+07:00"]


def test_a_later_correction_moves_the_entry_and_keeps_its_id():
    def entry(*days):
        signed = [make_correction("date", on=day) for day in days]
        record = event(added="2026-11-01", corrections=signed)
        return read_feed(files(record)["feed.xml"]).entries[0]

    before, after = entry(), entry("2026-12-02", "2026-11-30")
    assert (before.id, before.published) == (after.id, after.published)
    assert (before.updated[:10], after.updated[:10]) == ("2026-11-01", "2026-12-02")


def test_a_new_file_name_and_a_new_slug_keep_the_ids():
    known = make_record("a", date=("2017-10-05", "5/10/2017"), slug="hoi-thao", added="2026-11-21")
    renamed = replace(known, seed=replace(known.seed, id="b", path="seeds/articles/b.txt"))
    moved = replace(renamed, slug="moi", seed=replace(renamed.seed, formerly=("hoi-thao",)))

    def ids(record):
        made = files(record)
        (entry,) = read_feed(made["feed.xml"]).entries
        (event,) = read_ics(made["timeline.ics"])
        return entry.id, str(event["UID"])

    assert ids(known) == ids(renamed) == ids(moved)
    assert ids(known) != ids(replace(known, slug="khac"))


# What articles tell of when they appeared, and how new a feed of nothing else is.
NOTHING_NEW = [
    (("2017-10-06", "2017-10"), "2017-10-06"),
    (("2017-10", None), "2017-10-01"),
    ((None, None), "2009-09-01"),
]


@pytest.mark.parametrize(("appeared", "updated"), NOTHING_NEW)
def test_a_feed_without_any_change_is_still_a_feed_and_says_what_it_lacks(appeared, updated):
    told = [Source("Báo A", published=day) for day in appeared]
    records = [event(ident, "2017-10-05", source=s) for ident, s in zip("ab", told, strict=True)]
    made = files(*records)
    feed = read_feed(made["feed.xml"])
    assert feed.entries == [] and feed.version == "atom10"
    assert feed.feed.updated == f"{updated}T00:00:00+07:00"
    assert "2 bài không ghi ngày đưa vào thì không có ở đây" in feed.feed.subtitle
    stamps = {str(e["DTSTAMP"].dt.date()) for e in read_ics(made["timeline.ics"])}
    assert max(stamps) == updated
    assert all("LAST-MODIFIED" not in entry for entry in read_ics(made["timeline.ics"]))


def test_nothing_is_dated_before_there_were_such_files():
    made = files()
    assert read_feed(made["feed.xml"]).feed.updated[:4] == "2009"
    assert not any("1970" in text for text in made.values())


def test_a_feed_of_what_is_all_new_lacks_nothing():
    assert "không có" not in read_feed(files(FULL)["feed.xml"]).feed.subtitle


def test_each_series_has_a_feed_of_all_reports_of_its_events():
    other = event("z", series=(("Ngày hội Dữ liệu", None), "dữ liệu mở"), added="2026-11-22")
    again = event("e", "2017-10-06", same_as="a", added="2026-11-23")
    made = files(FULL, again, other, OPINION)
    series = {name for name in made if name.startswith("chuoi-su-kien/")}
    assert series == {
        f"chuoi-su-kien/{s}.xml" for s in ("hoi-thao-chinh-quyen-so", "ngay-hoi-du-lieu")
    }
    feed = read_feed(made["chuoi-su-kien/hoi-thao-chinh-quyen-so.xml"])
    assert [entry.link for entry in feed.entries] == [f"../../bai-viet/{i}.html" for i in "ea"]
    assert feed.feed.title.startswith("Hội thảo Chính quyền số – ")
    assert {link.rel: link.href for link in feed.feed.links} == {
        "alternate": "../../chuoi-su-kien/hoi-thao-chinh-quyen-so.html",
        "self": "hoi-thao-chinh-quyen-so.xml",
    }
    pages = pipeline.written([FULL, again, other, OPINION], VOCABULARIES)
    for name in series:
        page = pages[name.replace(".xml", ".md")]
        assert f'href="../data/{name}"' in page and f"\nfeed: data/{name}\n" in page


def test_an_entry_of_one_of_several_reports_tells_the_event_by_all():
    made = files(
        FULL, event("e", "2017-10-06", same_as="a", added="2026-11-23", source=Source("Báo E"))
    )
    newest = read_feed(made["feed.xml"]).entries[0]
    assert newest.link == "../bai-viet/e.html"
    assert "Nguồn: Báo A" in newest.summary and "Nguồn: Báo E" in newest.summary
    assert "Nguồn khác ghi khác (Báo E): thời gian: 6/10/2017" in newest.summary


def test_each_theme_has_a_feed_of_what_changed_last_in_it():
    theme = [("du-lieu", "dữ liệu mở")]
    many = [event(f"m{n:02}", themes=theme, added=f"2026-10-{n % 28 + 1:02}") for n in range(60)]
    made = files(event("x", added="2026-11-21"), event("n", themes=theme), *many)
    feed = read_feed(made["chu-de/du-lieu.xml"])
    assert len(feed.entries) == 50 and feed.entries[0].updated[:10] == "2026-10-28"
    assert feed.entries[0].link == "../../bai-viet/m27.html"
    assert feed.feed.title.startswith("Dữ liệu và chia sẻ dữ liệu")
    assert {link.rel: link.href for link in feed.feed.links} == {
        "alternate": "../../chu-de/du-lieu.html",
        "self": "du-lieu.xml",
    }
    whole = read_feed(made["feed.xml"])
    assert len(whole.entries) == 61 and whole.feed.id != feed.feed.id
    assert "chu-de/chinh-phu-so.xml" not in made


def test_an_entry_tells_first_what_was_done():
    (entry,) = read_feed(files(event(added="2026-11-20"))["feed.xml"]).entries
    assert entry.summary.startswith("20/11/2026: đưa vào dòng thời gian.")


# timelinejs.json

SLIDES = [
    ("2017-10-05", {"year": 2017, "month": 10, "day": 5}, None),
    ("2017-10", {"year": 2017, "month": 10}, None),
    ("2017", {"year": 2017}, None),
    (
        "2017-10-05/2017-10-06",
        {"year": 2017, "month": 10, "day": 5},
        {"year": 2017, "month": 10, "day": 6},
    ),
    (
        "{2017-10-05,2017-10-09}",
        {"year": 2017, "month": 10, "day": 5},
        {"year": 2017, "month": 10, "day": 9},
    ),
]


@pytest.mark.parametrize(("edtf", "start", "end"), SLIDES)
def test_a_slide_has_the_known_parts_of_its_date(edtf, start, end):
    (slide,) = read_json(files(event(date=edtf))["timelinejs.json"])["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_slides_say_doubts_in_words_and_tell_what_is_missing():
    data = read_json(files(FULL, CORRECTED, NO_YEAR)["timelinejs.json"])
    shown = {slide["unique_id"]: slide for slide in data["events"]}
    assert list(shown) == ["a-moc-1", "a-moc-2", "b", "a"]
    assert shown["b"]["display_date"] == "29–30/10, có thể năm 2015"
    assert "1 sự kiện chưa rõ năm" in data["title"]["text"]["text"]
    assert '<a href="https://a.example/bai?x=1&amp;y=2">' in shown["a"]["text"]["text"]


@pytest.mark.parametrize("site", [SITE, SITE.rstrip("/")])
def test_a_slide_shows_its_sentence_and_leads_there_where_the_site_is_known(site):
    here, there = (read_json(files(FULL, site=at)["timelinejs.json"]) for at in ("", site))
    (_, _, unlinked), (_, _, linked) = (data["events"] for data in (here, there))
    said = "<blockquote>“Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức"
    assert unlinked["media"]["url"].startswith(said)
    assert "link" not in unlinked["media"]
    assert linked["media"] == unlinked["media"] | {"link": f"{SITE}bai-viet/a.html#cau-2"}


# The site's address, where it is known


def test_whoever_has_a_file_alone_finds_the_site():
    made = files(FULL, CORRECTED, OPINION, site=SITE)
    page = f"{SITE}bai-viet/a.html"
    (entry,) = (
        e
        for e in read_json(made["timeline.json"])["timeline"]
        if e["record"] == "a" and e["kind"] == "event"
    )
    assert entry["page"] == page
    row = read_csv(made["timeline.csv"])[3]
    assert (row["page"], row["quoted_at"]) == (page, f"{page}#cau-2")
    document, found = read_ics(made["timeline.ics"])
    assert (document["URL"], found["URL"]) == (f"{page}#cau-1", page)
    assert page in found["DESCRIPTION"] and FULL.seed.source.url in found["DESCRIPTION"]
    feed = read_feed(made["feed.xml"])
    links = {link["rel"]: link["href"] for link in feed.feed.links}
    assert links == {"alternate": f"{SITE}index.html", "self": f"{SITE}data/feed.xml"}
    assert [entry.link for entry in feed.entries] == [f"{SITE}bai-viet/b.html", page]
    assert "../" not in "".join(made[name] for name in READ_ALONE)


def test_ids_do_not_change_with_the_address():
    def ids(made):
        feed, calendar = read_feed(made["feed.xml"]), read_ics(made["timeline.ics"])
        return [feed.feed.id, *(e.id for e in feed.entries), *(str(e["UID"]) for e in calendar)]

    assert ids(files(FULL)) == ids(files(FULL, site=SITE))


def test_a_day_that_was_set_right_keeps_the_words_of_the_article():
    was = event(
        date="2017-10-05", corrected={"date": "2017-10-06"}, corrections=[make_correction("date")]
    )
    made = files(was)
    (row,) = read_csv(made["timeline.csv"])
    assert (row["date"], row["quote"]) == ("2017-10-06", "Sáng 5/10/2017")


# hostile text, in every format


class Tags(HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.seen, self.said = [], ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)

    def handle_data(self, data):
        self.said += data


HOSTILE = [
    '<script>alert("x")</script>',
    "=HYPERLINK(0)",
    "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:x",
    "a\r\nATTENDEE:mailto:x@example.org",
    "\\n\\;\\, ; , \"'",
    "]]></title><entry>&amp;&#0;",
    "\u2028\u2029\x85\u0080\ufffe\uffff",
    "đ̣ế 👩‍👩‍👧 " * 30,
    "{{ 7*7 }} ${x} %s",
]


def holds(name):
    """All readers find the name, white space aside, and find nothing else."""
    record = event(
        date="2017-10-05",
        corrected={"event": name, "title": name, "location": (name, None)},
        added="2026-11-20",
        source=Source(name, name, name),
    )
    made = files(record)
    shown = telling.one_line(name)
    (entry,) = read_json(made["timeline.json"])["timeline"]
    assert entry["name"] == name
    (row,) = read_csv(made["timeline.csv"])
    # Whoever takes one apostrophe away where it keeps a formula a text has the exact words.
    assert re.sub(r"(^|;)'", r"\1", row["name"]) == shown
    (found,) = read_ics(made["timeline.ics"])
    assert found["SUMMARY"] == shown
    assert {"ATTENDEE", "URL"}.isdisjoint(found.keys())
    (told,) = read_feed(made["feed.xml"]).entries
    assert " ".join(Tags(told.title).said.split()) == " ".join(Tags(shown).said.split())
    (slide,) = read_json(made["timelinejs.json"])["events"]
    headline = Tags(slide["text"]["headline"])
    assert (headline.seen, headline.said) == ([], shown)
    assert set(Tags(slide["text"]["text"]).seen) == {"p"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name):
    holds(name)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text())
def test_any_text_stays_text(said):
    # feedparser takes a title of Latin letters only for text that was decoded wrongly, and mends it.
    holds(f"{said}ệ")


# the page of the data

HELD = [
    (
        (FULL, CORRECTED),
        "2 mục biết chắc ngày",
        "2 mục chưa rõ hoặc chưa chắc ngày không có",
    ),
    ((event(date="2017-10-05", added="2026-11-20"),), "1 mục biết chắc ngày", None),
    ((FULL,), "2 mốc", "1 mục chưa rõ hoặc chưa chắc ngày không có"),
    ((FULL, NO_YEAR), "3 trang trình chiếu", "1 sự kiện chưa rõ năm không có ở đây"),
    ((FULL, NO_YEAR), "1 mục, theo chuẩn Atom", "1 bài không ghi ngày đưa vào"),
]


@pytest.mark.parametrize(("records", "held", "missing"), HELD)
def test_the_page_of_the_data_says_what_is_there_and_what_is_not(records, held, missing):
    page = " ".join(pipeline.written(records, VOCABULARIES)["du-lieu.md"].split())
    assert held in page
    assert missing in page if missing else "không có ở đây" not in page


def test_the_page_of_the_data_leads_to_every_file():
    made = pipeline.written([FULL], VOCABULARIES)
    led = re.findall(r"\]\((data/[^)]+)\)|href=\"(data/[^\"]+)\"", made["du-lieu.md"])
    feeds = {name for name in made if re.fullmatch(r"data/.+/.+\.xml", name)}
    assert {name.split("/")[1] for name in feeds} == {"chu-de", "chuoi-su-kien"}
    assert {one or other for one, other in led} == exports.HOSTED | {
        name for name in made if name.startswith("data/")
    } - feeds
    for name in feeds:
        page = made[name.replace("data/", "").replace(".xml", ".md")]
        assert f'href="../{name}"' in page and f"\nfeed: {name}\n" in page
