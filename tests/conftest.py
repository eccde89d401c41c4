"""Settings for all tests, and their one taboo: no test looks at what editors may change.

Time is measured by benchmarks, so no example fails for being slow.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hypothesis import settings

settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")

PROJECT = Path(__file__).parents[1]
OF_EDITORS = tuple(f"{PROJECT / name}{os.sep}" for name in ("seeds", "content", "mkdocs.yml"))
LOOKS = {"open", "os.scandir", "os.listdir"}


class OfEditors(AssertionError):
    """A test looked at content of the project; `tests/project.py` has a frozen one."""


def refuse(event: str, given: tuple[Any, ...]) -> None:
    """Fail a test where it looks: https://docs.python.org/3/library/audit_events.html"""
    if event not in LOOKS or not isinstance(given[0], str | bytes | os.PathLike):
        return
    path = os.fsdecode(given[0])
    # Only os.open tells no mode; what it is told of may start from an open folder (`dir_fd`).
    below_a_folder = event == "open" and given[1] is None and path[0:1] != os.sep
    whole = os.path.abspath(path)  # noqa: PTH100
    if not below_a_folder and f"{whole}{os.sep}".startswith(OF_EDITORS):
        raise OfEditors(f"{path}: editors may change it; take what `project.py` has instead")


sys.addaudithook(refuse)
