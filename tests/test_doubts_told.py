"""A year that is not certain is told so wherever it is told: pages, pictures, search, data."""

import csv
import html
import io
import json
import re

import pytest

from egov_timeline import bundle, exports, pages, search
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_archive, make_correction, make_record

SERIES = (("Hội thảo Chính quyền số", None), "Hội thảo Chính quyền số")
SURE = make_record(
    "sure",
    event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
    date=("2017-10-05", "5/10/2017"),
    series=SERIES,
    themes=[("chinh-phu-so", "chính quyền số")],
)


def doubted(edtf):
    return make_record(
        "doubted",
        event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
        corrections=[make_correction("date")],
        corrected={"date": edtf},
        location=((None, "Huế"), "Huế"),
        series=SERIES,
        themes=[("du-lieu", "dữ liệu mở")],
    )


@pytest.fixture(params=["2015?", "2015~", "2015?-10-29"])
def records(request):
    return [doubted(request.param), SURE]


def visible(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def around_2015(page):
    """What stands before and behind each 2015 that a reader sees or hears."""
    said = visible(page) + " " + " ".join(re.findall(r'aria-label="([^"]*)"', page))
    return [said[max(0, at.start() - 16) : at.end() + 32] for at in re.finditer("2015", said)]


PAGES = [
    "index.md", "dia-diem/index.md", "dia-diem/hue.md", "chu-de/index.md", "chu-de/du-lieu.md",
    "chuoi-su-kien/index.md", "chuoi-su-kien/hoi-thao-chinh-quyen-so.md",
    "bai-viet/doubted.md", "bai-viet/sure.md",
]  # fmt: skip
DOUBT = re.compile(r"có thể|khoảng|2015\?|\(\?\)|chưa chắc")
# The column of the picture is a year of the calendar: it is its disc that doubts.
COLUMN = re.compile(r"^.{0,16}2015 201[67]|2014 2015|từ 2015; ô trống")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_tells_it_as_certain(records, name):
    page = pages.render(records, timeline(records), VOCABULARIES)[name].partition("\n---\n")[2]
    told = [said for said in around_2015(page) if not COLUMN.search(said)]
    assert told and [said for said in told if not DOUBT.search(said)] == []


def test_a_year_is_certain_that_one_event_has_for_certain(records):
    certain = make_record("certain", date=("2015", "5/10/2017"))
    home = pages.render([*records, certain], timeline([*records, certain]), VOCABULARIES)
    (heading,) = re.findall(r'id="nam-2015">\n<h2[^>]*>(.*?)</h2>', home["index.md"])
    assert heading == "2015"
    assert "2015: 2 sự kiện, 1 chưa chắc năm" in home["index.md"]


def test_the_picture_of_themes_says_so_in_shape_and_words(records):
    grid = pages.render(records, timeline(records), VOCABULARIES)["chu-de/index.md"]
    assert re.search(r'tl-grid__disc--doubted[^>]*>1<span class="tl-sr"> \(chưa chắc năm\)', grid)


def test_search_offers_it_with_its_doubt(records):
    entries = [search.of_record(record, VOCABULARIES) for record in records]
    facets = dict(search.files(entries, VOCABULARIES))["search/facets.js"]
    told = json.loads(re.search(r'"facets",(\{.*\}),"', facets)[1])
    assert [label for _, label, _ in told["nam"]] == ["có thể 2015", "2017"]
    assert DOUBT.search(entries[0].below)


def test_exports_tell_it(records):
    made = exports.files(make_archive(*records))
    table = made["data/timeline.csv"].removeprefix("\ufeff")
    doubts = {row["record"]: row["date_doubt"] for row in csv.DictReader(io.StringIO(table))}
    assert doubts["sure"] == "" and doubts["doubted"] in ("uncertain", "approximate")
    slides = json.loads(made["data/timelinejs.json"])["events"]
    assert DOUBT.search(slides[0]["display_date"])
    assert "2015" not in made["data/timeline.ics"].replace("20151", "2015")
    about = json.loads(exports.beside(make_archive(*records))["doubted"]["json_ld"])["about"]
    assert "startDate" not in about and DOUBT.search(about["description"])


def test_the_note_in_the_zip_tells_it(records):
    years = timeline(records).years
    doubted = [year.year for year in years if year.doubted]
    assert "từ năm 2015 (?) đến năm 2017" in bundle.note(2, [2015, 2017], doubted=doubted)
    assert "từ năm 2015 đến năm 2017" in bundle.note(2, [2015, 2017])
