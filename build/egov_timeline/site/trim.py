"""Takes out of a built site what no page asks for: what is Material's, blank lines."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_SOURCE_MAP = re.compile(rb"\n?(?://# |/\*# )sourceMappingURL=[^\s*]+(?: \*/)?\s*\Z")
_BLANK_LINES = re.compile(rb"\n\s+")

# Nothing loads Material's search worker and its languages: the search is our own.
_OTHER_SEARCH = ("assets/javascripts/lunr", "assets/javascripts/workers")
# Material's script and style, which pages of our own frame do without.
_MATERIAL = ("assets/javascripts", "assets/stylesheets")


def trim(site: Path) -> None:
    """Remove what no page asks for."""
    # The theme's part of the settings: MkDocs copies all that lies in the folder of a theme.
    (site / "mkdocs.yml").unlink(missing_ok=True)
    for folder in (*_OTHER_SEARCH, *_unasked(site)):
        shutil.rmtree(site / folder, ignore_errors=True)
    for path in [*site.rglob("*.js.map"), *site.rglob("*.css.map")]:
        path.unlink()
    for path in [*site.rglob("*.js"), *site.rglob("*.css")]:
        code = path.read_bytes()
        if b"sourceMappingURL=" in code:
            path.write_bytes(_SOURCE_MAP.sub(b"\n", code))
    for path in site.rglob("*.html"):
        page = path.read_bytes()
        # Templates leave them in their wake; only there do they mean anything.
        if b"<pre" not in page and b"<textarea" not in page:
            path.write_bytes(_BLANK_LINES.sub(b"\n", page).lstrip())
    _remove_empty_folders(site)


def _unasked(site: Path) -> list[str]:
    """Return the folders of Material's that the frame of the pages does not name."""
    frame = b"".join(page.read_bytes() for page in site.glob("*.html"))
    return [folder for folder in _MATERIAL if folder.encode() not in frame]


def _remove_empty_folders(site: Path) -> None:
    for folder in sorted((p for p in site.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
