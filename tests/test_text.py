"""Text made comparable without moving an offset, and the sentences in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline.text import fold, is_even, match_key, normalize, one_line, sentences, slugify

# a text, on one line, whether it is as it stands
LINES = [
    ("Hội thảo tại Huế.", "Hội thảo tại Huế.", True),
    ("", "", True),
    (" Hội thảo ", "Hội thảo", True),
    ("Hội  thảo", "Hội thảo", False),
    ("Hội\nthảo", "Hội thảo", False),
    ("Hội\u00a0thảo", "Hội thảo", False),
    ("Hội\u3000thảo\t", "Hội thảo", False),
    ("Hội\u202ethảo", "Hội\u202ethảo", False),
    ("Hội\x00thảo", "Hội\x00thảo", False),
]


@pytest.mark.parametrize(("text", "line", "even"), LINES)
def test_a_text_on_one_line(text: str, line: str, even: bool) -> None:
    assert (one_line(text), is_even(text)) == (line, even)


KEYS = [
    ("Hoá đơn", "hóa đơn"),
    ("hóa", "hóa"),
    ("HOÁ", "hóa"),
    ("Toà, khoẻ, thuỷ, huỷ", "tòa, khỏe, thủy, hủy"),
    ("uỷ ban", "ủy ban"),
    ("quý", "quý"),
    ("Quý II", "quý ii"),
    ("quỳnh", "quỳnh"),
    ("huỳnh", "huỳnh"),  # not open: the mark stays on y
    ("hoàn", "hoàn"),
    ("toán", "toán"),
    ("khoảng", "khoảng"),
    ("16–18.9", "16-18.9"),
    ("“Chính phủ số”", '"chính phủ số"'),
    ("‘một cửa’", "'một cửa'"),
    ("Hội\u00a0thảo\t2020", "hội thảo 2020"),
    ("ĐÔ THỊ", "đô thị"),
]


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_match_key(text: str, key: str) -> None:
    assert match_key(text) == key


@settings(deadline=None)
@given(st.text())
def test_match_key_keeps_every_offset(text: str) -> None:
    assert len(match_key(text)) == len(text)


def test_letters_that_grow_in_lower_case_keep_the_offsets() -> None:
    assert len(match_key("İstanbul và Hà Nội")) == len("İstanbul và Hà Nội")


@settings(deadline=None)
@given(st.text(alphabet="oaeuyhqnáàảãạóòỏõọúùủũụýỳỷỹỵéèẻẽẹ "))
def test_match_key_is_at_rest_after_one_round(text: str) -> None:
    assert match_key(match_key(text)) == match_key(text)


@settings(deadline=None)
@given(st.text())
def test_normalize_is_at_rest_after_one_round(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once


def test_normalize_keeps_the_mark_of_the_byte_order() -> None:
    assert normalize("\ufeffHuê\u0301\r\nĐà\rNẵng") == "\ufeffHuế\nĐà\nNẵng"


FOLDED = [
    ("Hội thảo", "hoi thao"),
    ("Đà Nẵng", "da nang"),
    ("HUẾ", "hue"),
    (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "uy ban nhan dan"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


SLUGS = [
    ("Hội thảo Quốc gia về Chính phủ điện tử 2016", "hoi-thao-quoc-gia-ve-chinh-phu-dien-tu-2016"),
    ("  TT&TT – “Đô thị” thông minh?! ", "tt-tt-do-thi-thong-minh"),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "slug"), SLUGS)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


# A text, its sentences parted by " ¦ ".
SENTENCES = [
    "Hội nghị khai mạc lúc 8 giờ. ¦ Hơn 100 đại biểu tham dự.",
    "Ngày 17.9, tại Huế, hội thảo khai mạc. ¦ Tháng 9.2020 có 19,10% dịch vụ đạt mức 4.",
    "Tỷ lệ đạt 5,4%.¦Tình trạng này còn phổ biến.",
    "Tỉnh đã có kế hoạch năm 2017.¦Trong đó, mỗi huyện chọn một xã.",
    "Đến nay 30% dịch vụ đạt mức độ 4. ¦ Trong đó có 9 bộ.",
    "Đơn vị xếp loại A. ¦ Không có đơn vị nào xếp loại E.",
    "UBND TP. HCM phối hợp với UBND TP. Hà Nội và Q. Cẩm Lệ tổ chức.",
    "Hội thảo tại TP.HCM do PGS.TS. Lê An và ThS. Trần Na chủ trì. ¦ GS. Hoài tham dự.",
    "Có máy tính, máy in, v.v. được trao. ¦ Các xã đã nhận.",
    'Ông nói: "Chúng ta phải làm nhanh." ¦ Hội nghị bế mạc chiều cùng ngày.',
    'Bà hỏi "vì sao chậm?", rồi tự trả lời.',
    "Làm sao để nhanh hơn? ¦ Câu hỏi ấy được đặt ra từ đầu.",
    "Dữ liệu chưa đầy đủ... ¦ Tuy nhiên, tỉnh vẫn công bố.",
    "Các bộ Công an, Quốc phòng... được giữ nguyên.",
    "1. Mục tiêu chung",
    "3.1. Về thể chế. ¦ Cần sửa luật.",
    "II. Nội dung của đề án",
    "Quyết định số 12/QĐ-TTg. ¦ Ảnh: T.B",
    "Xem tại dichvucong.gov.vn. ¦ Ứng dụng đã có trên hai kho.",
    "Bế mạc hội nghị./. ¦ Theo TTXVN",
    "Chủ đề là “Dữ liệu mở.” ¦ Đây là năm thứ ba.",
    "Đạt 99,5 điểm! ¦ “Rất tốt”, ông An nói.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    parts = [part.strip() for part in marked.split("¦")]
    text = marked.replace(" ¦ ", " ").replace("¦", "")
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == parts


@settings(deadline=None)
@given(st.text(alphabet='aA1.?!…"” \nTPĐ()%'))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    ends = 0
    for start, end in sentences(text, 0, len(text)):
        assert not text[ends:start].strip()
        assert start < end
        assert not text[start].isspace() and not text[end - 1].isspace()
        ends = end
    assert not text[ends:].strip()
