"""What can be one Vietnamese syllable by its spelling."""

import pytest

from egov_timeline.syllables import glued, is_syllable

SYLLABLES = [
    "Chính",
    "phủ",
    "tổ",
    "chức",
    "nghiêng",
    "khuya",
    "khuỷu",
    "quý",
    "quyết",
    "giêng",
    "gì",
    "yêu",
    "hoá",
    "hòa",
    "thuở",
    "xoong",
    "ngoẹo",
    "huyện",
    "nguyên",
    "truyền",
    "thông",
    "thảo",
    "Hội",
    "mạc",
    "Ủy",
    "uống",
    "ương",
    "ý",
    "ăn",
    "ông",
    "ngoái",
    "quẩy",
    "rượu",
    "lưới",
    "muối",
]
OTHERS = [
    "tổchức",
    "ĐàNẵng",
    "FPT",
    "Viet",
    "Tube",
    "thôngtin",
    "Windows",
    "bkav",
    "2016",
    "data-x",
]


@pytest.mark.parametrize("word", SYLLABLES)
def test_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", *OTHERS])
def test_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("words", ["mạc|Hội", "Hà|Nội", "Tuần|Lễ", "các|Đại"])
def test_two_that_are_run_together(words: str) -> None:
    assert glued(words.replace("|", ""), words.index("|"))


@pytest.mark.parametrize(
    "words", ["You|Tube", "Dak|Lak", "Ha|Noi", "i|Phone", "Th|S", "|Hội", "mạc|"]
)
def test_one_name_is_not_cut(words: str) -> None:
    assert not glued(words.replace("|", ""), words.index("|"))
