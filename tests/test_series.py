"""The event's name, its series and its own edition."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read
from egov_timeline.extract.fields.event import EVENT
from egov_timeline.extract.fields.series import SERIES
from egov_timeline.ordinals import number
from egov_timeline.records import Certainty
from egov_timeline.understanding import document_of
from project import FROZEN, article, vocabularies

OPEN_DATA = "Hội thảo Quốc gia về dữ liệu mở"

OWN = [
    # text, series name, edition
    (f"Ngày 5/6, {OPEN_DATA} mùa thứ ba đã khai mạc tại Hà Nội.", OPEN_DATA, 3),
    (f"Ngày 5/6, Bộ Nội vụ tổ chức {OPEN_DATA} lần 2-2018 tại Hà Nội.", OPEN_DATA, 2),
    (f"Ngày 5/6, Bộ Nội vụ tổ chức {OPEN_DATA} lần thứ 15 tại Hà Nội.", OPEN_DATA, 15),
    (f"Ngày 5/6, {OPEN_DATA} lần thứ XXI đã khai mạc tại Hà Nội.", OPEN_DATA, 21),
    (f"{OPEN_DATA} lần thứ tám do Bộ Nội vụ tổ chức ngày 5/6 tại Hà Nội.", OPEN_DATA, 8),
    (f"{OPEN_DATA} lần thứ nhất diễn ra ngày 5/6 tại Hà Nội.", OPEN_DATA, 1),
    (f"Bộ Nội vụ tổ chức {OPEN_DATA} thường niên lần 8 vào ngày 5/6.", None, 8),
    (f"{OPEN_DATA} lần thứ 24 năm 2020 chưa thể khai mạc đúng hẹn.", OPEN_DATA, 24),
    (
        "Diễn đàn Cấp cao Đô thị số (Digital City Summit) lần thứ năm diễn ra sáng 5/6.",
        "Diễn đàn Cấp cao Đô thị số (Digital City Summit)",
        5,
    ),
    (
        "Hội nghị bộ trưởng viễn thông ASEAN lần thứ 10 (TELMIN-10) khai mạc ngày 13/1.",
        "Hội nghị bộ trưởng viễn thông ASEAN (TELMIN)",
        10,
    ),
    (
        "Hội thi “Tin học trẻ” lần thứ XIV vừa diễn ra ngày 2/5 tại Trà Vinh.",
        "Hội thi “Tin học trẻ”",
        14,
    ),
    # The number stands behind a comma, behind "với" or "tại", or with the bare noun.
    (f"Ngày 5/6, Bộ Nội vụ mở {OPEN_DATA}, thường niên lần thứ 19.", OPEN_DATA, 19),
    (
        "Hội thi tìm hiểu cải cách hành chính gắn với dịch vụ công tỉnh Phú Yên lần thứ III diễn ra "
        "ngày 5/6.",
        "Hội thi tìm hiểu cải cách hành chính gắn với dịch vụ công tỉnh Phú Yên",
        3,
    ),
    (
        f"{OPEN_DATA} diễn ra ngày 5/6.\nHội thảo lần thứ X này được ba trường đồng tổ chức.",
        OPEN_DATA,
        10,
    ),
    (
        f"{OPEN_DATA} diễn ra ngày 5/6.\nĐây là sinh hoạt khoa học thường niên lần thứ 17.",
        OPEN_DATA,
        17,
    ),
    (
        "Hội thảo quốc gia “Dữ liệu mở” lần thứ 4 diễn ra ngày 5/6.",
        "Hội thảo quốc gia “Dữ liệu mở”",
        4,
    ),
    (f"Từ đầu năm tới nay, {OPEN_DATA} lần 10 là kỳ lớn nhất, mở ngày 5/6.", OPEN_DATA, 10),
    (
        "Cuộc họp đầu tiên của Mạng lưới Đô thị xanh ASEAN diễn ra ngày 5/6.",
        "Cuộc họp của Mạng lưới Đô thị xanh ASEAN",
        1,
    ),
    (
        "Diễn đàn Kinh tế số Đồng bằng sông Cửu Long lần thứ I diễn ra ngày 5/6.",
        "Diễn đàn Kinh tế số Đồng bằng sông Cửu Long",
        1,
    ),
    # The own edition wins over the next one and over the last.
    (
        f"{OPEN_DATA} lần thứ XV diễn ra ngày 26/8 tại Tiền Giang.\n"
        "Ban tổ chức trao cờ đăng cai kỳ hội thảo lần thứ XVI cho tỉnh Bình Phước.",
        OPEN_DATA,
        15,
    ),
    (
        f"Năm ngoái, {OPEN_DATA} lần thứ 23 thu hút 700 người.\n"
        f"{OPEN_DATA} lần thứ 24 diễn ra ngày 5/6 tại Hải Dương.",
        OPEN_DATA,
        24,
    ),
    (
        "Sở Nội vụ tổ chức Hội thi Cải cách hành chính ngày 5/6.\n"
        "Đây là lần thứ ba tỉnh tổ chức hội thi này.",
        "Hội thi Cải cách hành chính",
        3,
    ),
]

NO_EDITION = [
    # A proper name with its year is a series; nothing counts it.
    ("Vietnam ICT Summit", "Sáng 5/6, Diễn đàn Vietnam ICT Summit 2018 khai mạc tại Hà Nội."),
    ("dữ liệu mở", f"Ngày 5/6, Bộ Nội vụ tổ chức {OPEN_DATA} 2016."),
]

OTHERS = [
    # So many times as the year before.
    "Ngày 5/6, Bộ Nội vụ tổ chức Hội thảo Dữ liệu mở, dự kiến đông gấp 4 lần năm trước.",
    # Editions of other things.
    "Ngày 5/6, Bộ Nội vụ tổ chức Hội thảo về cách mạng công nghiệp lần thứ tư tại Hà Nội.",
    "Ngày 5/6, tỉnh tổ chức Lễ kỷ niệm lần thứ 54 ngày thành lập ngành.",
    "Ngày 5/6, tỉnh tổ chức hội nghị triển khai nghị quyết Đại hội Đảng lần thứ XII.",
    "Ngày 5/6, phiên họp thứ 5 của Ban Chỉ đạo đã diễn ra tại Hà Nội.",
    "Ngày 5/6, tỉnh tổ chức hội nghị sơ kết sáu tháng, lần thứ hai có đại diện doanh nghiệp dự.",
]


def first(rules, text):
    document = read(text)
    return next((found for rule in rules if (found := rule(document))), None)


@pytest.mark.parametrize(("text", "name", "edition"), OWN)
def test_own_edition(text, name, edition):
    found = first(SERIES, text)
    assert found.value.edition == edition
    assert found.certainty is Certainty.STATED
    if name:
        assert found.value.name == name


@pytest.mark.parametrize(("part", "text"), NO_EDITION)
def test_series_without_edition(part, text):
    found = first(SERIES, text).value
    assert part in found.name
    assert found.edition is None
    assert not found.name[-4:].isdigit()


@pytest.mark.parametrize("text", OTHERS)
def test_edition_of_something_else(text):
    found = first(SERIES, text)
    assert found is None or found.value.edition is None


def test_own_edition_follows_from_the_next():
    found = first(
        SERIES,
        f"Toàn cảnh hội thảo.\nPhát biểu tại hội thảo, Thứ trưởng nêu ba việc.\n"
        f"Cuối buổi, Ban tổ chức đã trao cờ đăng cai {OPEN_DATA} lần thứ XXII năm 2018 "
        "cho đại diện lãnh đạo tỉnh Vĩnh Long.",
    )
    assert (found.value.name, found.value.edition) == (OPEN_DATA, 21)
    assert found.certainty is Certainty.INFERRED
    assert found.evidence[0].quote == f"trao cờ đăng cai {OPEN_DATA} lần thứ XXII năm 2018"


# The table is trained on these as well; what stands in doubt teaches it, though it says less of it.
EXAMPLES = [
    json.loads(line) for line in (FROZEN / "event_names.jsonl").read_text("utf-8").splitlines()
]
EVENTS = [
    (row["text"] if "text" in row else article(row["seed"]), row["name"])
    for row in EXAMPLES
    if "in doubt" not in row
]


@pytest.mark.parametrize(("text", "name"), EVENTS)
def test_event_name(text, name):
    document = document_of(text, vocabularies(), until="event")
    found = next((f for rule in EVENT if (f := rule(document))), None)
    assert (found and found.value) == name


NUMBERS = [("15", 15), ("xxi", 21), ("iv", 4), ("xix", 19), ("tám", 8), ("nhất", 1), ("0", None)]


@pytest.mark.parametrize(("word", "value"), NUMBERS)
def test_number(word, value):
    assert number(word) == value


WORDS = ["Hội thảo", "lần thứ", "XV", "8", "năm 2020", "(", ")", ",", "“", "”", "Việt Nam", "\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_evidence_is_the_text(text):
    document = read(text)
    for rule in (*SERIES, *EVENT):
        found = rule(document)
        for piece in found.evidence if found else ():
            assert document.text[piece.start : piece.end] == piece.quote != ""
