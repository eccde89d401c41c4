"""A reading agrees with an annotation, is true but vaguer, or claims more than it may."""

import pytest

from egov_timeline.agreement import judge_date, province_words, same_body, same_event_name

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
    ("{2012-11-16,2012-11-23}", "{2012-11-16,2012-11-23}", "exact"),
    ("{2012-11-16,2012-11-23}", "2012-11-16/2012-11-23", "partial"),
    ("{2012-11-16,2012-11-23}", "2012-11", "partial"),
    ("2012-11-20", "{2012-11-16,2012-11-23}", "wrong"),
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


PROVINCES = province_words(["Hà Nội", "Hà Nam", "TP. Hồ Chí Minh"])


def test_provinces_in_names_tell_bodies_apart():
    names = [f"Sở Thông tin và Truyền thông {place}" for place in ("Hà Nội", "Hà Nam", "TP.HCM")]
    assert not any(same_body(a, b, PROVINCES) for a in names for b in names if a != b)
    assert same_body(names[0], "Sở TT&TT thành phố Hà Nội", PROVINCES)


EVENT_NAMES = [
    ("Diễn đàn Cấp cao CNTT 2019", "Diễn đàn cấp cao công nghệ thông tin", True),
    ("Hội thảo hợp tác phát triển CNTT lần thứ 22", "Hội thảo hợp tác phát triển CNTT", True),
    ("Hội thảo A (lần II)", "Hội thảo A", True),
    ("Hội thảo A", "Hội thảo B", False),
    ("", "Hội thảo B", False),
]


@pytest.mark.parametrize(("one", "other", "same"), EVENT_NAMES)
def test_event_names(one, other, same):
    assert same_event_name(one, other) is same
