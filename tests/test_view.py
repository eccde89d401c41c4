"""A text as it is read, and the way back from it to the letters of the source."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.text import normalize
from egov_timeline.view import flowing, locate, view

READ = [
    ("Hội thảo tại Huế", "Hội thảo tại Huế"),
    # blanks of all kinds, and what ends a line
    ("Sáng\u00a0ngày\u202f5/10,\ttại\u3000Huế", "Sáng ngày 5/10, tại Huế"),
    ("150 đại biểu\u2028đến từ\x0c12 tỉnh\x85Trang 2", "150 đại biểu\nđến từ\n12 tỉnh\nTrang 2"),
    # what cannot be seen is nothing in a word and beside it, and a blank between two syllables
    ("\ufeffHội thảo\u200b.", "Hội thảo."),
    ("12/\u200b10/2021", "12/10/2021"),
    ("Ch\u200bính ph\u00adủ", "Chính phủ"),
    ("tại Đà\u200bNẵng tổ\u00adchức", "tại Đà Nẵng tổ chức"),
    ("bàn\x1f giải pháp\x07", "bàn giải pháp"),
    ("in\u00adformation", "information"),
    # letters that look alike, full-width figures and letters, ligatures
    ("Ðà Nẵng, cácðại biểu", "Đà Nẵng, cácđại biểu"),
    ("ngày １２／１０／２０２１ tại ＦＰＴ", "ngày 12/10/2021 tại FPT"),
    ("ﬁle:///C:/oﬃce", "file:///C:/office"),
    # a year and the day behind it
    ("giai đoạn 2020-202421/10/2025 15:06", "giai đoạn 2020-2024 21/10/2025 15:06"),
    ("số 201612/2016 và 20161/30/2016", "số 201612/2016 và 20161/30/2016"),
]


@pytest.mark.parametrize(("source", "read"), READ)
def test_what_is_read(source: str, read: str) -> None:
    assert view(source).text == read


FLOWING = [
    ("Hội  thảo   số", "Hội thảo số"),
    ("Truyền\n   thông \n\n Đà Nẵng", "Truyền thông Đà Nẵng"),
    ("Tưng bừng khai mạcHội chợ", "Tưng bừng khai mạc Hội chợ"),
    ("thành phố HàNội", "thành phố Hà Nội"),
    ("YouTube, iPhone, eCabinet, DakLak, VietNamNet, TPHCM", None),
    ("PGS.TS Lê, TT&TT, VinGroup, FPTer, McDonald", None),
]


@pytest.mark.parametrize(("source", "read"), FLOWING)
def test_a_block_is_set_in_one_line(source: str, read: str | None) -> None:
    seen = view(source)
    assert flowing(seen, [(0, len(source))]).text == (read or source)


def test_what_stands_between_blocks_stays() -> None:
    source = "Một  hai\n\nBa  bốn"
    assert flowing(view(source), [(0, 8), (10, 17)]).text == "Một hai\n\nBa bốn"


def test_each_word_leads_back_to_the_letters_it_was_read_from() -> None:
    source = "\ufeffĐà\u200bNẵng  tổ\u00adchức ngày １２/\u200b10 khai mạcHội chợ"
    read = flowing(view(source), [(0, len(source))])
    words = [source[slice(*read.span(*word.span()))] for word in re.finditer(r"\S+", read.text)]
    assert words == [
        "Đà",
        "Nẵng",
        "tổ",
        "chức",
        "ngày",
        "１２/\u200b10",
        "khai",
        "mạc",
        "Hội",
        "chợ",
    ]


def test_a_stretch_ends_before_what_is_unseen_behind_it() -> None:
    source = "điện tử\u200b\u200b. Rồi"
    assert view(source).span(0, 7) == (0, 7)


@given(st.text(alphabet="aĐàộ0１ \n\t\u00a0\u200b\u00adﬁðHộ.", max_size=40).map(normalize))
def test_the_way_back_never_goes_astray(source: str) -> None:
    seen = view(source)
    read = flowing(seen, [(0, len(seen.text))])
    assert read.source == source
    spans = [read.span(i, i + 1) for i in range(len(read.text))]
    assert all(0 <= start <= end <= len(source) for start, end in spans)
    assert spans == sorted(spans)
    assert all(read.at(start) <= place for place, (start, _) in enumerate(spans))


FOUND = [
    ("tổ chức hội  thảo", "tổ\u00adchức\u00a0Hội\nthảo"),
    ("Ủy ban nhân dân", "Uỷ ban  nhân dân"),
    ("“Chính phủ số” - 2017", '"Chính phủ số" – 2017'),
    ("khai mạc Hội chợ", "khai mạcHội chợ"),
    (unicodedata.normalize("NFD", "Huế"), "Huế"),
]


@pytest.mark.parametrize(("words", "there"), FOUND)
def test_words_are_located_as_readers_see_them(words: str, there: str) -> None:
    source = f"Sáng 5/10, {there}, ngày 6."
    span = locate(source, words)
    assert span and source[slice(*span)] == there


@pytest.mark.parametrize("words", ["", " \u200b", "hội thao", "2017"])
def test_other_words_are_not_located(words: str) -> None:
    assert locate("Sáng 5/10, tổ chức hội thảo", words) is None
