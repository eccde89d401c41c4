"""Makes one style sheet of the theme's many: each would be a request before anything is drawn.

Material's sheets go: no page asks for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from egov_timeline.site.theme import has, read

_FOLDER = "assets/css"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)

_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The one sheet to be: its path in the site, and its rules."""

    path: str
    rules: str


def join(config: Any) -> Sheet | None:
    """Let the pages of `config` ask for one sheet in place of the theme's, if they name any."""
    paths = [str(path) for path in config.extra_css if has(config, str(path))]
    if not paths:
        return None
    rules = "".join(_LINES.sub("", _COMMENT.sub("", read(config, path))) + "\n" for path in paths)
    sheet = Sheet(f"{_FOLDER}/site.{crc32(rules.encode('utf-8')):08x}.css", rules)
    config.extra_css = [sheet.path, *(path for path in config.extra_css if path not in paths)]
    return sheet


def write(sheet: Sheet, site: Path) -> None:
    """Write the sheet into the built `site`, and remove those that it stands for."""
    for path in (site / _FOLDER).glob("*.css"):
        path.unlink()
    target = site / sheet.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(sheet.rules, "utf-8", newline="\n")
