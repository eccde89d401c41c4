"""Lists of themes, bodies, places and series, and the page of each: counted, ordered, all linked."""

import html
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline import frontmatter, pages, wording
from egov_timeline.pages.grid import grid
from egov_timeline.pages.listings import listings
from egov_timeline.timeline import timeline
from egov_timeline.vocabulary import Merger, Term, Vocabularies, Vocabulary
from records import VOCABULARIES, make_record


def merged(into):
    return Merger(into, date(2025, 7, 1))


KNOWN = Vocabularies(
    themes=Vocabulary(
        [
            Term(
                "chinh-phu-so",
                "Chính phủ số",
                aliases=("Digital Government",),
                note="Gọi đích danh.",
            ),
            Term("du-lieu", "Dữ liệu", broader="chinh-phu-so"),
            Term("du-lieu-mo", "Dữ liệu mở", broader="du-lieu"),
        ]
    ),
    organizations=Vocabulary(
        [
            Term("bo-tttt", "Bộ TT&TT", kind="ministry", note="Đến năm 2025."),
            Term("cuc-tin-hoc-hoa", "Cục Tin học hóa", kind="agency", broader="bo-tttt"),
            Term("vinasa", "VINASA", kind="association"),
        ]
    ),
    places=Vocabulary(
        [
            Term("ha-noi", "Hà Nội", kind="province"),
            Term("busan", "Busan", kind="city", broader="han-quoc"),
            Term("han-quoc", "Hàn Quốc", kind="country"),
            Term("gia-lai", "Gia Lai", kind="province"),
            Term("binh-dinh", "Bình Định", kind="province", merged=merged("gia-lai")),
            Term("hue", "Huế", kind="town", broader="thua-thien-hue"),
            Term("thua-thien-hue", "Thừa Thiên Huế", kind="province", merged=merged("hue")),
        ]
    ),
)


def event(ident, date="2017-10-05", **facts):
    return make_record(ident, date=(date, "5/10/2017"), **facts)


def by(*bodies):
    """Bodies as (id, name, role) or the name of one that nobody lists."""
    triples = [body if isinstance(body, tuple) else (None, body, "organizer") for body in bodies]
    return [(triple, "tổ chức") for triple in triples]


def at(place, province):
    return (place, province), "tại Huế"


def of(name, edition=None):
    return (name, edition), "Hội thảo Chính quyền số"


def themes(*idents):
    return [(ident, "dữ liệu mở") for ident in idents]


def render(*records, known=KNOWN):
    return pages.render(records, timeline(records), known)


def seen(page):
    """What a reader sees of a page, as one line."""
    _, body = frontmatter.load(page, "page")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def entry(page):
    """What stands above the events of a list, as {name: what is said}."""
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page, re.DOTALL)
    return {name: seen(f"---\n---\n{said}") for name, said in rows}


def listed(page):
    return re.findall(r'<li[^>]*>\s*<a href="([a-z0-9-]+)\.html">', page)


def test_an_index_counts_and_orders():
    made = render(
        event("a", "2015", themes=themes("du-lieu", "chinh-phu-so")),
        event("b", "2018", themes=themes("chinh-phu-so")),
        make_record("y-kien", is_event=False, themes=themes("du-lieu")),
    )
    index = made["chu-de/index.md"]
    assert listed(index) == ["chinh-phu-so", "du-lieu"]
    assert "2015–2018 2 sự kiện Gọi đích danh." in seen(index)
    assert "2015 1 sự kiện, 1 bài khác" in seen(index)


def test_the_page_of_a_theme_says_what_it_covers_and_by_which_words_it_is_known():
    page = render(event("a", "2015", themes=themes("chinh-phu-so")))["chu-de/chinh-phu-so.md"]
    meta, _ = frontmatter.load(page, "page")
    assert (meta["title"], meta["description"]) == ("Chính phủ số", "Chính phủ số: 1 sự kiện.")
    assert "Chính phủ số Gọi đích danh. 1 sự kiện, 2015" in seen(page)
    assert "“Chính phủ số”, “Digital Government”." in seen(page)
    assert re.findall(r'data-event="(\w+)"', page) == ["a"]


def test_an_article_without_an_event_counts_as_an_article():
    record = make_record("y-kien", is_event=False, themes=themes("du-lieu"))
    page = render(record)["chu-de/du-lieu.md"]
    assert "Dữ liệu 1 bài viết" in seen(page)
    assert "data-shown" not in page


def test_lists_lead_to_what_is_above_and_below():
    made = render(
        event("a", organizer=by(("cuc-tin-hoc-hoa", "Cục Tin học hóa", "host"))),
        event("b", organizer=by(("bo-tttt", "Bộ TT&TT", "organizer"))),
        event("c", location=at(None, "Busan"), themes=themes("du-lieu-mo")),
    )
    assert entry(made["don-vi/cuc-tin-hoc-hoa.md"])["Thuộc"] == "Bộ TT&TT"
    assert '<dd><a href="bo-tttt.html">' in made["don-vi/cuc-tin-hoc-hoa.md"]
    assert entry(made["don-vi/bo-tttt.md"])["Gồm"] == "Cục Tin học hóa"
    assert 'href="cuc-tin-hoc-hoa.html"' in made["don-vi/bo-tttt.md"]
    assert entry(made["don-vi/bo-tttt.md"])["Ghi chú biên tập"] == "Đến năm 2025."
    # What has no event has no page, and is named without a link.
    assert entry(made["dia-diem/busan.md"])["Thuộc"] == "Hàn Quốc"
    assert 'href="han-quoc.html"' not in made["dia-diem/busan.md"]


def test_a_body_has_its_role_in_each_event():
    made = render(
        event(
            "a",
            "2015",
            organizer=by(("vinasa", "VINASA", "organizer"), ("vinasa", "VINASA", "host")),
        ),
        event("b", "2016", organizer=by(("vinasa", "VINASA", "host"), "Câu lạc bộ A")),
    )
    page = made["don-vi/vinasa.md"]
    assert entry(page)["Vai trò"] == "chủ trì (2 sự kiện) tổ chức (1 sự kiện)"
    assert re.findall(r"Vai trò: [^<]+", page) == ["Vai trò: tổ chức, chủ trì", "Vai trò: chủ trì"]
    assert "Vai trò:" not in made["index.md"]
    assert re.findall(r"Vai trò: [^<]+", made["don-vi/cau-lac-bo-a.md"]) == ["Vai trò: tổ chức"]


def test_a_body_leads_to_those_that_it_often_holds_events_with():
    vinasa, ministry = ("vinasa", "VINASA", "organizer"), ("bo-tttt", "Bộ TT&TT", "host")
    made = render(
        event("a", organizer=by(vinasa, ministry, "Câu lạc bộ A")),
        event("b", organizer=by(vinasa, ministry, ("cuc-tin-hoc-hoa", "Cục", "sponsor"))),
        event("c", organizer=by(vinasa, ("cuc-tin-hoc-hoa", "Cục", "sponsor"))),
        event("d", organizer=by(vinasa, "Câu lạc bộ A", ministry)),
    )
    page = made["don-vi/vinasa.md"]
    told = entry(page)["Thường cùng tổ chức với"]
    assert told == "Bộ TT&TT (3 sự kiện) Câu lạc bộ A (2 sự kiện)"
    assert '<a href="bo-tttt.html">Bộ TT&amp;TT</a>' in page
    # A patron holds no event, and one event together is no habit.
    assert "Thường cùng tổ chức với" not in entry(made["don-vi/cuc-tin-hoc-hoa.md"])


def test_bodies_stand_under_their_kind_and_those_that_nobody_lists_apart():
    made = render(
        event("a", organizer=by(("vinasa", "VINASA", "organizer"), "Câu lạc bộ A")),
        event("b", organizer=by(("bo-tttt", "Bộ TT&TT", "organizer"))),
    )
    index = made["don-vi/index.md"]
    assert re.findall(r'<h2[^>]*id="([a-z-]+)"', index) == [
        "bo-va-co-quan-ngang-bo",
        "hoi-va-hiep-hoi",
        "don-vi-khac-ghi-theo-ten-trong-bai",
    ]
    assert listed(index) == ["bo-tttt", "vinasa", "cau-lac-bo-a"]


def test_places_are_at_home_or_abroad_and_what_has_none_is_counted():
    index = render(
        event("a", location=at(None, "Busan")),
        event("b", location=at(None, "Hà Nội")),
        event("c", location=at("Hội trường A", None)),
    )["dia-diem/index.md"]
    assert listed(index) == ["ha-noi", "busan"]
    assert "Ngoài ra còn 1 sự kiện chưa rõ địa điểm" in seen(index)


def test_a_province_that_merged_and_what_it_merged_into_lead_to_each_other():
    made = render(
        event("a", "2017", location=at(None, "Bình Định")),
        event("b", "2026", location=at(None, "Gia Lai")),
        event("c", "2017", location=at(None, "Thừa Thiên Huế")),
        event("d", "2017", location=at(None, "Hà Tây")),
    )
    old, new = made["dia-diem/binh-dinh.md"], made["dia-diem/gia-lai.md"]
    assert "Bình Định (nay thuộc Gia Lai )" in seen(old)
    assert '<a href="gia-lai.html">Gia Lai</a>' in old
    assert entry(new)["Từ ngày 1/7/2025 gồm cả"] == "Bình Định"
    assert 'href="binh-dinh.html"' in new
    # Each event stands on one of the two.
    assert "1 sự kiện" in seen(old)
    assert "1 sự kiện" in seen(new)
    assert "(nay là Huế)" in seen(made["dia-diem/thua-thien-hue.md"])
    assert "nay" not in entry(made["dia-diem/ha-tay.md"])


def test_a_place_names_its_venues():
    page = render(
        event("a", location=at("Khách sạn Melia", "Hà Nội")),
        event("b", location=at("Hà Nội", "Hà Nội")),
        event("c", location=at("Khách sạn Melia", "Hà Nội")),
        event("e", location=at("khách sạn Melia", "Hà Nội")),
        event("d", location=at("Cung Việt Xô", "Hà Nội")),
    )["dia-diem/ha-noi.md"]
    assert entry(page) == {
        "Địa điểm tổ chức": "Khách sạn Melia (3 sự kiện) Cung Việt Xô (1 sự kiện)"
    }


SERIES = "Hội thảo Quốc gia về Chính phủ điện tử"
BEGAN = [
    ("Hội thảo – Triển lãm Quốc gia về Chính phủ điện tử", "first", True),
    (SERIES, "announced", True),
    ("Hội thảo", "edition", True),
    ("Diễn đàn Cấp cao CNTT", "first", False),
    (SERIES, "document", False),
]


@pytest.mark.parametrize(("name", "kind", "belongs"), BEGAN)
def test_a_series_lists_its_editions_and_what_articles_report_of_others(name, kind, belongs):
    told = [((kind, "2003", name), "dữ liệu mở")]
    made = render(
        event("a", "2016", series=of(SERIES), milestones=told),
        event("b", "2020", series=of(f"{SERIES} (eGov)", 15)),
    )
    page = made["chuoi-su-kien/hoi-thao-quoc-gia-ve-chinh-phu-dien-tu.md"]
    entries = re.findall(r'data-(event|milestone)="(\w+)"', page)
    assert entries == [("milestone", "a")] * belongs + [("event", "a"), ("event", "b")]
    assert "lần thứ 15" in seen(page)
    assert ("1 mốc được nhắc tới" in seen(page)) is belongs
    assert entry(page) == {"Cũng được ghi là": f"{SERIES} (eGov)"}


def test_two_names_of_one_id_share_a_page_that_shows_both():
    made = render(
        event("a", organizer=by("Câu lạc bộ Số")),
        event("b", organizer=by("Câu lạc bộ Sổ")),
        event("c", organizer=by("Câu lạc bộ Sổ")),
        event("d", organizer=by("VINASA")),
        event("e", organizer=by("Vinasa")),
        event("f", organizer=by("Vinasa")),
    )
    page = made["don-vi/cau-lac-bo-so.md"]
    assert frontmatter.load(page, "page")[0]["title"] == "Câu lạc bộ Sổ"
    assert entry(page)["Cũng được ghi là"] == "Câu lạc bộ Số"
    assert len(re.findall("data-event=", page)) == 3
    # A listed body is called as the authority file calls it; capitals make no other name.
    assert frontmatter.load(made["don-vi/vinasa.md"], "page")[0]["title"] == "VINASA"
    assert "Cũng được ghi là" not in made["don-vi/vinasa.md"]


def test_a_body_called_index_does_not_take_the_place_of_the_index():
    made = render(event("a", organizer=by("Index")))
    assert frontmatter.load(made["don-vi/index.md"], "page")[0]["title"] == "Đơn vị tổ chức"
    (page,) = listed(made["don-vi/index.md"])
    assert f"don-vi/{page}.md" in made


def test_a_name_of_half_a_page_has_an_address_that_any_disk_can_hold():
    names = ["Câu lạc bộ " + "công nghệ " * 40 + end for end in "AB"]
    made = [name for name in render(event("a", organizer=by(*names))) if "cau-lac-bo" in name]
    assert len(made) == 2 and max(map(len, made)) < 140


def test_an_empty_archive_says_so_on_each_list():
    made = render()
    assert set(made) >= {f"{f}/index.md" for f in ("chu-de", "don-vi", "dia-diem", "chuoi-su-kien")}
    for name, page in made.items():
        if name != "index.md" and name.endswith("index.md"):
            assert "Chưa có bài viết nào" in seen(page)
            assert "<table" not in page and "<ul" not in page


def test_many_bodies_of_one_event_each_are_folded_behind_the_others():
    records = [event(f"e{n}", organizer=by(f"Câu lạc bộ {n}")) for n in range(40)]
    again = event("z", organizer=by("Câu lạc bộ 7"))
    index = render(*records, again)["don-vi/index.md"]
    shown, _, folded = index.partition("<details")
    assert listed(shown) == ["cau-lac-bo-7"]
    assert len(listed(folded)) == 39
    assert "39 tên khác" in seen(index)
    assert "<details" not in render(*records)["don-vi/index.md"]


def test_no_name_gets_out_of_its_list():
    name = "</div><script>alert(1)</script>{{ x }} **a** [b](c)"
    for page in render(
        event("a", organizer=by(name), series=of(name), location=at(name, name))
    ).values():
        assert "<script" not in frontmatter.load(page, "page")[1]


def test_the_picture_counts_every_theme_in_every_year():
    index = render(
        event("a", "2015", themes=themes("du-lieu")),
        event("b", "2015-03", themes=themes("du-lieu", "chinh-phu-so")),
        event("c", "2018", themes=themes("du-lieu")),
        event("d", "XXXX-09", themes=themes("du-lieu")),
    )["chu-de/index.md"]
    rows = re.findall(r'<th scope="row".*?>([^<]+)</a></th>(.*?)</tr>', index, re.DOTALL)
    cells = {
        name: re.findall(r"<td>(?:<a[^>]+><[^>]+>(\d+)</span></a>)?</td>", row)
        for name, row in rows
    }
    assert cells == {"Dữ liệu": ["2", "", "", "1"], "Chính phủ số": ["1", "", "", ""]}
    assert re.findall(r'<th scope="col"[^>]*><span>(\d+)', index) == [
        "2015",
        "2016",
        "2017",
        "2018",
    ]
    assert "<caption" in index
    assert "Không có trong hình: 1 sự kiện chưa rõ năm." in seen(index)


def test_a_disc_opens_its_events_on_the_timeline():
    index = render(
        event("a", "2015?", themes=themes("du-lieu")),
        event("b", "2018", themes=themes("chinh-phu-so")),
    )["chu-de/index.md"]
    links = re.findall(r'<td><a href="([^"]+)" aria-label="([^"]+)"', index)
    assert sorted(links) == [
        ("../index.html?chu-de=chinh-phu-so&amp;nam=2018", "Chính phủ số, 2018: 1 sự kiện"),
        ("../index.html?chu-de=du-lieu&amp;nam=2015", "Dữ liệu, 2015: 1 sự kiện (chưa chắc năm)"),
    ]


# Years, and on which screens each of so many columns is as wide as a finger needs.
OPENED = [
    (range(2010, 2020), "all"),
    (range(2005, 2020), "wide"),
    (range(2000, 2020), "full"),
    (range(1990, 2020), ""),
]


@pytest.mark.parametrize(("years", "screens"), OPENED)
def test_discs_open_where_there_is_room_to_hit_them(years, screens):
    records = [event(f"e{year}", str(year), themes=themes("du-lieu")) for year in years]
    assert grid(listings(timeline(records), VOCABULARIES)["theme"]).opens == screens


def test_a_disc_of_a_period_opens_all_its_years():
    records = [event(f"e{y}", str(y), themes=themes("du-lieu")) for y in (1950, 1951, 2020)]
    (row,) = grid(listings(timeline(records), VOCABULARIES)["theme"]).rows
    assert [cell.years for cell in row.cells if cell] == ["1950,1951", "2020"]


def test_one_year_is_no_picture():
    index = render(event("a", "2015", themes=themes("du-lieu")))["chu-de/index.md"]
    assert "<table" not in index


@settings(max_examples=40)
@given(st.lists(st.integers(1900, 2050), min_size=2, max_size=30))
def test_a_picture_of_any_time_fits_on_a_phone_and_loses_nothing(years):
    records = [event(f"e{n}", str(year), themes=themes("du-lieu")) for n, year in enumerate(years)]
    picture = grid(listings(timeline(records), VOCABULARIES)["theme"])
    if len(set(years)) < 2:
        assert picture is None
        return
    (row,) = picture.rows
    assert len(picture.columns) == len(row.cells) <= 32
    assert sum(cell.count for cell in row.cells if cell) == len(years)
    assert all(0 < cell.step <= 20 for cell in row.cells if cell)
    assert picture.columns[0].year <= min(years)


def test_a_year_in_doubt_is_in_doubt_in_lists_and_in_the_picture():
    doubted, sure, later, next_year = (
        event(ident, date, themes=themes("du-lieu"))
        for ident, date in (("a", "2015?-10-05"), ("b", "2016"), ("c", "2018?"), ("d", "2017"))
    )

    def span(*records):
        (listing,) = listings(timeline(records), VOCABULARIES)["theme"]
        return wording.years_span(listing.years[0], listing.years[-1], listing.doubted)

    assert span(doubted) == "có thể 2015"
    assert span(doubted, sure) == "2015 (?)–2016"
    assert span(sure, later) == "2016–2018 (?)"
    index = render(doubted, sure)["chu-de/index.md"]
    assert index.count("tl-grid__disc--doubted tl-step-") == 1
    assert '1<span class="tl-sr"> (chưa chắc năm)</span>' in index
    assert "Vòng rỗng: chưa chắc năm." in index
    assert "Vòng rỗng" not in render(sure, next_year)["chu-de/index.md"]
