"""The event's name, its series and its own edition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read
from egov_timeline.extract.annotate.editions import number
from egov_timeline.extract.fields.event import EVENT
from egov_timeline.extract.fields.series import SERIES
from egov_timeline.records import Certainty

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


EVENTS = [
    # A list that ends the clause, one behind an abbreviation, and what a thing is done with.
    (
        "Ngày 5/6, Sở Nội vụ tổ chức hội nghị sơ kết dịch vụ công của 12 phường, xã, đặc khu.",
        "Hội nghị sơ kết dịch vụ công của 12 phường, xã, đặc khu",
    ),
    (
        "Ngày 5/6, Sở Nội vụ tổ chức Hội thảo phát triển trí tuệ nhân tạo (AI), dữ liệu và "
        "bán dẫn.",
        "Hội thảo phát triển trí tuệ nhân tạo (AI), dữ liệu và bán dẫn",
    ),
    (
        "Tọa đàm Giữ rừng bằng ảnh vệ tinh diễn ra ngày 5/6 tại Hà Nội.",
        "Tọa đàm Giữ rừng bằng ảnh vệ tinh",
    ),
    (
        "Sở Nội vụ mở Hội nghị Giữ rừng bền vững bằng hình thức trực tuyến ngày 5/6.",
        "Hội nghị Giữ rừng bền vững",
    ),
    (
        "Ngày 5/6, Sở Nội vụ tổ chức Hội nghị sơ kết dịch vụ công trực tuyến, nhiều ý kiến, đề xuất.",
        "Hội nghị sơ kết dịch vụ công trực tuyến",
    ),
    # A name ends before a clause, and goes on over "vào" to a place.
    ("Ngày 5/6, Bộ Nội vụ tổ chức Hội thảo dữ liệu mở rằng ai cũng biết.", "Hội thảo dữ liệu mở"),
    (
        "Ngày 5/6, Hội nghị xúc tiến đầu tư vào tỉnh Quảng Ngãi đã khai mạc.",
        "Hội nghị xúc tiến đầu tư vào tỉnh Quảng Ngãi",
    ),
    (
        "Chiều 5/6, ông An đến Hội chợ Phần mềm nguồn mở 2019 và trao đổi với khách.",
        "Hội chợ Phần mềm nguồn mở 2019",
    ),
    # A foreign name, with no noun of the language in front of it.
    ("Sáng 5/6, Vietnam Open Data Summit 2013 khai mạc tại Huế.", "Vietnam Open Data Summit 2013"),
    (
        "Ngày 5/6, Huyện đoàn tổ chức Hội thi “Cán bộ số” huyện An Bình lần thứ II, năm 2023."
        " Ban Tổ chức sẽ chọn thí sinh tham gia Hội thi Cán bộ số tỉnh Hà Nam lần thứ IX, năm 2023.",
        "Hội thi “Cán bộ số” huyện An Bình lần thứ II, năm 2023",
    ),
    (
        "Ngày 5/6, Bộ Nội vụ tổ chức Tọa đàm về dữ liệu mở cấp xã để nhìn nhận hiện trạng.",
        "Tọa đàm về dữ liệu mở cấp xã",
    ),
    (
        "Ngày 5/6, Diễn đàn e-Gov Bridge do Bộ Nội vụ tổ chức khai mạc tại Huế.",
        "Diễn đàn e-Gov Bridge",
    ),
    (f"Ngày 5/6, Bộ Nội vụ tổ chức {OPEN_DATA} lần thứ 15.", f"{OPEN_DATA} lần thứ 15"),
    (
        "Sáng 5/6, phát biểu tại hội nghị 'An toàn, an ninh mạng' do Bộ Công an tổ chức.",
        "Hội nghị 'An toàn, an ninh mạng'",
    ),
    (
        "Chiều 5/6 diễn ra tọa đàm: Chính quyền số từ góc nhìn doanh nghiệp 4.0.",
        "Tọa đàm: Chính quyền số từ góc nhìn doanh nghiệp 4.0",
    ),
    (
        "Sở Nội vụ tổ chức Hội nghị tuyên truyền, phổ biến chính sách và tập huấn năm 2017 ngày 5/6.",
        "Hội nghị tuyên truyền, phổ biến chính sách và tập huấn năm 2017",
    ),
    (
        "Chiều 5/6 diễn ra cuộc họp kiểm tra tiến độ đề án (2016 - 2020) tại Phú Quốc.",
        "Cuộc họp kiểm tra tiến độ đề án (2016 - 2020)",
    ),
    # "với" names the other side; "mặt bằng" and "công tác tổ chức" are words of the name.
    (
        "Sáng 5/6, phiên họp trực tuyến giữa Chính phủ với các địa phương về đầu tư công khai mạc.",
        "Phiên họp trực tuyến giữa Chính phủ với các địa phương về đầu tư công",
    ),
    (
        "Hội nghị về giải phóng mặt bằng tuyến số 2 diễn ra ngày 5/6 tại Huế.",
        "Hội nghị về giải phóng mặt bằng tuyến số 2",
    ),
    (
        "Hội nghị tổng kết công tác tổ chức xây dựng Đảng diễn ra ngày 5/6 tại Huế.",
        "Hội nghị tổng kết công tác tổ chức xây dựng Đảng",
    ),
]


@pytest.mark.parametrize(("text", "name"), EVENTS)
def test_event_name(text, name):
    assert first(EVENT, text).value == name


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị diễn ra ngày 5/6 tại Hà Nội.",
        "Ngày 5/6, hai bên dự lễ ký kết tại Hà Nội.",
        "Tại hội nghị, nhiều trí thức và kiều bào góp ý ngày 5/6.",
    ],
)
def test_bare_noun_is_no_name(text):
    assert first(EVENT, text) is None


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
