"""What is long is parted: each entry has one place, every place can be reached, and numbers add up."""

import json
import re

import pytest

from egov_timeline import pages
from egov_timeline.pages import pagination
from egov_timeline.timeline import timeline
from long_timeline import event
from records import VOCABULARIES, make_record

LINK = re.compile(r'href="([^"#]*)')


@pytest.fixture
def small(monkeypatch):
    """Pages that hold six events, show them as lines from four on, and hold five titles."""
    monkeypatch.setattr(pagination, "EVENTS", 6)
    monkeypatch.setattr(pagination, "CARDS", 4)
    monkeypatch.setattr("egov_timeline.pages.spine.CARDS", 4)
    monkeypatch.setattr(pagination, "TITLES", 5)


def some(count, year="2018", **facts):
    return [
        event(f"{year}-{n:02}", f"{year}-{1 + n // 3:02}-{1 + n % 28:02}", n) for n in range(count)
    ]


def render(records):
    return pages.render(records, timeline(records), VOCABULARIES)


def entries(page):
    return re.findall(r'data-event="([^"]+)"', page)


def rows(made):
    _, _, told = made["nam/su-kien.js"].partition(" = ")
    return json.loads(told.rstrip(";\n"))


def test_a_timeline_that_a_page_holds_is_one_page(small):
    made = render(some(6))
    assert entries(made["index.md"]) == [f"2018-{n:02}" for n in range(6)]
    assert not any(name.startswith("nam/") for name in made)
    assert "data-matches" not in made["index.md"]


def test_beyond_that_each_year_has_its_pages_and_each_event_one_of_them(small):
    made = render(some(8) + some(2, "2016") + [event("x", "XXXX-01-02", 1)])
    found = {name: entries(page) for name, page in made.items() if name.startswith("nam/")}
    assert {name: len(shown) for name, shown in found.items() if name.endswith(".md")} == {
        "nam/2016.md": 2,
        "nam/2018.md": 6,
        "nam/2018/trang-2.md": 2,
        "nam/2030.md": 0,
        "nam/chua-ro-nam.md": 1,
    }
    assert len({event for shown in found.values() for event in shown}) == 11


def test_home_leads_to_every_year_with_its_number_and_shows_the_latest_first(small):
    made = render(some(12) + some(2, "2016"))
    home = made["index.md"]
    table = re.findall(r'href="nam/(\d+)\.html" data-years="\d+" data-count="(\d+)"', home)
    assert table == [("2016", "2"), ("2018", "12"), ("2030", "0")]
    assert entries(home) == [f"2018-{n:02}" for n in range(11, 1, -1)]
    assert "dòng thời gian có quá 6 sự kiện" in home


def test_the_script_has_every_entry_and_where_it_stands(small):
    made = render(some(8) + some(2, "2016"))
    told = rows(made)
    where = {row[0]: told["pages"][row[10]] for row in told["rows"]}
    assert where["su-kien-hoi-thao-2018-07"] == "nam/2018/trang-2.html"
    assert where["moc-hoi-thao-2018-05-1"] == "nam/2030.html"
    for anchor, page in where.items():
        assert f'id="{anchor}"' in made[page.replace(".html", ".md")]
    counted = {label: count for _, label, count in told["facets"]["place"]}
    assert counted == {"Huế": 3, "Đà Nẵng": 3, "Lào Cai": 2, "Cà Mau": 2}
    assert told["also"]["2018-07"] == "hoi-thao-2018-07"


def test_what_a_row_says_is_data_and_no_markup(small):
    hostile = make_record("a", event=("</script><b>Hội thảo", "Hội thảo"), date=("2018", "2017"))
    made = render([*some(7), hostile])
    assert [r[3] for r in rows(made)["rows"] if r[1] == "a"] == ["</script><b>Hội thảo"]
    assert "</script><b>" not in made["nam/2018.md"]


def test_an_entry_links_to_where_it_stands_for_good(small):
    made = render(some(8))
    assert 'href="nam/2018/trang-2.html#su-kien-hoi-thao-2018-07"' in made["index.md"]
    assert 'href="#su-kien-hoi-thao-2018-07"' in made["nam/2018/trang-2.md"]
    assert 'href="../nam/2018.html#su-kien-hoi-thao-2018-03"' in made["dia-diem/ca-mau.md"]
    # A short timeline is a page that does not move.
    assert 'href="#su-kien-hoi-thao-2018-03"' in render(some(4))["dia-diem/ca-mau.md"]


def test_a_page_of_a_year_runs_by_months(small):
    page = render(some(8))["nam/2018.md"]
    assert re.findall(r'id="(thang-\d+)">\n<h2[^>]*>([^<]+)', page) == [
        ("thang-1", "Tháng 1"),
        ("thang-2", "Tháng 2"),
    ]


def test_each_month_stands_once_also_where_a_bare_year_is_among_its_days(small):
    dates = ["2018-01-01", "2018", "2018-01-02", "2018-01", "2018-02-01"]
    made = render([event(f"e{n}", date, n + 1) for n, date in enumerate(dates)] + some(6, "2016"))
    page = made["nam/2018.md"]
    assert re.findall(r'id="(thang-\d+)"', page) == ["thang-0", "thang-1", "thang-2"]
    assert entries(page)[0] == "e1"


@pytest.mark.parametrize(("count", "lines"), [(3, False), (4, True)])
def test_from_so_many_events_on_lines_come_before_cards(small, count, lines):
    page = render(some(count))["index.md"]
    (checked,) = re.findall(r'data-view="(\w+)" checked', page)
    assert checked == ("lines" if lines else "cards")


def test_a_long_list_goes_on_on_pages_that_say_what_they_show(small):
    made = render(some(7, "2016") + some(7))
    pages_of = {n: p for n, p in made.items() if n.startswith("don-vi/") and "so-so" in n}
    assert all(len(entries(page)) <= 6 for page in pages_of.values())
    made = render(
        [event(f"{y}-{n}", f"{y}-02-0{n + 1}", 0) for y in (2016, 2018) for n in range(5)]
    )
    first, second = made["dia-diem/hue.md"], made["dia-diem/hue/trang-2.md"]
    assert (len(entries(first)), len(entries(second))) == (6, 4)
    for page in (first, second):
        assert re.findall(r'(?:hue|trang-2)\.html"[^>]*>([^<]+)</a></li>', page)[:2] == [
            "2016–2018",
            "2018",
        ]
        assert "<span data-shown>10</span> sự kiện" in page


def test_articles_stand_by_the_day_on_which_they_appeared_those_of_no_event_too(small):
    told = [
        make_record("a", published=("2018-03-01T08:00+07:00", "2017"), date=("2018", "2017")),
        make_record("b", published=("2019-01-02", "2017"), is_event=False),
        make_record("c", is_event=False),
    ]
    page = render(told)["bai-viet/index.md"]
    assert re.findall(r'bai-viet/(\w)\.html"', page) == ["b", "a", "c"]
    assert re.findall(r'id="([\w-]+)">(\d{4}|[^<]+)</h2>', page) == [
        ("nam-2019", "2019"),
        ("nam-2018", "2018"),
        ("khong-ro-ngay", "Chưa rõ ngày đăng"),
    ]
    assert page.count("(tường thuật một sự kiện)") == 1


def test_many_articles_have_a_page_for_each_year(small):
    told = [
        make_record(f"{y}-{n}", published=(f"{y}-01-0{n + 1}", "2017"), is_event=False)
        for y, size in ((2017, 2), (2018, 7))
        for n in range(size)
    ]
    made = render(told)
    index = made["bai-viet/index.md"]
    assert re.findall(r'href="(nam/\d+\.html)"', index) == ["nam/2018.html", "nam/2017.html"]
    assert re.findall(r'tl-years__bar" width="([\d.]+)%"', index) == ["100.0", "28.6"]
    found = [made[f"bai-viet/nam/{name}.md"] for name in ("2017", "2018", "2018/trang-2")]
    listed = [re.findall(r'bai-viet/(\d+-\d)\.html"', page) for page in found]
    assert list(map(len, listed)) == [2, 5, 2]


def test_pages_of_articles_say_their_months_and_lead_to_the_years_beside(small):
    days = [f"2018-{month:02}-01" for month in range(1, 8)] + ["2017-02-03", "2016", None]
    told = [
        make_record(f"a{n}", published=(day, "2017"), is_event=False)
        if day
        else make_record(f"a{n}", is_event=False)
        for n, day in enumerate(days)
    ]
    made = render(told)
    year, none = made["bai-viet/nam/2018.md"], made["bai-viet/nam/khong-ro-ngay.md"]
    assert re.findall(r">(tháng [^<]+)</a></li>", year)[:2] == ["tháng 3–7", "tháng 1–2"]
    assert 'rel="prev" href="../../bai-viet/nam/2017.html">Năm 2017<' in year
    assert 'rel="next"' not in made["bai-viet/nam/2018/trang-2.md"]
    both = made["bai-viet/nam/2017.md"]
    assert 'href="../../bai-viet/nam/2018.html">Năm 2018<' in both
    assert 'href="../../bai-viet/nam/2016.html">Năm 2016<' in both
    assert 'href="../../bai-viet/nam/2016.html">Năm 2016<' in none
    assert "tl-beside" not in made["bai-viet/index.md"]


def test_below_events_few_articles_are_named_and_many_told_of(small):
    def opinions(count):
        themes = [("du-lieu", "dữ liệu mở")]
        return [make_record(f"y{n}", is_event=False, themes=themes) for n in range(count)]

    few, many = render(some(2) + opinions(3)), render(some(2) + opinions(13))
    assert 'href="bai-viet/y1.html"' in few["index.md"]
    assert 'href="bai-viet/y1.html"' not in many["index.md"]
    assert 'href="bai-viet/index.html">13 bài viết' in many["index.md"]
    assert 'href="../chu-de/du-lieu/bai-viet.html">13 bài viết' in many["chu-de/du-lieu.md"]
    assert many["chu-de/du-lieu/bai-viet.md"].count('href="../../bai-viet/y') == 5
    assert {f"chu-de/du-lieu/bai-viet/trang-{n}.md" for n in (2, 3)} <= set(many)


def test_every_link_of_a_page_leads_to_a_page(small):
    made = render(
        some(8) + some(9, "2016") + [make_record(f"y{n}", is_event=False) for n in range(14)]
    )
    there = {name.replace(".md", ".html") for name in made} | {"gioi-thieu.html"}
    for name, page in made.items():
        for path in LINK.findall(page) if name.endswith(".md") else ():
            if path.endswith(".html"):
                parts = name.split("/")[:-1]
                for step in path.split("/"):
                    parts = parts[:-1] if step == ".." else [*parts, step]
                assert "/".join(parts) in there, (name, path)
