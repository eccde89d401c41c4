"""Makes one script of those that each page asks for, and takes the comments out of the theme's.

Each script would be a request of its own, and half of their bytes speak to the reader of the
source. What is fetched later, by name, keeps its name; a project's own scripts stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from rjsmin import jsmin

from egov_timeline.site.theme import has, read

_FOLDER = "assets/js"
# Asked for by name: the search worker cuts words with the very script that marks them.
_SHARED = ("search-words.js",)


@dataclass(frozen=True, slots=True)
class Script:
    """The one script to be: its path in the site, its text, and the paths that it stands for."""

    path: str
    text: str
    parts: tuple[str, ...]


def join(config: Any) -> Script | None:
    """Let the pages of `config` ask for one script in place of the theme's, if they name any."""
    ours = [script for script in config.extra_javascript if has(config, str(script))]
    if not ours:
        return None
    parts = tuple(map(str, ours))
    text = "".join(f"{jsmin(read(config, path))}\n" for path in parts)
    script = Script(f"{_FOLDER}/site.{crc32(text.encode('utf-8')):08x}.js", text, parts)
    config.extra_javascript = [script.path, *(s for s in config.extra_javascript if s not in ours)]
    return script


def write(config: Any, script: Script, site: Path) -> None:
    """Write the script into the built `site`, without those that it stands for."""
    for part in script.parts:
        if not part.endswith(_SHARED):
            (site / part).unlink()
    for path in (site / _FOLDER).glob("*.js"):
        if has(config, f"{_FOLDER}/{path.name}"):
            path.write_text(jsmin(path.read_text("utf-8")) + "\n", "utf-8", newline="\n")
    (site / script.path).write_text(script.text, "utf-8", newline="\n")
