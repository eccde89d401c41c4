"""Fill the package's templates: the one place where values become HTML.

Every value is escaped, and none is ever itself a template: what an article says, a page shows; nor
does its direction of writing reach the words of the page. A project may have templates that go
before those of the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
)
from markupsafe import Markup

from egov_timeline import brokentemplates, cache, wording
from egov_timeline.bidi import closed
from egov_timeline.cache import Key
from egov_timeline.errors import Problem, ProblemsFound

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
# What Markdown takes for a sign, or a template of a theme.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>&!#|~^=+\"'-]")


def _in_markdown(said: str) -> Markup:
    """Return words for a page that is Markdown, with none of them a sign of it."""
    return Markup(_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", closed(said)))


_TEMPLATES.filters["in_markdown"] = _in_markdown
_filling = _TEMPLATES  # or those of a project


@contextmanager
def of_project(root: Path) -> Iterator[None]:
    """Let templates of the project at `root` go before those of the package for a while.

    Pages are written by many, deep down, and in forks: what they write by is no value among others.
    Raises ProblemsFound for a template that is broken.
    """
    global _filling
    own = root / FOLDER
    if not own.is_dir():
        yield
        return
    _filling = _with_own(own, cache.of_folders([own]))
    try:
        yield
    except TemplateError as err:
        raise ProblemsFound([_broken(err)]) from err
    finally:
        _filling = _TEMPLATES


@lru_cache(maxsize=1)
def _with_own(folder: Path, content: Key) -> Environment:
    """Return templates of which those in `folder`, with this content, go before the package's.

    As long as none of them changes, who builds again and again has them compiled.
    """
    return _TEMPLATES.overlay(loader=ChoiceLoader([FileSystemLoader(folder), _PACKAGED]))


def _broken(err: TemplateError) -> Problem:
    """Name the template and the line: the innermost place among templates."""

    def where(path: Path | None) -> str:
        return (Path(FOLDER) / path.name if path else Path(FOLDER)).as_posix()

    remedy = "Sửa mẫu ấy, hoặc bỏ đi để dùng mẫu của gói."
    return brokentemplates.problem(err, lambda path: path.suffix == ".j2", where, remedy)


def fill(template: str, **values: Any) -> str:
    """Return `template`, filled in with `values`."""
    return _filling.get_template(template).render(**values).strip()
