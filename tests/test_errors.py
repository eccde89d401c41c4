"""A message says where, what, and the remedy; several are told at once."""

import errno

import pytest

from egov_timeline import errors
from egov_timeline.errors import Problem, ProblemsFound, TimelineError

MESSAGES = [
    (Problem("a.yml", "is empty", "Fill it."), "a.yml: is empty. Fill it."),
    (Problem("a.yml", "is empty", "Fill it.", 4), "a.yml:4: is empty. Fill it."),
    (Problem("a.yml", "is empty", "Fill it.", 1), "a.yml:1: is empty. Fill it."),
]


# what a person's file is called or holds, and how it is shown
SHOWN = [
    ("Hội thảo “A” — 1/2.txt", "Hội thảo “A” — 1/2.txt"),
    ("hai\ndòng\tvà cột", "hai\\ndòng\tvà cột"),
    ("\x1b[2J", "\\u001b[2J"),
    ("\x00\x07\r\x9b", "\\u0000\\u0007\\u000d\\u009b"),
    ("a\u202egpj.exe", "a\\u202egpj.exe"),
    ("\u2028\u2066", "\\u2028\\u2066"),
    ("tệp-\udcff", "tệp-\\udcff"),
]


@pytest.mark.parametrize(("said", "shown"), SHOWN)
def test_a_message_commands_no_terminal(said, shown):
    assert str(Problem(said, "là thư mục", "Xóa.", 1)) == f"{shown}:1: là thư mục. Xóa."


@pytest.mark.parametrize(("problem", "message"), MESSAGES)
def test_a_problem_names_file_and_line_where_there_is_one(problem, message):
    assert str(problem) == message


def test_all_problems_are_told_each_on_its_line():
    problems = [problem for problem, _ in MESSAGES]
    err = ProblemsFound(problems)
    assert str(err).splitlines() == [message for _, message in MESSAGES]
    assert err.problems == tuple(problems)


def test_one_problem_is_a_short_way_to_say_it():
    err = ProblemsFound.one("a.yml", "is empty", "Fill it.", 4)
    assert err.problems == (Problem("a.yml", "is empty", "Fill it.", 4),)


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOENT, "không có ở đó"), (errno.ENOTTY, "the system's words")]
)
def test_why_the_system_refuses_is_told_in_vietnamese_where_known(number, said):
    assert errors.cause(OSError(number, "the system's words")) == said


def test_every_error_of_the_package_has_one_base():
    own = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert ProblemsFound in own
    assert all(issubclass(error, TimelineError) for error in own)
