"""A text that is four times as long takes four times the work: counted are calls, not seconds."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest

from egov_timeline.clean import clean
from egov_timeline.text import sentences
from egov_timeline.understanding import understand
from project import vocabularies

sys.path.append(str(Path(__file__).parent / "benchmark"))
from growth import repeated, units

LETTERS, TIMES = 5000, 4
# What once took sixteen times the work, and some that are drawn.
UNITS = [
    "quý I; ",
    "thứ hai, ",
    "năm 2017 ",
    "kỳ trước-năm 2017 thứ hai. ",
    "A “tháng 10/2017: ",
    "lần thứ 5 (lần sau sẽ ở Huế – Khách sạn Melia\n",
    "Vietnam ICT Awards 2013 – quý I-",
    "Bộ Y tế họp sáng 5/6 HĐND Minh Long (",
    "5-7/10\n",
    "ngày 5/10/2017\n",
    *units(6, seed=14),
]


def calls(text: str) -> int:
    """Return how many calls are made, of Python and of C, to understand a text."""
    count = 0

    def counting(frame: FrameType, event: str, given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        understand(text, vocabularies())
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    """What is made once, when it is first needed, is no work of one text."""
    understand(repeated("Ngày 5/10/2017, Sở Y tế tổ chức Hội thảo tại Huế. ", 500), vocabularies())


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text(unit: str) -> None:
    short, long = (calls(repeated(unit, LETTERS * times)) for times in (1, TIMES))
    assert long < 2 * TIMES * short


ENDLESS = [
    ("quý I; " * 2000, 3000),
    ("a" * 10_000, 3000),
    ("Một câu. " * 900, 10),
    (f"{'từ ' * 900}kết.", 3000),
]


@pytest.mark.parametrize(("text", "longest"), ENDLESS)
def test_no_sentence_is_without_end_and_no_letter_is_lost(text: str, longest: int) -> None:
    found = list(sentences(text, 0, len(text)))
    assert max(end - start for start, end in found) <= longest
    said = "".join(text[start:end] for start, end in found)
    assert said.replace(" ", "") == text.replace(" ", "")
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_no_paragraph_is_joined_of_lines_without_end() -> None:
    """What is joined is read anew with each line."""
    article = clean("Hội thảo Chính phủ điện tử\n\n" + "dòng chữ\n" * 4000)
    assert max(block.end - block.start for block in article.blocks) < 9000
