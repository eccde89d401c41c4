"""Days and hours as portals stamp them, and numbers that are none."""

import re
from datetime import date

import pytest

from egov_timeline import moments

DAY = re.compile(moments.DAY)
CLOCK = re.compile(moments.CLOCK)

DAYS = [
    ("30/03/2016", date(2016, 3, 30)),
    ("3-9-2020", date(2020, 9, 3)),
    ("15 - 07 - 2020", date(2020, 7, 15)),
    ("14.1.11", date(2011, 1, 14)),
    ("14.1.99", date(1999, 1, 14)),
    ("5/23/2008", date(2008, 5, 23)),
    ("2025-06-28", date(2025, 6, 28)),
    ("2020/09/17", date(2020, 9, 17)),
    ("8 tháng 4 năm 2021", date(2021, 4, 8)),
    ("12 tháng ba, 2020", date(2020, 3, 12)),
    ("12 tháng mười hai, 2020", date(2020, 12, 12)),
    ("20 tháng 10, 2019", date(2019, 10, 20)),
    ("29 tháng 12 2011", date(2011, 12, 29)),
    ("tháng mười một 2, 2021", date(2021, 11, 2)),
    ("23 june 2017", date(2017, 6, 23)),
    ("3rd oct, 2017", date(2017, 10, 3)),
    ("sept. 5, 2018", date(2018, 9, 5)),
    ("31/02/2019", None),
]


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_a_day(said, day):
    found = DAY.fullmatch(said)
    assert found and moments.day(found) == day


@pytest.mark.parametrize("said", ["36/2016", "32/01/2016", "tháng 3/2016", "30/03", "1.204.577"])
def test_no_day(said):
    assert DAY.search(said) is None


@pytest.mark.parametrize(
    ("said", "hour", "minute"),
    [
        ("08:17", "08", "17"),
        ("9h30", "9", "30"),
        ("16 giờ 10", "16", "10"),
        ("4:44:00 pm", "4", "44"),
    ],
)
def test_a_clock(said, hour, minute):
    found = CLOCK.fullmatch(said)
    assert found and (found["hour"], found["minute"]) == (hour, minute)


@pytest.mark.parametrize("said", ["24:61", "8 giờ", "10 phút"])
def test_no_clock(said):
    assert CLOCK.search(said) is None
