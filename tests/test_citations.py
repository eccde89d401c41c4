"""Legal documents named by number, and the dates that are theirs."""

import pytest

from egov_timeline.extract.annotate import citations, timex, timex_reading
from egov_timeline.text import match_key

CITED = [
    ("theo Nghị quyết 36a/NQ-CP về", ["Nghị quyết 36a/NQ-CP"]),
    ("Quyết định số 66/2015/QĐ-TTg.", ["Quyết định số 66/2015/QĐ-TTg"]),
    ("Nghị quyết số 54-NQ/TW của", ["Nghị quyết số 54-NQ/TW"]),
    ("Thông tư số 64/2013/TT- BTC,", ["Thông tư số 64/2013/TT- BTC"]),
    ("Quyết định 28/2018 của", ["Quyết định 28/2018"]),
    ("Quyết định số 80 nói", ["Quyết định số 80"]),
    ("Kế hoạch số 357 - KH/ĐU,", ["Kế hoạch số 357 - KH/ĐU"]),
    (
        "Nghị định 43/2011/NĐ-CP và Chỉ thị 58-CT/TW",
        ["Nghị định 43/2011/NĐ-CP", "Chỉ thị 58-CT/TW"],
    ),
    ("Quyết định của Thủ tướng, số người 80, đề án 5 năm, luật chơi", []),
]


@pytest.mark.parametrize(("text", "names"), CITED)
def test_cited(text, names):
    assert [text[c.start : c.end] for c in citations.find(match_key(text))] == names


def test_the_year_in_a_number():
    years = [c.year for c in citations.find("nghị định 43/2011/nđ-cp, nghị quyết 36a/nq-cp")]
    assert years == [2011, None]


# sentence; whether its only day is the document's
DATED = [
    ("Theo Nghị quyết 36a/NQ-CP ngày 14/10/2015 của Chính phủ.", True),
    ("Theo Chỉ thị số 19/CT-TTg, ngày 24.4 của Thủ tướng.", True),
    ("Theo Quyết định số 950/QĐ-TTg của Thủ tướng Chính phủ ngày 1/8/2018.", True),
    ("Ngày 14/10/2015 Chính phủ đã ban hành Nghị quyết 36a/NQ-CP.", True),
    ("Tháng 7/2018, Thủ tướng ký Quyết định 28/2018.", True),
    ("Hội nghị triển khai Nghị quyết 17/NQ-CP của Chính phủ ngày 23/7.", False),
    ("Hội nghị triển khai Nghị quyết 17/NQ-CP của Chính phủ ngày 20/3/2019 tại Huế.", False),
    ("Hội nghị triển khai Nghị quyết 17/NQ-CP sáng 23/7/2019.", False),
    (
        "Ngày 5/10/2019, Bộ tổ chức hội thảo góp ý trước khi ban hành Nghị định 13/2019/NĐ-CP.",
        False,
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_dated_by(text, expected):
    key = match_key(text)
    (when,) = (t for t in timex_reading.find(key) if t.kind in (timex.Kind.DAY, timex.Kind.MONTH))
    cited = citations.find(key)
    assert bool(citations.dated_by(key, when, cited, 0, len(key))) == expected


@pytest.mark.parametrize("text", ["nghị quyết " * 9000, "1/" * 50_000, "số 1/a" * 16_000])
def test_hostile_text_is_read_to_its_end(text):
    assert citations.find(text + " quyết định 950/qđ-ttg")[-1].end == len(text) + 22
