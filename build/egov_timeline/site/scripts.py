"""Makes one script of those that each page asks for, and one of those that answer a search.

Each would be a request of its own. Comments go: half of the bytes speak to readers of the source.
A project's own scripts stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from rjsmin import jsmin

from egov_timeline.site.theme import has, read

_FOLDER = "assets/js"
# Of `extra` in the settings: what a page asks for only when a reader searches.
LATER = "search"


@dataclass(frozen=True, slots=True)
class Script:
    """One script to be: its path in the site, its text, and the paths that it stands for."""

    path: str
    text: str
    parts: tuple[str, ...]


def join(config: Any) -> tuple[Script, ...]:
    """Let the pages of `config` ask for one script in place of the theme's, now and later."""
    now, config.extra_javascript = _joined(config, "site", config.extra_javascript)
    later, config.extra[LATER] = _joined(config, LATER, config.extra.get(LATER) or [])
    return (*now, *later)


def _joined(config: Any, name: str, listed: list[Any]) -> tuple[tuple[Script, ...], list[Any]]:
    ours = [script for script in listed if has(config, str(script))]
    if not ours:
        return (), listed
    parts = tuple(map(str, ours))
    text = "".join(f"{jsmin(read(config, path))}\n" for path in parts)
    path = f"{_FOLDER}/{name}.{crc32(text.encode('utf-8')):08x}.js"
    return (Script(path, text, parts),), [
        path,
        *(script for script in listed if script not in ours),
    ]


def write(scripts: tuple[Script, ...], site: Path) -> None:
    """Write the scripts into the built `site`, without those that they stand for."""
    for script in scripts:
        for part in script.parts:
            (site / part).unlink(missing_ok=True)
    for script in scripts:
        (site / script.path).write_text(script.text, "utf-8", newline="\n")
