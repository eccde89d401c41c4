"""Makes one style sheet of the theme's many: each would be a request before anything is drawn.

A font that holds text back until it is here (`font-display: block`) comes in the sheet itself: the
first that is drawn is drawn in it, and nothing moves. Material's sheets go: no page asks for them.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from typing import Any
from zlib import crc32

from egov_timeline.site.theme import find, has, read

_FOLDER = "assets/css"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)

_LINES = re.compile(r"\s*\n\s*")
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_HOLDS_BACK = re.compile(r"font-display:\s*block")
_FONT = re.compile(r"""url\("(?P<path>[^":]+\.woff2)"\)""")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The one sheet to be: its path in the site, its rules, and the paths of the fonts in them."""

    path: str
    rules: str
    fonts: tuple[str, ...]


def join(config: Any) -> Sheet | None:
    """Let the pages of `config` ask for one sheet in place of the theme's, if they name any."""
    paths = [str(path) for path in config.extra_css if has(config, str(path))]
    if not paths:
        return None
    rules = "".join(_LINES.sub("", _COMMENT.sub("", read(config, path))) + "\n" for path in paths)
    rules, fonts = _with_fonts(config, rules)
    sheet = Sheet(f"{_FOLDER}/site.{crc32(rules.encode('utf-8')):08x}.css", rules, fonts)
    config.extra_css = [sheet.path, *(path for path in config.extra_css if path not in paths)]
    return sheet


def _with_fonts(config: Any, rules: str) -> tuple[str, tuple[str, ...]]:
    """Write the fonts that hold text back into `rules`; return their paths, too."""
    fonts: list[str] = []

    def inlined(name: re.Match[str]) -> str:
        path = normpath(f"{_FOLDER}/{name['path']}")
        fonts.append(path)
        data = b64encode(find(config, path).read_bytes()).decode("ascii")
        return f'url("data:font/woff2;base64,{data}")'

    def settled(face: re.Match[str]) -> str:
        return _FONT.sub(inlined, face[0]) if _HOLDS_BACK.search(face[0]) else face[0]

    return _FACE.sub(settled, rules), tuple(fonts)


def write(sheet: Sheet, site: Path) -> None:
    """Write the sheet into the built `site`, and remove the sheets and fonts that it stands for."""
    for path in (site / _FOLDER).glob("*.css"):
        path.unlink()
    for font in sheet.fonts:
        (site / font).unlink(missing_ok=True)
    target = site / sheet.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(sheet.rules, "utf-8", newline="\n")
