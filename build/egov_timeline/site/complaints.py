"""What MkDocs complains of, as problems that say where, what, and the remedy."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from egov_timeline import brokentemplates
from egov_timeline.errors import Problem, quoted

# 'bai-viet/x.md', quoted so in what MkDocs says of a page
_PAGE_IN_MESSAGE = re.compile(r"'([^']+\.md)'")
# `mkdocs.yml` takes this setting from the environment.
_BAD_ADDRESS = "Config value 'site_url'"
_MEND = "Sửa ở đó rồi dựng lại."


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of, and keep it off the terminal."""
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


def problems(messages: Iterable[str]) -> list[Problem]:
    """Return a problem for each of the messages that MkDocs wrote."""
    return [_problem(" ".join(message.split())) for message in dict.fromkeys(messages)]


def _problem(message: str) -> Problem:
    if message.startswith(_BAD_ADDRESS) and (address := os.environ.get("SITE_URL")):
        remedy = "Viết như https://example.org/timeline/, hoặc để trống."
        return Problem("SITE_URL", f"{quoted(address)} không phải địa chỉ trang web", remedy)
    page = _PAGE_IN_MESSAGE.search(message)
    if page is None:
        return Problem("mkdocs.yml", message.rstrip("."), _MEND)
    remedy = "Sửa ở đó; nếu là trang do máy viết thì sửa ở mẫu trang hay ở bài gốc."
    return Problem(f"content/{page[1]}", message.rstrip("."), remedy)


def unexplained(err: MkDocsException) -> Problem:
    """Return the problem for an error of which MkDocs wrote nothing."""
    what = " ".join(err.format_message().split()).rstrip(".")
    return Problem("mkdocs.yml", what, _MEND)


def in_template(root: Path, err: TemplateError) -> Problem:
    """Name the template and the line: the innermost place of the traceback inside the project."""
    theme = root.resolve() / "theme"

    def where(path: Path | None) -> str:
        return os.path.relpath(path, root) if path else "theme"

    return brokentemplates.problem(
        err, lambda path: path.is_relative_to(theme), where, "Sửa mẫu ấy."
    )
