"""Makes one style sheet of the theme's many and of Material's, of which it keeps what pages use.

Each sheet would be a request before anything is drawn, and nine tenths of Material's rules are for
parts that no page here has. A rule goes only if it names a class or an element that is nowhere in
the frame of the pages and that Material's search does not make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import tinycss2

from egov_timeline.site.theme import find, has, read

_FOLDER = "assets/css"
_MATERIAL = "assets/stylesheets"
# Made while a reader searches, so in no page yet.
_MADE_LATER = ("md-search", "focus-visible")
_TAGS_MADE_LATER = {"article", "h1", "h2", "li", "mark", "p"}

_CLASSES = re.compile(r'\bclass="([^"]*)"')
_TAGS = re.compile(r"<([a-z][a-z0-9]*)")
_COMMA = re.compile(r",(?![^()]*\))")
# [title=".x"], :not(.x), ::before: none of them makes a selector need a class or an element.
_NO_NEED = re.compile(r"\[[^\]]*\]|::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_TAG = re.compile(r"(?<![\w.#-])[a-z][a-z0-9]*")
_USED_PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The one sheet to be: its path in the site, Material's rules and the theme's own."""

    path: str
    material: str
    own: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages are made of."""

    classes: set[str]
    tags: set[str]


def join(config: Any) -> Sheet | None:
    """Let the pages of `config` ask for one sheet in place of the theme's, if they name any."""
    paths = [str(path) for path in config.extra_css if has(config, str(path))]
    if not paths:
        return None
    own = "".join(_COMMENT.sub("", read(config, path)) for path in paths)
    material = read(config, find(config, f"{_MATERIAL}/main.*.css"))
    digest = crc32((material + own).encode("utf-8"))
    sheet = Sheet(f"{_FOLDER}/site.{digest:08x}.css", material, own)
    config.extra_css = [sheet.path, *(path for path in config.extra_css if path not in paths)]
    return sheet


def write(sheet: Sheet, site: Path) -> None:
    """Write the sheet into the built `site`, and remove those that it stands for."""
    pages = "".join(page.read_text("utf-8") for page in sorted(site.glob("*.html")))
    frame = Frame(
        {name for match in _CLASSES.finditer(pages) for name in match[1].split()},
        _TAGS_MADE_LATER | set(_TAGS.findall(pages)),
    )
    for path in [*(site / _FOLDER).glob("*.css"), *(site / _MATERIAL).rglob("*.css*")]:
        path.unlink()
    rules = _used(sheet.material, frame)
    target = site / sheet.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_without_unread(rules, sheet.own) + sheet.own, "utf-8", newline="\n")


def _used(css: str, frame: Frame) -> str:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_kept(rules, frame))


def _kept(rules: list[Any], frame: Frame) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _COMMA.split(tinycss2.serialize(rule.prelude))
            kept = ",".join(s for s in selectors if _can_apply(s, frame))
            if kept:
                yield f"{kept}{{{tinycss2.serialize(rule.content)}}}\n"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            if within := "".join(_kept(inner, frame)):
                head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
                yield f"{head}{{\n{within}}}\n"
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            yield rule.serialize() + "\n"


def _can_apply(selector: str, frame: Frame) -> bool:
    # Vietnamese runs from left to right.
    if "[dir=rtl]" in selector:
        return False
    bare = _NO_NEED.sub("", selector)
    return set(_TAG.findall(bare)) <= frame.tags and all(
        name in frame.classes or name.startswith(_MADE_LATER) for name in _CLASS.findall(bare)
    )


def _without_unread(material: str, own: str) -> str:
    """Return Material's rules without the custom properties, icons most of all, that none reads."""
    read = set(_USED_PROPERTY.findall(material + own))
    return "".join(_reading(tinycss2.parse_stylesheet(material, True, True), read))


def _reading(rules: list[Any], read: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            parts = tinycss2.parse_blocks_contents(rule.content, True, True)
            kept = [p.serialize() for p in parts if not p.name.startswith("--") or p.name in read]
            if kept:
                yield f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}\n"
        elif rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield f"{head}{{\n{''.join(_reading(inner, read))}}}\n"
        else:
            yield rule.serialize() + "\n"
