"""Names are found by their words, however they are joined or shortened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.names import Names, words
from egov_timeline.text import match_key

NAMES = Names(
    {
        "Bộ Thông tin và Truyền thông": "bo",
        "Bộ TT&TT": "bo",
        "Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam": "vinasa",
        "Sở Bưu chính, Viễn thông": "so",
        "TP. Hồ Chí Minh": "hcm",
        "Chính phủ": "cp",
        "Chính phủ điện tử": "",
    },
    {"cntt": "công nghệ thông tin"},
)

FOUND = [
    # text, value, the words that are the name
    ("Bộ Thông tin và Truyền thông tổ chức", "bo", "Bộ Thông tin và Truyền thông"),
    ("Bộ Thông tin - Truyền thông tổ chức", "bo", "Bộ Thông tin - Truyền thông"),
    ("Bộ Thông tin, truyền thông", "bo", "Bộ Thông tin, truyền thông"),
    ("Bộ TT-TT và các sở", "bo", "Bộ TT-TT"),
    ("Bộ TT và TT", "bo", "Bộ TT và TT"),
    ("Bộ TT & TT.", "bo", "Bộ TT & TT"),
    (
        "Hiệp hội phần mềm và dịch vụ công nghệ thông tin Việt Nam (VINASA)",
        "vinasa",
        "Hiệp hội phần mềm và dịch vụ công nghệ thông tin Việt Nam",
    ),
    ("Hiệp hội Phần mềm & Dịch vụ CNTT VN", "vinasa", "Hiệp hội Phần mềm & Dịch vụ CNTT VN"),
    ("Sở Bưu chính - Viễn thông", "so", "Sở Bưu chính - Viễn thông"),
    ("TP.HCM", "hcm", "TP.HCM"),
    ("TPHCM", "hcm", "TPHCM"),
    ("thành phố Hồ Chí Minh", "hcm", "thành phố Hồ Chí Minh"),
    ("Chính phủ họp", "cp", "Chính phủ"),
    ("Chính phủ điện tử là", "", "Chính phủ điện tử"),
]
NOT_FOUND = [
    "Bộ Thông tin",
    "Bộ",
    "Bộ trưởng",
    "Hiệp hội Phần mềm",
    "thông tin và truyền thông",
    "",
]


@pytest.mark.parametrize(("text", "value", "name"), FOUND)
def test_found(text, value, name):
    assert NAMES.at(match_key(text), 0) == (value, len(name))


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text):
    assert NAMES.at(match_key(text), 0) is None


def test_an_abbreviation_is_read_as_its_words():
    said = " ".join(words("UBND TP.HCM & Sở KH-CN"))
    assert said == "ủy ban nhân dân thành phố hồ chí minh sở kh cn"


def test_pairs_are_the_words_that_stand_together_in_a_name():
    assert {("thông", "tin"), ("tin", "truyền"), ("nghệ", "thông")} <= NAMES.pairs
    assert ("nam", "sở") not in NAMES.pairs


@given(st.lists(st.text("abcđê", min_size=1, max_size=4), min_size=1, max_size=5), st.data())
def test_every_name_is_found_whatever_joins_its_words(parts, data):
    joined = parts[0]
    for part in parts[1:]:
        joined += data.draw(st.sampled_from([" ", "-", " - ", "&", " và ", ", "])) + part
    assert Names({" ".join(parts): "x"}).at(match_key(joined), 0) == ("x", len(joined))
