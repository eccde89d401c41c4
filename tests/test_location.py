"""Where the event takes place: what is accepted, and what only looks like it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read, vocabularies
from egov_timeline.extract import extract
from egov_timeline.extract.annotate.localities import localities
from egov_timeline.extract.fields.location import LOCATION
from egov_timeline.records import Certainty, Location
from egov_timeline.text import normalize
from egov_timeline.vocabulary import province_of
from project import FROZEN

# Sentences of our own, with the place that they give: tests, and examples that the table learns from.
EXAMPLES = [json.loads(line) for line in (FROZEN / "places.jsonl").read_text("utf-8").splitlines()]


def location(text):
    document = read(text)
    return next((found for rule in LOCATION if (found := rule(document))), None)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_the_place_is_that_of_the_event(example):
    found = location(example["text"])
    if example["province"] is None and not example.get("place"):
        assert found is None
    else:
        where = Location(example.get("place"), example["province"])
        assert (found.value, found.certainty) == (where, example["certainty"])
        assert all(e.quote == normalize(example["text"])[e.start : e.end] for e in found.evidence)


def test_a_province_that_the_article_does_not_name_is_inferred():
    found = location("Hội nghị tập huấn diễn ra trong hai ngày 5-6/6, tại thành phố Hạ Long.")
    assert (found.value.province, found.certainty) == ("Quảng Ninh", Certainty.INFERRED)
    assert found.why == "bài không nêu tên Quảng Ninh, suy ra từ nơi chốn mà bài nêu"


def test_the_province_in_the_name_of_a_body_is_never_stated():
    found = location("Sáng 5/6, UBND tỉnh Phú Yên tổ chức hội nghị tổng kết cải cách hành chính.")
    assert (found.value, found.certainty) == (Location(None, "Phú Yên"), Certainty.INFERRED)
    assert [evidence.quote for evidence in found.evidence] == ["UBND tỉnh Phú Yên"]


def test_who_acts_in_a_national_seat_is_not_at_home():
    found = location("Sáng 5/6, tại trụ sở Trung ương Đảng, UBND tỉnh Phú Yên tổ chức hội thảo.")
    assert (found.value.place, found.value.province) == ("trụ sở Trung ương Đảng", None)


def test_the_seat_of_a_society_for_safety_is_not_in_hoi_an():
    found = location("Lễ ra mắt diễn ra ngày 5/6 tại trụ sở Hiệp hội An toàn lao động.")
    assert (found.value.place, found.value.province) == (
        "trụ sở Hiệp hội An toàn lao động",
        None,
    )


def test_a_house_is_where_the_lead_is():
    found = location(
        "Gian hàng trẻ ở Tokyo\n\nTriển lãm số diễn ra ngày 5/6 tại Trung tâm hội nghị Sen Vàng."
    )
    assert (found.value.place, found.value.province) == (
        "Trung tâm hội nghị Sen Vàng",
        "Tokyo, Nhật Bản",
    )
    assert found.certainty is Certainty.INFERRED


def test_caption_gives_the_place_that_the_text_leaves_out():
    found = location(
        "Khai trương bộ phận một cửa\n"
        "Ngày 5/6, hai phường cùng tổ chức lễ khai trương bộ phận một cửa điện tử.\n"
        "Quang cảnh buổi lễ tại UBND phường Hoà Hải, TP Đà Nẵng. Ảnh: T.B"
    )
    assert (found.value.place, found.value.province) == ("UBND phường Hoà Hải", "Đà Nẵng")


NAMED = [
    ("ông Trương Hòa Bình và bà Nguyễn Thị Hà Giang", []),
    ("Thái Bình Dương, đường Hà Nội, phố Huế, Mỹ Đình", []),
    ("thành phố Huế và Thừa Thiên - Huế", ["Thừa Thiên Huế", "Thừa Thiên Huế"]),
    ("Sở Khoa học và Công nghệ An Giang", ["An Giang"]),
    ("vì hòa bình; tỉnh Hoà Bình", ["Hòa Bình"]),
    ("TP.HCM, TP HCM, TPHCM, Sài Gòn", ["TP. Hồ Chí Minh"] * 4),
    ("Nha Trang, Đà Lạt, Phú Quốc", ["Khánh Hòa", "Lâm Đồng", "Kiên Giang"]),
    ("quận Tân Bình; tân bình", ["TP. Hồ Chí Minh"]),
    ("Ý kiến của anh Tuấn Anh. Anh là kỹ sư; nước Anh, ở Nga", ["Anh", "Nga"]),
    ("Xin-ga-po và Viêng Chăn", ["Singapore", "Viêng Chăn, Lào"]),
    # A society for safety, however its noun is written, is not in Hội An; the town is.
    ("Hiệp hội An toàn thực phẩm, Hiệp hội An ninh mạng; Chi hội An toàn thông tin", []),
    ("Hội An toàn lao động, Hội An ninh mạng", []),
    ("phố cổ Hội An toàn là khách; hội An Giang", ["Quảng Nam", "An Giang"]),
    ("ở dinh Độc Lập, hội trường Thống Nhất", ["TP. Hồ Chí Minh"] * 2),
]


@pytest.mark.parametrize(("text", "provinces"), NAMED)
def test_localities(text, provinces):
    document = read(text)
    found = localities(document, 0, len(document.text))
    assert [province_of(vocabularies().places, hit.id) for hit in found] == provinces


def test_every_place_lies_in_a_province_or_a_country():
    places = vocabularies().places
    for ident, term in places.items():
        assert term.kind in {"province", "town", "district", "venue", "country", "city"}
        assert (term.broader is None) == (term.kind in {"province", "country"}), ident
    assert sum(term.kind == "province" for term in places.values()) == 63


WORDS = ["tại", "ở", "Hà Nội", "TP.", "(", ")", ",", " - ", "Hội thảo", "5/6", "và", "tỉnh", "\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_evidence_is_the_text(text):
    document = read(text)
    for rule in LOCATION:
        found = rule(document)
        for piece in found.evidence if found else ():
            assert document.text[piece.start : piece.end] == piece.quote != ""


def test_a_sentence_of_another_day_is_not_asked_for_the_place():
    text = (
        "Giao đất cho địa phương\nTại cuộc họp báo chiều 9/7, ông An nêu ba việc.\n"
        "Khi làm việc tại Đà Nẵng ngày 12/5, ông đã hứa như thế.\nCả hội trường vỗ tay."
    )
    assert extract(read(text).article, vocabularies()).location is None
