"""The year of a report by what it calls past, present and to come."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read
from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.resolve.event_day import Day
from egov_timeline.extract.resolve.tenses import phrases
from egov_timeline.extract.resolve.year_bounds import of_bounds

TITLE = "Bàn cách đưa dịch vụ công trực tuyến về xã"


def fixed(day, more):
    """Return the year that the sentences `more` give to an event on `day`."""
    document = read(f"{TITLE}\n{day}, tại Hà Nội, Bộ tổ chức hội thảo về dữ liệu.\n{more}")
    timex, sentence = next(document.times(Kind.DAY))
    found = of_bounds(document, Day(timex, sentence))
    if not found:
        return None, []
    return found.year, [document.text[start:end] for start, end in found.spans]


# So much stands between the day and a phrase that may be of another story.
FAR = "Người dân nộp hồ sơ qua mạng ngày một nhiều, cán bộ trả kết quả đúng hẹn hơn. " * 6

# the day of the event; what the report says; its year; the words that fix it
FIXED = [
    # what has just been
    ("Sáng 4/3", "Đến ngày 3/3/2019, cả nước có 202 xã kết nối.", 2019, ["ngày 3/3/2019"]),
    ("Sáng 4/3", "Ngày 12/2/2019, Bộ nhận được góp ý của các tỉnh.", 2019, ["Ngày 12/2/2019"]),
    ("Sáng 5/1", "Dữ liệu được gom từ ngày 25-12-2018 đến ngày 3-1.", 2019, ["từ ngày 25-12-2018"]),
    ("Sáng 2/4", "Việc này đã bàn ở phiên họp tháng 3-2019.", 2019, ["tháng 3-2019"]),
    ("Sáng 9/7", "Quý II/2018, tỉnh tiếp nhận 4.000 hồ sơ.", 2018, ["Quý II/2018"]),
    ("Sáng 9/10", "9 tháng đầu năm 2018, tỉnh giải quyết 5.000 hồ sơ.", 2018, ["đầu năm 2018"]),
    ("Sáng 9/5", "Từ đầu năm 2018 đến nay có 12 vụ.", 2018, ["đầu năm 2018"]),
    ("Sáng 9/5", "Số hồ sơ tăng 12% so với cùng kỳ năm 2017.", 2018, ["năm 2017"]),
    # what is close ahead
    ("Sáng 27/8", "Hệ thống sẽ chạy thử trong tháng 9-2019.", 2019, ["tháng 9-2019"]),
    ("Sáng 27/8", "Các sở phải xong trước ngày 30/11/2019.", 2019, ["ngày 30/11/2019"]),
    ("Sáng 2-11", "Trạm sẽ được nối mạng từ ngày 1-12-2017.", 2017, ["từ ngày 1-12-2017"]),
    (
        "Sáng 20/11",
        "Cổng mở hồi tháng 3/2019. Quỹ sẽ đào tạo 30 người trong năm 2020.",
        2019,
        ["tháng 3/2019", "năm 2020"],
    ),
    # the running year
    ("Hôm nay 5-1", "Phương châm hành động năm 2018 là kỷ cương, sáng tạo.", 2018, ["năm 2018"]),
    ("Sáng 9/2", "Việc này phải làm ngay trong năm 2017 này.", 2017, ["năm 2017"]),
    ("Sáng 20/11", "Cuộc thi năm nay được phát động từ tháng 7/2018.", 2018, ["tháng 7/2018"]),
    ("Sáng 3/6", "Năm ngoái (2017), hội thảo diễn ra tại Huế.", 2018, ["2017"]),
    # between what is gone and what is to come
    (
        "Sáng 13/1",
        "Năm 2017, đất nước sẽ kỷ niệm 70 năm ngày này. Tháng 6/2016, Bộ đã trình đề án.",
        2017,
        ["Năm 2017", "Tháng 6/2016"],
    ),
    (
        "Sáng 14/3",
        "Hai bên đã ký thỏa thuận tháng 11/2017. Khóa họp tới dự kiến trong năm 2018.",
        2018,
        ["tháng 11/2017", "năm 2018"],
    ),
    (
        "Sáng 25/7",
        "Tỉnh đoạt giải thưởng Telecom Awards 2019. Hệ thống sẽ mở rộng vào năm 2020.",
        2019,
        ["2019", "năm 2020"],
    ),
    # anniversaries
    (
        "Sáng 19/10",
        "Hoạt động chào mừng 88 năm Ngày Phụ nữ Việt Nam (20/10/1930 - 20/10) của Bộ.",
        2018,
        ["chào mừng 88 năm Ngày Phụ nữ Việt Nam (20/10/1930"],
    ),
    # far off: what counts the running year, two times that agree, what is past and what is to come
    ("Sáng 9/10", f"{FAR}9 tháng đầu năm 2018 có 5.000 hồ sơ.", 2018, ["đầu năm 2018"]),
    (
        "Sáng 4/3",
        f"{FAR}Ngày 12/2/2019, Bộ nhận được góp ý. Ngày 3/1/2019, Bộ gửi dự thảo.",
        2019,
        ["Ngày 3/1/2019"],
    ),
    (
        "Sáng 14/3",
        f"{FAR}Hai bên đã ký thỏa thuận tháng 11/2017. Khóa họp tới dự kiến trong năm 2018.",
        2018,
        ["tháng 11/2017", "năm 2018"],
    ),
    ("Sáng 4/7", f"{FAR}Bộ soạn thảo kế hoạch giai đoạn 2018-2020.", 2018, ["giai đoạn 2018-2020"]),
    # a weekday leaves out the years in which it does not fall on that day
    ("Sáng thứ ba, ngày 5/3", "Ngày 12/2/2019, Bộ nhận được góp ý.", 2019, ["Ngày 12/2/2019"]),
]


@pytest.mark.parametrize(("day", "more", "year", "quotes"), FIXED)
def test_fixed(day, more, year, quotes):
    found, spans = fixed(day, more)
    assert found == year
    assert sorted(spans) == sorted(quotes)


# the day of the event; what leaves its year open
OPEN = [
    ("Sáng 4/3", "Tháng 5/2017, Bộ đã ký với tỉnh."),  # long ago
    ("Sáng 28/9", "Trung ương bàn kế hoạch năm 2019."),  # made from the summer before
    ("Sáng 5/1", "Tỉnh đã hoàn thành kế hoạch năm 2018."),  # carried out: this year or the last
    ("Sáng 31/5", "Tuyến đường sẽ hoàn thành trong năm 2021."),  # however far ahead
    ("Sáng 24/5", "Mức này thấp hơn mục tiêu đặt ra năm 2020."),
    ("Sáng 7/6", "Tháng 5-1975, bộ đội đã giải phóng đảo."),  # before any web press
    ("Sáng 4/7", "Trước đó, tháng 7/2016, nhà máy đã gặp sự cố."),  # the running month has no year
    ("Sáng 9/3", "Ngày 12/2/2019 Bộ đã họp. Đến cuối năm 2018 dự kiến có 5 tỉnh."),  # contradict
    ("Sáng 9/3", "Trạm sẽ chạy trong tháng 4-2018. Phương châm năm 2017 là sáng tạo."),
    ("Sáng 9/3", "Chị sinh ngày 1/3/2010."),
    # one phrase far off may be of an old story
    ("Sáng 4/3", f"{FAR}Ngày 12/2/2019, Bộ nhận được góp ý của các tỉnh."),
    ("Sáng 2/4", f"{FAR}Việc này đã bàn ở phiên họp tháng 3-2019."),
    ("Sáng 2/6", f"{FAR}Cá chết hồi tháng 4-2016. Đến tháng 5-2016 cá vẫn chết."),
    ("Sáng 12/5", "Tỉnh kiểm tra trong thời gian diễn ra chiến dịch đo đạc năm 2016."),
    # what is aimed at
    ("Sáng 6/2", "Tỉnh đặt mục tiêu đến năm 2025 đủ mạng. Năm 2025, mọi xã phải có cổng."),
    # far behind all that is past
    ("Sáng 8-7", "Dự án có từ tháng 11-2018. Khoản vay sẽ được trả xong vào tháng 7-2032."),
    ("Sáng thứ hai, ngày 5/3", "Ngày 12/2/2019, Bộ nhận được góp ý."),  # it was a Tuesday
]


@pytest.mark.parametrize(("day", "more"), OPEN)
def test_open(day, more):
    assert fixed(day, more)[0] is None


# a clause; the tense of its date
TENSES = [
    ("Bộ sẽ trình đề án trong tháng 5/2018", "coming"),
    ("Bộ đã trình đề án trong tháng 5/2018", "gone"),
    ("Theo lộ trình đã công bố, từ tháng 5/2018, giá sẽ tăng", "coming"),
    ("Dự kiến xong vào tháng 5/2018 nhưng gặp vướng mắc", "open"),
    ("Nhiệm vụ năm 2018 rất nặng nề", "coming"),
    ("Tình hình thực hiện nhiệm vụ năm 2018 tại xã", "open"),
    ("Tỉnh vừa ra mắt cổng vào tháng 5/2018, sẽ mở rộng sau", "gone"),
]


@pytest.mark.parametrize(("clause", "tense"), TENSES)
def test_tense(clause, tense):
    assert [p.tense for p in phrases(read(f"{TITLE}\n{clause}."))] == [tense]


TALK = st.sampled_from(
    [
        "Năm 2019", "tháng 5/2018", "ngày 29/2/2016", "sẽ", "đã", "đến", "từ", "so với", "cùng kỳ",
        "năm 2017", "9 tháng đầu năm 2018", "kế hoạch", "giai đoạn 2018-2020", "soạn thảo", "quý I/2018",
        "kỷ niệm 20 năm", "(29/2/2000 - 29/2/2020)", "(29/2/2000", "vừa qua", "này", "năm nay", ".", ",",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(TALK, max_size=20).map(" ".join), st.sampled_from(["Sáng 1/1", "Sáng 29/2"]))
def test_a_year_stands_on_words_and_on_the_calendar(more, day):
    year, quotes = fixed(day, more)
    if year is None:
        assert quotes == []
    else:
        assert quotes
        assert all(quotes)
        assert date(year, 2, 29) if day.endswith("29/2") else True
