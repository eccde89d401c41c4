"""The date of the event: which one, which year, why the others lost, and when there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read
from egov_timeline.extract.fields.date import EVENT_DATE
from egov_timeline.extract.fields.published import PUBLISHED
from egov_timeline.records import Certainty

TITLE = "Bàn cách đưa dịch vụ công trực tuyến về xã"
MORE = "Nhiều đại biểu cho rằng hạ tầng ở vùng cao còn thiếu."


def dated(text):
    document = read(text)
    for field, rules in (("published", PUBLISHED), ("date", EVENT_DATE)):
        if found := rules[0](document):
            document.found[field] = found
    return document


def value(text):
    date = dated(text).found.get("date")
    return date.value.edtf if date else None


# sentences of an article without a stamp; EDTF; the words it stands on
STATED = [
    (
        "Phát biểu bế mạc hội nghị ngày 1/12, ông An cho biết tỉnh sẽ mở cổng dữ liệu.",
        "XXXX-12-01",
        "ngày 1/12",
    ),
    (
        "Lễ kỷ niệm 20 năm Hội Tin học tối 2-8 tại Huế có nhiều khách quốc tế.",
        "XXXX-08-02",
        "tối 2-8",
    ),
    (
        "Ngày 20/3/2018, tại Hà Nội, Bộ Nội vụ tổ chức hội thảo về chính quyền điện tử.",
        "2018-03-20",
        "Ngày 20/3/2018",
    ),
    (
        "Trong hai ngày 10-11/03/2016, cuộc họp thường niên diễn ra tại Đà Nẵng.",
        "2016-03-10/2016-03-11",
        "ngày 10-11/03/2016",
    ),
    (
        "Hội thảo do Sở Khoa học và Công nghệ tổ chức ngày 29/10 tại Cần Thơ.",
        "XXXX-10-29",
        "ngày 29/10",
    ),
    (
        "Hội nghị được tổ chức sáng nay, 26/5. Đại biểu dự từ 20 tỉnh.",
        "XXXX-05-26",
        "sáng nay, 26/5",
    ),
    (
        "Theo tin UBND tỉnh phát đi ngày 1-6, diễn đàn sẽ diễn ra từ ngày 10 đến 12-10-2018.",
        "2018-10-10/2018-10-12",
        "từ ngày 10 đến 12-10-2018",
    ),
    (  # the news is that the town hosts it
        "Huế sẽ đăng cai hội nghị các đô thị số, diễn ra từ ngày 10 đến 12-10-2018.",
        "2018-10-10/2018-10-12",
        "từ ngày 10 đến 12-10-2018",
    ),
    (
        "Hội nghị khai mạc ngày 23/10 và bế mạc ngày 25/10 tại Hà Nội.",
        "XXXX-10-23/XXXX-10-25",
        "ngày 23/10 và bế mạc ngày 25/10",
    ),
    (
        "Hội thi không khai mạc vào ngày 8-7 như dự kiến mà lùi sang ngày 1-8 tại Huế.",
        "XXXX-08-01",
        "ngày 1-8",
    ),
    (
        "Sở lùi hội thảo, ban đầu ấn định ngày 14.5, đến ngày 9 và 10.7, vẫn tại Huế.",
        "XXXX-07-09/XXXX-07-10",
        "ngày 9 và 10.7",
    ),
    (
        "Hội thi sẽ không khai mạc ngày 8-7 như thông báo trước đây mà dời sang ngày 1-8 tại Huế.",
        "XXXX-08-01",
        "ngày 1-8",
    ),
    (  # put off with no new day
        "Hội thảo dự kiến ban đầu tổ chức ngày 14/5 tại Huế đã phải tạm hoãn.",
        "XXXX-05-14",
        "ngày 14/5",
    ),
    (
        "Triển lãm khai mạc ngày 1-8, kéo dài đến hết ngày 4-8 tại Huế.",
        "XXXX-08-01/XXXX-08-04",
        "ngày 1-8, kéo dài đến hết ngày 4-8",
    ),
    (
        "Từ sáng 5.11, nông dân có thêm một phiên chợ. Sở tổ chức lễ ra mắt sàn tại Huế.",
        "XXXX-11-05",
        "Từ sáng 5.11",
    ),
    (
        "Kỳ họp diễn ra từ ngày 30/12 đến 2/1 tại Huế, do Ủy ban nhân dân tỉnh tổ chức hội nghị.",
        "XXXX-12-30/XXXX-01-02",
        "từ ngày 30/12 đến 2/1",
    ),
]


HELD = "Sở tổ chức hội thảo về dữ liệu mở."
# how a sentence tells when; the date
HOURS = [
    ("Vào hồi 14 giờ 30 phút, ngày 05 tháng 10 năm 2019", "2019-10-05"),
    ("Vào hồi 14 giờ 30 ngày 05/10/2019", "2019-10-05"),
    ("Hồi 8h30, sáng 05/10/2019", "2019-10-05"),
    ("8h30 ngày 05/10/2019", "2019-10-05"),
    ("14:30' ngày 05/10/2019", "2019-10-05"),
    ("Hồi tháng 9, và ngày 05/10/2019", None),
]


@pytest.mark.parametrize(("when", "edtf"), HOURS)
def test_an_hour_behind_hoi_is_no_past(when, edtf):
    assert value(f"{TITLE}\n{when}, tại Huế, {HELD}\n{MORE}") == edtf


NOTICES = [
    ("Thời gian: 8h00 - 17h00, ngày 12/10/2019.", "2019-10-12"),
    ("1. Thời gian: 14:30' ngày 12/10/2019", "2019-10-12"),
    ("Thời gian tổ chức: các ngày 3, 5 và 9/10/2019", "{2019-10-03,2019-10-05,2019-10-09}"),
    ("Thời gian đăng: 08:00 12/10/2019", None),
    # the label on a line of its own
    ("Thời gian:\nNgày 12/10/2019", "2019-10-12"),
    ("Thời gian\n8h00 - 17h00, ngày 12/10/2019", "2019-10-12"),
    ("2. Thời gian tổ chức\n08:00 12/10/2019", "2019-10-12"),
    ("Thời gian đăng\n12/10/2019", None),
]


@pytest.mark.parametrize(("line", "edtf"), NOTICES)
def test_a_labelled_time_of_a_notice_is_that_of_the_event(line, edtf):
    assert value(f"{TITLE}\n{HELD}\n{line}\nĐịa điểm: Hội trường A, Huế.\n{MORE}") == edtf


# the line of a notice; its day, where the lead tells when it was decided
LABELLED = [
    ("Thời gian: 8h ngày 12/10/2019.", "2019-10-12"),
    ("Thời gian\n8h ngày 12/10/2019", "2019-10-12"),
    ("Thời gian nộp hồ sơ: ngày 12/10/2019.", "2019-10-01"),
    ("Các sở đã nhận tin ngày 12/10/2019.", "2019-10-01"),
]


@pytest.mark.parametrize(("line", "edtf"), LABELLED)
def test_a_labelled_time_goes_before_the_day_of_the_lead(line, edtf):
    lead = "Sáng 1/10/2019, Sở Nội vụ họp bàn việc mở lớp bồi dưỡng dữ liệu mở."
    assert value(f"{TITLE}\n{lead}\n{line}\nĐịa điểm: Huế.\n{MORE}") == edtf


# when, as the text has it; the day, and whether it is stated
SLIPS = [
    ("Thứ hai, ngày 5/3/2019", "2019-03-05", False),  # it was a Tuesday
    ("Thứ ba, ngày 5/3/2019", "2019-03-05", True),
    ("Ngày 5/3/2019 (chủ nhật)", "2019-03-05", False),
    ("Ngày 5/3/2019 (thứ ba)", "2019-03-05", True),
    ("Từ thứ ba 5/3 đến thứ sáu 8/3/2019", "2019-03-05/2019-03-08", True),
]


@pytest.mark.parametrize(("when", "edtf", "stated"), SLIPS)
def test_a_day_that_contradicts_its_weekday_is_not_stated(when, edtf, stated):
    date = dated(f"{TITLE}\n{when}, tại Huế, {HELD}\n{MORE}").found["date"]
    assert date.value.edtf == edtf
    assert (date.certainty is Certainty.STATED) == stated
    assert stated or "thứ trong tuần" in date.why


def test_a_stamp_fixes_no_year_against_the_day_of_the_week():
    text = f"{TITLE}\n06/03/2019 10:20\n{{}}, ngày 5/3, tại Huế, {HELD}\n{MORE}"
    assert value(text.format("Thứ hai")) == "XXXX-03-05"
    assert value(text.format("Thứ ba")) == "2019-03-05"


@pytest.mark.parametrize("day", ["Ngày 5/13/2019", "Ngày 31/6/2019", "Sáng 30/2"])
def test_what_is_no_day_is_no_date(day):
    assert value(f"{TITLE}\n{day}, tại Huế, {HELD}\n{MORE}") is None


# how the days of an event in parts are told
PARTS = [
    ("phiên 1 ngày 5/6/2019 tại Huế, phiên 2 ngày 9/6/2019", "{2019-06-05,2019-06-09}"),
    ("đợt thứ nhất ngày 5/6, đợt thứ hai ngày 9/6/2019", "{2019-06-05,2019-06-09}"),
    ("lớp 1 từ ngày 5 đến 7/6, lớp 2 từ ngày 9 đến 11/6/2019", "2019-06-05/2019-06-11"),
    ("lớp 1 ngày 5/6/2019, vòng 2 cuộc thi ngày 9/6/2019", "2019-06-05"),  # of two things
    ("lớp 2 ngày 9/6/2019, lớp 1 ngày 5/6/2019", "2019-06-09"),  # in no order
]


@pytest.mark.parametrize(("days", "edtf"), PARTS)
def test_an_event_in_parts_has_all_their_days(days, edtf):
    assert value(f"{TITLE}\nSở tổ chức lớp tập huấn tại Huế: {days}.\n{MORE}") == edtf


# the sentence that tells of the event; its day; what else speaks or is begun on it
OF_WHAT = [
    ("Cuộc thi dành cho sinh viên diễn ra ngày 12/5/2019.", "2019-05-12"),
    ("Hội thảo mừng ngày sinh của tác giả ngày 12/5/2019.", None),
    ("Kết quả được Trung tâm Thông tin công bố tại buổi họp báo sáng 12/5/2019.", "2019-05-12"),
    ("Thông tin được công bố tại buổi họp báo sáng 12/5/2019 về hội thảo.", None),
    ("Tọa đàm Chợ phiên trên mạng (24/9) đông người dự.", "XXXX-09-24"),
    ("Tọa đàm Chợ phiên trên mạng (3/4) đông người dự.", None),
    ("Ngày 4/3, Hội thông tin đoàn vừa mở hội thảo hôm 2/3 tại Huế.", "XXXX-03-02"),
    ("Ngày 4/3, Hội mở hội thảo, thông tin rằng đoàn đã về hôm 2/3.", "XXXX-03-04"),
    ("Chiều 4/3, trao đổi với báo chí, ông An kể về triển lãm ở Huế.", None),
    ("Chiều 4/3, tại hội thảo, ông An trao đổi với báo chí về triển lãm.", "XXXX-03-04"),
    ("Từ ngày 5/6, tại Huế, triển lãm Sách số mở cửa đón người dân.", "XXXX-06-05"),
    ("Từ ngày 5/6, Sở tổ chức lớp tập huấn về dữ liệu.", "XXXX-06-05"),
    ("Từ ngày 5/6, Sở chính thức vận hành chương trình Thư viện số.", "XXXX-06-05"),
    ("Sở tổ chức hội thảo tại Huế. Từ ngày 5/6, người dân nộp hồ sơ qua mạng.", None),
]


@pytest.mark.parametrize(("text", "edtf"), OF_WHAT)
def test_the_day_is_of_what_is_held(text, edtf):
    assert value(f"{TITLE}\n{text}\n{MORE}") == edtf


@pytest.mark.parametrize(("text", "edtf", "quote"), STATED)
def test_stated(text, edtf, quote):
    date = dated(f"{TITLE}\n{text}\n{MORE}").found["date"]
    assert date.value.edtf == edtf
    assert date.certainty is Certainty.STATED
    assert [e.quote for e in date.evidence] == [quote]


# sentences; EDTF; the words for day and year
INFERRED = [
    (
        "Sáng 20-8, làng nghề khai trương tại Huế, mở đầu cho kỳ thi tay nghề toàn quốc 2019.",
        "2019-08-20",
        ["Sáng 20-8", "kỳ thi tay nghề toàn quốc 2019"],
    ),
    (
        "Hội Tin học tổ chức cuộc thi Robot trẻ lần 1-2018. Chung kết diễn ra ngày 16-6 tại Huế.",
        "2018-06-16",
        ["ngày 16-6", "cuộc thi Robot trẻ lần 1-2018"],
    ),
    (
        "Sáng 6-10, Sở Nội vụ tổ chức lễ ra mắt cổng dữ liệu, kỷ niệm 65 năm Ngày truyền thống"
        " (10/10/1954-10/10/2019).",
        "2019-10-06",
        ["Sáng 6-10", "kỷ niệm 65 năm Ngày truyền thống (10/10/1954"],
    ),
    (
        "Sáng 18/6, Sở Nội vụ tổ chức Hội thi Cán bộ số lần thứ XXVIII, năm 2022.",
        "2022-06-18",
        ["Sáng 18/6", "Hội thi Cán bộ số lần thứ XXVIII, năm 2022"],
    ),
    (
        "Đó là nội dung buổi diễn tập thực chiến, ứng cứu sự cố năm 2023, do Sở tổ chức ngày 8/12.",
        "2023-12-08",
        ["ngày 8/12", "diễn tập thực chiến, ứng cứu sự cố năm 2023"],
    ),
    (
        "Hội nghị tổng kết công tác 2017, triển khai nhiệm vụ 2018 diễn ra chiều 17-1.",
        "2018-01-17",
        ["chiều 17-1", "2018"],
    ),
    (
        "Tại diễn đàn Vietnam ICT Outlook 2019 diễn ra chiều 2-11, nhiều dự báo được nêu.",
        "2018-11-02",
        ["chiều 2-11", "2019"],
    ),
    # the same day in full
    (
        "Sáng 6/7, tại Vũng Tàu, Bộ tổ chức hội nghị tập huấn. Trong ba ngày, từ ngày 6 đến ngày "
        "8/7/2017, hội nghị sẽ thảo luận nhiều chuyên đề.",
        "2017-07-06/2017-07-08",
        ["từ ngày 6 đến ngày 8/7/2017"],
    ),
    # the event's own name
    (
        "Ngày 24/11, Hội nghị thượng đỉnh Đô thị thông minh 2020 khai mạc tại Hà Nội.",
        "2020-11-24",
        ["Ngày 24/11", "Hội nghị thượng đỉnh Đô thị thông minh 2020"],
    ),
    (
        "Ngày 5/9, tọa đàm về dữ liệu mở diễn ra trong khuôn khổ Hội thảo Chính phủ số năm 2021.",
        "2021-09-05",
        ["Ngày 5/9", "Hội thảo Chính phủ số năm 2021"],
    ),
    # reviews and plans, by their month
    (
        "Chiều 19-2, Sở Nội vụ tổ chức hội nghị tổng kết cải cách hành chính năm 2018.",
        "2019-02-19",
        ["Chiều 19-2", "năm 2018"],
    ),
    (
        "Chiều 25-12, Sở Nội vụ tổ chức hội nghị tổng kết cải cách hành chính năm 2018.",
        "2018-12-25",
        ["Chiều 25-12", "năm 2018"],
    ),
    (
        "Sáng 12-12, Sở tổ chức hội nghị triển khai nhiệm vụ chuyển đổi số năm 2022.",
        "2021-12-12",
        ["Sáng 12-12", "năm 2022"],
    ),
    # a task close ahead, a fresh figure
    (
        "Chiều 12-9, cuộc họp về đô thị thông minh diễn ra tại Huế. Dự kiến hệ thống chạy thử "
        "trong tháng 10-2017.",
        "2017-09-12",
        ["Chiều 12-9", "tháng 10-2017"],
    ),
    (
        "Sáng 26/5, hội nghị về tên miền được tổ chức tại Hà Nội. Tính đến ngày 16/5/2017, có "
        "157.464 tên miền được thông báo.",
        "2017-05-26",
        ["Sáng 26/5", "ngày 16/5/2017"],
    ),
    (
        "Chiều 12/3, lễ khai trương trục liên thông diễn ra tại Hà Nội. Trong tháng 1/2019 đã có "
        "30.000 văn bản được gửi.",
        "2019-03-12",
        ["Chiều 12/3", "tháng 1/2019"],
    ),
    # an anniversary that is kept near its day
    (
        "Hôm 29/8, Sở tổ chức lễ kỷ niệm 20 năm ngày thành lập (1/9/2004 - 1/9/2024) tại Huế.",
        "2024-08-29",
        ["Hôm 29/8", "1/9/2004 - 1/9/2024"],
    ),
    # what is drafted for the rest of a five-year term
    (
        "Diễn đàn do Hiệp hội tổ chức ngày 18/7 tại Hà Nội. Văn phòng đang chủ trì soạn thảo Nghị "
        "quyết về chính phủ điện tử giai đoạn 2018-2020.",
        "2018-07-18",
        ["ngày 18/7", "giai đoạn 2018-2020"],
    ),
    # the next edition
    (
        "Ngày 5/10, hội thảo Hợp tác công nghệ được tổ chức tại Lào Cai. Cuối hội thảo, ban tổ "
        "chức trao cờ đăng cai hội thảo lần thứ XXII năm 2018 cho tỉnh bạn.",
        "2017-10-05",
        ["Ngày 5/10", "lần thứ XXII năm 2018"],
    ),
    # between what is past and what is to come
    (
        "Hội nghị về an toàn thông tin diễn ra ngày 17-4 tại Hà Nội. Năm 2019 không để xảy ra mất "
        "dữ liệu. Năm 2018 các đơn vị đã phát hiện 4.000 vụ.",
        "2019-04-17",
        ["ngày 17-4", "Năm 2019"],
    ),
]


@pytest.mark.parametrize(("text", "edtf", "quotes"), INFERRED)
def test_inferred(text, edtf, quotes):
    date = dated(f"{TITLE}\n{text}\n{MORE}").found["date"]
    assert date.value.edtf == edtf
    assert [e.quote for e in date.evidence] == quotes
    assert date.certainty is (Certainty.INFERRED if len(quotes) > 1 else Certainty.STATED)


# the sentence that tells of the event; the date: no year of a law, a person, a prize, what is past
NOT_ITS_YEAR = [
    ("Ngày 10/6, Sở tổ chức hội nghị sơ kết thi hành Luật Hợp tác xã năm 2012.", "XXXX-06-10"),
    ("Ngày 14/3, Sở dự buổi gặp gỡ bên lề Lễ Công bố xếp hạng cấp tỉnh (PCI) 2016.", "XXXX-03-14"),
    ("Ngày 24/5, công ty họp Đại hội cổ đông thường niên năm tài chính 2015.", "XXXX-05-24"),
    ("Sáng 30/6, Sở họp hội nghị về Đại hội Đảng và năm 2016.", "XXXX-06-30"),
    ("Tối 3/6, hội thảo có người từng dự cuộc thi Dữ liệu 2015 đến nói chuyện.", "XXXX-06-03"),
    ("Ngày 31/5, Sở tổ chức Lễ trao Giải thưởng dữ liệu mở năm 2016.", "XXXX-05-31"),
    ("Ngày 31/10, Sở tổ chức Lễ trao Giải thưởng dữ liệu mở năm 2016.", "2016-10-31"),
    ("Ngày 6/2, Sở tổ chức hội nghị tổng kết Đường hoa Tết 2017.", "XXXX-02-06"),
    ("Ngày 6/2, Sở tổ chức hội nghị tổng kết công tác năm 2017.", "2018-02-06"),
    ("Ngày 6/7, Sở tổ chức Hội thảo Dữ liệu mở 2017.", "2017-07-06"),
    ("Ngày 7/12, Sở dự phiên họp Ủy ban liên Chính phủ Công ước 2003.", "XXXX-12-07"),
    ("Ngày 14/11, Sở dự hội nghị chuyển giao chức chủ tịch mạng lưới 2018.", "XXXX-11-14"),
    # a contest that ends when its year is over
    ("Ngày 30/1, Sở tổ chức chung kết Cuộc thi Dữ liệu mở 2016.", "XXXX-01-30"),
    ("Ngày 30/6, Sở tổ chức chung kết Cuộc thi Dữ liệu mở 2016.", "2016-06-30"),
    # an account of the year before
    ("Ngày 20/4, quỹ họp Đại hội đồng cổ đông thường niên 2017.", "XXXX-04-20"),
    # named only far down, of whom the guests won with
    (f"Ngày 6/7, Sở tổ chức lễ hội. {MORE * 5} Bà An đạt giải ở Lễ hội Áo dài 2015.", "XXXX-07-06"),
    # a title in quotes may hold commas, and "TP." ends no sentence
    ("Ngày 6/7, Sở mở hội thảo “Rừng, đất và nước” lần thứ hai năm 2017.", "2017-07-06"),
    ("Ngày 6/7, Hội chợ Sách số TP. Vinh năm 2017 mở cửa.", "2017-07-06"),
    ("Ngày 6/7, Hội chợ Sách số mở cửa. Vinh năm 2017 rất vui.", "XXXX-07-06"),
]


@pytest.mark.parametrize(("text", "edtf"), NOT_ITS_YEAR)
def test_the_year_of_another_thing_is_not_that_of_the_event(text, edtf):
    assert value(f"{TITLE}\n{text}\n{MORE}") == edtf


# the stamp, what is held, and the date: the name's year and the stamp's must agree
NAMED_AND_STAMPED = [
    ("12/03/2024 10:05", "Hội thảo Dữ liệu mở 2018", "XXXX-04-18"),
    ("12/03/2024 10:05", "Hội thảo Dữ liệu mở lần thứ 5 năm 2018", "XXXX-04-18"),
    ("12/03/2024 10:05", "Lễ trao giải Dữ liệu mở 2018", "XXXX-04-18"),
    ("19/04/2019 10:05", "Lễ trao giải Dữ liệu mở 2018", "2019-04-18"),
    ("19/04/2018 10:05", "Hội thảo Dữ liệu mở 2018", "2018-04-18"),
    ("19/04/2018 10:05", "hội thảo về dữ liệu mở", "2018-04-18"),
    ("19/04/2018 10:05", "hội nghị triển khai kế hoạch năm 2018", "2018-04-18"),
]


@pytest.mark.parametrize(("stamp", "event", "edtf"), NAMED_AND_STAMPED)
def test_a_late_stamp_fixes_no_year_against_the_name_of_the_event(stamp, event, edtf):
    assert value(f"{TITLE}\n{stamp}\nSáng 18/4, Sở tổ chức {event}.\n{MORE}") == edtf


# the title; a phrase that sets a task beside the day; the date
LEADS = [
    ("APEC 2017 bàn về dữ liệu", "Đề án sẽ xong trong tháng 10/2018.", "XXXX-05-13"),
    ("APEC 2018 bàn về dữ liệu", "Đề án sẽ xong trong tháng 10/2018.", "2018-05-13"),
    ("Bàn về dữ liệu đến năm 2030", "Đề án sẽ xong trong tháng 10/2018.", "2018-05-13"),
    ("Bàn về dữ liệu", "Năm 2016 đã khác. Đề án sẽ xong vào năm 2030.", "XXXX-05-13"),
]


@pytest.mark.parametrize(("title", "text", "edtf"), LEADS)
def test_a_year_that_title_and_lead_contradict_is_none(title, text, edtf):
    event = "Ngày 13/5, tại Hà Nội, Bộ tổ chức hội thảo về chuyển đổi số."
    assert value(f"{title}\n{event}\n{text}\n{MORE}") == edtf


NO_YEAR = [
    "Hội thảo để bàn về lương tối thiểu năm 2020 kéo dài một buổi.",  # what it is about
    # another session, though it is called by the same word as this one further down
    "Ngân hàng đã họp đại hội cổ đông bất thường. Cũng tại phiên họp này, ông An nêu ba việc. "
    "Tại phiên họp thường niên năm 2013, cổ đông đã thông qua phương án.",
    "giai đoạn 2021-2025 sẽ hỗ trợ 100.000 doanh nghiệp.",  # a whole term
    "Đến năm 2025 tỉnh phấn đấu có 80% hồ sơ trực tuyến.",  # a far target
    "Năm 2022 là hạn cuối phải phủ sóng toàn tỉnh.",  # nothing on the other side
    "Chỉ số cải cách hành chính năm 2017 do Bộ công bố cho thấy nhiều tiến bộ.",  # an index
    "Nghị quyết số 54-NQ/TW ngày 10/12/2019 đã nêu rõ điều này.",  # a document
    "Dự án dự kiến hoàn thành vào tháng 6/2019 nhưng gặp nhiều vướng mắc.",  # a missed plan
    "Tỷ lệ này thấp nhất kể từ tháng 11-2008, dự kiến sẽ tăng.",  # a measure
    "Dự án sẽ xong trong tháng 12/2019.",  # too far ahead
    "Hội thảo cung cấp dữ liệu phục vụ tuyển sinh đại học năm 2019.",  # what it serves
]


@pytest.mark.parametrize("text", NO_YEAR)
def test_a_year_that_nothing_fixes_stays_unknown(text):
    event = "Ngày 3/3, tại Hà Nội, Bộ tổ chức hội thảo về chuyển đổi số."
    date = dated(f"{TITLE}\n{event}\n{text}\n{MORE}").found["date"]
    assert date.value.edtf == "XXXX-03-03"
    assert date.certainty is Certainty.STATED


def test_a_younger_document_contradicts_the_year():
    text = (
        "Chiều 12-9, cuộc họp về đô thị thông minh diễn ra tại Huế. Dự kiến chạy thử trong tháng "
        "10-2017. Việc này theo Quyết định 950/QĐ-TTg ngày 1/8/2018."
    )
    assert value(f"{TITLE}\n{text}") == "XXXX-09-12"


# stamp; sentence; EDTF
STAMPED = [
    ("08:00 24/07/2015", "Sáng 23-7, hai phường khai trương bộ phận một cửa.", "2015-07-23"),
    ("08:00 03/01/2019", "Chiều 28/12, Sở tổ chức hội nghị tổng kết.", "2018-12-28"),
    ("08:00 20/12/2018", "Hội thảo sẽ diễn ra ngày 8/1 tại Huế.", "2019-01-08"),
    ("08:00 24/07/2015", "Hôm nay, Sở tổ chức hội thảo về dữ liệu mở.", "2015-07-24"),
    ("08:00 01/03/2016", "Hôm qua, Sở tổ chức hội thảo về dữ liệu mở.", "2016-02-29"),
    (
        "08:00 24/07/2015",
        "Khai mạc hôm qua và bế mạc chiều nay, hội thảo diễn ra tại Huế.",
        "2015-07-23/2015-07-24",
    ),
    (
        "08:00 24/07/2015",
        "Từ hôm nay đến hết ngày mai, hội thảo diễn ra tại Huế.",
        "2015-07-24/2015-07-25",
    ),
    (
        "08:00 02/12/2015",
        "Trong tháng 11 vừa qua, Sở tổ chức hội thảo về dữ liệu mở tại Huế.",
        "2015-11",
    ),
    ("08:00 24/07/2015", "Hôm kia, Sở tổ chức hội thảo về dữ liệu mở.", "2015-07-22"),
    # a Friday
    ("08:00 24/07/2015", "Hội thảo diễn ra sáng thứ ba tuần trước tại Huế.", "2015-07-14"),
    ("08:00 24/07/2015", "Chiều thứ 5 tuần này, Sở tổ chức hội thảo tại Huế.", "2015-07-23"),
    ("08:00 24/07/2015", "Sáng thứ ba tuần trước, 14/7, hội thảo diễn ra tại Huế.", "2015-07-14"),
    # the last one, that of the stamp included; to come, it is not told so
    ("08:00 24/07/2015", "Sở Nội vụ vừa khai trương một cửa sáng thứ ba.", "2015-07-21"),
    ("08:00 24/07/2015", "Huế - Vào sáng thứ ba, Sở tổ chức hội thảo.", "2015-07-21"),
    (
        "08:00 24/07/2015",
        "Sở làm lễ khai trương một cửa sáng thứ ba. Đến dự có 30 đại biểu.",
        "2015-07-21",
    ),
    ("08:00 24/07/2015", "Hôm thứ sáu, Sở tổ chức hội thảo về dữ liệu mở.", "2015-07-24"),
    ("08:00 24/07/2015", "Hội nghị diễn ra chiều thứ năm vừa rồi tại Huế.", "2015-07-23"),
    (
        "08:00 27/07/2015",
        "Cuộc thi vừa khép lại sau hai đêm, từ tối thứ sáu đến trưa chủ nhật.",
        "2015-07-24/2015-07-26",
    ),
    ("08:00 24/07/2015", "Từ 22/7 đến hôm nay, diễn tập diễn ra tại Huế.", "2015-07-22/2015-07-24"),
    (
        "08:00 24/07/2015",
        "Trung tâm vừa được Sở khai trương hồi đầu tuần, sáng 20/7.",
        "2015-07-20",
    ),
    ("08:00 02/06/2015", "Vào trung tuần tháng 5, Sở tổ chức hội thảo tại Huế.", "2015-05"),
    ("08:00 24/07/2015", "Sáng mai, Sở sẽ tổ chức hội thảo về dữ liệu mở.", "2015-07-25"),
    ("08:00 24/07/2015", "Ngày 2/9/2014, Sở tổ chức hội thảo về dữ liệu mở.", "2014-09-02"),
    ("08:00 05/03/2017", "Ngày 29/2, Sở tổ chức hội thảo về dữ liệu mở.", "2016-02-29"),
]


# days counted from the stamp; EDTF; the words, beside the stamp
UP_TO_NOW = [
    ("Từ 22/7 đến hôm nay", "2015-07-22/2015-07-24", "22/7 đến hôm nay"),
    ("Từ 22/7/2015 tới hôm nay", "2015-07-22/2015-07-24", "22/7/2015 tới hôm nay"),
    ("Hôm qua và hôm nay", "2015-07-23/2015-07-24", "Hôm qua và hôm nay"),
    # two days apart, and a count from far back, are no stretch
    ("Trong ngày 20/7 và hôm nay", "2015-07-20", "ngày 20/7"),
    ("Sáng thứ hai tuần này và sáng nay", "2015-07-24", "sáng nay"),
    ("Từ 29/2 đến hôm nay", "2016-02-29", "29/2"),
]


@pytest.mark.parametrize(("days", "edtf", "quote"), UP_TO_NOW)
def test_what_the_stamp_tells_is_inferred_from_it(days, edtf, quote):
    text = f"{TITLE}\n08:00 24/07/2015\n{days}, Sở tổ chức hội thảo về dữ liệu mở.\n{MORE}"
    date = dated(text).found["date"]
    assert (date.value.edtf, date.certainty) == (edtf, Certainty.INFERRED)
    assert [e.quote for e in date.evidence] == [quote, "08:00 24/07/2015"]


@pytest.mark.parametrize(("stamp", "text", "edtf"), STAMPED)
def test_the_stamp_fixes_the_year(stamp, text, edtf):
    assert value(f"{TITLE}\n{stamp}\n{text}\n{MORE}") == edtf


def test_the_folder_of_a_picture_fixes_the_year_of_its_own_days():
    event = "Tọa đàm được tổ chức tại Đà Nẵng ngày 17/9."
    path = "https://bao.vn/stores/anh/092020/17/20/toa_dam.jpg"
    assert value(f"{TITLE}\n{event}\n{path}") == "2020-09-17"
    late = "https://bao.vn/wp-content/uploads/2021/01/toa-dam.jpg"
    assert value(f"{TITLE}\n{event}\n{late}") == "XXXX-09-17"


def test_a_relative_day_without_a_stamp_is_unknown():
    assert value(f"{TITLE}\nSáng nay, Sở tổ chức hội thảo về dữ liệu mở.\n{MORE}") is None


@pytest.mark.parametrize(
    "begun",
    ["Tròn 15 năm kể từ ngày 25/12/2004", "Nhân kỷ niệm 15 năm ngày thành lập (25/12/2004)"],
)
def test_the_day_that_is_commemorated_gives_no_year(begun):
    assert value(f"{begun}, Hội gặp mặt. Tối 25/12, tại Thanh Hóa, lễ kỷ niệm diễn ra.") in (
        "XXXX-12-25",
        "2019-12-25",
    )


def test_a_notice_says_when():
    text = (
        "V/v mở lớp bồi dưỡng\n2. Thời gian: khai giảng 8h00 ngày 28/6, bế giảng chiều 02/7/2004."
    )
    assert value(f"{text}\nHạn đăng ký: trước ngày 15/6.") == "2004-06-28/2004-07-02"


def test_a_notice_whose_closing_day_stands_out():
    text = f"{TITLE}\nKhai giảng 8h00 ngày 28/6, bế giảng chiều 02/7/2014 tại Huế.\n{MORE}"
    assert value(text) == "2014-06-28/2014-07-02"


def test_without_a_stamp_yesterday_is_not_the_day_of_another_event():
    told = "Diễn đàn số diễn ra hôm qua tại Hà Nội. {} bàn việc này hôm 27/4."
    assert value(told.format("Cuộc gặp cấp cao")) is None
    assert value(told.format("Diễn đàn")) == "XXXX-04-27"


# a Friday is the day of the stamp; sentences that give no day of their event
UNDATED = [
    "Sở sẽ tổ chức hội thảo sáng thứ ba.",
    "Sở dự kiến tổ chức hội thảo về dữ liệu mở vào sáng thứ bảy.",
    "Sở vừa thông báo tổ chức hội thảo về dữ liệu mở chiều chủ nhật.",
    "Sáng thứ bảy, Sở sẽ tổ chức hội thảo về dữ liệu mở.",
    "Sở tổ chức hội thảo về dữ liệu mở vào sáng thứ bảy.",
    "Sở tổ chức hội thảo sáng thứ bảy. Đến dự sẽ có 30 đại biểu.",
    # the second morning, the fifth to the seventh
    "Trong buổi sáng thứ hai, hội thảo về dữ liệu mở nghe ba báo cáo.",
    "Trong các ngày 5 - 7, Sở tổ chức hội thảo về dữ liệu mở.",
    "Trong hai ngày 5 - 6, Sở tổ chức hội thảo về dữ liệu mở.",
    "Từ sáng 5 - 7, tại Huế, Sở tổ chức hội thảo về dữ liệu mở.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_days_that_may_be_others_are_no_date(text):
    assert value(f"{TITLE}\n08:00 24/07/2015\n{text}\n{MORE}") is None


# 30 kB of days in one sentence: asked about each pair of them, the reading would take minutes.
HOSTILE = ["sáng thứ hai ", "ngày 5 - 6, ", "ngày 5/6 ", "dời sang ngày 5/6, ", "hoãn đến 7/6 "]


@pytest.mark.parametrize("days", HOSTILE)
def test_a_long_list_of_days_is_read_to_its_end(days):
    document = dated(
        f"{TITLE}\n08:00 24/07/2015\nHội thảo {days * (30_000 // len(days))}và 7/6/2015."
    )
    told = [evidence.quote for evidence, _ in document.found["rejected"]]
    told += [e.quote for e in getattr(document.found.get("date"), "evidence", ())]
    assert len(told) > 1000


def test_yesterday_further_down_does_not_take_the_day_that_opens_the_news():
    opens = "Sáng 27/4, diễn đàn số khai mạc tại Hà Nội."
    assert value(f"{opens} Tại cuộc gặp diễn ra hôm qua, ông đã hứa thế.") == "XXXX-04-27"


def test_a_year_from_the_gathering_and_its_next_edition():
    text = (
        "Hội thảo diễn ra với hai phiên. Bên lề hội thảo là triển lãm sản phẩm, giải pháp số năm "
        "2017. Cuối hội thảo, ban tổ chức trao cờ đăng cai lần thứ XXII năm 2018 cho tỉnh bạn."
    )
    date = dated(f"{TITLE}\n{text}").found["date"]
    assert date.value.edtf == "2017"
    assert date.certainty is Certainty.INFERRED
    assert len(date.evidence) == 2


# a sentence beside the event's own; the loser; why it lost
LOSERS = [
    (
        "Ngày hội phải dừng, thực hiện chỉ đạo của Chủ tịch tỉnh tại cuộc họp ngày 28/7.",
        "ngày 28/7",
        "another event",
    ),
    (
        "Thông tin được Ban Tổ chức công bố tại buổi họp báo sáng 12/10 ở Huế.",
        "sáng 12/10",
        "the day of a notice",
    ),
    (
        "Mô hình theo Quyết định 09/2015/QĐ-TTg ngày 25-3-2015.",
        "ngày 25-3-2015",
        "date of a document",
    ),
    (
        "Nền móng là Quyết định ngày 07/02/2018 của UBND tỉnh.",
        "ngày 07/02/2018",
        "date of a document",
    ),
    (
        "Ngày 14/10/2015, Chính phủ đã ban hành Nghị quyết 36a/NQ-CP.",
        "Ngày 14/10/2015",
        "date of a document",
    ),
    ("Sở sẽ hoàn chỉnh dự thảo trước ngày 30/6.", "ngày 30/6", "a deadline, or the end of a count"),
    (
        "Đến hết ngày 1.9 đã nhận 41 bài tham luận.",
        "ngày 1.9",
        "a deadline, or the end of a count",
    ),
    ("Từ ngày 1-7-2025, tòa án mới hoạt động.", "Từ ngày 1-7-2025", "the start of something else"),
    ("Trước đó, ngày 24/4/2017, Bộ đã góp ý.", "ngày 24/4/2017", "told as past"),
    (
        "Hoạt động nhằm chào mừng ngày 20/11.",
        "ngày 20/11",
        "an anniversary or a birthday",
    ),
    ("Ngày 14/1, trưởng đoàn sẽ thăm bà con.", "Ngày 14/1", "another event"),
    ("Ngày 10/10 hằng năm là ngày của dữ liệu.", "Ngày 10/10", "a day of every year"),
    ("Trả lời phóng viên ngày 3-8, ông An khen.", "ngày 3-8", "said to a paper"),
    ("Tỉnh bạn đăng cai hội thảo sau vào ngày 9/10.", "ngày 9/10", "another event"),
    (
        "Chuyện lạm thu lại nóng TTO - Hội nghị về năm học mới do Sở tổ chức sáng 15-8.",
        "sáng 15-8",
        "another story",
    ),
    (
        "Việc này theo kế hoạch được Bộ phê duyệt ngày 22.3.",
        "ngày 22.3",
        "date of a document",
    ),
    (
        "Thay vì ngày 5/1, lễ trao giải lùi một tuần.",
        "ngày 5/1",
        "the day that the event was moved from",
    ),
    (
        "Lễ định tổ chức ngày 9/1, nay hoãn đến cuối tháng 11.",
        "ngày 9/1",
        "the day that the event was moved from",
    ),
    (
        "Ngày 9/1, Sở cho biết phiên sau sẽ dài hơn.",
        "ngày 9/1".capitalize(),
        "the day of a notice",
    ),
    (
        "Ngoài phiên chính có hội thi diễn ra tối 11/1.",
        "tối 11/1",
        "a part of the event",
    ),
    ("Theo thông báo của Sở ngày 1-6, lịch không đổi.", "ngày 1-6", "the day of a notice"),
    ("Ông Ba xác nhận tin này với Tuổi Trẻ Online ngày 2-6.", "ngày 2-6", "said to a paper"),
    (
        "Theo quyết định được ông An, chủ tịch hội đồng, ký ngày 3-6, bà Na làm trưởng phòng.",
        "ngày 3-6",
        "date of a document",
    ),
    ("Có người nhắc lại trận lũ ngày 2/3.", "ngày 2/3", "announces the event less clearly"),
]


@pytest.mark.parametrize(("text", "quote", "reason"), LOSERS)
def test_losers_say_why(text, quote, reason):
    event = "Sáng 12/1, tại Hà Nội, Bộ Nội vụ tổ chức hội thảo về chuyển đổi số."
    document = dated(f"{TITLE}\n{event}\n{MORE}\n{text}")
    assert document.found["date"].value.edtf.endswith("-01-12")
    assert (quote, reason) in [(e.quote, why) for e, why in document.found["rejected"]]


def test_no_date_at_all():
    document = dated(
        f"{TITLE}\nSở tổ chức hội thảo về chuyển đổi số giai đoạn 2022 - 2026.\n{MORE}"
    )
    assert "date" not in document.found
    assert document.found["rejected"] == ()


WORDS = st.sampled_from(
    [
        "Ngày 5/6", "sáng nay", "hội thảo", "tổ chức", "tại Hà Nội", "năm 2019", "tháng 10/2018",
        "Nghị quyết 5/NQ-CP", "ngày 3-4-2017", "dự kiến", "đã", "trước", "lần thứ XII", "trao cờ",
        "giai đoạn 2018-2020", "soạn thảo", "(1/9/2004 - 1/9/2024)", "08:00 29/02/2016", "29/2",
        "từ ngày 30/12 đến 2/1", ".", ",", "\n", "Tính đến", "31/12/2020",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_evidence_is_the_text_and_a_year_is_never_made_up(text):
    document = dated(text)
    for field in ("published", "date"):
        if finding := document.found.get(field):
            assert finding.evidence
            assert all(document.text[e.start : e.end] == e.quote for e in finding.evidence)
    date = document.found.get("date")
    if date and date.value.year and date.certainty is Certainty.STATED:
        assert str(date.value.year) in "".join(e.quote for e in date.evidence)
    for evidence, why in document.found["rejected"]:
        assert document.text[evidence.start : evidence.end] == evidence.quote
        assert why


EDITIONS = [
    # lead; another sentence; the day of the event
    ("lần thứ 17", "Kỳ lần thứ 16 được tổ chức tại Huế vào ngày 14/11/2013.", "XXXX-10-30"),
    ("lần thứ XVII", "Lần thứ XVIII sẽ tổ chức tại Huế vào ngày 14/11.", "XXXX-10-30"),
]


@pytest.mark.parametrize(("edition", "other", "edtf"), EDITIONS)
def test_the_day_of_another_edition_is_refused(edition, other, edtf):
    lead = f"Hội thảo {edition} về dữ liệu mở do Sở tổ chức. Mọi người gặp nhau ngày 30/10."
    document = dated(f"{TITLE}\n{lead}\n{other}")
    assert document.found["date"].value.edtf == edtf
    assert "another edition" in [why for _, why in document.found["rejected"]]


def test_a_year_before_the_web_press_is_no_year_of_the_event():
    text = "Ngày 30/10, tại Huế, Sở tổ chức hội thảo về dữ liệu mở. Hội thảo ra đời năm 1997."
    assert value(f"{TITLE}\n{text}\n{MORE}") == "XXXX-10-30"


BEFORE = [
    "Năm ngoái, hội thảo được tổ chức ngày 12/10/2018 tại Huế.",
    "Ở lần trước, mọi người gặp nhau ngày 12/10/2018.",
]


@pytest.mark.parametrize("before", BEFORE)
def test_the_edition_before_was_in_another_year(before):
    text = f"Ngày 15/10, tại Vinh, Sở tổ chức hội thảo về dữ liệu mở. {before}"
    assert value(f"{TITLE}\n{text}\n{MORE}") in ("XXXX-10-15", "2019-10-15")


def test_the_year_of_a_motto_bounds_that_of_the_event():
    text = (
        "Ngày 30/10, tại Huế, Sở tổ chức hội thảo, năm 2014 mang chủ đề dữ liệu mở. "
        "Hội thảo ra mắt ngày 14/11/2013."
    )
    assert value(f"{TITLE}\n{text}\n{MORE}") == "2014-10-30"
