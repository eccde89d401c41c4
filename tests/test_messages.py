"""Problems as text, as one document and as annotations: each says all, and nothing gets out of its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.errors import Problem
from egov_timeline.messages import Format, count, told

SIDECAR = Problem("seeds/articles/x.yml", 'không có địa điểm "hue-2"', 'Có phải ý bạn là "hue"?', 4)
STALE = Problem("content/index.md", "đã cũ so với seeds/", "Chạy build.", warning=True)
HERE = Path()


def test_text_tells_errors_first_and_what_hinders_nobody_apart() -> None:
    assert told([STALE, SIDECAR], Format.TEXT, HERE).splitlines() == [
        'seeds/articles/x.yml:4: không có địa điểm "hue-2". Có phải ý bạn là "hue"?',
        "Nhắc thêm (không cản việc xuất bản):",
        "content/index.md: đã cũ so với seeds/. Chạy build.",
    ]
    assert count([STALE, SIDECAR]) == "1 lỗi, 1 điều nhắc thêm"


def test_machines_get_one_document() -> None:
    assert json.loads(told([STALE, SIDECAR], Format.JSON, HERE)) == {
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "level": "error",
                "where": "seeds/articles/x.yml",
                "line": 4,
                "what": 'không có địa điểm "hue-2"',
                "remedy": 'Có phải ý bạn là "hue"?',
            },
            {
                "level": "warning",
                "where": "content/index.md",
                "line": None,
                "what": "đã cũ so với seeds/",
                "remedy": "Chạy build.",
            },
        ],
    }


# problem, folder of the project as seen from the top of the repository, annotation
ANNOTATIONS = [
    (STALE, ".", "::warning file=content/index.md::đã cũ so với seeds/. Chạy build."),
    (
        SIDECAR,
        "archive",
        "::error file=archive/seeds/articles/x.yml,line=4::"
        'không có địa điểm "hue-2". Có phải ý bạn là "hue"?',
    ),
    (
        Problem("seeds/articles/50%, a:b.txt", "100%::warning::\n::error::x", "Sửa."),
        ".",
        "::error file=seeds/articles/50%25%2C a%3Ab.txt::100%25::warning::%0A::error::x. Sửa.",
    ),
    # What is no file of the repository is told in words alone.
    (
        Problem("SITE_URL", "không phải địa chỉ", "Sửa."),
        ".",
        "::error::SITE_URL: không phải địa chỉ. Sửa.",
    ),
    (Problem("/nhà/x.d", "không có", "Sửa."), ".", "::error::/nhà/x.d: không có. Sửa."),
]


@pytest.mark.parametrize(("problem", "root", "annotation"), ANNOTATIONS)
def test_github_gets_an_annotation_at_file_and_line(
    problem: Problem, root: str, annotation: str
) -> None:
    assert told([problem], Format.GITHUB, Path(root)) == annotation


ANY = st.builds(Problem, st.text(min_size=1), st.text(), st.text(), st.none() | st.integers(1))


@given(st.lists(ANY))
def test_no_text_begins_an_annotation_of_its_own(problems: list[Problem]) -> None:
    lines = re.split(r"[\r\n]", told(problems, Format.GITHUB, HERE)) if problems else []
    assert len(lines) == len(problems)
    assert all(line.startswith("::error") for line in lines)


def test_nothing_to_tell_is_no_line_and_still_a_document() -> None:
    assert told([], Format.TEXT, HERE) == told([], Format.GITHUB, HERE) == ""
    assert json.loads(told([], Format.JSON, HERE))["problems"] == []
