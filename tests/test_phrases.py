"""Phrases are found as whole words, in any spelling, in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.phrases import Phrases
from egov_timeline.text import match_key, normalize

PHRASES = Phrases(
    {
        "Hà Nội": "city",
        "Đại học Quốc gia Hà Nội": "university",
        "hà": "river",
        "TT&TT": "ministry",
        "Uỷ ban": "committee",
        '"một cửa"': "window",
        "4.0": "industry",
    }
)

FOUND = [
    ("tại Hà Nội.", [("city", "Hà Nội")]),
    ("HÀ NỘI", [("city", "HÀ NỘI")]),
    ("Đại học Quốc gia Hà Nội", [("university", "Đại học Quốc gia Hà Nội")]),
    ("Đại học Quốc gia TP.HCM, Hà Nội", [("city", "Hà Nội")]),
    ("Hà Nội,Hà Nội", [("city", "Hà Nội"), ("city", "Hà Nội")]),
    ("ủy ban, uỷ ban", [("committee", "ủy ban"), ("committee", "uỷ ban")]),
    ("Bộ TT&TT", [("ministry", "TT&TT")]),
    ("cơ chế “một cửa” ở xã", [("window", "“một cửa”")]),
    ("CMCN 4.0!", [("industry", "4.0")]),
    ("Hà\u00a0Nội", [("city", "Hà\u00a0Nội")]),
    ("Hà Nội", [("city", "Hà Nội")]),  # NFD as received
]
NOT_FOUND = ["hành chính", "Hà Nộiđ", "xHà Nội", "Ha Noi", "14.05", "4.01", "TT&TTx", "Hà  Nội", ""]


def find(text):
    text = normalize(text)
    return [(value, text[start:end]) for value, (start, end) in PHRASES.find(match_key(text))]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_found(text, found):
    assert find(text) == [(value, normalize(quote)) for value, quote in found]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text):
    assert [value for value, _ in find(text) if value != "river"] == []


def test_find_all_gives_what_lies_within_another_too():
    key = match_key("Đại học Quốc gia Hà Nội")
    assert [value for value, _ in PHRASES.find_all(key)] == ["university", "city", "river"]


@pytest.mark.parametrize("phrases", [{}, {"": 1}])
def test_an_empty_set_finds_nothing(phrases):
    assert list(Phrases(phrases).find("hà nội")) == []


WORDS = st.lists(st.sampled_from(["Hà", "Nội", "Huế", "Quốc", "gia", "đô", "thị"]), max_size=6)


@given(st.lists(WORDS.map(" ".join), max_size=6), WORDS.map(" ".join))
def test_find_is_ordered_without_overlap_and_true_to_the_text(phrases, text):
    key = match_key(text)
    done = 0
    for phrase, (start, end) in Phrases({p: match_key(p) for p in phrases}).find(key):
        assert done <= start < end
        assert key[start:end] == phrase
        done = end


@given(WORDS, st.integers(0, 5), st.integers(1, 3))
def test_every_run_of_words_is_found_where_it_stands(words, first, count):
    run = " ".join(words[first : first + count])
    spans = [span for _, span in Phrases({run: 1}).find_all(match_key(" ".join(words)))]
    start = len(" ".join([*words[:first], ""]))
    assert not run or (start, start + len(run)) in spans
