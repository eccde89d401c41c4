"""An event of several reports is one wherever it is told, and every report is led to."""

import csv
import io
import json
import re

import icalendar
import pytest

from egov_timeline import exports, pages, pipeline, search
from egov_timeline.timeline import timeline
from one_event import MAIN, NAME, first, second
from records import VOCABULARIES, make_archive, make_correction, make_record
from test_citation import told_to_search_engines

OTHER = make_record("other", date=("2017-10-05", "Sáng 5/10/2017"), themes=[("du-lieu", "dữ liệu")])
RECORDS = [
    first(added="2026-11-20", published=("2019-11-08", "8/11/2019")),
    second(added="2026-11-21", published=("2019-11-10", "9/11/2019")),
    OTHER,
]


@pytest.fixture(scope="module")
def written():
    return pipeline.written(RECORDS, VOCABULARIES)


@pytest.fixture(scope="module")
def home(written):
    return written["index.md"]


def card(page):
    (found,) = re.findall(r'<li class="tl-event [^>]*data-event="a".*?\n</li>\n', page, re.DOTALL)
    return found


def visible(markup):
    return " ".join(re.sub(r"<[^>]+>", "", markup.replace("</p>", " ")).split())


def test_the_home_page_has_one_card_that_leads_to_each_report(home):
    assert re.findall(r'data-event="(\w+)"', home) == ["other", "a"]
    said = visible(card(home))
    assert "Theo 2 bài: Báo Xứ Lạng: Khai mạc Ngày hội, 8/11/2019 Tin Ải Bắc: Lạng Sơn bàn" in said
    assert {'href="bai-viet/a.html"', 'href="bai-viet/b.html"'} <= set(
        re.findall(r'href="[^"#]+"', card(home))
    )
    assert NAME in said and "Lạng Sơn bàn chuyện" not in said.partition("Theo 2 bài")[0]


def test_what_a_report_says_otherwise_leads_to_its_sentence(home):
    lines = re.findall(r'<p class="tl-elsewhere">(.*?)</p>', card(home))
    assert [visible(line) for line in lines] == [
        "Nguồn khác ghi khác: 9/11/2019 (Tin Ải Bắc, “Hôm 9/11/2019”)",
        "Nguồn khác ghi khác: Sở Khoa học Lạng Sơn – tổ chức (Tin Ải Bắc, “Sở Khoa học Lạng Sơn”)",
    ]
    assert all('data-evidence href="bai-viet/b.html#cau-2"' in line for line in lines)


def test_an_event_of_one_report_says_nothing_of_reports():
    alone = [first(), OTHER]
    page = pages.home(timeline(alone), VOCABULARIES)["index.md"]
    assert "tl-reports" not in page and "tl-elsewhere" not in page
    assert "tl-reports" not in pipeline.written(alone, VOCABULARIES)["bai-viet/a.md"]


def test_who_says_the_same_otherwise_stands_on_one_line():
    third = second("c", published=("2019-11-10", "9/11/2019"))
    page = pages.home(timeline([*RECORDS, third]), VOCABULARIES)["index.md"]
    assert (
        "Nguồn khác ghi khác: 9/11/2019 (Tin Ải Bắc, “Hôm 9/11/2019”; Tin Ải Bắc, “Hôm 9/11/2019”)"
        in visible(card(page))
    )


def test_what_only_a_signature_says_leads_to_its_article():
    signed = second(corrections=[make_correction("date")], corrected={"date": "2019-11-10"})
    page = pages.home(timeline([first(), signed]), VOCABULARIES)["index.md"]
    (line, _) = re.findall(r'<p class="tl-elsewhere">(.*?)</p>', card(page))
    assert visible(line) == "Nguồn khác ghi khác: 10/11/2019 (Tin Ải Bắc, đính chính có nguồn)"
    assert '<a href="bai-viet/b.html">' in line


def test_a_long_quote_is_cut_at_a_word():
    long = "Ngày hội Chính quyền số Lạng Sơn năm 2019 do UBND tỉnh Lạng Sơn và Sở Khoa học Lạng Sơn tổ chức"
    other = second(event=("Ngày hội Tin học", long))
    page = pages.home(timeline([first(), other]), VOCABULARIES)["index.md"]
    (quote,) = re.findall(r"Tin Ải Bắc, “(Ngày hội Chính[^”]*) …”", visible(card(page)))
    assert 60 < len(quote) <= 90 and long.startswith(f"{quote} ")


def test_a_report_in_english_is_named_in_english():
    english = "It was said by the chairman that the data of all of the provinces will be open."
    title = ("It was said by the chairman", "It was said by the chairman")
    foreign = make_record("en", english, title=title, same_as="a")
    made = pipeline.written([first(), foreign], VOCABULARIES)
    assert 'hreflang="en"><span lang="en">It was said' in card(made["index.md"])
    assert '<a href="en.html" lang="en" hreflang="en">It was said' in made["bai-viet/a.md"]


def test_links_to_the_place_of_a_report_that_was_joined_still_hold(home):
    assert 'id="su-kien-a"' in home and 'id="su-kien-b" data-report="b"' in card(home)


def test_the_words_of_another_report_are_quoted_from_its_own_article():
    lacking = make_record("a", "Một ngày hội ở Lạng Sơn", title=("Một ngày hội", "Một ngày hội"))
    page = pages.home(timeline([lacking, second()]), VOCABULARIES)["index.md"]
    (link,) = re.findall(r'<blockquote.*?data-evidence href="([^"]+)"', card(page), re.DOTALL)
    assert link == "bai-viet/b.html#cau-2"
    said = visible(card(page))
    assert "Thời gian theo Tin Ải Bắc, “Hôm 9/11/2019”" in said
    assert "Địa điểm theo Tin Ải Bắc, “thành phố Lạng Sơn”" in said
    assert "Nguồn khác ghi khác" not in said


def test_the_event_is_found_by_what_any_report_says_and_counted_once(written, home):
    (found,) = re.findall(r'data-event="a"([^>]*)>', home)
    assert 'data-organizer="ubnd-lang-son hoi-tin-hoc-xu-lang ubnd-tinh-lang-son' in found
    assert 'data-theme="du-lieu chinh-phu-so"' in found and 'data-year="2019"' in found
    assert "<span data-shown>2</span>" in home
    assert re.findall(r'data-value="lang-son".*?<span data-count>\((\d+)\)', home) == ["1"]
    for name in ("don-vi/so-khoa-hoc-lang-son", "dia-diem/lang-son", "chu-de/chinh-phu-so"):
        page = written[f"{name}.md"]
        assert "<span data-shown>1</span> sự kiện" in page
        assert "Theo 2 bài" in page
    assert "Vai trò: tổ chức" in written["don-vi/so-khoa-hoc-lang-son.md"]
    assert "2019: 1 sự kiện" in home


def test_each_report_keeps_its_page_with_its_own_facts_and_leads_to_the_others(written):
    one, other = (written[f"bai-viet/{ident}.md"] for ident in "ab")
    assert "date: '2019-11-08'" in one and "date: '2019-11-09'" in other
    (reports,) = re.findall(r'<div class="tl-reports">.*?</div>', one, re.DOTALL)
    assert visible(reports) == (
        "Cùng sự kiện (theo 2 bài): Lạng Sơn bàn chuyện dữ liệu Tin Ải Bắc, 10/11/2019"
    )
    assert re.findall(r'href="(.*?)"', reports) == ["b.html"]
    (said,) = re.findall(r'<p class="tl-elsewhere">(.*?Hội Tin học.*?)</p>', other)
    assert visible(said) == (
        "Nguồn khác ghi khác: Hội Tin học Xứ Lạng – đồng tổ chức (Báo Xứ Lạng, “Hội Tin học Xứ Lạng”)"
    )
    assert 'data-evidence href="a.html#cau-2"' in said
    assert "Nguồn khác ghi khác: 9/11/2019" in visible(field(one, "date"))
    assert "Nguồn khác ghi khác" not in visible(field(one, "location"))


def field(page, name):
    """Return the HTML of a field of the facts panel."""
    (found,) = re.findall(
        rf'data-field="{name}">.*?(?=<div class="tl-fact"|</dl>)', page, re.DOTALL
    )
    return found


def beside(page):
    """Return where an article leads to in time, and by its themes."""
    (around,) = re.findall(r'<nav class="tl-neighbours".*?</nav>', page, re.DOTALL)
    (alike,) = re.findall(r'aria-labelledby="cung-chu-de".*?</section>', page, re.DOTALL)
    return re.findall(r'href="(.*?)" rel="(.*?)"', around), re.findall(r'href="(.*?)"', alike)


def test_all_reports_have_the_same_neighbours(written):
    for ident in "ab":
        found = beside(written[f"bai-viet/{ident}.md"])
        assert found == ([("other.html", "prev")], ["other.html"])
    (around, _) = beside(written["bai-viet/other.md"])
    assert around == [("a.html", "next")]


# Data


def linked(written, ident):
    return told_to_search_engines(written[f"bai-viet/{ident}.md"])


def test_search_engines_are_told_of_one_event_by_two_articles(written):
    one, other = (linked(written, ident) for ident in "ab")
    assert one["about"] == other["about"] and one["about"]["@id"].startswith("urn:uuid:")
    assert one["about"]["startDate"] == "2019-11-08"
    assert (one["isBasedOn"]["headline"], other["isBasedOn"]["headline"]) == (
        "Khai mạc Ngày hội",
        "Lạng Sơn bàn chuyện dữ liệu",
    )
    assert linked(written, "other")["about"]["@id"] != one["about"]["@id"]


def test_a_calendar_has_one_entry_that_names_all_sources(written):
    calendar = icalendar.Calendar.from_ical(written["data/timeline.ics"].encode())
    entry = calendar.walk("VEVENT")[-1]
    assert len(calendar.walk("VEVENT")) == 2
    assert (str(entry["SUMMARY"]), entry.decoded("DTSTART").isoformat()) == (NAME, "2019-11-08")
    for said in (
        "Nguồn: Báo Xứ Lạng",
        "Nguồn: Tin Ải Bắc",
        "Nguồn khác ghi khác (Tin Ải Bắc): thời gian: 9/11/2019",
    ):
        assert said in entry["DESCRIPTION"]
    assert "bai-viet/a.html" in entry["DESCRIPTION"] and "bai-viet/b.html" in entry["DESCRIPTION"]
    assert entry.decoded("LAST-MODIFIED").date().isoformat() == "2026-11-21"


def test_the_table_has_one_row_that_names_the_reports(written):
    text = written["data/timeline.csv"].removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["record"], row["reports"]) for row in rows] == [("other", "other"), ("a", "a; b")]
    assert rows[1]["sources"] == "Báo Xứ Lạng; Tin Ải Bắc"
    assert "Nguồn khác ghi khác (Tin Ải Bắc): thời gian: 9/11/2019" in rows[1]["elsewhere"]


def test_a_row_quotes_the_report_that_gives_the_date():
    lacking = make_record("a", **{})
    made = exports.files(make_archive(lacking, second()))
    text = made["data/timeline.csv"].removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["quote"], row["quoted_at"]) == ("Hôm 9/11/2019", "../bai-viet/b.html#cau-2")


def test_the_data_have_one_entry_and_all_records(written):
    data = json.loads(written["data/timeline.json"])
    entry = data["timeline"][-1]
    assert (entry["record"], entry["reports"]) == ("a", ["a", "b"])
    assert [(e["field"], e["record"]) for e in entry["elsewhere"]] == [
        ("date", "b"),
        ("organizer", "b"),
    ]
    (quoted,) = entry["elsewhere"][0]["facts"][0]["evidence"]
    assert quoted["url"] == "../bai-viet/b.html#cau-2"
    assert [record["id"] for record in data["records"]] == ["a", "b", "other"]


def test_a_show_has_one_slide_and_a_feed_each_report(written):
    slides = json.loads(written["data/timelinejs.json"])["events"]
    assert [slide["unique_id"] for slide in slides] == ["other", "a"]
    assert slides[1]["text"]["text"].count("Nguồn: ") == 2
    assert written["data/feed.xml"].count("<entry>") == 2


def test_the_page_of_the_data_counts_events_once(written):
    assert "3 bài viết, 2 sự kiện" in " ".join(written["du-lieu.md"].split())


def test_search_finds_each_article():
    found = [search.of_record(record, VOCABULARIES).title for record in RECORDS[:2]]
    assert found == [MAIN["title"][0], "Lạng Sơn bàn chuyện dữ liệu"]
