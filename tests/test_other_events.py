"""Events that an article announces beside its own: told, and none of their facts taken for its own."""

from __future__ import annotations

import pytest

from documents import read, vocabularies
from egov_timeline.extract import extract

OWN = (
    "Ba cuộc gặp về dữ liệu\n"
    "Ngày 4/3/2019, tại Huế, Sở Khoa học và Công nghệ tổ chức Hội thảo Dữ liệu mở cho du lịch. "
)
# Another day, another name, and that it is held.
OTHERS = [
    "Ngày 6/5/2019, tại Vinh, Hội Tin học Việt Nam tổ chức Tọa đàm Bản đồ số nông nghiệp.",
    "Ngày 6/5, Hội nghị Chữ ký số trong trường học diễn ra tại Đà Lạt.",
    # In another year, the same day.
    "Sáng 4/3/2018, Bộ Y tế khai mạc Triển lãm Thiết bị y tế thông minh tại Hà Nội.",
]
NOT_OTHERS = [
    # The same event, told again or on another of its days.
    "Ngày 5/3, Hội thảo Dữ liệu mở cho du lịch bế mạc sau hai ngày tổ chức.",
    # No name, no day, or nothing that is held.
    "Ngày 6/5, Sở tổ chức họp báo.",
    "Hội nghị Chữ ký số trong trường học diễn ra tại Đà Lạt.",
    "Ngày 6/5, đại biểu nhắc tới Hội nghị Chữ ký số trong trường học.",
    # The day of a document.
    "Quyết định số 12/QĐ-UBND ngày 6/5/2019 giao Sở tổ chức Hội nghị Chữ ký số trong trường học.",
]


def found(text):
    return extract(read(text).article, vocabularies())


@pytest.mark.parametrize("sentence", OTHERS)
def test_another_event_is_told(sentence):
    assert [e.quote for e in found(OWN + sentence).others] == [sentence]


@pytest.mark.parametrize("sentence", NOT_OTHERS)
def test_what_announces_no_other_event(sentence):
    assert found(OWN + sentence).others == ()


def test_no_name_of_another_event_is_the_article_s_own():
    """The better name stands with another day: the event of this one has none of the two."""
    own = "Tin tháng năm\nNgày 30/3/2016, tại Hà Nội diễn ra Hội thảo Dữ liệu mở cho du lịch. "
    other = (
        "Ngày 12/5/2016, UBND thành phố Đà Nẵng chủ trì Hội nghị Chữ ký số trong trường học lần"
        " thứ 3 năm 2016."
    )
    told = found(own + other)
    assert told.date.value.edtf == "2016-03-30"
    assert told.event is None or "Chữ ký số" not in told.event.value
    assert told.series is None
    assert [e.quote for e in told.others] == [other]


def test_no_place_of_another_event_is_the_article_s_own():
    own = (
        "Hội thảo Dữ liệu mở cho du lịch\nSáng nay, ngày 30/3/2016, Sở Y tế khai mạc Hội thảo Dữ liệu mở"
        " cho du lịch. "
    )
    other = (
        "Ngày 12/5/2016, Hội nghị Chữ ký số trong trường học diễn ra ở Khách sạn Mường Thanh Vinh."
    )
    told = found(own + other)
    assert [e.quote for e in told.others] == [other]
    assert told.location is None


def test_no_body_of_another_event_is_one_of_the_article_s_own():
    bodies = {f.value.name for f in found(OWN + OTHERS[0]).organizer}
    assert bodies == {"Sở Khoa học và Công nghệ Thừa Thiên Huế"}
