"""A quote is found as a reader sees it; what is given back is the text, to the letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.text import normalize
from egov_timeline.view import locate, located, openings

# text, what a person copied, what stands in the text
FOUND = [
    ("Sáng 5/10, tại Huế.", "tại Huế", "tại Huế"),
    ("Sáng 5/10, tại\u00a0Huế.", "tại Huế", "tại\u00a0Huế"),
    ("Sáng 5/10, tại Huế.", "tại\u00a0Huế", "tại Huế"),
    ("Hội  thảo \t này", "Hội thảo này", "Hội  thảo \t này"),
    ("Hội thảo này", "Hội   thảo  này", "Hội thảo này"),
    ("Hội thảo\nquốc gia", "Hội thảo quốc gia", "Hội thảo\nquốc gia"),
    ("Hội thảo quốc gia", "Hội thảo\nquốc gia\n", "Hội thảo quốc gia"),
    ("chính\u200b phủ", "chính phủ", "chính\u200b phủ"),
    ("chính phủ", "\ufeffchính phủ", "chính phủ"),
    ("tin học hoá", "tin học hóa", "tin học hoá"),
    ("Huế", unicodedata.normalize("NFD", "Huế"), "Huế"),
    ("từ 5–6/10", "từ 5-6/10", "từ 5–6/10"),
    ("gọi là “số hóa”", 'gọi là "số hóa"', "gọi là “số hóa”"),
    ("HỘI THẢO", "Hội thảo", "HỘI THẢO"),
    ("ngày 16/10 và 6/10", "6/10", "6/10"),
]
NOT_FOUND = [
    ("ngày 16/10", "6/10"),  # another day
    ("hành chính", "hà"),
    ("Sáng 5/10", "Sáng 6/10"),
    ("Sáng 5/10", ""),
    ("Sáng 5/10", " \u200b "),
    ("", "Sáng"),
]


@pytest.mark.parametrize(("text", "words", "verbatim"), FOUND)
def test_a_quote_is_found(text, words, verbatim):
    start, end = locate(text, words)
    assert text[start:end] == verbatim


@pytest.mark.parametrize(("text", "words"), NOT_FOUND)
def test_what_does_not_stand_there_is_not_found(text, words):
    assert locate(text, words) is None


def test_all_places_are_found_and_those_that_open_a_line():
    text = "Tin khác\n\u200b Tin khác nữa\nĐọc Tin khác"
    assert len(located(text, "tin khác")) == 3
    assert [start for start, _ in openings(text, "Tin khác")] == [0, 11]


@given(
    st.text(alphabet='aâ b\u00a0\u200b\n–-“"Đðỏ', max_size=30),
    st.integers(0, 30),
    st.integers(1, 9),
)
def test_what_is_copied_whole_is_found(text, start, length):
    text = normalize(text)
    words = text[start : start + length]
    for first, last in located(text, words):
        assert 0 <= first < last <= len(text)
