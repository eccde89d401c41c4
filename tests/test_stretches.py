"""A quote in the panel reads on its own, marks the words that count, and is the article's own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.clean import clean
from egov_timeline.pages.stretches import quoted
from egov_timeline.records import Evidence
from egov_timeline.text import normalize

HALL = "Hội nghị được mở sáng nay, ngày 3.4 tại Nhà văn hóa Bến Đá, Vũng Chài."
BODIES = (
    "Dưới sự chủ trì của Ủy ban nhân dân tỉnh Bến Chài, Sở Thông tin Bến Chài phối hợp cùng Tập đoàn"
    " Dữ liệu Quốc tế Sao Mai tổ chức Ngày hội Dữ liệu mở rộng năm 2016 dành cho cán bộ xã, phường."
)
LONG = (
    "Phát biểu trước hơn ba trăm đại biểu đến từ các sở, ngành, đoàn thể và doanh nghiệp trong cả vùng,"
    " ông Nguyễn Văn Chài cho biết ngày hội mở ngày 3/4 với sự tham gia của nhiều đơn vị trong nước."
)
ABBREVIATED = (
    "Sáng 3/4, trước sự chứng kiến của hàng trăm đại biểu về dự, ngày hội do Trung tâm Dữ liệu Bến Chài,"
    " Cục Tin học (Bộ TT-TT), Sở TT-TT tổ chức đã mở cửa."
)
COMMITTEE, OFFICE, GROUP = (
    "Ủy ban nhân dân tỉnh Bến Chài",
    "Sở Thông tin Bến Chài",
    "Tập đoàn Dữ liệu Quốc tế Sao Mai",
)
# The text, what the fact stands on, what other facts stand on, and the quote with its words marked.
QUOTES = [
    # a scrap grows to its sentence where that is short, and not where it is long enough
    (HALL, ["sáng nay, ngày 3.4"], [], "Hội nghị được mở [sáng nay, ngày 3.4]"),
    (HALL, ["tại Nhà văn hóa Bến Đá, Vũng Chài"], [], "[tại Nhà văn hóa Bến Đá, Vũng Chài]"),
    # and in a long one to where a clause begins or ends
    (LONG, ["ngày 3/4"], [], "ông Nguyễn Văn Chài cho biết ngày hội mở [ngày 3/4]"),
    # a bracket that closes in it opens in it
    (
        ABBREVIATED,
        ["Sở TT-TT", "tổ chức"],
        ["Bộ TT-TT"],
        "Cục Tin học (Bộ TT-TT), [Sở TT-TT tổ chức]",
    ),
    # words side by side are one stretch; what stands between is kept where it is little
    (BODIES, ["Dưới sự chủ trì của", COMMITTEE], [], f"[Dưới sự chủ trì của {COMMITTEE}]"),
    (BODIES, [GROUP, "Ngày hội Dữ liệu mở"], [], f"[{GROUP}] tổ chức [Ngày hội Dữ liệu mở]"),
    # of what is long, the words of others go first
    (BODIES, [OFFICE, "tổ chức"], [GROUP], f"[{OFFICE}] phối hợp cùng … [tổ chức]"),
    (BODIES, [OFFICE, "tổ chức"], [], f"[{OFFICE}] … [tổ chức]"),
    (BODIES, [COMMITTEE, "tổ chức"], [OFFICE, GROUP], f"[{COMMITTEE}] … [tổ chức]"),
]


def spans(text, words):
    return [(text.index(each), text.index(each) + len(each)) for each in words]


def drawn(quote):
    return "".join(f"[{text}]" if marked else text for text, marked in quote.pieces)


def evidence(text, places):
    return [Evidence(text[start:end], start, end, "by hand") for start, end in places]


@pytest.mark.parametrize(("text", "words", "near", "quote"), QUOTES)
def test_a_quote_reads_on_its_own(text, words, near, quote):
    (found,) = quoted(evidence(text, spans(text, words)), clean(text), spans(text, near))
    assert drawn(found) == quote


def test_each_sentence_is_quoted_once_the_most_telling_first():
    text = f"{BODIES} {HALL}"
    words = ["ngày 3.4", OFFICE, "tổ chức"]
    found = quoted(evidence(text, spans(text, words)), clean(text))
    assert [quote.anchor for quote in found] == ["cau-2", "cau-1"]


WORDS = st.lists(
    st.sampled_from(
        [
            "Sở",
            "tổ",
            "chức,",
            "hội",
            "nghị",
            "(tại)",
            "Huế",
            "–",
            "và",
            "ngày",
            "3/4",
            "“mở”",
            "nay.\n",
        ]
    ),
    min_size=1,
    max_size=60,
)


@given(WORDS, st.data())
def test_all_that_is_quoted_stands_in_the_text_word_for_word(words, data):
    text = normalize(" ".join(words))
    ends = st.integers(0, len(text))
    places = data.draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=4))
    near = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    right = [[(a, b) for a, b in each if a < b and text[a:b].strip()] for each in (places, near)]
    said = evidence(text, right[0])
    found = quoted(said, clean(text), right[1])
    whole = " ".join(text.split())
    for quote in found:
        for stretch in quote.quote.split("…"):
            assert " ".join(stretch.split()) in whole
    marked = " ".join(text for quote in found for text, marked in quote.pieces if marked)
    letters = re.sub(r"\s", "", marked)
    assert all(re.sub(r"\s", "", one.quote) in letters for one in said)
