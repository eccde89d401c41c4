"""What an editor says of the text, and of the day on which it appeared, is understood with it."""

from __future__ import annotations

import pytest

from documents import vocabularies
from egov_timeline.inputs import Doing, TextEdit
from egov_timeline.records import Certainty, Part
from egov_timeline.understanding import understand

YESTERDAY = """Hội thảo Chính quyền số tại Lào Cai

Hôm qua, Sở Thông tin và Truyền thông tỉnh Lào Cai tổ chức Hội thảo Chính quyền số tại Sa Pa."""
DAY = YESTERDAY.replace("Hôm qua", "Sáng 5/10")
STAMPED = DAY.replace("\n\n", "\n\n08:00 | 06/10/2017\n\n", 1)


def test_without_a_day_of_publication_there_is_no_day() -> None:
    _, found = understand(YESTERDAY, vocabularies())
    assert found.date is None
    assert found.published is None


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        (YESTERDAY, "2017-10-06", "2017-10-05"),
        (YESTERDAY, "2017-10-06T08:00+07:00", "2017-10-05"),
        (DAY, "2017-10-06", "2017-10-05"),
        (DAY, "2018-01-02", "2017-10-05"),
        # What is no day of publication fixes no day, and no year either.
        (YESTERDAY, "2017-10", None),
        (YESTERDAY, "2017", None),
        (DAY, "2017", "XXXX-10-05"),
        (DAY, "2017?-10-06", "XXXX-10-05"),
    ],
)
def test_an_editor_gives_the_day_of_publication(
    text: str, published: str, date: str | None
) -> None:
    _, found = understand(text, vocabularies(), published)
    assert found.published.value == published
    assert found.published.certainty is Certainty.INFERRED
    assert (found.date and found.date.value.edtf) == date


def test_what_follows_from_it_says_so() -> None:
    _, found = understand(DAY, vocabularies(), "2017-10-06")
    assert found.date.certainty is Certainty.INFERRED
    assert [e.quote for e in found.date.evidence] == ["Sáng 5/10"]
    assert found.date.why == "theo ngày đăng bài 6/10/2017 do biên tập viên ghi"


def test_a_stamp_that_says_the_same_is_quoted() -> None:
    _, found = understand(STAMPED, vocabularies(), "2017-10-06")
    assert found.published.value == "2017-10-06T08:00+07:00"
    assert found.published.certainty is Certainty.STATED
    assert found.date.why == "năm 2017: theo dòng ghi ngày đăng “08:00 | 06/10/2017”"


def test_an_editor_knows_better_than_what_looks_like_a_stamp() -> None:
    _, found = understand(STAMPED, vocabularies(), "2019-10-06")
    assert found.published.value == "2019-10-06"
    assert found.date.value.edtf == "2019-10-05"


SPOILED = DAY.replace("5/10", "5/lO/2O17").replace("Lào Cai tổ chức", "Lào Ca1 tổ chức")
EDITS = (
    TextEdit(Doing.READ, "Sáng 5/lO/2O17", 3, read="Sáng 5/10/2017", why="lỗi nhận dạng chữ"),
    TextEdit(Doing.READ, "Lào Ca1", 4, read="Lào Cai", why="lỗi nhận dạng chữ"),
)


def test_words_are_read_as_an_editor_reads_them_and_quoted_as_they_stand() -> None:
    article, found = understand(SPOILED, vocabularies(), edits=EDITS)
    assert article.text == SPOILED
    assert found.date.value.edtf == "2017-10-05"
    assert found.date.certainty is Certainty.INFERRED
    assert "biên tập viên đọc “Sáng 5/lO/2O17” là “Sáng 5/10/2017”" in found.date.why
    (body,) = found.organizer
    assert body.value.id == "so-tttt-lao-cai"
    assert body.why
    for finding in (found.title, found.date, *found.organizer):
        for evidence in finding.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.quote
    assert "5/lO/2O17" in found.date.evidence[0].quote
    assert "biên tập viên" not in found.title.why


PARTED = """Hội thảo Dữ liệu mở Thái Bình
Ngày 5/6/2019, tại thành phố Thái Bình, Sở Thông tin và Truyền thông Thái Bình tổ chức Hội thảo Dữ liệu mở.
Một đoạn thừa của trang đã được chép theo vào giữa bài viết này.
Tin liên quan
Các đại biểu đề nghị bổ sung kinh phí đào tạo cho cán bộ xã.
Hội thảo bế mạc vào chiều cùng ngày."""


def parts(*edits: TextEdit) -> dict[str, Part]:
    article, _ = understand(PARTED, vocabularies(), edits=edits)
    return {article.text[b.start : b.start + 12]: b.part for b in article.blocks}


def test_paragraphs_are_kept_and_left_out_as_an_editor_decides() -> None:
    before = parts()
    assert not before["Các đại biểu"].kept
    assert before["Một đoạn thừ"].kept
    keep = TextEdit(Doing.KEEP, "Các đại  biểu đề nghị", 3)
    drop = TextEdit(Doing.DROP, "Một đoạn thừa", 4)
    after = parts(keep, drop)
    assert after["Các đại biểu"].kept
    assert after["Một đoạn thừ"] is Part.DROPPED
    changed = {"Các đại biểu", "Một đoạn thừ"}
    assert {k: v for k, v in after.items() if k not in changed} == {
        k: v for k, v in before.items() if k not in changed
    }
