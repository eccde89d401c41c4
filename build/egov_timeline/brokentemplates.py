"""Say which template is broken, and on which line: of a page, or of the frame of pages.

Turns an error of Jinja into a problem, by the innermost place among the templates that are asked
about.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

from egov_timeline.errors import Problem


def problem(
    err: TemplateError,
    is_ours: Callable[[Path], bool],
    where: Callable[[Path | None], str],
    remedy: str,
) -> Problem:
    """Return what is wrong; `where` names a template, and all of them if none is told."""
    places: list[tuple[Path, int | None]] = [
        (Path(frame.filename), frame.lineno) for frame in extract_tb(err.__traceback__)
    ]
    if isinstance(err, TemplateSyntaxError):
        places.append((Path(err.filename or ""), err.lineno))
    inside = [place for place in places if is_ours(place[0])]
    path, line = inside[-1] if inside else (None, None)
    return Problem(where(path), f"mẫu trang hỏng: {err.message}", remedy, line)
