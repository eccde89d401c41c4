"""A reading agrees with an annotation, is true but vaguer, or claims more than it may."""

import pytest

from egov_timeline.agreement import judge_date, same_body

DATES = [
    ("2016-03-30", "2016-03-30", "exact"),
    ("2016-03-30T20:23", "2016-03-30", "exact"),
    ("2015-10-29", "2015?-10-29", "exact"),
    ("2016-03-30", "2016-03", "partial"),
    ("2016-03-30", "XXXX-03-30", "partial"),
    ("2016-03-30/2016-03-31", "2016-03-30/2016-03-31", "exact"),
    ("2016-03", "2016-03-30", "wrong"),
    ("XXXX-03-30", "2016-03-30", "wrong"),
    ("2016-03-30", "2016-03-31", "wrong"),
    ("2016-03-30/2016-03-31", "2016-03-30", "wrong"),
    ("{2012-11-16,2012-11-23}", "2012-11-16", "wrong"),
    ("2016-03-30", None, "missing"),
    (None, "2016-03-30", "spurious"),
    (None, None, "none"),
]


@pytest.mark.parametrize(("gold", "found", "verdict"), DATES)
def test_dates(gold, found, verdict):
    assert judge_date(gold, found) == verdict


BODIES = [
    ("UBND TP. Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng", True),
    ("Sở TT-TT TP.HCM", "Sở Thông tin và Truyền thông Thành phố Hồ Chí Minh", True),
    ("Cục Tin học hóa", "Cục Tin học hóa (Bộ TT-TT)", True),
    ("Bộ Y tế", "Sở Y tế", False),
    ("Bộ Y tế", "Bộ Nội vụ", False),
    ("", "Bộ Nội vụ", False),
]


@pytest.mark.parametrize(("one", "other", "same"), BODIES)
def test_bodies(one, other, same):
    assert same_body(one, other) is same
    assert same_body(other, one) is same
