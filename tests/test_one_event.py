"""Name, day, place and bodies shown together are of one event; else the name goes."""

import pytest

from documents import read, vocabularies
from egov_timeline.extract import extract

FAR = "Thư viện có nhiều sách. Bạn đọc khen phòng đọc. Sách điện tử tăng. Trẻ em vui. Ai cũng tới. "
LEAD = "Thư viện tỉnh\nNgày 5/6/2019, tại Huế, Sở Nội vụ tổ chức "

NAMED = [
    (f"{LEAD}Hội thảo Dữ liệu mở.", "Hội thảo Dữ liệu mở"),
    # Named in the headline, dated in the lead.
    ("Hội thảo Dữ liệu mở thư viện\nSáng 5/6/2019, tại Huế, Sở Nội vụ khai mạc sự kiện.",
     "Hội thảo Dữ liệu mở thư viện"),
    ("Thư tay\nNgày 5/6/2019, tại Huế, Sở Nội vụ tổ chức Lễ trao giải Cuộc thi Viết thư quốc tế UPU.",
     "Lễ trao giải Cuộc thi Viết thư quốc tế UPU"),
    # The press is told: that is the event; the festival is another day's.
    ("Cà phê số\nChiều 22/8/2019, tại Hà Nội, UBND tỉnh Đắk Lắk tổ chức họp báo giới thiệu về"
     " Lễ hội Cà phê số Buôn Ma Thuột.",
     "Họp báo giới thiệu về Lễ hội Cà phê số Buôn Ma Thuột"),
]  # fmt: skip
NAMELESS = [
    # Far down, of another kind.
    f"{LEAD}hội thảo. {FAR}Ông An từng đoạt giải Cuộc thi Bản đồ số Việt Nam.",
    # People meet: that is no name.
    "Hợp tác\nNgày 5/6/2019, tại Huế, diễn ra cuộc gặp giữa lãnh đạo tỉnh và đoàn công tác của Lào.",
]  # fmt: skip


def found(text):
    return extract(read(text).article, vocabularies())


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_of_the_event_of_the_day_stays(text, name):
    event = found(text).event
    assert event and event.value == name


@pytest.mark.parametrize("text", NAMELESS)
def test_a_name_of_another_event_goes(text):
    facts = found(text)
    assert facts.date and facts.event is None


def test_the_days_of_what_is_held_beside_are_not_the_event_s():
    text = f"{LEAD}hội thảo Dữ liệu mở. Cùng dịp có triển lãm ảnh mở cửa từ 5 đến 9/6/2019."
    date = found(text).date
    assert date and date.value.edtf == "2019-06-05"


def test_who_held_last_year_s_edition_does_not_hold_this_one():
    text = (
        "Rô-bốt\nHội thảo Rô-bốt diễn ra ngày 5/6/2019 tại Huế, do Sở Y tế Hà Nội tổ chức, tiếp bước"
        " hội thảo năm ngoái do Sở Y tế Đà Nẵng tổ chức."
    )
    assert [body.value.id for body in found(text).organizer] == ["so-y-te-ha-noi"]


def test_who_leads_research_does_not_hold_the_event():
    text = (
        "Kho giống\nHội nghị Kho giống mở diễn ra ngày 5/6/2019 tại Huế."
        " Viện Công nghệ Ánh Sao là đơn vị chủ trì nghiên cứu về kho giống."
    )
    assert found(text).organizer == ()


# when the page says that it appeared; how the event is told; its day
LATER = [
    ("12/03/2024 10:05", "Sáng 18/4, Sở Nội vụ đã tổ chức hội thảo Dữ liệu mở.", "XXXX-04-18"),
    ("12/03/2024 10:05", "Hội thảo Dữ liệu mở sẽ diễn ra sáng 18/4 tại Huế.", "2024-04-18"),
    ("16/04/2024 10:05", "Sáng 18/4, Sở Nội vụ đã tổ chức hội thảo Dữ liệu mở.", "2024-04-18"),
    ("12/03/2024 10:05", "Sáng 8/3, Sở Nội vụ đã tổ chức hội thảo Dữ liệu mở.", "2024-03-08"),
]


@pytest.mark.parametrize(("stamp", "text", "day"), LATER)
def test_nothing_held_is_later_than_its_report(stamp, text, day):
    date = found(f"Thư viện tỉnh\n{stamp}\n{text}").date
    assert date and date.value.edtf == day
