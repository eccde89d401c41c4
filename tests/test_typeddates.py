"""Dates are read as people and pages write them, and never made more precise than they are."""

import pytest

from egov_timeline import edtf, typeddates, wording
from egov_timeline.edtf import InvalidDate

DATES = [
    ("2017-10-06", "2017-10-06"),
    ("2017", "2017"),
    ("6/10/2017", "2017-10-06"),
    ("06/10/2017", "2017-10-06"),
    ("6-10-2017", "2017-10-06"),
    ("6.10.2017", "2017-10-06"),
    ("ngày 6/10/2017", "2017-10-06"),
    ("ngày 6 tháng 10 năm 2017", "2017-10-06"),
    ("5–6/10/2017", "2017-10-05/2017-10-06"),
    ("5-6/10/2017", "2017-10-05/2017-10-06"),
    ("5 – 6 / 10 / 2017".replace(" / ", "/"), "2017-10-05/2017-10-06"),
    ("Từ ngày 5 đến 6/10/2017", "2017-10-05/2017-10-06"),
    ("30/9–2/10/2017", "2017-09-30/2017-10-02"),
    ("30/12/2016–2/1/2017", "2016-12-30/2017-01-02"),
    ("10/2017", "2017-10"),
    ("tháng 10/2017", "2017-10"),
    ("Tháng 10 năm 2017", "2017-10"),
    ("tháng 9–10/2017", "2017-09/2017-10"),
    ("năm 2017", "2017"),
    ("2017–2018", "2017/2018"),
    ("có thể 30/3/2016", "2016-03-30?"),
    ("khoảng năm 2017", "2017~"),
    ("29–30/10, có thể năm 2015", "2015?-10-29/2015?-10-30"),
    ("29/10, chưa rõ năm", "XXXX-10-29"),
    ("  6/10/2017 ", "2017-10-06"),
    ("3, 5 và 9/10/2019", "{2019-10-03,2019-10-05,2019-10-09}"),
    ("các ngày 3, 5 và 9 tháng 10 năm 2019", "{2019-10-03,2019-10-05,2019-10-09}"),
    ("5/10 và 12/11/2019", "{2019-10-05,2019-11-12}"),
    ("3 và 5/10, chưa rõ năm", "{XXXX-10-03,XXXX-10-05}"),
    ("{2019-10-03, 2019-10-05}", "{2019-10-03,2019-10-05}"),
]
NO_DATES = [
    ("29/10", "không phải là ngày đọc được"),  # which year? one must say that nobody knows
    ("6/10/17", "không phải là ngày đọc được"),
    ("31/2/2017", '"31/2/2017" không có trong lịch'),
    ("6/13/2017", '"6/13/2017" không có trong lịch'),
    ("7–6/10/2017", '"7–6/10/2017" kết thúc trước khi bắt đầu'),
    ("tháng 6/10/2017", "không phải là ngày đọc được"),
    ("năm 10/2017", "không phải là ngày đọc được"),
    ("5/10–2017", "không phải là ngày đọc được"),
    ("3 và 5/10", "không phải là ngày đọc được"),
    ("5 và 3/10/2019", '"5 và 3/10/2019" không theo thứ tự thời gian'),
    ("31/9 và 2/10/2019", '"31/9 và 2/10/2019" không có trong lịch'),
    ("{2019-10-03}", "phải gồm ít nhất hai ngày"),
    ("hôm qua", "không phải là ngày đọc được"),
    ("", "không phải là ngày đọc được"),
]


@pytest.mark.parametrize(("typed", "written"), DATES)
def test_a_date_is_read_as_it_is_typed(typed, written):
    assert typeddates.date(typed).edtf == written


@pytest.mark.parametrize(("typed", "message"), NO_DATES)
def test_what_is_no_date_is_refused_in_the_words_that_were_typed(typed, message):
    with pytest.raises(InvalidDate) as caught:
        typeddates.date(typed)
    assert message in str(caught.value)


SHOWN = [
    *("2016-03-30", "2017", "2017-10", "2017-10-05/2017-10-06", "XXXX-10-29/XXXX-10-30", "2015?"),
    *("2015~", "2015%", "2015?-10-29/2015?-10-30", "2016-03?", "2016-12-30/2017-01-02", "XXXX-10"),
    *("2016-09-30/2016-10-02", "2017/2018", "2017-09/2017-10", "2017-12/2018-01", "XXXX-10-29?"),
    *("2015%-10-29", "2015-10-29%", "2016-03-30?/2016-03-31?"),
    *("{2019-10-03,2019-10-05,2019-10-09}", "{2019-10-05,2019-11-12}", "{2019-12-30,2020-01-06}"),
    *("{XXXX-10-03,XXXX-10-05}", "{2015?-10-03,2015?-10-05}", "{2015-10-03~,2015-10-05~}"),
]


@pytest.mark.parametrize("date", SHOWN)
def test_what_a_page_says_is_read_back(date):
    assert typeddates.date(wording.date_label(edtf.parse(date))).edtf == date


MOMENTS = [
    ("2016-03-30T20:23+07:00", "2016-03-30T20:23+07:00"),
    ("2016-03-30T20:23", "2016-03-30T20:23"),
    ("2016-03-30T13:23:05Z", "2016-03-30T13:23:05Z"),
    ("20:23, 30/3/2016", "2016-03-30T20:23+07:00"),
    ("20:23 | 30/03/2016", "2016-03-30T20:23+07:00"),
    ("30/3/2016 20:23", "2016-03-30T20:23+07:00"),
    ("30/03/2016, 8h05", "2016-03-30T08:05+07:00"),
    ("2016-03-30 20:23", "2016-03-30T20:23+07:00"),
    ("6/10/2017", "2017-10-06"),
    ("10/2017", "2017-10"),
]
NO_MOMENTS = ["2016-03-30Tbanana", "2016-03-30T25:00", "2016-03-30T20:23+77:00", "20:23", "tối qua"]
NO_MOMENTS += ["20:23, tháng 3/2016", "20:23, 30/2/2016", "20:61, 30/3/2016"]


@pytest.mark.parametrize(("typed", "written"), MOMENTS)
def test_a_moment_is_a_date_or_a_day_with_its_time(typed, written):
    assert typeddates.moment(typed) == written


@pytest.mark.parametrize("typed", NO_MOMENTS)
def test_what_is_no_moment_is_refused(typed):
    with pytest.raises(InvalidDate):
        typeddates.moment(typed)
