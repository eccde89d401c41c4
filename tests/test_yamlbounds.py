"""YAML that no hand writes ends in a message with its line, whatever it would cost to read it."""

import pytest

from egov_timeline.yamlnodes import NodeReader

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
# text, line, what is said of it
REFUSED = [
    pytest.param(LAUGHS, 2, "lặp lại chỗ ghi &a", id="billion laughs"),
    pytest.param("a: &s [*s]\n", 1, "lặp lại chỗ ghi &s", id="a value that holds itself"),
    pytest.param("- &a {why: x}\n- *a\n", 2, "lặp lại chỗ ghi &a", id="a row said once more"),
    pytest.param("a: b\nc: " + "[" * 100_000, 2, "quá 20 lớp", id="brackets"),
    pytest.param("c: " + "{a: " * 50_000, 1, "quá 20 lớp", id="braces"),
    pytest.param("- " * 50_000 + "a\n", 1, "quá 20 lớp", id="dashes"),
    pytest.param("".join(f"{' ' * i}a:\n" for i in range(3_000)), 21, "quá 20 lớp", id="indents"),
    pytest.param("a: " + "x" * 9_000_000, None, "tệp lớn quá 8 MB", id="nine megabytes"),
    pytest.param('a: b\nwhy: "x\\0y"\n', 2, "U+0000", id="NUL"),
    pytest.param('a: {b: ["\\e[2J"]}\n', 1, "U+001B", id="an escape for the terminal"),
    pytest.param("a:\n  - why: x\u202ey\n", 2, "U+202E", id="right to left"),
    pytest.param('a:\n  - "\\u202e": x\n', 2, "U+202E", id="right to left in a name"),
    pytest.param('why: "x\\u2067y"\n', 1, "U+2067", id="right to left, as an escape"),
]
READ = [
    "why: 2 * 3 * 4\n",
    "why: >-\n" + " " * 60 + "thụt sâu\n",
    "why: 'dấu [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ [ nhiều'\n",
    "rows: [" + "{a: b}, " * 300 + "]\n",
    'why: "C:\\\\Windows\\t“x”"\n',
    "why: Hội\u200bthảo\n",
    "a: &x b\n",
]


@pytest.mark.parametrize(("text", "line", "what"), REFUSED)
def test_it_is_refused(text, line, what):
    reader = NodeReader("x.yml")
    reader.compose(text)
    (problem,) = reader.problems
    assert problem.line == line
    assert what in problem.what


def test_nothing_is_made_of_what_is_too_much():
    assert NodeReader("x.yml").compose(LAUGHS) is None


def test_a_slip_before_it_is_told_all_the_same():
    reader = NodeReader("x.yml")
    assert reader.compose("why: %abc\nc: " + "[" * 100_000) is None
    assert [problem.line for problem in reader.problems] == [1]


@pytest.mark.parametrize("text", READ)
def test_it_is_read(text):
    reader = NodeReader("x.yml")
    assert reader.compose(text) is not None
    assert [p for p in reader.problems if "&" not in p.what] == []
