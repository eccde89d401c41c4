"""Where the event takes place: what is accepted, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read, vocabularies
from egov_timeline.extract import extract
from egov_timeline.extract.annotate.localities import localities
from egov_timeline.extract.fields.location import LOCATION
from egov_timeline.records import Certainty
from egov_timeline.vocabulary import province_of

STATED = [
    # Houses that everybody knows, however their names are written; whoever speaks there.
    (
        "Đây là buổi học thử diễn ra sáng 5-1 trong không gian cạnh Vườn Bến Đá, TP. HCM.",
        "Vườn Bến Đá",
        "TP. Hồ Chí Minh",
        "trong không gian cạnh Vườn Bến Đá, TP. HCM",
    ),
    (
        "Ngày 5/6, lễ vinh danh được tổ chức tại Cung Văn hóa Hữu nghị Việt - Xô (Hà Nội).",
        "Cung Văn hóa Hữu nghị Việt - Xô",
        "Hà Nội",
        "tại Cung Văn hóa Hữu nghị Việt - Xô (Hà Nội)",
    ),
    (
        "Diễn đàn dữ liệu mở lần đầu tiên được tổ chức vào ngày 9-5 tại Hà Nội.",
        None,
        "Hà Nội",
        "tại Hà Nội",
    ),
    (
        "Ngày 5/6, tại Trường Đại học Quảng Bình, Tỉnh đoàn và Sở Nội vụ tổ chức hội thi.",
        "Trường Đại học Quảng Bình",
        "Quảng Bình",
        "tại Trường Đại học Quảng Bình",
    ),
    (
        "Hội nghị do Bộ Nội vụ phối hợp với Đại sứ quán Úc tổ chức tại Hà Nội sáng 5/6.",
        None,
        "Hà Nội",
        "tại Hà Nội",
    ),
    # sentence, place, province, quote
    (
        "Hội thảo được tổ chức sáng 5/6 tại Khách sạn Sông Hồng, Hà Nội.",
        "Khách sạn Sông Hồng",
        "Hà Nội",
        "tại Khách sạn Sông Hồng, Hà Nội",
    ),
    (
        "Ngày 5/6, tại TP. Pleiku (tỉnh Gia Lai), Sở Nội vụ tổ chức hội nghị tập huấn.",
        "TP. Pleiku",
        "Gia Lai",
        "tại TP. Pleiku (tỉnh Gia Lai)",
    ),
    (
        "Sáng 5/6, tại Trung tâm Hội nghị tỉnh Đồng Nai, diễn đàn chuyển đổi số đã khai mạc.",
        "Trung tâm Hội nghị tỉnh Đồng Nai",
        "Đồng Nai",
        "tại Trung tâm Hội nghị tỉnh Đồng Nai",
    ),
    (
        "Bộ Nội vụ tổ chức ở Hà Nội hội nghị lấy ý kiến về dự thảo nghị định ngày 5/6.",
        None,
        "Hà Nội",
        "ở Hà Nội",
    ),
    (
        "Hội nghị bộ trưởng khai mạc ngày 5/6 tại Cu-a-la Lăm-pơ (Ma-lai-xi-a).",
        None,
        "Kuala Lumpur, Malaysia",
        "tại Cu-a-la Lăm-pơ (Ma-lai-xi-a)",
    ),
    (
        "Cuộc họp được triệu tập ngày 5/6 ở thành phố Luang Prabang (Lào).",
        None,
        "Luang Prabang, Lào",
        "ở thành phố Luang Prabang (Lào)",
    ),
    (
        "Ngày 5/6, tại Hội trường Sở Tư pháp An Giang, hội thảo góp ý đã diễn ra.",
        "Hội trường Sở Tư pháp An Giang",
        "An Giang",
        "tại Hội trường Sở Tư pháp An Giang",
    ),
    (
        "Ngày 5/6, tại TP Vũng Tàu, tỉnh Bà Rịa – Vũng Tàu, Bộ Công Thương tổ chức hội nghị.",
        "TP Vũng Tàu",
        "Bà Rịa - Vũng Tàu",
        "tại TP Vũng Tàu, tỉnh Bà Rịa – Vũng Tàu",
    ),
    (
        "Sau nhiều năm tổ chức tại Hà Nội, hội thảo năm nay được tổ chức ngày 5/6 tại TPHCM.",
        None,
        "TP. Hồ Chí Minh",
        "tại TPHCM",
    ),
    (
        "Hội thảo về dữ liệu mở dự kiến được tổ chức ngày 5/6 tại Cần Thơ.",
        None,
        "Cần Thơ",
        "tại Cần Thơ",
    ),
    (
        "Bến Tre sẽ đăng cai tổ chức hội nghị các đô thị xanh ngày 5/6.",
        None,
        "Bến Tre",
        "Bến Tre sẽ đăng cai",
    ),
    (
        "Ngày 5/6, gặp gỡ các nhà khoa học trẻ tại TP HCM, Thứ trưởng nêu ba đề nghị.",
        None,
        "TP. Hồ Chí Minh",
        "tại TP HCM",
    ),
    (
        "Hơn 300 người ngồi kín Nhà văn hóa tỉnh Phú Yên trong ngày 5/6 để dự hội thảo.",
        "Nhà văn hóa tỉnh Phú Yên",
        "Phú Yên",
        "Nhà văn hóa tỉnh Phú Yên",
    ),
    # A house by its number, a gate at the border, a square named after a day.
    (
        "Ngày 5/6, Sở Công Thương tổ chức lễ ra mắt tại Quảng trường 16/3, thành phố Kon Tum.",
        "Quảng trường 16/3",
        "Kon Tum",
        "tại Quảng trường 16/3, thành phố Kon Tum",
    ),
    # The place has a sentence of its own.
    (
        "Diễn đàn số khai mạc ngày 5/6.\nĐịa điểm không đổi, vẫn là khách sạn Sông Hậu, Cần Thơ.",
        "khách sạn Sông Hậu",
        "Cần Thơ",
        "Địa điểm không đổi, vẫn là khách sạn Sông Hậu, Cần Thơ",
    ),
    # A guest's home stands in brackets; the event's own place has its line.
    (
        "Sở Nội vụ Bạc Liêu, đơn vị chủ nhà, mở đầu hội nghị giao ban ngày 5/6.",
        None,
        "Bạc Liêu",
        "Bạc Liêu, đơn vị chủ nhà",
    ),
    (
        "Ngày 5/6, tại Bộ Nội vụ, lễ công bố chỉ số hài lòng đã diễn ra.",
        "Bộ Nội vụ",
        None,
        "tại Bộ Nội vụ",
    ),
]

# A town or a house is named, but not its province: that follows from the places.
OF_TOWN = [
    (
        "Đồng Tháp kiến nghị\n\nTriển lãm diễn ra ngày 5/6 tại Nhà Quốc hội.",
        "Nhà Quốc hội",
        "Hà Nội",
        "tại Nhà Quốc hội",
    ),
    (
        "Chiều 5/6, tại dinh Độc Lập, Bộ Nội vụ tổ chức hội thảo.",
        "dinh Độc Lập",
        "TP. Hồ Chí Minh",
        "tại dinh Độc Lập",
    ),
    (
        "Chiều 5/6, tại Trung tâm Hội nghị Quốc gia, Bộ Nội vụ tổ chức hội thảo.",
        "Trung tâm Hội nghị Quốc gia",
        "Hà Nội",
        "tại Trung tâm Hội nghị Quốc gia",
    ),
    (
        "Hội nghị tập huấn diễn ra trong hai ngày 5-6/6, tại thành phố Hạ Long.",
        "thành phố Hạ Long",
        "Quảng Ninh",
        "tại thành phố Hạ Long",
    ),
    (
        "Sáng 5/6, tại số 12B Trần Phú, thành phố Vinh, lễ khánh thành trung tâm đã diễn ra.",
        "số 12B Trần Phú, thành phố Vinh",
        "Nghệ An",
        "tại số 12B Trần Phú, thành phố Vinh",
    ),
    (
        "Hội thảo diễn ra ngày 5/6 ở 45 Lê Lợi, TP. Huế.",
        "45 Lê Lợi, TP. Huế",
        "Thừa Thiên Huế",
        "ở 45 Lê Lợi, TP. Huế",
    ),
    (
        "Ngày 5/6, tại cửa khẩu quốc tế Cầu Treo, huyện Hương Sơn diễn ra lễ khai trương.",
        "cửa khẩu quốc tế Cầu Treo, huyện Hương Sơn",
        "Hà Tĩnh",
        "tại cửa khẩu quốc tế Cầu Treo, huyện Hương Sơn",
    ),
    (
        "Ngày 5/6, Sở Y tế mở hội nghị cùng các bác sĩ Bệnh viện Sông Xanh (TP.HCM).\n\n"
        "Địa điểm: Khách sạn Biển Xanh, Nha Trang",
        "Khách sạn Biển Xanh, Nha Trang",
        "Khánh Hòa",
        "Địa điểm: Khách sạn Biển Xanh, Nha Trang",
    ),
    (
        "Gần 200 người đến dự hội thảo ngày 5/6.\nChỗ ngồi trong hội trường khách sạn Biển Xanh, "
        "Nha Trang đã kín từ sớm.",
        "hội trường khách sạn Biển Xanh, Nha Trang",
        "Khánh Hòa",
        "hội trường khách sạn Biển Xanh, Nha Trang",
    ),
    (
        "Quy Nhơn vừa trở thành nơi gặp gỡ của 300 kỹ sư.\nHội nghị diễn ra ngày 5/6.",
        None,
        "Bình Định",
        "Quy Nhơn vừa trở thành nơi gặp gỡ",
    ),
]

INFERRED = [
    # A province invites to its own.
    (
        "Chiều 2-7, ông An phát biểu tại Hội nghị xúc tiến đầu tư vào tỉnh Quảng Ngãi.",
        "Quảng Ngãi",
        "Hội nghị xúc tiến đầu tư vào tỉnh Quảng Ngãi",
    ),
    # Those who attend are received there.
    (
        "Ngày 5/6 tới, thành phố Vũng Tàu sẽ đón khoảng 500 đại biểu của hội thảo về mã nguồn mở.",
        "Bà Rịa - Vũng Tàu",
        "Vũng Tàu sẽ đón khoảng 500 đại biểu",
    ),
    # They go there for it.
    (
        "Ngày 5/6, mười học sinh lên đường đến Costa Rica tham dự vòng chung kết cuộc thi tin học.",
        "Costa Rica",
        "lên đường đến Costa Rica",
    ),
    # A small "đã" behind the name is no part of it.
    (
        "Ngày 5/6, Tỉnh ủy Đồng Nai đã họp bàn giải pháp và tổ chức buổi làm việc với các ngành.",
        "Đồng Nai",
        "Tỉnh ủy Đồng Nai",
    ),
    (
        "Sáng 5/6, Ủy ban Mặt trận Tổ quốc Việt Nam và UBND TP.HCM tổ chức lễ khai mạc.",
        "TP. Hồ Chí Minh",
        "UBND TP.HCM",
    ),
    ("Hội thảo do ĐH Quốc gia TP. HCM tổ chức ngày 5/6.", "TP. Hồ Chí Minh", "ĐH Quốc gia TP. HCM"),
    (
        "Phát biểu tại kỳ họp thứ 13 HĐND tỉnh Phú Yên sáng 8/7, ông An nêu ba việc.",
        "Phú Yên",
        "HĐND tỉnh Phú Yên",
    ),
    (
        "Nhân chuyến thăm chính thức Australia của Thủ tướng, Bộ tổ chức hội thảo ngày 5/6.",
        "Australia",
        "chuyến thăm chính thức Australia",
    ),
    ("ĐÀ NẴNG-Sáng 5-6, lễ khai trương bộ phận một cửa đã diễn ra.", "Đà Nẵng", "ĐÀ NẴNG"),
    (
        "Sáng 5/6, UBND tỉnh Phú Yên tổ chức hội nghị tổng kết cải cách hành chính.",
        "Phú Yên",
        "UBND tỉnh Phú Yên",
    ),
    # The unit of land acts itself; a local body comes before the national one that joins it.
    ("Buổi lễ sáng 5/6 do huyện Văn Yên tổ chức.", "Yên Bái", "huyện Văn Yên"),
    (
        "Ngày 5/6, UBND tỉnh Phú Yên phối hợp với Tập đoàn Bưu chính Việt Nam tổ chức hội thảo.",
        "Phú Yên",
        "UBND tỉnh Phú Yên",
    ),
    (
        "Ngày 5/6, Liên đoàn Lao động tỉnh Phú Yên tổ chức hội thi tin học.",
        "Phú Yên",
        "Liên đoàn Lao động tỉnh Phú Yên",
    ),
    (
        "Ngày 5/6, Câu lạc bộ Phần mềm Hải Phòng tổ chức tọa đàm.",
        "Hải Phòng",
        "Câu lạc bộ Phần mềm Hải Phòng",
    ),
    # "The province" is the one that the title or the lead names.
    (
        "Lạng Sơn: thi tìm hiểu chuyển đổi số\n\nSáng 5/6, Tỉnh đoàn tổ chức hội thi tìm hiểu "
        "chuyển đổi số.",
        "Lạng Sơn",
        "Lạng Sơn",
    ),
    (
        "Đội Quy Nhơn vào chung kết\n\nSáng 5/6, Tỉnh đoàn tổ chức hội thi tìm hiểu chuyển đổi số.",
        "Bình Định",
        "Tỉnh đoàn",
    ),
    (
        "Tham dự Hội thảo có lãnh đạo nhiều bộ, ngành.\n"
        "Về phía tỉnh Lào Cai có các đồng chí lãnh đạo tỉnh.",
        "Lào Cai",
        "Về phía tỉnh Lào Cai",
    ),
]

NONE = [
    # The seat of a mission abroad, and a town that is not said.
    "Ngày 5/6, cuộc họp báo diễn ra tại Đại sứ quán Lào.",
    "Ngày 5/6, phát biểu tại phiên họp, ông An cho biết khả năng xảy ra dịch ở TP rất cao.",
    # A conference on screens, of a ministry, or of bodies from all over the country.
    "Sáng 5/6, UBND tỉnh Phú Yên tổ chức hội nghị trực tuyến với các điểm cầu cấp huyện.",
    "Ngày 5/6, Bộ Nội vụ phối hợp với Sở Nội vụ Phú Yên tổ chức hội thảo góp ý.",
    # Seats, homes and dealings of others.
    "Phát biểu tại hội thảo, đại diện Đại sứ quán Hàn Quốc tại Hà Nội nêu ba đề nghị.",
    "Phát biểu tại diễn đàn ngày 9-5, Chủ tịch UBND thành phố Hà Nội nêu ba đề nghị.",
    "Ngày 5/6, TS An, Đại học Bách khoa Hà Nội, được trao giải tại buổi lễ.",
    # The homes of guests, in brackets.
    "Ngày 5/6, hội thảo có bác sĩ Bệnh viện Sông Xanh (tỉnh Nghệ An) nêu ý kiến.",
    "Bế mạc hội thảo\n\nTrường Đại học Sông Xanh (TP Huế) cử hai nhóm dự trong ngày 5/6.",
    "Hội nghị ngày 5/6 khép lại. Hội nghị tri ân Trường THPT Sông Xanh (Q. 5, TP. HCM).",
    # A country is invited to from anywhere; it is said where else; two provinces invite.
    "Hội nghị xúc tiến đầu tư vào Thái Lan diễn ra ngày 5/6.",
    "Hội nghị xúc tiến đầu tư vào Hàn Quốc tại Đà Nẵng diễn ra ngày 5/6.",
    "Ngày 5/6, hội nghị xúc tiến đầu tư vào tỉnh An Giang mở ở nước bạn.",
    "Hội nghị xúc tiến đầu tư vào Lào Cai và Yên Bái diễn ra ngày 5/6.",
    # They only pass through, or were there before.
    "Hội thảo khai mạc ngày 5/6. Trước đó, Đà Nẵng đã đón 90 đại biểu của hội thảo.",
    "Hội thảo khai mạc ngày 5/6. Ba ngày trước đó Đà Nẵng đón 90 đại biểu dự hội thảo.",
    "Hội thảo khai mạc ngày 5/6. Sân bay quốc tế Đà Nẵng đã đón 90 đại biểu của hội thảo.",
    "Ngày 5/6, Sở Nội vụ tổ chức hội nghị tổng kết. Huế đón 90 đại biểu của triển lãm.",
    # They went there for something else.
    "Ngày 5/6, đoàn cán bộ đến Lào dự lễ ký, sau đó Sở Công Thương mở hội thảo.",
    "Ngày 5/6, đoàn cán bộ sang Lào dự tiệc, rồi bế mạc hội thảo.",
    "Ngày 5/6, Sở Nội vụ tổ chức hội nghị tổng kết.\nTuần tới, đoàn sẽ sang Lào dự triển lãm.",
    # Another edition, another event.
    "Hội thảo ngày 5/6 tiếp nối sự kiện trong thời gian diễn ra APEC 2017 tại Đà Nẵng.",
    "Trước chuyến thăm Mỹ của Thủ tướng, hội thảo đã diễn ra ngày 5/6.",
    "Trước đó, vòng chung khảo cuộc thi sẽ diễn ra ngày 14/11 tại TP.HCM với mười đội.",
    "Ngay sau khi tham dự Diễn đàn Biển tại Hà Nội, bộ trưởng hội đàm ngày 5/6 với nước chủ nhà.",
    "Hội thảo ngày 5/6 bàn việc chung. Nước ta muốn đăng cai triển lãm tại Hà Nội.",
    "Hội nghị ngày 5/6 khép lại.\nCờ luân lưu được trao cho Bình Phước, nơi đăng cai kỳ sau.",
    # The head of a province speaks on the stage of a ministry; two provinces are named.
    "Phú Yên tăng tốc\n\nPhát biểu tại hội thảo do Bộ Nội vụ tổ chức ngày 5/6, Chủ tịch UBND tỉnh nêu "
    "ba việc.",
    "Phú Yên thi với Bình Định\n\nSáng 5/6, Tỉnh đoàn tổ chức hội thi tìm hiểu chuyển đổi số.",
    # A flight and no office; a congress and no society.
    "Sáng 5/6, lễ khai trương đường bay Hải Phòng đi Quy Nhơn.",
    "Ngày 5/6, sau đại hội đại biểu ngành in Trung Quốc, hai bên tổ chức hội thảo.",
    # Several towns are no single place; the country is none.
    "Hội thảo được tổ chức ngày 5/6 tại Hà Nội, Đà Nẵng và TP.HCM.",
    "Hội thảo về đô thị thông minh lần đầu được tổ chức ngày 5/6 tại Việt Nam.",
    # Words that are written like places.
    "Hội nghị diễn ra ngày 5/6 ở hòa bình và trật tự.",
]


def location(text):
    document = read(text)
    return next((found for rule in LOCATION if (found := rule(document))), None)


@pytest.mark.parametrize(("text", "place", "province", "quote"), STATED)
def test_stated(text, place, province, quote):
    found = location(text)
    assert (found.value.place, found.value.province) == (place, province)
    assert (found.evidence[0].quote, found.certainty) == (quote, Certainty.STATED)


@pytest.mark.parametrize(("text", "place", "province", "quote"), OF_TOWN)
def test_a_province_that_the_article_does_not_name_is_inferred(text, place, province, quote):
    found = location(text)
    assert (found.value.place, found.value.province) == (place, province)
    assert (found.evidence[0].quote, found.certainty) == (quote, Certainty.INFERRED)
    assert found.why == f"bài không nêu tên {province}, suy ra từ nơi chốn mà bài nêu"


@pytest.mark.parametrize(("text", "province", "quote"), INFERRED)
def test_inferred(text, province, quote):
    found = location(text)
    assert (found.value.place, found.value.province) == (None, province)
    assert (found.evidence[0].quote, found.certainty) == (quote, Certainty.INFERRED)


@pytest.mark.parametrize("text", NONE)
def test_none(text):
    assert location(text) is None


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
