"""A list of wordings finds what `re` finds, wherever it is looked for."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.alternatives import Alternatives, Openings

PATTERNS = [
    r"\b(?:ra mắt|ký (?:kết|hợp đồng)|trao giải)\b",
    # what takes no room, and words that may be left out
    r"\b(?<!hằng )(?:ngày|hôm|sáng) ?\d{1,2}\b|\b(?:sáng|chiều) nay\b",
    r"\b(?:(?<!các )tổ chức(?! (?:y tế|quốc tế))|(?:lễ )?khai mạc|(?:đã ){0,2}ký)\b",
    r"(?:sơ |tổng )?kết quả?|đơn vị{2}|(?P<who>bộ|sở)\b",
    # at the begin, in brackets, behind a stop
    r"^\d{1,2}[-/]\d{1,2},|(?:\bvào |\()\d{1,2}/\d{1,2}\b|\.\.\.$",
    # one that opens as another does, and one within another
    r"họp báo|báo chí|họp|tại [^.;|)(]{2,20}, [^)]{2,9} công bố",
    # without words to fall back on
    r"^\W*ngày",
]
WORDS = [
    *("ra mắt", "ký", "kết", "hợp đồng", "trao giải", "hằng", "ngày", "12", "sáng", "nay", "các"),
    *("tổ chức", "y tế", "lễ", "khai mạc", "đã", "sơ", "tổng", "kết qu", "kết quả", "đơn vịi"),
    *("bộ", "3/11", "3-11,", "vào", "(3/11)", "...", "họp", "báo", "chí", "tại huế, viện công bố"),
    *("x", ".", ",", "\n", "𝒳", "-"),
]


def span(match: re.Match[str] | None) -> object:
    return match and (match.span(), match.groupdict())


@pytest.mark.parametrize("pattern", PATTERNS)
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=12),
    gap=st.sampled_from([" ", ""]),
    cut=st.tuples(st.integers(0, 30), st.integers(0, 60)),
)
def test_finds_what_re_finds(
    pattern: str, words: list[str], gap: str, cut: tuple[int, int]
) -> None:
    said = gap.join(words)
    begin, end = min(cut[0], len(said)), min(cut[1], len(said))
    wanted, found = re.compile(pattern), Alternatives(pattern)
    assert span(found.search(said)) == span(wanted.search(said))
    assert span(found.search(said, begin, end)) == span(wanted.search(said, begin, end))
    assert [*map(span, found.finditer(said))] == [*map(span, wanted.finditer(said))]


ANYTHING = [r"ra mắt|[abc]d", r"\w+ tổ chức", r".{3}", r"(?:lễ )?", r" ?ngày", "ký|", r"(?i:ký)"]


@pytest.mark.parametrize("pattern", ANYTHING)
def test_refuses_what_opens_with_no_word(pattern: str) -> None:
    with pytest.raises(ValueError, match="does not open with a word"):
        Alternatives(pattern)


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=12),
    gap=st.sampled_from([" ", ""]),
    cut=st.integers(0, 30),
)
def test_lists_beside_each_other_find_what_each_finds_alone(
    words: list[str], gap: str, cut: int
) -> None:
    said = gap.join(words)
    beside = Openings()
    lists = [Alternatives(pattern, beside) for pattern in PATTERNS]
    for text in (said, said[:cut], said):
        for pattern, together in zip(PATTERNS, lists, strict=True):
            found = [*map(span, together.finditer(text, 0, len(text)))]
            assert found == [*map(span, re.finditer(pattern, text))]


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    cuts=st.lists(st.integers(0, 60), min_size=1, max_size=5),
)
def test_tells_of_each_part_whether_it_holds_a_match(words: list[str], cuts: list[int]) -> None:
    said = " ".join(words)
    ends = sorted(min(cut, len(said)) for cut in cuts)
    spans = list(pairwise([0, *ends]))
    for pattern in PATTERNS:
        wanted = [bool(re.compile(pattern).search(said, *span)) for span in spans]
        assert Alternatives(pattern).holds(said, spans) == wanted
