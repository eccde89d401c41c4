"""Finds files of the theme: ours lie over Material's, whose names tell their version."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def find(config: Any, pattern: str) -> str:
    """Return the path, below its folder, of the file that MkDocs takes for `pattern`."""
    found = ((path, folder) for folder in _folders(config) for path in sorted(folder.glob(pattern)))
    path, folder = next(found)
    return path.relative_to(folder).as_posix()


def read(config: Any, path: str) -> str:
    """Return the text of the file of the theme at `path`."""
    found = next(folder / path for folder in _folders(config) if (folder / path).exists())
    return found.read_text("utf-8")


def has(config: Any, path: str) -> bool:
    """Whether the theme has a file at `path`; another one is in `content/`, or elsewhere."""
    return any((folder / path).exists() for folder in _folders(config))


def material(config: Any) -> dict[str, str]:
    """Return where Material's own script is, for the templates."""
    return {"script": find(config, "assets/javascripts/bundle.*.js")}


def _folders(config: Any) -> list[Path]:
    return [Path(folder) for folder in config.theme.dirs]
