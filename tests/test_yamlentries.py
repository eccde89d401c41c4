"""An entry is put into a file, and every other line stays as it was written."""

import difflib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.yamlentries import with_entry

ENTRY = {"field": "date", "value": "2017-10-06", "by": "editor"}
LINES = ["  - field: date", "    value: '2017-10-06'", "    by: editor"]
FILE = """\
# yaml-language-server: $schema=x
slug: a   # ghim
source: {publisher: "Báo A",   author: B}

corrections:
  # vì sao có mục này
  - field: title   # tên
    value: 'x'
    why: >-
      Dòng
      hai.

      # không phải ghi chú
  # mục sau
  - field: location
    value: {province: x}

# về bài
text:
  - {keep: "A"}
"""
TITLE = FILE[FILE.index("  - field: title") : FILE.index("  # mục sau")].splitlines()
LOCATION = FILE[FILE.index("  - field: location") : FILE.index("\n# về bài")].splitlines()
OTHER_STYLE = "corrections:\n- field: title\n  value: x\nslug: a\n"

# the file, the place of the entry that gives way, the lines that go, those that come
CHANGES = [
    (FILE, None, [], LINES),
    (FILE, 0, TITLE, LINES),
    (FILE, 1, LOCATION, LINES),
    (OTHER_STYLE, None, [], [line[2:] for line in LINES]),
    (OTHER_STYLE, 0, ["- field: title", "  value: x"], [line[2:] for line in LINES]),
    ("slug: a", None, [], ["corrections:", *LINES]),
    ("", None, [], ["corrections:", *LINES]),
    ("# chỉ ghi chú\n", None, [], ["corrections:", *LINES]),
    ("corrections: []\nslug: a # b\n", None, ["corrections: []"], ["corrections:", *LINES]),
    ("corrections:\nslug: a\n", None, [], LINES),
]


@pytest.mark.parametrize(("text", "place", "gone", "come"), CHANGES)
def test_only_the_entry_changes(text, place, gone, come):
    changed = with_entry(text, "corrections", ENTRY, place)
    lines = list(difflib.ndiff(text.splitlines(), changed.splitlines()))
    common = set(gone) & set(come)  # a line that stands in both is no change
    assert [line[2:] for line in lines if line[0] == "-"] == [x for x in gone if x not in common]
    assert [line[2:] for line in lines if line[0] == "+"] == [x for x in come if x not in common]
    assert ENTRY in yaml.safe_load(changed)["corrections"]


def test_line_ends_and_mark_of_windows_stay():
    text = "\ufeffslug: a\r\ncorrections:\r\n  - field: title\r\n"
    changed = with_entry(text, "corrections", ENTRY)
    assert changed.startswith(text)
    assert changed.count("\r\n") == changed.count("\n") == 6


def test_a_long_reason_is_set_in_lines():
    why = "Báo khác đưa tin: hội thảo họp hai ngày. " * 8
    changed = with_entry("", "corrections", {"why": why.strip()})
    assert max(map(len, changed.splitlines())) <= 100
    assert yaml.safe_load(changed) == {"corrections": [{"why": why.strip()}]}


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200)


@given(TEXTS.map(lambda text: " ".join(text.split())))
def test_any_words_are_written_so_that_they_are_read_back(words):
    entry = {"why": words, "add": [words, {"name": words}]}
    assert yaml.safe_load(with_entry(FILE, "corrections", entry))["corrections"][-1] == entry
