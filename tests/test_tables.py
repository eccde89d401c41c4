"""The tables, each form of them read by a program that offices, statisticians or developers have."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import frictionless
import openpyxl
import pandas as pd
import pytest
from datasette.app import Datasette

from egov_timeline import exports, once, staging
from egov_timeline.exports import workbook
from egov_timeline.inputs import Source
from project import PROJECT
from records import make_archive, make_correction, make_record

SITE = "https://so.example/cpdt/"
NAME = "Hội thảo Đô thị thông minh Đà Nẵng"
QUOTE = "Sáng 5/10/2017"

TEXT = f"""Đà Nẵng bàn chuyện đô thị

{QUOTE}, tại Đà Nẵng, Sở Thông tin và Truyền thông cùng Hội Tin học tổ chức {NAME}, bàn về dữ liệu mở."""

HELD = make_record(
    "a",
    TEXT,
    event=(NAME, NAME),
    title=("Đà Nẵng bàn chuyện đô thị", "Đà Nẵng bàn chuyện đô thị"),
    date=("2017-10-05", QUOTE),
    location=(("Cung hội nghị Ariyana", "Đà Nẵng"), "tại Đà Nẵng"),
    organizer=[
        (("so-tttt", "Sở Thông tin và Truyền thông", "host"), "Sở Thông tin và Truyền thông"),
        ((None, "Hội Tin học", "co-organizer"), "Hội Tin học"),
    ],
    series=((NAME, 3), NAME),
    themes=[("du-lieu", "dữ liệu mở")],
    milestones=[
        (("first", "2003", NAME), NAME),
        (("document", "2015-10-14", "Nghị quyết 36a"), NAME),
    ],
    event_type="hoi-thao",
    added="2026-11-20",
    source=Source("Báo A", "Thu An", "https://a.example/bai"),
)
AGAIN = make_record("b", TEXT, event=(NAME, NAME), date=("2017-10-05", QUOTE), same_as="a")
SIGNED = make_record(
    "c",
    "Lễ ra mắt cổng thông tin\n\nLễ ra mắt diễn ra ngày 29/10.",
    event=("Lễ ra mắt", "Lễ ra mắt"),
    date=("XXXX-10-29", "ngày 29/10"),
    corrected={"date": "2015?-10-29"},
    corrections=[make_correction("date", why="Báo khác.", on="2026-11-21")],
)
OPINION = make_record("d", "Ý kiến", is_event=False, title=("Ý kiến", "Ý kiến"))
ALL = (HELD, AGAIN, SIGNED, OPINION)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return published(tmp_path_factory.mktemp("site"), *ALL)


def published(root, *records, site=SITE):
    """Complete the data of a site as a build does; return their folder."""
    for name, text in exports.files(make_archive(*records)).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="")
    with exports.publishing(root, make_archive(*records, site=site)):
        pass
    return root / "data"


# The data package


def judged(folder, monkeypatch):
    """Return what Frictionless says of the package; its plugins, of which none is here, it seeks in sys.path."""
    monkeypatch.setattr(
        sys, "path", [at for at in sys.path if Path(at or ".").resolve() != PROJECT]
    )
    return frictionless.validate(str(folder / "datapackage.json"))


@pytest.mark.parametrize("records", [ALL, ()], ids=["all", "none"])
def test_the_package_is_valid(tmp_path, monkeypatch, records):
    folder = published(tmp_path, *records)
    report = judged(folder, monkeypatch)
    assert report.flatten(["title", "message"]) == []
    assert len(report.tasks) == 7


DAMAGES = [
    ("reports.csv", "a,a,1", "a,nobody,1"),
    ("events.csv", ",2017-10-05,", ",5/10/2017,"),
    ("organizers.csv", ",host,", ",boss,"),
    ("evidence.csv", "d,title", "d,headline"),
]


def forget_checksums(path):
    """Let the package be judged by types and keys alone."""
    package = json.loads(path.read_text("utf-8"))
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    path.write_text(json.dumps(package), "utf-8")


@pytest.mark.parametrize(("name", "said", "instead"), DAMAGES)
def test_the_package_would_tell(folder, tmp_path, monkeypatch, name, said, instead):
    copy = shutil.copytree(folder, tmp_path / "data")
    text = (copy / name).read_text("utf-8")
    assert said in text
    (copy / name).write_text(text.replace(said, instead), "utf-8")
    forget_checksums(copy / "datapackage.json")
    assert not judged(copy, monkeypatch).valid


def test_a_statistician_joins_events_with_their_organizers_and_quotes(folder):
    events, organizers, evidence = (
        pd.read_csv(folder / f"{name}.csv") for name in ("events", "organizers", "evidence")
    )
    joined = events.merge(organizers, left_on="id", right_on="event")
    assert list(joined["name_y"]) == ["Sở Thông tin và Truyền thông", "Hội Tin học"]
    assert list(joined["name_x"]) == [NAME, NAME]
    dating = evidence[(evidence.article == "a") & (evidence.field == "date")]
    assert list(dating.quote) == [QUOTE]
    start, end = dating.start.item(), dating.end.item()
    assert HELD.article.text[start:end] == QUOTE
    assert dating.url.item() == f"{SITE}bai-viet/a.html#cau-2"


def test_an_event_that_was_not_held_says_so_and_why(tmp_path):
    called_off = make_record(
        "a", TEXT, date=("2017-10-05", QUOTE), status=("cancelled", "tổ chức"),
        corrected={"status": "cancelled"}, corrections=[make_correction("status")],
    )  # fmt: skip
    (row,) = pd.read_csv(published(tmp_path, called_off) / "events.csv").to_dict("records")
    assert row["status"] == "cancelled"
    assert row["status_in_words"].startswith("bị hủy – ")


def test_events_and_milestones_say_what_they_are(folder):
    events = pd.read_csv(folder / "events.csv", index_col="id", keep_default_na=False)
    assert list(events.kind) == ["first", "document", "event", "event"]
    assert events.loc["c", ["date", "date_in_doubt", "date_certainty"]].tolist() == [
        "2015?-10-29",
        True,
        "added",
    ]
    assert events.loc["a", ["status", "edition", "earliest"]].tolist() == [
        "held",
        "3",
        "2017-10-05",
    ]
    reports = pd.read_csv(folder / "reports.csv")
    assert reports[reports.event == "a"].article.tolist() == ["a", "b"]


def test_a_signature_keeps_what_the_article_says(folder):
    evidence = pd.read_csv(folder / "evidence.csv")
    replaced = evidence[evidence.stands == "replaced"]
    assert replaced[["article", "field", "value", "quote"]].values.tolist() == [
        ["c", "date", "XXXX-10-29", "ngày 29/10"]
    ]
    (signed,) = pd.read_csv(folder / "corrections.csv").to_dict("records")
    assert (signed["does"], signed["value"], signed["before"]) == (
        "added",
        "2015?-10-29",
        "XXXX-10-29",
    )
    assert (signed["why"], signed["by"], signed["on"]) == ("Báo khác.", "editor", "2026-11-21")


# The workbook


def sheets(folder):
    book = openpyxl.load_workbook(folder / "timeline.xlsx")
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def test_an_office_sees_vietnamese_and_dates_as_they_are_known(folder):
    found = sheets(folder)
    assert list(found) == [
        "Bài viết",
        "Sự kiện và mốc",
        "Bài tường thuật sự kiện",
        "Đơn vị tổ chức",
        "Chủ đề của từng bài",
        "Câu trích làm chứng",
        "Điều biên tập viên ký",
    ]
    heads, *rows = found["Sự kiện và mốc"]
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [row["Ngày (EDTF)"] for row in told] == [
        "2003",
        "2015-10-14",
        "2015?-10-29",
        "2017-10-05",
    ]
    assert [row["Ngày còn ngờ"] for row in told] == ["không", "không", "có", "không"]
    assert (told[3]["Tên"], told[3]["Lần thứ"], told[3]["Sớm nhất"]) == (NAME, 3, "2017-10-05")


HOSTILE = [
    "=1+1",
    "@SUM(A1)",
    "https://evil.example/",
    "<b>&amp;",
    "a\nb\tc",
    "\x07chuông",
    "_x0007_",
    " hai đầu ",
    "'",
    "x" * 40_000,
]


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words_in_every_form(tmp_path, monkeypatch, said):
    folder = published(tmp_path, make_record("a", date=("2017", QUOTE), corrected={"event": said}))
    assert judged(folder, monkeypatch).flatten(["message"]) == []
    book = openpyxl.load_workbook(folder / "timeline.xlsx")
    cell = book["Sự kiện và mốc"].cell(2, 3)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    if len(said) < 32_767:
        assert openpyxl.utils.escape.unescape(cell.value) == said
    else:
        assert cell.value == "(dài quá một ô: xem bảng CSV)"
    with closing(sqlite3.connect(folder / "timeline.sqlite")) as database:
        assert database.execute("SELECT name FROM events").fetchall() == [(said,)]


def test_a_workbook_of_many_parts_is_that_of_one(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(once, "STRETCH", 1)
    again = published(tmp_path, *ALL)
    whole, parted = (zipfile.ZipFile(at / "timeline.xlsx") for at in (folder, again))
    with whole, parted:
        assert parted.testzip() is None
        assert [parted.read(n) for n in parted.namelist()] == [
            whole.read(n) for n in whole.namelist()
        ]


def test_a_sheet_holds_whole_parts_and_leads_to_the_rest(tmp_path, monkeypatch):
    monkeypatch.setattr(once, "STRETCH", 1)
    monkeypatch.setattr(workbook, "_ROWS", 3)
    found = sheets(published(tmp_path, *ALL))
    assert len(found["Bài tường thuật sự kiện"]) == 1 + 3 + 1
    last = ["Còn nữa: tất cả các dòng ở articles.csv", *[None] * 11]
    assert [row[0] for row in found["Bài viết"]] == ["Mã bài", "a", "b", "c", last[0]]
    assert found["Bài viết"][-1] == last


# The database


def get(folder, path):
    """Return what Datasette answers, served as a person would serve it."""

    async def asked():
        metadata = json.loads((folder / "datasette.json").read_text("utf-8"))
        served = Datasette([], immutables=[str(folder / "timeline.sqlite")], metadata=metadata)
        answer = await served.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer

    # In a thread of its own: where a browser is driven, this one has a loop already.
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, asked()).result()


SEARCHES = ["da nang", "Đà Nẵng", "đà nẵng", "DO THI THONG MINH", "hoi thao do thi"]


@pytest.mark.parametrize("typed", SEARCHES)
def test_datasette_finds_events_with_and_without_marks(folder, typed):
    found = get(folder, f"/timeline/events.json?_shape=array&_search={typed}").json()
    assert "a" in [row["id"] for row in found]
    assert "c" not in [row["id"] for row in found]


@pytest.mark.parametrize(
    ("typed", "fields"), [("sang", {"date"}), ("du lieu", {"themes"}), ("khong", set())]
)
def test_datasette_finds_quotes(folder, typed, fields):
    found = get(folder, f"/timeline/evidence.json?_shape=array&article=a&_search={typed}").json()
    assert {row["field"] for row in found} == fields


def test_datasette_counts_by_facets_and_names_what_a_row_leads_to(folder):
    page = get(folder, "/timeline/events").text
    assert "Sự kiện và mốc" in page and "kind" in page
    facets = get(folder, "/timeline/events.json?_facet=kind").json()["facet_results"]
    counted = {one["value"]: one["count"] for one in facets["kind"]["results"]}
    assert counted == {"event": 2, "first": 1, "document": 1}
    row = get(folder, "/timeline/events/a.json?_extras=foreign_key_tables").json()
    led = {one["other_table"]: one["count"] for one in row["foreign_key_tables"]}
    assert led == {"organizers": 2, "reports": 2}
    quotes = get(folder, "/timeline/articles/a.json?_extras=foreign_key_tables").json()
    led = {one["other_table"]: one["count"] for one in quotes["foreign_key_tables"]}
    assert led["evidence"] == 10


def test_people_read_the_timeline_in_their_words(folder):
    rows = get(folder, "/timeline/dong_thoi_gian.json?_shape=array").json()
    assert [row["Ngày"] for row in rows] == [
        "năm 2003",
        "14/10/2015",
        "29/10, có thể năm 2015",
        "5/10/2017",
    ]
    assert rows[3]["Đơn vị tổ chức"] == "Sở Thông tin và Truyền thông; Hội Tin học"
    (quote,) = get(folder, "/timeline/cau_trich.json?_shape=array&Mục=date&Bài__contains=Đà").json()
    assert quote["Câu trích"] == QUOTE


def test_keys_lead_where_they_say(folder):
    with closing(sqlite3.connect(folder / "timeline.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_same_archive_gives_the_same_bytes(folder, tmp_path):
    again = published(tmp_path, *ALL)
    made, anew = (
        {p.relative_to(at): p.read_bytes() for p in at.rglob("*") if p.is_file()}
        for at in (folder, again)
    )
    assert made == anew


def test_files_of_content_are_not_written_through(tmp_path):
    content, site = tmp_path / "content", tmp_path / "site"
    for name, text in exports.files(make_archive(*ALL)).items():
        for root in (content, site):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8", newline="")
        (site / name).hardlink_to(content / name)
    with exports.publishing(tmp_path / "made", make_archive(*ALL, site=SITE)):
        pass
    staging.move(tmp_path / "made", site)
    assert SITE in (site / "data/events.csv").read_text("utf-8")
    assert SITE not in (content / "data/events.csv").read_text("utf-8")
