"""Other dated moments: first and next editions, earlier ones, documents; and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read
from egov_timeline.edtf import parse
from egov_timeline.extract.fields.milestones import milestones
from egov_timeline.records import Certainty, Evidence, Finding, Series

TITLE = "Khai mạc hội thảo quốc gia"
NAME = "Hội thảo Quốc gia về Chính phủ số"


def document(text, *, date="2020-09-17", edition=15, is_event=True, published=None):
    made = read(f"{TITLE}\n{text}")
    nowhere = (Evidence("", 0, 0, "test"),)
    made.found["is_event"] = is_event
    if date:
        made.found["date"] = Finding(parse(date), Certainty.STATED, nowhere)
    if edition:
        made.found["series"] = Finding(Series(NAME, edition), Certainty.STATED, nowhere)
    if published:
        made.found["published"] = Finding(published, Certainty.STATED, nowhere)
    return made


# sentence; kind, date, name, place
FOUND = [
    (
        "Được tổ chức lần đầu vào năm 2003, Hội thảo Quốc gia về Chính phủ số đã thành diễn đàn lớn.",
        ("first", "2003", "Hội thảo Quốc gia về Chính phủ số", None),
    ),
    (
        "Diễn đàn Đô thị thông minh Việt Nam lần đầu tiên được tổ chức tháng 5/2012.",
        ("first", "2012-05", "Diễn đàn Đô thị thông minh Việt Nam", None),
    ),
    (
        "Sự kiện được tổ chức thường niên từ năm 2008.",
        ("first", "2008", NAME, None),
    ),
    (
        "Cuối buổi, ban tổ chức trao cờ đăng cai Hội thảo Hợp tác công nghệ Việt Nam lần thứ XXII "
        "năm 2021 cho đại diện tỉnh Vĩnh Long.",
        (
            "announced",
            "2021",
            "Hội thảo Hợp tác công nghệ Việt Nam lần thứ XXII năm 2021",
            "Vĩnh Long",
        ),
    ),
    (
        "Ở kỳ gần nhất vào tháng 8.2019, hội thảo lần thứ 14 có hơn 600 khách.",
        ("edition", "2019-08", f"{NAME} lần thứ 14", None),
    ),
    (
        "Ngày 14/10/2015, Chính phủ đã ban hành Nghị quyết 36a/NQ-CP về Chính phủ điện tử với kỳ "
        "vọng nâng cao hiệu quả.",
        ("document", "2015-10-14", "Nghị quyết 36a/NQ-CP về Chính phủ điện tử", None),
    ),
    (
        "Mô hình theo Quyết định số 66/2015/QĐ-TTg ngày 25/12 của Thủ tướng.",
        ("document", "2015-12-25", "Quyết định số 66/2015/QĐ-TTg", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text, expected):
    made = document(text)
    (found,) = milestones(made)
    value = found.value
    assert (value.kind, value.date.edtf, value.name, value.place) == expected
    assert all(made.text[e.start : e.end] == e.quote for e in found.evidence)
    assert found.certainty is Certainty.STATED


NONE = [
    "Được tổ chức lần đầu tại Hà Nội, hội thảo đã thành diễn đàn lớn.",  # no year
    "Hội thảo lần thứ 15 diễn ra ngày 17/9/2020.",  # the event itself
    "Trong những năm tới, hội thảo hướng đến mục tiêu của năm 2025.",  # an aim
    "Kỳ tới, hội thảo sẽ đăng cai ở Huế.",  # no year
    "Theo Chỉ thị số 19/CT-TTg ngày 24.4 của Thủ tướng.",  # no year and no stamp
    "Năm 2019, tỷ lệ hồ sơ trực tuyến của hội thảo đạt 30%.",
    "Lần đầu tiên từ năm 2010, tỉnh có hạ tầng tốt.",  # nothing held
]


@pytest.mark.parametrize("text", NONE)
def test_none(text):
    assert milestones(document(text)) == ()


def test_the_stamp_fixes_the_year_of_a_document():
    made = document("Theo Chỉ thị số 19/CT-TTg ngày 24.4 của Thủ tướng.", published="2020-09-03")
    (found,) = milestones(made)
    assert found.value.date.edtf == "2020-04-24"
    assert found.certainty is Certainty.INFERRED
    made = document("Theo Chỉ thị số 19/CT-TTg ngày 24.12 của Thủ tướng.", published="2020-09-03")
    (found,) = milestones(made)
    assert found.value.date.edtf == "2019-12-24"


def test_a_text_without_event_has_documents_only():
    text = " ".join(sentence for sentence, _ in FOUND)
    kinds = {m.value.kind for m in milestones(document(text, is_event=False))}
    assert kinds == {"document"}


def test_said_twice_is_one_milestone():
    text = "Theo Quyết định 950/QĐ-TTg ngày 1/8/2018. Lại theo Quyết định 950/QĐ-TTg ngày 1/8/2018."
    assert len(milestones(document(text))) == 1


PIECES = st.sampled_from(
    ["năm 2003", "ngày 5/6/2018", "lần đầu", "tổ chức", "Hội thảo Quốc gia về Dữ liệu", "đăng cai",
     "lần thứ 14", "Quyết định 950/QĐ-TTg", "ban hành", "kỳ trước", "tại Huế", ".", ",", "về", "\n",
     "ngày 29/2", "Nghị định 43/2011/NĐ-CP"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_evidence_is_the_text(text):
    made = document(text)
    for found in milestones(made):
        assert found.evidence and found.value.date.year
        assert all(made.text[e.start : e.end] == e.quote for e in found.evidence)
