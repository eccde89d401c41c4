"""Fill the package's templates: the one place where values become HTML.

Every value is escaped, and none is ever itself a template: what an article says, a page shows; nor
does its direction of writing reach the words of the page. A project may have templates that go
before those of the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from egov_timeline import wording
from egov_timeline.bidi import closed
from egov_timeline.errors import BROKEN_TEMPLATE, Problem, ProblemsFound

# Where a project has its own.
FOLDER = "templates"
_PACKAGED = PackageLoader("egov_timeline", "templates")
_TEMPLATES = Environment(
    loader=_PACKAGED,
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
    finalize=lambda value: closed(value) if isinstance(value, str) else value,
)
_TEMPLATES.globals["wording"] = wording


@contextmanager
def of_project(root: Path) -> Iterator[None]:
    """Let templates of the project at `root` go before those of the package for a while.

    Pages are written by many, deep down, and in forks: what they write by is no value among others.
    Raises ProblemsFound for a template that is broken.
    """
    own = root / FOLDER
    _lay([FileSystemLoader(own)])
    try:
        yield
    except TemplateError as err:
        if not own.is_dir():
            raise
        raise ProblemsFound([_broken(err)]) from err
    finally:
        _lay([])


def _broken(err: TemplateError) -> Problem:
    """Name the template and the line: the innermost place among templates."""
    places = [(frame.filename, frame.lineno) for frame in extract_tb(err.__traceback__)]
    if isinstance(err, TemplateSyntaxError):
        places.append((err.filename or "", err.lineno))
    inside = [(name, line) for name, line in places if Path(name).suffix == ".j2"]
    name, line = inside[-1] if inside else ("", None)
    where = (Path(FOLDER) / Path(name).name).as_posix()
    remedy = "Sửa mẫu ấy, hoặc bỏ đi để dùng mẫu của gói."
    return Problem(where, BROKEN_TEMPLATE.format(err.message), remedy, line)


def _lay(over: list[FileSystemLoader]) -> None:
    _TEMPLATES.loader = ChoiceLoader([*over, _PACKAGED])
    if _TEMPLATES.cache is not None:
        _TEMPLATES.cache.clear()


def fill(template: str, **values: Any) -> str:
    """Return `template`, filled in with `values`."""
    return _TEMPLATES.get_template(template).render(**values).strip()
