"""What is written like a day and is none: `explain` says why no date was made of it."""

from __future__ import annotations

import pytest

from egov_timeline.extract.annotate.uncalendared import IMPOSSIBLE, LUNAR, find

FOUND = [
    ("lễ giỗ tổ mùng 10/3 âm lịch tại đền", "mùng 10/3 âm lịch", LUNAR),
    ("hội làng ngày 15 tháng 8 (âm lịch) vừa qua", "ngày 15 tháng 8 (âm lịch)", LUNAR),
    ("khai hội rằm tháng giêng", "rằm tháng giêng", LUNAR),
    ("tối 23 tháng chạp", "23 tháng chạp", LUNAR),
    ("ngày 31/2, sở tổ chức", "ngày 31/2", IMPOSSIBLE),
    ("sáng 29/2/2019 tại huế", "sáng 29/2/2019", IMPOSSIBLE),
    ("ngày 5/13/2018, sở tổ chức", "ngày 5/13/2018", IMPOSSIBLE),
    ("hội thảo 15/13/2018 tại huế", "15/13/2018", IMPOSSIBLE),
    ("ngày 31 tháng 4 năm 2018", "ngày 31 tháng 4 năm 2018", IMPOSSIBLE),
]
NOT_FOUND = [
    "ngày 29/2, sở tổ chức",  # of a year that has one
    "ngày 28/2/2019",
    "trong 15 tháng 3 năm qua",
    "đạt 45/50 điểm",
    "quyết định số 45/50/qđ",
    "phiên bản 31.2.4",
    "tháng 3/21/2008",
    "hơn 31.2 triệu lượt",
]


@pytest.mark.parametrize(("key", "quote", "reason"), FOUND)
def test_a_day_that_is_none_is_found(key, quote, reason):
    assert [(key[start:end], why) for (start, end), why in find(key)] == [(quote, reason)]


@pytest.mark.parametrize("key", NOT_FOUND)
def test_what_is_a_day_or_none_at_all_is_not(key):
    assert list(find(key)) == []
