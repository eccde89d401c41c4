"""Expressions of time: what is one, how far its words go, and what is none."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline.extract.annotate import timex_reading
from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.text import match_key, normalize

# text; each expression as EDTF and words, in order
EXPRESSIONS = [
    ("Sáng 17 - 10, tại Huế", [("XXXX-10-17", "Sáng 17 - 10")]),
    ("cuộc thi Robot lần 1-2018 và lần thứ II-2019", [("2018", "2018"), ("2019", "2019")]),
    ("20:23 | 30/03/2016", [("2016-03-30", "30/03/2016")]),
    ("Thứ năm - 08/04/2021 05:04", [("2021-04-08", "Thứ năm - 08/04/2021")]),
    ("PV-Thứ bảy, ngày 10/01/2015 06:00", [("2015-01-10", "Thứ bảy, ngày 10/01/2015")]),
    ("3/21/2008 4:44:00 PM", [("2008-03-21", "3/21/2008")]),
    ("ngày 3/21/2008", []),
    (
        "tọa đàm Chợ phiên (24/9) và hội chợ (05/8)",
        [("XXXX-09-24", "24/9"), ("XXXX-08-05", "05/8")],
    ),
    ("đạt mức (3/4), bằng (24/30)", []),
    ("2025-06-29T00:00:00+07:00", [("2025-06-29", "2025-06-29")]),
    ("đăng 2020/09/17 lúc", [("2020-09-17", "2020/09/17")]),
    ("tin bài mới23/10/2025 15:06", [("2025-10-23", "23/10/2025")]),
    ("sáng nay, ngày 30.3 tại", [("XXXX-03-30", "sáng nay, ngày 30.3")]),
    ("Sáng nay (13/7), tại", [("XXXX-07-13", "Sáng nay (13/7)")]),
    ("sáng qua (3.10),", [("XXXX-10-03", "sáng qua (3.10)")]),
    ("chiều 18/7 và tối 12-9", [("XXXX-07-18", "chiều 18/7"), ("XXXX-09-12", "tối 12-9")]),
    ("hôm 25 / 7 vừa qua", [("XXXX-07-25", "hôm 25 / 7")]),
    ("ngày 18/7/18 tại", [("2018-07-18", "ngày 18/7/18")]),
    ("trong ba ngày 16-18.9,", [("XXXX-09-16/XXXX-09-18", "ngày 16-18.9")]),
    ("từ ngày 16 - 18.9", [("XXXX-09-16/XXXX-09-18", "từ ngày 16 - 18.9")]),
    ("vào 18-19/5 tại", [("XXXX-05-18/XXXX-05-19", "18-19/5")]),
    ("ngày 14 tháng 10 năm 2015", [("2015-10-14", "ngày 14 tháng 10 năm 2015")]),
    ("ngày 5 đến 7 tháng 12", [("XXXX-12-05/XXXX-12-07", "ngày 5 đến 7 tháng 12")]),
    ("từ ngày 5 đến 7/12", [("XXXX-12-05/XXXX-12-07", "từ ngày 5 đến 7/12")]),
    (
        "từ ngày 6 đến ngày 8/7/2017",
        [("2017-07-06/2017-07-08", "từ ngày 6 đến ngày 8/7/2017")],
    ),
    ("từ 30/9 - 2/10/2018", [("2018-09-30/2018-10-02", "30/9 - 2/10/2018")]),
    ("ngày 30/12 đến 2/1/2019", [("2018-12-30/2019-01-02", "ngày 30/12 đến 2/1/2019")]),
    ("ngày 28 và 29/11", [("XXXX-11-28/XXXX-11-29", "ngày 28 và 29/11")]),
    ("các ngày 10, 11 và 12/10", [("XXXX-10-10/XXXX-10-12", "ngày 10, 11 và 12/10")]),
    ("ngày 28/11 và 12/12", [("{XXXX-11-28,XXXX-12-12}", "ngày 28/11 và 12/12")]),
    (
        "các ngày 3, 5 và 9/10/2019",
        [("{2019-10-03,2019-10-05,2019-10-09}", "ngày 3, 5 và 9/10/2019")],
    ),
    ("các ngày 3, 5, 6/10", [("{XXXX-10-03,XXXX-10-05,XXXX-10-06}", "ngày 3, 5, 6/10")]),
    (
        "hai ngày 3 và 5 tháng 10 năm 2019",
        [("{2019-10-03,2019-10-05}", "ngày 3 và 5 tháng 10 năm 2019")],
    ),
    ("ngày 5/10 và ngày 12/10/2019", [("{2019-10-05,2019-10-12}", "ngày 5/10 và ngày 12/10/2019")]),
    ("sáng 3/10 và chiều 5/10", [("{XXXX-10-03,XXXX-10-05}", "sáng 3/10 và chiều 5/10")]),
    ("ngày 4, 5 và 6/10", [("XXXX-10-04/XXXX-10-06", "ngày 4, 5 và 6/10")]),
    ("ngày 9 và 3/10", []),
    ("ngày 15/9, sáng 21/10", [("XXXX-09-15", "ngày 15/9"), ("XXXX-10-21", "sáng 21/10")]),
    ("mục 3, 5 và 9/10", []),
    ("ngày 5/1 và 12/12", [("XXXX-01-05", "ngày 5/1")]),
    ("ngày 16÷18/9/2020", [("2020-09-16/2020-09-18", "ngày 16÷18/9/2020")]),
    ("ngày 16 ~ 18/9/2020", [("2020-09-16/2020-09-18", "ngày 16 ~ 18/9/2020")]),
    ("từ 16 -> 18/9/2020", [("2020-09-16/2020-09-18", "16 -> 18/9/2020")]),
    ("ngày 16/9/2020 → 18/9/2020", [("2020-09-16/2020-09-18", "ngày 16/9/2020 → 18/9/2020")]),
    ("tỷ lệ 16÷18", []),
    ("hai ngày 10-11/03/2016,", [("2016-03-10/2016-03-11", "ngày 10-11/03/2016")]),
    ("(TTX) 18/7, tại Hà Nội", [("XXXX-07-18", "18/7")]),
    ("Hà Nội, 18/7 - Bộ", [("XXXX-07-18", "18/7")]),
    ("từ 01/7 áp dụng", [("XXXX-07-01", "01/7")]),
    ("tháng 9/2017 và tháng 03.2018", [("2017-09", "tháng 9/2017"), ("2018-03", "tháng 03.2018")]),
    ("đến 9/2017", [("2017-09", "9/2017")]),
    ("cuối tháng 9", [("XXXX-09", "cuối tháng 9")]),
    ("vào đầu tháng 2 năm 2016", [("2016-02", "đầu tháng 2 năm 2016")]),
    ("đầu năm 2016", [("2016", "đầu năm 2016")]),
    ("giai đoạn 2018 - 2020", [("2018/2020", "giai đoạn 2018 - 2020")]),
    ("trong hai ngày 17 và 18/5", [("XXXX-05-17/XXXX-05-18", "ngày 17 và 18/5")]),
    (
        "từ 8h ngày 5/3 đến 17h ngày 7/3",
        [("XXXX-03-05/XXXX-03-07", "ngày 5/3 đến 17h ngày 7/3")],
    ),
    ("từ sáng 12 đến trưa 13-6", [("XXXX-06-12/XXXX-06-13", "từ sáng 12 đến trưa 13-6")]),
    ("thứ ba 4 và thứ tư 5/12", [("XXXX-12-04/XXXX-12-05", "thứ ba 4 và thứ tư 5/12")]),
    (
        "từ thứ hai 5/6 đến thứ tư 7/6",
        [("XXXX-06-05/XXXX-06-07", "từ thứ hai 5/6 đến thứ tư 7/6")],
    ),
    (
        "từ sáng thứ năm (30/9) đến chiều thứ bảy (2/10)",
        [("XXXX-09-30/XXXX-10-02", "từ sáng thứ năm (30/9) đến chiều thứ bảy (2/10)")],
    ),
    ("hôm thứ tư vừa rồi, 8/5", [("XXXX-05-08", "hôm thứ tư vừa rồi, 8/5")]),
    ("từ mùng 5 đến mùng 7/12", [("XXXX-12-05/XXXX-12-07", "từ mùng 5 đến mùng 7/12")]),
    (
        "12-10-2018 đến 14-10-2018",
        [("2018-10-12/2018-10-14", "12-10-2018 đến 14-10-2018")],
    ),
    (
        "hai ngày cuối tuần (12 và 13/10)",
        [("XXXX-10-12/XXXX-10-13", "12 và 13/10")],
    ),
    ("hai ngày cuối năm, 30-31/12", [("XXXX-12-30/XXXX-12-31", "30-31/12")]),
    ("một ngày làm việc (11/10)", [("XXXX-10-11", "11/10")]),
    ("sáng sớm 4/11", [("XXXX-11-04", "sáng sớm 4/11")]),
    ("sáng chủ nhật 8-9, tại", [("XXXX-09-08", "sáng chủ nhật 8-9")]),
    ("vào thứ hai 17-6", [("XXXX-06-17", "vào thứ hai 17-6")]),
    ("ngày 20 tháng Chín năm 2019", [("2019-09-20", "ngày 20 tháng Chín năm 2019")]),
    ("hôm 5 tháng mười hai", [("XXXX-12-05", "hôm 5 tháng mười hai")]),
    ("quý II/2017", [("2017-04/2017-06", "quý II/2017")]),
    ("quý 4 năm 2019", [("2019-10/2019-12", "quý 4 năm 2019")]),
    ("giá bình quân 10 tháng năm 2018", [("2018", "năm 2018")]),  # a count of months
    ("ngày 10 tháng năm", [("XXXX-05-10", "ngày 10 tháng năm")]),
]


def found(text):
    text = normalize(text)
    return [(t.edtf(), text[t.start : t.end]) for t in timex_reading.find(match_key(text))]


@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS)
def test_expressions(text, expected):
    assert found(text) == expected


RELATIVE = [
    ("diễn ra sáng nay", 0, "sáng nay"),
    ("hôm nay, tại", 0, "hôm nay"),
    ("Chiều qua, đoàn", -1, "Chiều qua"),
    ("sẽ họp sáng mai", 1, "sáng mai"),
    ("sẽ họp ngày mai", 1, "ngày mai"),
]


@pytest.mark.parametrize(("text", "shift", "words"), RELATIVE)
def test_counted_from_the_day_of_writing(text, shift, words):
    (only,) = timex_reading.find(match_key(text))
    assert (only.kind, only.shift) == (Kind.RELATIVE, shift)
    assert text[only.start : only.end] == words


NEVER = [
    "Lớp học mở tối thứ bảy hằng tuần.",
    "Phiên chợ họp sáng chủ nhật tới.",
    "Xếp thứ ba sau Huế.",
    "ngày 5 - 10 đại biểu, từ 5 - 7, tại Huế",
    "trong các ngày 5 - 7, hai ngày 5 - 6, trong sáng 5 - 7, từ ngày 5 - 7, tại Huế",
    "Buổi sáng thứ hai, phiên chiều thứ ba",
    "xếp thứ 102/167, châu Á thứ 23/47",
    "đạt 5,4% và 12/10%",
    "phục vụ 24/7",
    "Nghị quyết 36a/NQ-CP, Quyết định 66/2015/QĐ-TTg, Quyết định số 80",
    "Nghị định số 9/2017 của Chính phủ",
    "điện thoại 0220.3852.123, 073.3872.268",
    "phiên bản 2.0, địa chỉ 10.12.15.3, mục 1.5.2",
    "đường 3/2, Trường 19/5, số 7/2",
    "Cách mạng tháng 8, cách mạng công nghiệp 4.0",
    "từ 1/6 đến 2/3 số hộ",
    "chiếm 2/3, khoảng 4-5 tầng, 20-30 tỉ",
    "mỗi ngày 3/4 lượt, hằng ngày 5/6 hồ sơ",
    "ngày 31/2 và ngày 30/2/2019",
    "6 tháng đầu năm, 3 tháng 12 ngày",
    "ngày nay, những ngày qua, thông qua",
    "https://bao.vn/2021/01/tin.html?rt=20200918083330",
    "tỉ số 2-1, lãi suất 5.5",
    "thứ 2, thứ năm, quý khách",
    "giỗ Tổ ngày 10/3 âm lịch, mùng 8 tháng Giêng, ngày 23 tháng Chạp",  # another calendar
    "xếp thứ hai 12/63",
    "xếp thứ hai 5/9 và thứ ba 8/9",
]


@pytest.mark.parametrize("text", NEVER)
def test_never_a_date(text):
    assert [(t.edtf(), text[t.start : t.end]) for t in timex_reading.find(match_key(text))] == []


def test_a_range_without_year_may_turn_the_year():
    (only,) = timex_reading.find("ngày 30/12 - 2/1")
    assert only.edtf(2018) == "2018-12-30/2019-01-02"


def test_a_year_given_does_not_replace_the_year_named():
    (only,) = timex_reading.find("ngày 5/6/2017")
    assert only.edtf(2020) == "2017-06-05"


PIECES = st.sampled_from(
    ["ngày ", "tháng ", "năm ", "sáng ", "nay ", "từ ", "đến ", "1", "12", "31", "2018", "/", "-",
     ".", " ", ", ", ":", "(", ")", "\n", "%", "quý ", "ii", "và ", "số ", "|"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_are_in_order_and_never_overlap(text):
    spans = [(t.start, t.end) for t in timex_reading.find(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@settings(deadline=None)
@given(st.dates().filter(lambda d: d.year >= 1900 and d.year < 2100))
def test_every_full_date_is_read_back(day):
    text = f"Ngày {day.day}/{day.month}/{day.year}, tại"
    assert [t.edtf() for t in timex_reading.find(match_key(text))] == [f"{day:%Y-%m-%d}"]


# Long and hostile: the count of what is found shows that the whole text was read.
HOSTILE = [
    ("ngày " * 20_000, 0),
    ("1/" * 50_000, 0),
    ("1-" * 50_000, 0),
    ("1, " * 30_000, 0),
    ("9" * 100_000, 0),
    ("ngày 1 tháng " * 7_000, 0),
    ("(" * 100_000, 0),
    ("ngày 5/6, " * 10_000, 10_000),
    ("tháng 1/2018 " * 8_000, 8_000),
    ("2018 - " * 14_000, 7_000),
    ("sáng nay " * 10_000, 10_000),
    ("sáng thứ hai " * 8_000, 8_000),
    ("trong các ngày 5 - 6, " * 5_000, 0),
]


@pytest.mark.parametrize(("text", "count"), HOSTILE, ids=[t[:12] for t, _ in HOSTILE])
def test_hostile_text_is_read_to_its_end(text, count):
    times = timex_reading.find(text + "\nngày 20/11/2019")
    assert len(times) == count + 1
    assert times[-1].edtf() == "2019-11-20"
