"""What the build writes for search: words, lists, names that stand for each other, entries."""

import hashlib
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline import fields, once, search
from egov_timeline.cache import Cache
from egov_timeline.inputs import Source
from egov_timeline.once import Means
from egov_timeline.search import (
    alike,
    columns,
    days,
    index,
    join,
    pieces,
    postings,
    shards,
    stretches,
)
from egov_timeline.search.entries import Fact
from egov_timeline.search.words import words
from egov_timeline.text import fold
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


OTHERS = [
    ("smart city", "đô thị thông minh"),
    ("e government", "chính phủ điện tử"),
    ("hanoi", "hà nội"),
    ("sài gòn", "tp hồ chí minh"),
    ("vnpt", None),  # an abbreviation: a group of its own
    ("can tho", None),  # found as it is
    ("hành chính điện tử", None),  # said of a part of a theme, and found by itself
]


@pytest.mark.parametrize(("name", "leads_to"), OTHERS)
def test_other_names_lead_to_the_name(name, leads_to):
    known = vocabularies()
    assert alike.others(known, alike.groups(known)).get(name) == leads_to


DAYS = [
    ("2016-03-30", {"#2016", "#2016-03", "#2016-03-30", "#-03", "#-03-30"}),
    ("2017-10", {"#2017", "#2017-10", "#-10"}),
    ("2018", {"#2018"}),
    ("XXXX-10-29", {"#-10", "#-10-29"}),
    ("2015?-10-29", {"#2015", "#2015-10", "#2015-10-29", "#-10", "#-10-29"}),
    ("", set()),
]


@pytest.mark.parametrize(("edtf", "keys"), DAYS)
def test_an_event_stands_under_all_that_its_date_lies_in(edtf, keys):
    assert days.of_event(edtf) == keys


def test_days_between_two_days_are_days_of_the_event_and_those_of_a_set_only_its_own():
    assert {"#2018-05-29", "#2018-05-30", "#2018-05-31", "#2018-06-01"} <= days.of_event(
        "2018-05-29/2018-06-01"
    )
    among = days.of_event("{2019-10-03,2019-10-05}")
    assert {"#2019-10-03", "#2019-10-05"} <= among and "#2019-10-04" not in among
    half_a_year = days.of_event("2018-01-10/2018-07-10")
    assert {"#2018-04", "#-06", "#2018-01-10"} <= half_a_year and "#2018-04-02" not in half_a_year


WRITTEN = [
    ("Sáng 30/3/2016, tại Hà Nội", {"#2016-03-30", "#2016-03", "#-03-30"}),
    ("ngày 30 tháng 3 năm 2016", {"#2016-03-30", "#2016-03", "#-03-30", "#-03"}),
    ("trong Tháng 9/2020.", {"#2020-09", "#-09"}),
    ("9/2020", {"#2020-09"}),
    ("ngày 29/10 tới", {"#-10-29"}),
    ("tháng 10", {"#-10"}),
    ("năm 2016", set()),  # a word, and found as one
    ("Nghị quyết 36/12/QH", set()),
    ("10.5 triệu, 3,4 tỷ, tỷ số 3-2", set()),
    ("30/13/2016", set()),
]


@pytest.mark.parametrize(("text", "keys"), WRITTEN)
def test_dates_that_a_text_writes_are_keys(text, keys):
    assert days.in_texts([text]) == keys


def script(name, entries):
    """The values that one of search's scripts hands on."""
    said = dict(search.files(entries, VOCABULARIES))[name]
    return json.loads("[" + re.fullmatch(r"tlSearch\.\w+\((.*)\);\n", said, re.DOTALL)[1] + "]")


def listed(table, entries, number=0):
    """Where each key stands, as the pieces tell: anywhere, or in a list of facts."""
    found = {}
    for name in dict(search.files(entries, VOCABULARIES)):
        if name.startswith(f"search/{table}/"):
            _, data, _ = script(name, entries)
            keys = data["keys"].split(" ")
            if number == 0:
                found |= dict(zip(keys, map(read_list, data["in"].split(" ")), strict=True))
            elif str(number) in data["of"]:
                having, lists = data["of"][str(number)]
                among = [keys[place] for place in read_list(having)]
                found |= dict(zip(among, map(read_list, lists.split(" ")), strict=True))
    return found


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
    assert {"lao", "hương"} <= set(listed("words", [found]))
    (head,) = script("search/index.js", [found])
    assert head["fields"]["source"]


def page(path, built, *, whole=False):
    return search.of_page(path, built, VOCABULARIES, whole=whole)


def test_the_index_tells_where_each_word_stands_and_in_which_facts():
    entries = [entry(), page("x.html", "<article><h1>Dữ liệu</h1></article>")]
    anywhere = listed("words", entries)
    assert anywhere["liệu"] == [0, 1]
    assert anywhere["huế"] == anywhere["#2017-10-05"] == [0]
    assert "chia" in anywhere  # of the theme's name; "Chia sẻ" alone is a button
    row = fields.BY_NAME
    assert listed("words", entries, row["location"].searched)["huế"] == [0]
    assert listed("words", entries, row["date"].searched)["#2017"] == [0]
    assert "liệu" not in listed("words", entries, row["organizer"].searched)
    # Of a page that is no article the heading weighs as text does.
    assert listed("words", entries, stretches.TITLE).get("liệu") is None
    assert script("search/rows/0.js", entries)[1] == [
        ["bai-viet/a.html", "Hội thảo về chính quyền số", "5/10/2017 · Huế, Thừa Thiên Huế"],
        ["x.html", "Dữ liệu", "", 1],
    ]


def test_what_is_cited_only_has_its_few_facts_in_its_row():
    cited = search.Entry("a.html", "Hội nghị", (), (Fact("location", "Huế", 0),))
    row = ["a.html", "Hội nghị", "", [["location", "Huế", 0]]]
    assert script("search/rows/0.js", [cited])[1] == [row]
    assert "search/a.js" not in dict(search.files([cited], VOCABULARIES))


def test_answers_are_narrowed_down_by_year_theme_place_and_body():
    facets = script("search/facets.js", [entry()])[1]
    assert {name: [value[:2] for value in values] for name, values in facets.items()} == {
        "nam": [["2017", "2017"]],
        "chu-de": [["du-lieu", "Dữ liệu và chia sẻ dữ liệu"]],
        "dia-diem": [["thua-thien-hue", "Thừa Thiên Huế"]],
        "don-vi": [["so-a", "Sở A"]],
    }


def test_pieces_stand_in_the_order_of_words_without_diacritics():
    """What a reader means who types "dien" stands in one place, whatever its marks."""
    many = [search.Entry(f"{n}.html", "", (f"điện dien điển w{n} x{n}",)) for n in range(900)]
    (head,) = script("search/index.js", many)
    firsts = head["pieces"]["words"]
    assert len(firsts) > 1 and firsts == sorted(firsts)
    names = [n for n in dict(search.files(many, VOCABULARIES)) if n.startswith("search/words/")]
    holding = [n for n in names if "điện" in script(n, many)[1]["keys"].split(" ")]
    assert len(names) == len(firsts) and len(holding) == 1
    assert {"dien", "điển"} <= set(script(holding[0], many)[1]["keys"].split(" "))


def test_a_piece_is_of_another_state_where_entries_or_pieces_begin_elsewhere():
    """A tab that was opened before takes none of them: it would look for a key in a wrong place."""
    many = [search.Entry(f"{n}.html", "", (f"w{n} x{n}",)) for n in range(900)]

    def version(entries):
        return script("search/index.js", entries)[0]["version"]

    assert version([*many[:5], search.Entry("5.html", "", ("w5 x5",)), *many[6:]]) == version(many)
    assert version(many[1:]) != version(many)
    more = search.Entry("0.html", "", (" ".join(f"w{n} x{n}" for n in range(900, 2000)),))
    assert version([more, *many[1:]]) != version(many)


def cut(keys):
    """The pieces of a table in which each key stands in these entries."""
    return [*pieces.cut(index.Table([join.written([keys, *[{}] * (stretches.LISTS - 1)])]))]


def test_what_an_article_adds_moves_pieces_seldom():
    """A piece that is what it was is neither loaded nor packed again."""
    keys = {f"{before}{n}": [n] for before in ("ăn", "chữ_ký", "chuyển") for n in range(3000)}
    firsts = [piece.first for piece in cut(keys)]
    changed = [keys | {f"ăn{n}": range(n, 9000, 1000)} for n in range(0, 3000, 150)]
    moved = [each for each in changed if [piece.first for piece in cut(each)] != firsts]
    assert len(firsts) > 10 and len(moved) < len(changed) / 5


def test_a_piece_is_found_by_where_it_begins_and_a_common_word_has_its_own():
    keys = {f"{before}{n}": [n] for before in ("ăn", "chữ_ký", "chuyển") for n in range(900)}
    keys |= {"chung": range(0, 9000, 2), "chúng": range(0, 9000, 3)}
    found = cut(keys)
    firsts = [piece.first for piece in found]
    holding = {key: n for n, piece in enumerate(found) for key in piece.data["keys"].split(" ")}
    assert holding.keys() == keys.keys() and len(found) > 4
    for key, number in holding.items():
        plain = fold(key)
        assert max(n for n, first in enumerate(firsts) if first <= plain) == number, key
    assert found[holding["chung"]].data["keys"] == "chung chúng"
    whole = [fold(piece.data["keys"].split(" ")[0]) for piece in found]
    assert sum(map(len, firsts)) < 0.9 * sum(map(len, whole))


@pytest.mark.parametrize(
    ("jobs", "stretch", "many_shards"), [(1, 128, 1), (1, 2, 256), (3, 2, 256), (1, 1, 7)]
)
def test_in_whatever_stretches_and_processes_the_index_is_the_same(
    tmp_path, monkeypatch, jobs, stretch, many_shards
):
    monkeypatch.setattr(once, "STRETCH", stretch)
    monkeypatch.setattr(shards, "SHARDS", many_shards)
    many = [make_record(f"a{n}", f"{TEXT} Câu {n}, {n % 7}/{n % 5}/2018.") for n in range(40)]
    (tmp_path / "x.html").write_text("<article><h1>Dữ liệu Huế</h1></article>", "utf-8")
    search.write(tmp_path, many, {"x.html": True, "gone.html": True}, VOCABULARIES, Means(jobs))
    ordered = sorted(many, key=lambda record: f"{record.slug}.html")
    entries = [*(search.of_record(record, VOCABULARIES) for record in ordered)]
    entries.append(page("x.html", (tmp_path / "x.html").read_text("utf-8"), whole=True))
    assert {
        path.relative_to(tmp_path).as_posix(): path.read_text("utf-8")
        for path in tmp_path.rglob("*.js")
    } == dict(search.files(entries, VOCABULARIES))


CORPUS = {
    f"a{n}": f"Câu {n % 7} nói mặt trời, mặt trời. {n % 5 + 1}/2/2018 w{n}." for n in range(40)
}
CHANGES = [
    ("a word", CORPUS | {"a7": "Câu 0 nói mặt trời lặn. Ngày 3/2/2018 w7."}),
    ("a title", CORPUS | {"a7": "Tên khác hẳn\n\nCâu 0 nói mặt trời."}),
    ("one more", CORPUS | {"a7b": "Thêm một bài, mặt trời, w3."}),
    ("one less", {ident: said for ident, said in CORPUS.items() if ident != "a7"}),
    # Among so much that is said, "mặt" before "trời" is no longer chance.
    ("all else", CORPUS | {"z": "điều gì khác thế " * 120}),
    ("nothing", CORPUS),
]


def signed(record):
    """The record with the checksum of its text, as a seed has that was read."""
    sha256 = hashlib.sha256(record.seed.text.encode()).hexdigest()
    return replace(record, seed=replace(record.seed, sha256=sha256))


def test_what_was_joined_before_gives_what_a_fresh_index_does(tmp_path, monkeypatch):
    monkeypatch.setattr(once, "STRETCH", 4)
    kept, joined = Cache(tmp_path / "kept"), []
    monkeypatch.setattr(search.index, "join", lambda *of: joined.append(of) or join.join(*of))

    def written(name, corpus, kept):
        records = [signed(make_record(ident, said)) for ident, said in corpus.items()]
        joined.clear()
        search.write(tmp_path / name, records, {}, VOCABULARIES, Means(kept=kept))
        files = (tmp_path / name).rglob("*.js")
        return {path.relative_to(tmp_path / name): path.read_bytes() for path in files}

    before = written("before", CORPUS, kept)
    every = len(joined)
    for name, corpus in CHANGES:
        assert written(name, corpus, kept) == written(f"{name}, fresh", corpus, None), name
        assert written(f"{name} again", CORPUS, kept) == before, name
    written("another word", CORPUS | {"a9": "Câu 2 nói mặt trăng."}, kept)
    assert 0 < len(joined) < every / 4


def test_more_words_than_two_bytes_can_number_are_found():
    every = {f"w{number}" for number in range(1 << 16)}
    rows = stretches.stretch([search.Entry("a.html", "", (" ".join(every),))], {}).shards.values()
    assert {key for row in rows for key, _ in shards.times(row)} == every
    assert sum(len(shards.of_pairs(row).keys) for row in rows) == len(every) - 1


def test_numbers_are_read_as_they_were_held():
    for most in (0, 1 << 8, 1 << 16, 1 << 31):
        held = columns.Numbers([1, most, 3])
        assert [*columns.read(held.column())] == [1, most, 3]
        assert [*columns.read(held.column(1, 2))] == [most]
    assert [*columns.read(columns.Numbers([]).column())] == []


def test_words_that_belong_together_are_told():
    several = [search.Entry(f"{i}.html", "", ("mặt trời", f"từ{i} khác{i}")) for i in range(3)]
    # Seen once, two words may stand side by side by chance.
    assert listed("pairs", [*several, search.Entry("x.html", "trời mặt")]) == {"": []}
    more = several + [search.Entry(f"y{i}.html", "", (f"a{i} b{i} c{i} d{i}",)) for i in range(30)]
    assert listed("pairs", more) == {"mặt_trời": [0, 1, 2]}


def test_words_of_a_theme_s_name_belong_together_however_common_they_are():
    apart = [search.Entry(f"{n}.html", "", (f"số {n} của phủ", "chính")) for n in range(9)]
    told = listed("pairs", [*apart, search.Entry("x.html", "", ("Chính phủ số", "phủ chính"))])
    assert told["phủ_số"] == told["chính_phủ"] == [9]
    assert "phủ_chính" not in told and "của_phủ" not in told


def test_a_name_that_another_is_short_for_is_looked_up_as_one_word():
    entries = [
        search.Entry("a.html", "", ("Ủy ban nhân dân tỉnh",)),
        search.Entry("b.html", "", ("Ủy ban của nhân dân",)),
    ]
    assert listed("words", entries)["~ủy_ban_nhân_dân"] == [0]


def test_of_another_page_its_heading_and_if_a_person_wrote_it_its_text():
    built = """<body><p>Đầu trang</p><article><h1>Giới <em>thiệu</em></h1>
    <p>Một &amp; hai.</p><ul><li>Ba</li></ul></article><p>Chân trang</p></body>"""
    assert page("a.html", built, whole=True).strings == ("Giới thiệu", "Một & hai.", "Ba")
    assert page("a.html", built).strings == ("Giới thiệu",)


def test_a_page_is_called_by_its_heading_not_by_the_line_above_it():
    built = """<article><p><a href="index.html">Đơn vị</a></p><h1>Sở A</h1>2 sự kiện
    <p>Huế</p><h1>Sở B</h1></article>"""
    whole = page("a.html", built, whole=True)
    assert (whole.title, *whole.sentences) == ("Sở A", "Đơn vị", "2 sự kiện", "Huế", "Sở B")
    assert page("a.html", built).strings == ("Sở A",)
    assert page("a.html", "<article><p>Huế</p></article>").title == ""


LISTING = """<article><header><p class="tl-masthead__kicker"><a href="index.html">Chủ đề</a></p>
<h1>Dữ liệu <small>(nay là dữ liệu mở)</small></h1>
<p class="tl-masthead__count"><span data-shown>12</span> sự kiện, 2015–2018 ·
<a href="../data/chu-de/du-lieu.xml">Theo dõi</a></p>
<details><summary>Nhờ những từ nào?</summary></details></header><p>Thẻ</p></article>"""


def test_the_page_of_a_theme_says_what_it_is_and_goes_by_all_its_names():
    found = page("chu-de/du-lieu.html", LISTING)
    assert found.below == "Chủ đề · 12 sự kiện, 2015–2018"
    assert "=dữ_liệu" in listed("words", [found])
    term = VOCABULARIES.themes["du-lieu"]
    assert {"Dữ liệu", *term.names} == set(found.names)
    # A page of another sort is no answer to a name.
    assert page("du-lieu.html", "<article><h1>Dữ liệu</h1></article>").names == ()


def test_of_what_answers_alike_the_first_and_the_longest_list_come_first(tmp_path):
    days = {"a": "2018-05-01", "b": "", "c": "2017-10-06T08:00+07:00", "d": "XXXX-05-01"}
    records = [make_record(i, f"Bài {i}", source=Source(published=day)) for i, day in days.items()]
    for ident, date in (("e", "2017-10-05"), ("f", "2015?")):
        records.append(make_record(ident, "Ngày hội", date=(date, "Ngày hội")))
    sizes = {"don-vi/so-a.html": "30", "don-vi/so-b.html": "30", "don-vi/so-c.html": "1.200"}
    for path, size in sizes.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        built = f"""<article><p class="tl-masthead__kicker">Đơn vị</p><h1>{path}</h1>
        <p class="tl-masthead__count">{size} sự kiện</p></article>"""
        (tmp_path / path).write_text(built, "utf-8")
    search.write(tmp_path, records, dict.fromkeys([*sizes, "gone.html"], False), VOCABULARIES)
    said = (tmp_path / "search/rows/0.js").read_text("utf-8")
    rows = json.loads(f"[{said.partition('(')[2][:-3]}]")[1]
    articles = [f"bai-viet/{name}.html" for name in "ecabdf"]
    lists = [f"don-vi/so-{name}.html" for name in "cab"]
    assert [row[0] for row in rows] == articles + lists


def test_the_page_of_a_year_goes_by_its_number():
    built = """<article><header><p class="tl-masthead__kicker">Dòng thời gian</p><h1>Năm 2018</h1>
    </header></article>"""
    found = page("nam/2018.html", built)
    assert (found.names, found.below) == (("Năm 2018", "2018"), "Dòng thời gian")
    # One of articles is about their days, not about the year.
    assert page("bai-viet/nam/2018.html", built).names == ("Năm 2018",)


HOSTILE = '</script><script>alert(1)</script> \u2028 \\ " <!-- ]]>'


def test_what_an_article_says_is_data_in_a_script():
    hostile = search.Entry("a.html", HOSTILE, (HOSTILE,), (), below=HOSTILE, names=(HOSTILE,))
    for name, said in search.files([hostile], VOCABULARIES):
        assert "<" not in said and "\u2028" not in said, name
    assert script("search/rows/0.js", [hostile])[1][0][1] == HOSTILE
    assert script("search/a.js", [hostile])[1]["sentences"] == [HOSTILE]
