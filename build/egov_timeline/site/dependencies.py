"""What all pages of a site are made of, beside their own Markdown: the key of it.

Settings, templates, navigation and code: a page whose Markdown and these are the same is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.nav import Navigation

from egov_timeline import cache, themefiles
from egov_timeline.cache import Key
from egov_timeline.site import config as settings
from egov_timeline.site import verbatim

# Extensions of Markdown that look at the page alone; others might read a file.
_LOOK_NOWHERE = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes"),
    *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty"),
    *("tables", "toc", "wikilinks", verbatim.NAME),
}


def are_known(config: Any) -> bool:
    """Whether `common` and the page say all that a page of `config` is made of."""
    return set(config.markdown_extensions) <= _LOOK_NOWHERE


def common(config: Any, nav: Navigation) -> Key:
    """Return the key of what all pages have in common."""
    file = Path(config.config_file_path)
    custom = {Path(config.theme.custom_dir or ""), file.parent / themefiles.FOLDER}
    return cache.key(
        cache.code(),
        cache.of_folders(sorted(custom & {*map(Path, config.theme.dirs)})),
        repr(settings.read(file)),
        *map(str, [*config.extra_css, *config.extra_javascript]),
        repr(config.extra),
        repr([_item(item) for item in nav.items]),
    )


def _item(item: Any) -> tuple[Any, ...]:
    """Return what a template may ask of an item of the navigation."""
    inner = [_item(child) for child in item.children or ()]
    return (
        item.title,
        getattr(item, "url", ""),
        getattr(item, "canonical_url", ""),
        getattr(item, "meta", {}),
        inner,
    )
