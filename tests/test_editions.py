"""The editions of a series: in a list that says what is known, and on a line that draws no more."""

import html
import re
from itertools import pairwise

import pytest

from egov_timeline.inputs import Source
from egov_timeline.pages.editions import editions
from egov_timeline.pages.listings import listings
from egov_timeline.pages.seriesline import lines
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record
from test_listings import event, of, render

NAME = "Hội thảo Quốc gia về Chính phủ điện tử"
QUOTE = "Hội thảo Chính quyền số"


def held(ident, date, number=None, **facts):
    return event(ident, date, series=of(NAME, number), **facts)


def cited(ident, date, number=None, **signed):
    told = {"is_event": True, "title": "A symposium", "date": date, "series": (NAME, number)}
    source = Source("Báo Làng Chài", url="https://langchai.example/9")
    return make_record(ident, "", corrected=told | signed, source=source)


def recalling(ident, date, number, *milestones):
    return held(ident, date, number, milestones=[(each, QUOTE) for each in milestones])


FIRST = ("first", "2003", NAME)


def series(*records):
    ((only,)) = listings(timeline(records), VOCABULARIES)["series"]
    return editions(only)


def told(*records):
    """What the list says: the mark and the label of each line."""
    return [(getattr(e, "mark", "missing"), e.label) for e in series(*records).all]


# What is known

KNOWN = [
    pytest.param(
        [recalling("a", "2016", 14, FIRST)],
        [
            ("mentioned", "lần thứ 1"),
            ("missing", "lần thứ 2–13"),
            ("reported", "lần thứ 14"),
        ],
        id="between the first and the fourteenth",
    ),
    pytest.param(
        [held("a", "2018", 8)],
        [("missing", "lần thứ 1–7"), ("reported", "lần thứ 8")],
        id="before the only one",
    ),
    pytest.param(
        [cited("a", "2006?", 4), held("b", "2007", 5), held("c", "2009", 7)],
        [
            ("missing", "lần thứ 1–3"),
            ("cited", "lần thứ 4"),
            ("reported", "lần thứ 5"),
            ("missing", "lần thứ 6"),
            ("reported", "lần thứ 7"),
        ],
        id="a citation beside articles",
    ),
    pytest.param(
        [held("a", "2016"), held("b", "2017")],
        [("reported", "chưa rõ lần thứ mấy")] * 2,
        id="without numbers none is missing",
    ),
    pytest.param(
        [held("a", "2016", 1, status=("postponed", QUOTE)), cited("b", "2017", 2)],
        [("off", "lần thứ 1"), ("cited", "lần thứ 2")],
        id="put off",
    ),
    pytest.param(
        [recalling("a", "2017", 21, ("announced", "2018", f"{NAME} lần thứ XXII năm 2018"))],
        [
            ("missing", "lần thứ 1–20"),
            ("reported", "lần thứ 21"),
            ("mentioned", "lần thứ 22"),
        ],
        id="the next one is announced, in Roman figures",
    ),
    pytest.param(
        [
            recalling("a", "2017", 1, ("announced", "2018", f"{NAME} lần thứ 2")),
            held("b", "2018-03-04", 2),
        ],
        [("reported", "lần thứ 1"), ("reported", "lần thứ 2")],
        id="an event stands for what was announced of it",
    ),
    pytest.param(
        [recalling("a", "2017", 3, ("first", "2003", "Hội nghị Chuyển đổi số"))],
        [("missing", "lần thứ 1–2"), ("reported", "lần thứ 3")],
        id="the first of something else",
    ),
]


@pytest.mark.parametrize(("records", "expected"), KNOWN)
def test_the_list_tells_each_edition_and_each_number_that_is_missing(records, expected):
    assert told(*records) == expected


def test_of_what_was_not_held_it_is_said_what_became_of_it():
    off = series(held("a", "2016", 1), cited("b", "2017", 2, status="postponed")).known[1]
    assert off.known_by == "bị hoãn, theo trích dẫn"
    assert off.date == "dự kiến năm 2017"


def test_an_event_without_a_number_may_be_one_of_those_between():
    one = series(held("a", "2008", 6), cited("b", "2011-07-14"), held("c", "2013", 9))
    (lead, gap) = one.missing
    assert (gap.label, gap.count) == ("lần thứ 7–8", 1)
    assert gap.note == "chưa có bài; có thể gồm kỳ họp 14/7/2011"
    assert lead.note == "chưa có bài, chưa rõ năm"


def test_the_sum_counts_by_what_editions_are_known():
    one = series(recalling("a", "2016", 14, FIRST), cited("b", "2017", 15), held("c", "2020", 17))
    assert one.told == "2 kỳ có bài, 1 theo trích dẫn, 1 có bài nhắc tới; 13 kỳ chưa có bài"


# On a line


def drawn(*records):
    (line,) = lines([series(*records)])
    return line


def test_known_editions_stand_at_their_years_and_missing_ones_between_without_a_year():
    line = drawn(recalling("a", "2013", 4, FIRST), held("b", "2023", 5))
    marks = [(stop.mark, stop.number, stop.year) for stop in line.stops]
    assert marks == [
        ("mentioned", "1", "2003"),
        ("missing", "", ""),
        ("missing", "", ""),
        ("reported", "4", "2013"),
        ("reported", "5", "2023"),
    ]
    at = [stop.at for stop in line.stops]
    assert at[3] - at[0] == pytest.approx(at[4] - at[3])  # ten years are as long as ten years
    assert at[1] - at[0] == pytest.approx(at[2] - at[1], abs=0.1)  # evenly between
    assert [dotted for _, _, dotted in line.stretches] == [True, False]


def test_many_missing_ones_are_one_mark_that_says_which():
    line = drawn(recalling("a", "2004", 60, FIRST), held("b", "2023", 61))
    assert [(s.mark, s.number) for s in line.stops][1] == ("missing", "2–59")


def test_what_is_missing_before_the_first_known_one_stands_in_front_of_it():
    line = drawn(held("a", "2018", 8), held("b", "2019", 9))
    first, second, _ = line.stops
    assert (first.mark, first.number, first.year) == ("missing", "1–7", "")
    assert 0 < first.at < second.at


def test_a_year_in_doubt_is_in_doubt_on_the_line_too():
    line = drawn(cited("a", "2006?-12-13", 1), held("b", "2007", 2))
    assert [(s.year, s.doubted) for s in line.stops] == [("2006?", True), ("2007", False)]


def test_several_of_one_year_stand_side_by_side():
    line = drawn(held("a", "2017-03-04", 1), held("b", "2017-09-04", 2), held("c", "2019", 3))
    at = [stop.at for stop in line.stops]
    assert at == sorted({*at})


def test_without_a_year_an_edition_is_in_the_list_and_on_no_line():
    line = drawn(held("a", "2017", 1), held("b", "XXXX-09-04", 2), held("c", "2019", 4))
    assert [stop.number for stop in line.stops] == ["1", "4"]
    assert ("reported", "lần thứ 2") in [
        (getattr(e, "mark", ""), e.label) for e in line.editions.all
    ]


def test_labels_never_stand_closer_than_they_are_wide():
    line = drawn(*(held(f"e{year}", str(year), year - 2000) for year in range(2001, 2026)))
    for sizes, room in [(["all"], 13.0), (["all", "wide"], 6.0)]:
        at = [stop.at for stop in line.stops if stop.year_on in sizes]
        assert min(b - a for a, b in pairwise(at)) >= room
    assert len([stop for stop in line.stops if stop.year_on]) > 5


def test_all_series_of_the_index_share_one_axis():
    other = "Diễn đàn Cấp cao Công nghệ thông tin"
    found = listings(
        timeline(
            [held("a", "2003", 1), held("b", "2020", 2), event("c", "2020", series=of(other, 1))]
        ),
        VOCABULARIES,
    )["series"]
    long, short = lines([editions(each) for each in found])
    assert long.stops[-1].at == short.stops[-1].at


# On the pages

RECORDS = [
    recalling("bai-a", "2016-03-30", 14, FIRST),
    cited("trich", "2017?-08-28", 15, location=(None, "Hà Nội")),
    held("bai-c", "2020-09-17", 17),
    event("don", "2018", series=of("Diễn đàn Một lần")),
]
PATH = "chuoi-su-kien/hoi-thao-quoc-gia-ve-chinh-phu-dien-tu.md"


@pytest.fixture(scope="module")
def pages():
    return render(*RECORDS)


def items(page):
    (found,) = re.findall(r'<ol class="tl-editions".*?</ol>', page, re.DOTALL)
    rows = re.findall(r"<li.*?</li>", found, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in rows]


@pytest.mark.parametrize("path", [PATH, "chuoi-su-kien/index.md"])
def test_index_and_page_say_in_words_what_the_line_draws(pages, path):
    assert items(pages[path]) == [
        "lần thứ 1 năm 2003 · có bài nhắc tới",
        "lần thứ 2–13 chưa có bài, chưa rõ năm",
        "lần thứ 14 30/3/2016 · có bài",
        "lần thứ 15 28/8, có thể năm 2017, Hà Nội · theo trích dẫn",
        "lần thứ 16 chưa có bài, chưa rõ năm",
        "lần thứ 17 17/9/2020 · có bài",
    ]
    assert 'href="../bai-viet/trich.html">lần thứ 15' in pages[path]


def test_home_draws_series_small_and_counts_them_in_words(pages):
    (part,) = re.findall(r'<section class="tl-series".*?</section>', pages["index.md"], re.DOTALL)
    assert part.count("<li>") == 1 and "Diễn đàn Một lần" not in part
    assert f'href="{PATH.replace(".md", ".html")}">{NAME}' in part
    assert "2 kỳ có bài, 1 theo trích dẫn, 1 có bài nhắc tới; 13 kỳ chưa có bài" in part
    assert 'href="chuoi-su-kien/index.html">Cả 2 chuỗi' in part


def test_no_drawing_is_read_out_and_none_has_a_style_of_its_own(pages):
    for path in (PATH, "chuoi-su-kien/index.md"):
        for tag in re.findall(r'<svg class="tl-line[^>]*>', pages[path]):
            assert 'aria-hidden="true"' in tag
        (line,) = re.findall(r'<svg class="tl-line".*?</svg>\n</svg>', pages[path], re.DOTALL)
        assert "style=" not in line


def test_an_archive_without_series_has_no_word_of_them_on_home():
    assert "tl-series" not in render(event("a"), event("b", "2018"))["index.md"]
