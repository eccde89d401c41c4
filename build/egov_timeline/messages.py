"""Tells problems to people as text, to machines as one JSON document, to GitHub as annotations.

Errors come first: GitHub shows but ten of each kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from egov_timeline.errors import Problem, harmless

_LEVEL = {True: "warning", False: "error"}
_NO_ERROR = "Nhắc thêm (không cản việc xuất bản):"


class Format(StrEnum):
    """For whom problems are told."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def told(problems: Iterable[Problem], form: Format, root: Path) -> str:
    """Return all problems in one form; `root` is the project's folder as seen from where one is."""
    ordered = sorted(problems, key=lambda problem: problem.warning)
    match form:
        case Format.TEXT:
            return "\n".join(_as_text(ordered))
        case Format.JSON:
            return json.dumps(_as_document(ordered), ensure_ascii=False, indent=2)
        case Format.GITHUB:
            return "\n".join(_as_command(problem, root) for problem in ordered)


def count(problems: Iterable[Problem]) -> str:
    """Return how many there are of each kind, in words."""
    warnings = [problem.warning for problem in problems]
    return f"{warnings.count(False)} lỗi, {warnings.count(True)} điều nhắc thêm"


def _as_text(ordered: Sequence[Problem]) -> list[str]:
    errors = [str(problem) for problem in ordered if not problem.warning]
    warnings = [str(problem) for problem in ordered if problem.warning]
    return [*errors, *([_NO_ERROR, *warnings] if warnings else [])]


def _as_document(ordered: Sequence[Problem]) -> dict[str, object]:
    levels = [_LEVEL[problem.warning] for problem in ordered]
    return {
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "problems": [
            {
                "level": level,
                "where": problem.where,
                "line": problem.line,
                "what": problem.what,
                "remedy": problem.remedy,
            }
            for level, problem in zip(levels, ordered, strict=True)
        ],
    }


def _as_command(problem: Problem, root: Path) -> str:
    """Return a workflow command: https://docs.github.com/actions/reference/workflow-commands"""
    level, where = _LEVEL[problem.warning], Path(problem.where)
    if where.is_absolute() or not where.suffix:
        return f"::{level}::{_data(str(problem))}"
    place = f"file={_property((root / where).as_posix())}"
    if problem.line:
        place += f",line={problem.line}"
    return f"::{level} {place}::{_data(f'{problem.what}. {problem.remedy}')}"


def _data(text: str) -> str:
    return harmless(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
