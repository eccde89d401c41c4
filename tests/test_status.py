"""Whether an event was held: by the words that tell of it and the day of its article, by no clock."""

import pytest

from documents import read, vocabularies
from egov_timeline.extract import extract

TITLE = "Hội thảo Dữ liệu mở\n"
STAMP = "08:00 | 02/06/2019\n"

# What the text says, and the words that the status stands on.
NOT_HELD = [
    ("Sở Nội vụ sẽ tổ chức Hội thảo Dữ liệu mở vào ngày 5/6/2019 tại Huế.",
     "announced", "sẽ tổ chức"),
    ("Hội thảo Dữ liệu mở dự kiến khai mạc ngày 5/6/2019 tại Huế.", "announced", "dự kiến khai mạc"),
    ("Hội thảo Dữ liệu mở được ấn định vào ngày 5/6/2019 tại Huế.", "announced", "được ấn định"),
    # Later than its article, without a word of the future.
    (f"{STAMP}Hội thảo Dữ liệu mở: 8h ngày 5/6/2019, tại Huế, do Sở Nội vụ tổ chức.",
     "announced", "ngày 5/6/2019"),
    ("Sở Nội vụ hủy Hội thảo Dữ liệu mở, dự kiến tổ chức ngày 5/6/2019 tại Huế.",
     "cancelled", "hủy Hội thảo"),
    ("Hội thảo Dữ liệu mở ngày 5/6/2019 tại Huế bị hủy do mưa lũ.",
     "cancelled", "Hội thảo Dữ liệu mở ngày 5/6/2019 tại Huế bị hủy"),
    ("Năm 2019, Sở Nội vụ không tổ chức Hội thảo Dữ liệu mở tại Huế.",
     "cancelled", "không tổ chức Hội thảo"),
    ("UBND tỉnh lùi thời gian Hội thảo Dữ liệu mở, theo lịch cũ là ngày 5/6/2019 tại Huế.",
     "postponed", "lùi thời gian Hội thảo"),
    ("Hội thảo Dữ liệu mở chưa thể khai mạc ngày 5/6/2019 tại Huế.",
     "postponed", "chưa thể khai mạc"),
    # With a new day it is to come, on that one.
    ("Sở Nội vụ dời Hội thảo Dữ liệu mở tại Huế từ ngày 5/6/2019 sang ngày 9/7/2019.",
     "announced", "dời Hội thảo"),
]  # fmt: skip

HELD = [
    "Sáng 5/6/2019, tại Huế, Sở Nội vụ tổ chức Hội thảo Dữ liệu mở.",
    # What is said on its stage of the future, or of things called off.
    "Tại Hội thảo Dữ liệu mở sáng 5/6/2019 ở Huế, ông An cho biết tỉnh sẽ tổ chức lớp tập huấn.",
    "Sáng 5/6/2019, Hội thảo Dữ liệu mở tại Huế bàn việc hủy bỏ 20 thủ tục.",
    "Sáng 5/6/2019, Hội thảo Dữ liệu mở tại Huế nói về di dời và đẩy lùi tội phạm mạng.",
    # That was another time, or only a part of it.
    "Sau hai năm bị hoãn, sáng 5/6/2019, Hội thảo Dữ liệu mở diễn ra tại Huế.",
    "Lễ khai mạc bị hủy, nhưng Hội thảo Dữ liệu mở vẫn diễn ra sáng 5/6/2019 tại Huế.",
    # A stamp of before that day does not make news of it an announcement.
    f"{STAMP}Sáng 5/6, tại Huế, Sở Nội vụ đã khai mạc Hội thảo Dữ liệu mở.",
    # Its day is gone when the article appears, whatever its words.
    "08:00 | 09/06/2019\nHội thảo Dữ liệu mở sẽ diễn ra ngày 5/6/2019 tại Huế.",
]


def found(text):
    return extract(read(TITLE + text).article, vocabularies())


@pytest.mark.parametrize(("text", "status", "words"), NOT_HELD)
def test_an_event_that_was_not_held_is_told_with_its_words(text, status, words):
    told = found(text).status
    assert told
    assert (told.value, told.evidence[0].quote) == (status, words)


@pytest.mark.parametrize("text", HELD)
def test_an_event_that_is_reported_was_held(text):
    told = found(text).status
    assert told and told.evidence
    assert told.value == "held"


def test_the_planned_day_of_an_event_that_was_called_off_stays():
    facts = found(NOT_HELD[4][0])
    assert facts.date and facts.date.value.edtf == "2019-06-05"


def test_a_text_without_an_event_has_no_status():
    assert found("Theo Sở Nội vụ, dữ liệu mở giúp ích cho người dân.").status is None
