"""Lines that were cut at a width, or by a stray break, read as the sentences that they are."""

from __future__ import annotations

import pytest

from documents import vocabularies
from egov_timeline.clean import clean
from egov_timeline.records import Certainty
from egov_timeline.text import normalize
from egov_timeline.understanding import understand

TITLE = "Hội thảo An toàn thông tin miền Trung"
LEAD = (
    "Sáng ngày 14/8/2016, tại Đà Nẵng, Sở Thông tin và Truyền thông Đà Nẵng phối hợp với"
    " Hội Tin học Việt Nam tổ chức Hội thảo An toàn thông tin cho chính quyền điện tử của các"
    " tỉnh miền Trung."
)
REST = "Hội thảo có 150 đại biểu từ các sở, ngành đến dự và trao đổi kinh nghiệm về mã độc."


def wrapped(text: str, width: int) -> str:
    """Return `text` with a line end wherever the next word would not fit."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def blocks(text: str) -> list[str]:
    article = clean(normalize(text))
    return [" ".join(article.text[b.start : b.end].split()) for b in article.blocks]


@pytest.mark.parametrize("width", [40, 48, 55, 60, 66, 72, 80])
def test_a_page_of_any_width_reads_as_its_paragraphs(width: int) -> None:
    page = "\n".join([TITLE, wrapped(LEAD, width), wrapped(REST, width)])
    assert blocks(page) == [TITLE, LEAD, REST]


@pytest.mark.parametrize("width", [40, 48, 55, 60, 66, 72, 80])
def test_its_facts_are_those_of_the_text_as_it_was_written(width: int) -> None:
    plain = "\n".join([TITLE, LEAD, REST])
    page = "\n".join([TITLE, wrapped(LEAD, width), wrapped(REST, width)])
    (_, wanted), (article, found) = (understand(t, vocabularies()) for t in (plain, page))
    for name in ("title", "event", "date", "location"):
        assert getattr(found, name).value == getattr(wanted, name).value
    assert [f.value for f in found.organizer] == [f.value for f in wanted.organizer] != []
    for finding in (found.title, found.event, found.date, *found.organizer, *found.themes):
        for evidence in finding.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.quote
    assert found.date.certainty is Certainty.STATED


def test_a_headline_in_a_narrow_column_is_made_whole_by_what_the_text_says() -> None:
    page = """Hội nghị Chuyển đổi số
vùng Đồng bằng sông
Cửu Long
Thứ sáu, 27/11/2020 - 08:30
Ngày 26/11/2020, tại thành phố Cần Thơ, Bộ Thông
tin và Truyền thông phối hợp với UBND thành phố
Cần Thơ tổ chức Hội nghị Chuyển đổi số vùng Đồng
bằng sông Cửu Long."""
    assert blocks(page)[0] == "Hội nghị Chuyển đổi số vùng Đồng bằng sông Cửu Long"


APART = [
    # the author below a line that is full
    (f"{TITLE}\n{wrapped(LEAD, 60)}\nThu Hương", "Thu Hương"),
    # a list
    (f"{TITLE}\n{wrapped(LEAD, 60)}\n- Dữ liệu mở\n- Đô thị thông minh", "- Đô thị thông minh"),
    # short lines of a page that is not wrapped
    (f"{TITLE}\n{LEAD}\nQuang cảnh hội thảo\nChủ tọa điều hành\n{REST}", "Chủ tọa điều hành"),
]


@pytest.mark.parametrize(("page", "line"), APART)
def test_what_stands_on_its_own_is_not_joined(page: str, line: str) -> None:
    assert line in blocks(page)
