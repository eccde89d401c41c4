"""Takes out of a built site what no page asks for: source maps, Material's search, blank lines."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_SOURCE_MAP = re.compile(rb"\n?(?://# |/\*# )sourceMappingURL=[^\s*]+(?: \*/)?\s*\Z")
_BLANK_LINES = re.compile(rb"\n\s+")

# The search is our own: nothing loads Material's worker and its languages.
_OTHER_SEARCH = ("assets/javascripts/lunr", "assets/javascripts/workers")


def trim(site: Path) -> None:
    """Remove what no page asks for."""
    # The theme's part of the settings: MkDocs copies all that lies in the folder of a theme.
    (site / "mkdocs.yml").unlink(missing_ok=True)
    for folder in _OTHER_SEARCH:
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


def _remove_empty_folders(site: Path) -> None:
    for folder in sorted((p for p in site.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
