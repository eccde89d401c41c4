"""Looks a theme over before a site is built with it: Material would stand in for what is missing.

Tells which files the settings, templates and style sheets name and the project's own theme lacks,
which are empty or no UTF-8, and where a script does not parse.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateSyntaxError, meta

from egov_timeline import themefiles
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.files import read_text
from egov_timeline.site.scripts import LATER
from egov_timeline.yamlslips import slips

# With settings of its own a theme is whole; another one only changes Material here and there.
_OF_ITS_OWN = "mkdocs.yml"
_SETTINGS = ("mkdocs.yml", "theme/mkdocs.yml")
_FRAME = ("main.html", "404.html")
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_AGAIN = "Lấy lại tệp ấy, chẳng hạn từ git"


def slips_in_settings(root: Path) -> Iterator[Problem]:
    """Yield what keeps the settings of the project at `root` from being read."""
    for name in _SETTINGS:
        if not (root / name).exists():
            continue
        try:
            told = list(slips(read_text(root / name, name)))
        except ProblemsFound as err:
            yield from err.problems
        else:
            yield from (Problem(name, slip.what, slip.remedy, slip.line) for slip in told)


def faults(root: Path, config: Any) -> Iterator[Problem]:
    """Yield what is wrong with the theme of the project at `root`, and with what it names."""
    own = _own(root, config)
    if not own:
        return
    is_whole = (own[-1] / _OF_ITS_OWN).exists()
    for name in _FRAME if is_whole else ():
        if not any((folder / name).exists() for folder in own):
            yield _lacking(root, own[-1] / name, "theme/mkdocs.yml")
    for folder in own:
        yield from _in_templates(root, folder, own if is_whole else ())
    folders = [*own, Path(config.docs_dir), *([] if is_whole else map(Path, config.theme.dirs))]
    for path in _named(config):
        places = (folder / path for folder in folders)
        there = next((place for place in places if place.exists()), None)
        if there is None:
            yield _lacking(root, own[-1] / path, "mkdocs.yml")
        elif any(map(there.is_relative_to, own)) and there.suffix in (".css", ".js"):
            yield from _in_text(root, there, own)


def _own(root: Path, config: Any) -> list[Path]:
    """Return the folders of the theme but for Material's: the project's own first, if it has one.

    Where it takes the theme of the package, that is the last.
    """
    custom = config.theme.custom_dir
    places = [root / themefiles.FOLDER, root / str(custom)] if custom else []
    there = [*map(Path, config.theme.dirs)]
    return [place for place in dict.fromkeys(places) if place in there and place.is_dir()]


def _named(config: Any) -> Iterator[str]:
    """Yield the files that the settings name; what has a host is none of the project's."""
    listed = [*config.extra_css, *config.extra_javascript, *(config.extra.get(LATER) or [])]
    listed += [config.theme.get(name) for name in ("favicon", "logo")]
    for path in dict.fromkeys(str(path) for path in listed if path):
        parts = urlsplit(path)
        if not (parts.scheme or parts.netloc):
            yield parts.path


def _in_templates(root: Path, own: Path, among: Sequence[Path]) -> Iterator[Problem]:
    """Yield what is wrong with templates in `own`; what they name must be `among` some folders."""
    env = Environment(autoescape=True)
    for path in sorted(own.rglob("*.html")):
        try:
            said = read_text(path, _where(root, path))
            named = meta.find_referenced_templates(env.parse(said))
        except ProblemsFound as err:
            yield from err.problems
            continue
        except TemplateSyntaxError:
            continue  # told where it is used, with the line
        if not said.strip():
            yield _empty(root, path)
        for name in filter(None, named):
            if among and not any((folder / name).exists() for folder in among):
                yield _lacking(root, own / name, _where(root, path))


def _in_text(root: Path, path: Path, own: Sequence[Path]) -> Iterator[Problem]:
    """Yield what is wrong with a style sheet or a script."""
    try:
        said = read_text(path, _where(root, path))
    except ProblemsFound as err:
        yield from err.problems
        return
    if not said.strip():
        yield _empty(root, path)
    elif path.suffix == ".js" and (line := broken_line(said)):
        yield Problem(_where(root, path), "kịch bản hỏng", f"Sửa ở đó. {_AGAIN}.", line)
    elif path.suffix == ".css":
        for address in _URL.findall(said):
            parts = urlsplit(address)
            if not parts.path or parts.scheme or parts.netloc:
                continue
            # What a sheet names may lie beside it, or where the rest of the theme is.
            beside = next(path.parent.relative_to(f) for f in own if path.is_relative_to(f))
            targets = [path.parent / parts.path, *(f / beside / parts.path for f in own)]
            if not any(target.exists() for target in targets):
                yield _lacking(root, targets[0], _where(root, path))


def broken_line(script: str) -> int | None:
    """Return the first line at which `script` is no JavaScript; None where all of it is."""
    # Loaded where it is needed: no command but those that build a site has scripts to look at.
    import tree_sitter_javascript
    from tree_sitter import Language, Parser

    waiting = [Parser(Language(tree_sitter_javascript.language())).parse(script.encode()).root_node]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            return node.start_point[0] + 1
        waiting += reversed([child for child in node.children if child.has_error])
    return None


def _lacking(root: Path, path: Path, named_in: str) -> Problem:
    what = f"không có tệp này, dù {named_in} gọi tới"
    return Problem(_where(root, path), what, f"{_AGAIN}, hoặc bỏ chỗ gọi.")


def _empty(root: Path, path: Path) -> Problem:
    return Problem(_where(root, path), "tệp rỗng", f"{_AGAIN}.")


def _where(root: Path, path: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
