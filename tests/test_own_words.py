"""The words that one archive has of its own: what they let it read, and what is refused with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from egov_timeline.clean import clean
from egov_timeline.extract.annotate.event_nouns import find_branded, find_events
from egov_timeline.extract.annotate.organizations import bodies
from egov_timeline.extract.document import Document
from egov_timeline.facets import series
from egov_timeline.names import words as words_of
from egov_timeline.names import written_out
from egov_timeline.records import Part
from egov_timeline.text import match_key
from egov_timeline.vocabulary import NONE, Words
from egov_timeline.vocabulary.words import WordsReader
from project import vocabularies

FILE = """abbreviations: {ĐCTT: đờn ca tài tử, Đờn ca TT: đờn ca tài tử}
events:
  - {say: ngày, before: [hoa ban, (sách)]}
brands: [Carnaval]
sections: [sông nước]
things: [ĐCTT]
branches: [điện lực]
"""


def read(tmp_path: Path, text: str) -> tuple[Words, list[str]]:
    (tmp_path / "words.yml").write_text(text, "utf-8")
    reader = WordsReader("words.yml")
    return reader.words(tmp_path / "words.yml"), list(map(str, reader.problems))


@pytest.fixture
def own(tmp_path: Path) -> Words:
    told, problems = read(tmp_path, FILE)
    assert problems == []
    return told


# a sentence, and what is an event in it: by the lexicon alone, and with the words of the archive
EVENTS = [
    ("Ngày Hoa ban 2019 mở ra sáng nay", [], ["ngày"]),
    ("Ngày (sách) của tỉnh", [], ["ngày"]),
    ("Ngày 5/6, hội thảo bàn về hoa ban", ["hội thảo"], ["hội thảo"]),
    ("Ngày hoa của tỉnh", [], []),
]


@pytest.mark.parametrize(("said", "alone", "together"), EVENTS)
def test_a_noun_of_its_own_is_an_event_before_its_words(
    own: Words, said: str, alone: list[str], together: list[str]
) -> None:
    key = match_key(said)
    assert [key[start:end] for start, end, _ in find_events(key)] == alone
    assert [key[start:end] for start, end, _ in find_events(key, own)] == together


@pytest.mark.parametrize(
    ("said", "names"),
    [("Carnaval 2019 khép lại", 1), ("carnaval 2019 khép lại", 0), ("Carnaval khép lại", 0)],
)
def test_a_brand_of_its_own_is_a_name_with_its_year(own: Words, said: str, names: int) -> None:
    assert len([*find_branded(said, match_key(said), own)]) == names
    assert not [*find_branded(said, match_key(said))]


def test_a_section_of_its_own_is_no_part_of_an_article(own: Words) -> None:
    text = "Sông nước\n\nĐua ghe mở hội\n\nSáng 5/6/2019, lễ hội đua ghe khai mạc tại bờ sông.\n"
    parts = [clean(text, sections).blocks[0].part for sections in ((), own.sections)]
    assert parts[0].kept and parts[1] is Part.NAVIGATION


def test_abbreviations_of_its_own_are_written_out(own: Words) -> None:
    assert words_of("CLB ĐCTT", written_out(own.short)) == ("clb", "đờn", "ca", "tài", "tử")
    names = ("Liên hoan ĐCTT", "Liên hoan Đờn ca TT", "Liên hoan Đờn ca tài tử")
    assert len({series(name, own).id for name in names}) == 1
    assert len({series(name, NONE).id for name in names}) == 3


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Điện lực Hà Nam và Sở Y tế", ["Điện lực Hà Nam", "Sở Y tế"]),
        ("Điện lực của tỉnh và Sở Y tế", ["Sở Y tế"]),
        ("Ngành điện lực năm nay và Sở Y tế", ["Sở Y tế"]),
    ],
)
def test_a_field_of_its_own_names_a_body_with_its_province(
    own: Words, said: str, named: list[str]
) -> None:
    known = replace(vocabularies(), words=own)
    source = Document(clean(said), known)
    assert [said[body.start : body.end] for body in bodies(source, 0, len(said))] == named


@pytest.mark.parametrize("text", ["", "{}", "sections: []\n"])
def test_an_archive_need_have_none(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (NONE, [])
    assert WordsReader("words.yml").words(tmp_path / "none.yml") == NONE


REFUSED = [
    ("- a\n", "phải gồm các mục có tên", "abbreviations"),
    ("section: [a]\n", 'không có mục "section"', 'Có phải ý bạn là "sections"?'),
    ("abbreviations: [a]\n", "phải gồm chữ tắt và chữ viết đủ", "CHỮ TẮT: chữ viết đủ"),
    ("events: [ngày]\n", "events phải gồm các mục có tên", "say, before"),
    ("events: [{say: ngày}]\n", "phải có say, và before", "{say: ngày, before:"),
    ("sections: ['']\n", "sections phải là một dòng chữ", "bỏ mục này"),
]


@pytest.mark.parametrize(("text", "what", "remedy"), REFUSED)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, what: str, remedy: str
) -> None:
    _, problems = read(tmp_path, text)
    assert problems[0].startswith("words.yml:1: ")
    assert what in problems[0] and remedy in problems[0]
