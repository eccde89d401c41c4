"""Takes out of a built site what no page of it asks for: source maps, search languages, blank lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

_SOURCE_MAP = re.compile(rb"\n?(?://# |/\*# )sourceMappingURL=[^\s*]+(?: \*/)?\s*\Z")
_BLANK_LINES = re.compile(rb"\n\s+")

# Scripts beside lunr's own languages, and the languages for which Material's search loads them.
_SEGMENTERS = {"tinyseg.js": {"ja"}, "wordcut.js": {"hi", "th"}}


def trim(site: Path) -> None:
    """Remove what no page asks for."""
    for path in [*_source_maps(site), *_unused_languages(site)]:
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


def _source_maps(site: Path) -> list[Path]:
    return [*site.rglob("*.js.map"), *site.rglob("*.css.map")]


def _unused_languages(site: Path) -> list[Path]:
    """Return the language scripts that the search of this site never loads.

    The search worker loads one script for each language that the index names (English is built
    in), a common one before them, one more when there are several, and for some languages a script
    that cuts text into words.
    """
    languages = _search_languages(site)
    used = {f"lunr.{language}.min.js" for language in languages - {"en"}}
    used |= {script for script, needing in _SEGMENTERS.items() if needing & languages}
    if len(languages) > 1:
        used.add("lunr.multi.min.js")
    if used:
        used.add("lunr.stemmer.support.min.js")
    scripts = (site / "assets" / "javascripts" / "lunr").rglob("*.js")
    return [script for script in scripts if script.name not in used]


def _search_languages(site: Path) -> set[str]:
    index = site / "search" / "search_index.json"
    return set(json.loads(index.read_text("utf-8"))["config"]["lang"]) if index.exists() else set()


def _remove_empty_folders(site: Path) -> None:
    for folder in sorted((p for p in site.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
