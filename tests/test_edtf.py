"""EDTF dates: what is accepted, what is refused, and the bounds that follow."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline.edtf import InvalidDate, parse

ACCEPTED = [
    ("2016-03-30", "2016-03-30", "2016-03-30", "day"),
    ("2017", "2017-01-01", "2017-12-31", "year"),
    ("2016-02", "2016-02-01", "2016-02-29", "month"),
    ("2017-10-05/2017-10-06", "2017-10-05", "2017-10-06", "day"),
    ("2018-12-30/2019-01-02", "2018-12-30", "2019-01-02", "day"),
    ("2017-04/2017-06", "2017-04-01", "2017-06-30", "month"),
    ("2015?-10-29", "2015-10-29", "2015-10-29", "day"),
    ("2015~", "2015-01-01", "2015-12-31", "year"),
    ("XXXX-10-29/XXXX-10-30", None, None, "day"),
    ("XXXX-10", None, None, "month"),
    ("XXXX-02-29", None, None, "day"),
    ("XXXX-12-30/XXXX-01-02", None, None, "day"),
    ("{2019-10-03,2019-10-05,2019-10-09}", "2019-10-03", "2019-10-09", "day"),
    ("{2019-12-30,2020-01-06}", "2019-12-30", "2020-01-06", "day"),
    ("{2015?-10-03,2015?-10-05}", "2015-10-03", "2015-10-05", "day"),
    ("{XXXX-10-03,XXXX-10-05}", None, None, "day"),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precision"), ACCEPTED)
def test_accepted(edtf, earliest, latest, precision):
    found = parse(edtf)
    assert found.edtf == edtf
    assert found.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert found.latest == (date.fromisoformat(latest) if latest else None)
    assert found.precision == precision


REFUSED = [
    "",
    "30/03/2016",
    "2016-3-30",
    "2016-13",
    "0000",
    "0000-03-30",
    "2016-02-30",
    "2015-02-29",
    "XXXX",
    "XXXX-04-31",
    "2016-03-30T20:23",
    "2016-03-30/",
    "2017-10-06/2017-10-05",
    "2017-10-05/XXXX-10-06",
    "mùa thu 2016",
    "{2019-10-03}",
    "{2019-10-03,2019-10-05",
    "{2019-10-05,2019-10-03}",
    "{2019-10-03,2019-10-03}",
    "{2019-10-03,2019-10}",
    "{2019-10-03,XXXX-10-05}",
    "{2019-10-03,2019?-10-05}",
    "{2019-10-03, 2019-10-05}",
    "{2019-10-03..2019-10-05}",
    "{}",
]


@pytest.mark.parametrize("edtf", REFUSED)
def test_refused(edtf):
    with pytest.raises(InvalidDate):
        parse(edtf)


def test_marks():
    assert parse("2015?-10-29").uncertain
    assert not parse("2015?-10-29").approximate
    assert parse("2015~").approximate
    assert parse("2015%").uncertain and parse("2015%").approximate
    assert not parse("2015").uncertain


def test_a_set_is_of_its_days_and_of_none_between_them():
    found = parse("{2019-10-03,2019-10-05}")
    assert found.is_set and found.is_interval and not found.uncertain
    assert [point.day for point in found.days] == [3, 5]
    assert not parse("2019-10-03/2019-10-05").is_set


def test_a_set_stands_in_order_with_other_dates():
    dates = ["2019-10-06", "{2019-10-03,2019-10-05}", "2019-10-03", "{XXXX-10-03,XXXX-10-05}"]
    ordered = sorted(map(parse, dates), key=lambda d: d.sort_key)
    assert [d.edtf for d in ordered] == [dates[2], dates[1], dates[0], dates[3]]


def test_order_puts_the_unknown_year_last():
    dates = ["XXXX-01-01", "2020", "2018-07-18", "2003", "2018"]
    ordered = sorted(map(parse, dates), key=lambda d: d.sort_key)
    assert [d.edtf for d in ordered] == ["2003", "2018", "2018-07-18", "2020", "XXXX-01-01"]


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@settings(deadline=None)
@given(DAYS, DAYS)
def test_interval_bounds(one, other):
    first, last = sorted((one, other))
    found = parse(f"{first}/{last}")
    assert (found.earliest, found.latest) == (first, last)
    assert found.is_interval == (first != last)


@settings(deadline=None)
@given(DAYS)
def test_less_precise_dates_contain_the_day(day):
    for edtf in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"):
        found = parse(edtf)
        assert found.earliest and found.latest
        assert found.earliest <= day <= found.latest


@settings(deadline=None)
@given(st.text(alphabet="0123456789X-/?~%{},", max_size=24))
def test_any_string_is_a_date_or_refused(edtf):
    try:
        found = parse(edtf)
    except InvalidDate:
        return
    earliest, latest, _ = found.sort_key
    assert earliest <= latest
