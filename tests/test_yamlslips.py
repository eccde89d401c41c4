"""A slip in YAML is told with its line, libyaml's reason and what to write instead."""

import pytest
import yaml

from egov_timeline import yamlslips

# text, line, libyaml's reason, remedy
SLIPS = [
    (
        "slug: a\ntitle: Hội thảo: A\n",
        2,
        "mapping values are not allowed in this context",
        'Đặt giá trị trong dấu nháy: title: "Hội thảo: A"',
    ),
    ('a:\n  - "Sông" Hồng\n', 2, "'-' indicator", """trong dấu nháy: - '"Sông" Hồng'"""),
    ('label: "Sông" Hồng\nid: x\n', 1, "expected key", """nháy: label: '"Sông" Hồng'"""),
    ("why: %abc\n", 1, "cannot start any token", 'trong dấu nháy: why: "%abc"'),
    ("why: @abc\n", 1, "cannot start any token", 'trong dấu nháy: why: "@abc"'),
    ("why: `abc\n", 1, "cannot start any token", 'trong dấu nháy: why: "`abc"'),
    ("why: *abc\n", 1, "undefined alias", 'trong dấu nháy: why: "*abc"'),
    ("why: [Hội] nghị\n", 1, "expected key", 'trong dấu nháy: why: "[Hội] nghị"'),
    ("why: 'it's'\n", 1, "expected key", """trong dấu nháy: why: "it's\""""),
    ('why: "abc\nby: x\n', 1, "end of stream", 'trong dấu nháy: why: "abc"'),
    ("why: - abc\n", 1, "sequence entries", 'trong dấu nháy: why: "- abc"'),
    ("why: ? abc\n", 1, "keys are not allowed", 'trong dấu nháy: why: "? abc"'),
    ("why: | abc\n", 1, "comment or line break", 'trong dấu nháy: why: "| abc"'),
    ("source:\n\turl: x\n", 2, "cannot start any token", "Thay tab bằng dấu cách: url: x"),
    ("slug: [a\n", 1, "',' or ']'", "Xem lại dấu"),
    ("a: b\n c: d\n", 2, "mapping values", "Xem lại dấu và phần thụt đầu dòng ở đó."),
    ("a: x\x07y\n", 1, "U+0007", "Xóa ký tự đó."),
]


@pytest.mark.parametrize(("text", "line", "reason", "remedy"), SLIPS)
def test_a_slip_is_told_with_its_remedy(text, line, reason, remedy):
    slip, *_ = yamlslips.slips(text)
    assert slip.line == line
    assert reason in slip.what
    assert remedy in slip.remedy


@pytest.mark.parametrize("text", [row[0] for row in SLIPS if "trong dấu nháy" in row[3]])
def test_the_line_that_is_shown_is_right(text):
    (slip,) = yamlslips.slips(text)
    lines = text.split("\n")
    line = lines[slip.line - 1]
    indent = line[: len(line) - len(line.lstrip())]
    lines[slip.line - 1] = indent + slip.remedy.partition("nháy: ")[2]
    yaml.safe_load("\n".join(lines))


def test_all_slips_of_a_file_are_told_in_one_run():
    text = 'title: A: b\nwhy: %c\nlabel: "d" e\nby: \x01\n'
    assert sorted(slip.line for slip in yamlslips.slips(text)) == [1, 2, 3, 4]


@pytest.mark.parametrize("text", ["", "a: b\n", "- a\n- 'b: c'\n", "a: >-\n  b: c %d\n"])
def test_what_can_be_read_has_no_slip(text):
    assert list(yamlslips.slips(text)) == []


def test_a_first_word_that_yaml_would_drop_is_told():
    (slip,) = yamlslips.drops_words("slug: a\nwhy: &Hội nghị\n")
    assert (slip.line, slip.remedy) == (2, 'Đặt giá trị trong dấu nháy: why: "&Hội nghị"')
    assert list(yamlslips.drops_words("why: A & B!\nurl: http://a?b&c\n")) == []
