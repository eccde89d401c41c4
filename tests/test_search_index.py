"""What the build writes for search: words, lists, names that stand for each other, entries."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline import search
from egov_timeline.inputs import Source
from egov_timeline.search import alike, postings
from egov_timeline.search.words import words
from project import vocabularies
from records import VOCABULARIES, make_record

WORDS = [
    ("Hội thảo, hội nghị", ["hội", "thảo", "hội", "nghị"]),
    ("TT&TT (CNTT-TT)", ["tt", "tt", "cntt", "tt"]),
    ("30/3/2016; 36a/NQ-CP", ["30", "3", "2016", "36a", "nq", "cp"]),
    ("4.0 “thông_minh”", ["4", "0", "thông", "minh"]),
    ("ca\u0323\u0302n x\u0301", ["ca\u0323\u0302n", "x\u0301"]),
    (" … ", []),
]


@pytest.mark.parametrize(("text", "found"), WORDS)
def test_a_text_is_cut_into_words(text, found):
    assert words(text) == found


def read_list(written):
    """Read a list as the script does (theme/assets/js/search-index.js)."""
    found, high, last = [], 0, -1
    for letter in written:
        if letter in postings.ENDS:
            last += high * len(postings.ENDS) + postings.ENDS.index(letter) + 1
            found.append(last)
            high = 0
        else:
            high = high * len(postings.BEFORE) + postings.BEFORE.index(letter) + 1
    return found


@given(st.sets(st.integers(0, 10**6)))
def test_a_list_is_read_as_it_was_written(numbers):
    written = postings.ascending(sorted(numbers))
    assert read_list(written) == sorted(numbers)
    assert not set(written) & set('"\\< \n')


ALIKE = [
    ("cpđt", "chính phủ điện tử"),
    ("cntt", "công nghệ thông tin"),
    ("tt tt", "thông tin và truyền thông"),
    ("tttt", "thông tin và truyền thông"),
    ("ubnd", "ủy ban nhân dân"),
    ("tp hcm", "thành phố hồ chí minh"),
    ("tphcm", "thành phố hồ chí minh"),
    ("vinasa", "hiệp hội phần mềm và dịch vụ cntt việt nam"),
    ("br vt", "bà rịa vũng tàu"),
]
NOT_ALIKE = [
    ("hành chính điện tử", "chính phủ điện tử"),  # another name is no abbreviation
    ("tt", "thông tin"),  # nor do two letters say which words they begin
    ("sài gòn", "thành phố hồ chí minh"),
]


def test_short_names_stand_for_long_ones():
    groups = alike.groups(vocabularies())
    together = {(short, group[-1]) for group in groups for short in group[:-1]}
    assert set(ALIKE) <= together
    assert not set(NOT_ALIKE) & together


def script(name, entries):
    """The values that one of search's scripts hands on."""
    said = dict(search.files(entries, VOCABULARIES))[name]
    return json.loads("[" + re.fullmatch(r"tlSearch\.\w+\((.*)\);\n", said, re.DOTALL)[1] + "]")


TEXT = """Hội thảo về chính quyền số

Chia sẻ

Sáng 5/10/2017, Sở A tổ chức Hội thảo tại Huế. Hội thảo bàn về dữ liệu mở."""


def entry():
    return search.of_record(
        make_record(
            "a",
            TEXT,
            title=("Hội thảo về chính quyền số", "Hội thảo về chính quyền số"),
            date=("2017-10-05", "5/10/2017"),
            location=(("Huế", "Thừa Thiên Huế"), "Huế"),
            organizer=[((None, "Sở A", "organizer"), "Sở A")],
            themes=[("du-lieu", "dữ liệu mở")],
        ),
        VOCABULARIES,
    )


def test_an_article_is_found_by_its_facts_and_by_what_it_says():
    found = entry()
    path, text = script("search/bai-viet/a.js", [found])
    assert path == "bai-viet/a.html"
    # The heading is shown as such; the button is no part of the article.
    assert text["sentences"][:2] == ["", ""]
    assert text["sentences"][-1] == "Hội thảo bàn về dữ liệu mở."
    numbers = {label: number for _, label, number in text["facts"]}
    assert text["sentences"][numbers["5/10/2017"] - 1].startswith("Sáng 5/10/2017")
    assert text["sentences"][numbers["Sở A"] - 1].startswith("Sáng 5/10/2017")
    assert text["sentences"][numbers["Dữ liệu và chia sẻ dữ liệu"] - 1].startswith("Hội thảo bàn")


def test_an_article_is_found_by_who_published_and_who_wrote_it():
    source = Source(publisher="Báo Lao động", author="Thu Hương")
    found = search.of_record(make_record("a", TEXT, source=source), VOCABULARIES)
    assert found.of("source") == ["Báo Lao động", "Thu Hương"]
    (index,) = script("search/index.js", [found])
    assert {"lao", "hương"} <= set(index["words"].split(" "))
    assert index["fields"]["source"]


def test_the_index_tells_where_each_word_stands():
    page = search.of_page("x.html", "<article><h1>Dữ liệu</h1></article>", whole=False)
    (index,) = script("search/index.js", [entry(), page])
    listed = dict(zip(index["words"].split(" "), index["in"].split(" "), strict=True))
    assert read_list(listed["liệu"]) == [0, 1]
    assert read_list(listed["huế"]) == [0]
    assert "chia" in listed  # of the theme's name; "Chia sẻ" alone is a button
    assert [row[:3] for row in index["entries"]] == [
        ["bai-viet/a.html", "Hội thảo về chính quyền số", "2017-10-05"],
        ["x.html", "Dữ liệu"],
    ]
    assert index["bare"] == [1]


def test_words_that_belong_together_are_told():
    several = [search.Entry(f"{i}.html", "", ("chính phủ", f"từ{i} khác{i}")) for i in range(3)]
    (index,) = script("search/index.js", [*several, search.Entry("x.html", "phủ chính")])
    order = index["words"].split(" ")
    first, second = (postings.number(order.index(word)) for word in ("chính", "phủ"))
    # Seen once, two words may stand side by side by chance.
    assert index["pairs"] == ""
    more = several + [search.Entry(f"y{i}.html", "", (f"a{i} b{i} c{i} d{i}",)) for i in range(30)]
    (index,) = script("search/index.js", more)
    order = index["words"].split(" ")
    first, second = (postings.number(order.index(word)) for word in ("chính", "phủ"))
    assert index["pairs"] == first + second
    assert read_list(index["beside"]) == [0, 1, 2]


def test_of_another_page_its_heading_and_if_a_person_wrote_it_its_text():
    built = """<body><p>Đầu trang</p><article><h1>Giới <em>thiệu</em></h1>
    <p>Một &amp; hai.</p><ul><li>Ba</li></ul></article><p>Chân trang</p></body>"""
    assert search.of_page("a.html", built, whole=True).strings == ("Giới thiệu", "Một & hai.", "Ba")
    assert search.of_page("a.html", built, whole=False).strings == ("Giới thiệu",)


def test_a_page_is_called_by_its_heading_not_by_the_line_above_it():
    built = """<article><p><a href="index.html">Đơn vị</a></p><h1>Sở A</h1>2 sự kiện
    <p>Huế</p><h1>Sở B</h1></article>"""
    whole = search.of_page("a.html", built, whole=True)
    assert (whole.title, *whole.sentences) == ("Sở A", "Đơn vị", "2 sự kiện", "Huế", "Sở B")
    assert search.of_page("a.html", built, whole=False).strings == ("Sở A",)
    assert search.of_page("a.html", "<article><p>Huế</p></article>", whole=False).title == ""


HOSTILE = '</script><script>alert(1)</script> \u2028 \\ " <!-- ]]>'


def test_what_an_article_says_is_data_in_a_script():
    hostile = search.Entry("a.html", HOSTILE, (HOSTILE,), ())
    for name, said in search.files([hostile], VOCABULARIES):
        assert "<" not in said.replace('"letters"', "") and "\u2028" not in said, name
    (index,) = script("search/index.js", [hostile])
    assert index["entries"][0][1] == HOSTILE
    assert script("search/a.js", [hostile])[1]["sentences"] == [HOSTILE]
