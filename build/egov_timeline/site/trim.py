"""Takes out of a built site what no page asks for: what is Material's, blank lines."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection
from pathlib import Path

from egov_timeline import disk

_SOURCE_MAP = re.compile(rb"\n?(?://# |/\*# )sourceMappingURL=[^\s*]+(?: \*/)?\s*\Z")
# Of the files that are copied as they are, those that are text.
_OURS = (".js", ".css", ".svg", ".txt")
_BLANK_LINES = re.compile(rb"\n\s+")

# The theme's part of the settings.
_SETTINGS = ("mkdocs.yml", "settled.yml")
# Nothing loads Material's search worker and its languages: the search is our own.
_OTHER_SEARCH = ("assets/javascripts/lunr", "assets/javascripts/workers")
# Material's script and style, which pages of our own frame do without.
_MATERIAL = ("assets/javascripts", "assets/stylesheets")


def trim(site: Path, trimmed: Collection[str] = ()) -> None:
    """Remove what no page asks for; `trimmed` are pages of which nothing is to be taken."""
    # MkDocs copies all that lies in the folder of a theme.
    for name in _SETTINGS:
        (site / name).unlink(missing_ok=True)
    for folder in (*_OTHER_SEARCH, *_unasked(site)):
        shutil.rmtree(site / folder, ignore_errors=True)
    for name in disk.names(site):
        if name.endswith((".js.map", ".css.map")):
            (site / name).unlink()
        elif name.startswith("assets/") and name.endswith(_OURS):
            code = (site / name).read_bytes()
            # A checkout on Windows may have given it the line ends of that system.
            lean = _SOURCE_MAP.sub(b"\n", code.replace(b"\r\n", b"\n"))
            if lean != code:
                (site / name).write_bytes(lean)
        elif name.endswith(".html") and name not in trimmed:
            (site / name).write_bytes(trim_page((site / name).read_bytes()))
    _remove_empty_folders(site)


def _unasked(site: Path) -> list[str]:
    """Return the folders of Material's that the frame of the pages does not name."""
    frame = b"".join(page.read_bytes() for page in site.glob("*.html"))
    return [folder for folder in _MATERIAL if folder.encode() not in frame]


def trim_page(page: bytes) -> bytes:
    """Return `page` without the blank lines that templates leave in their wake."""
    # Only there do they mean anything.
    if b"<pre" in page or b"<textarea" in page:
        return page
    return _BLANK_LINES.sub(b"\n", page).lstrip()


def _remove_empty_folders(site: Path) -> None:
    for folder, _, _ in os.walk(site, topdown=False):
        if not any(Path(folder).iterdir()):
            Path(folder).rmdir()
