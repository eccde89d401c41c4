"""Finds files of the theme: ours lie over Material's, and an archive's own colours over ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from egov_timeline import colours


def read(config: Any, path: str) -> str:
    """Return the text of the file of the theme at `path`."""
    said = find(config, path).read_text("utf-8")
    if path != colours.SHEET:
        return said
    return colours.laid(said, colours.own((config.extra.get("timeline") or {}).get("colours")))


def find(config: Any, path: str) -> Path:
    """Return where the file of the theme at `path` lies."""
    return next(folder / path for folder in _folders(config) if (folder / path).exists())


def has(config: Any, path: str) -> bool:
    """Whether the theme has a file at `path`; another one is in `content/`, or elsewhere."""
    return any((folder / path).exists() for folder in _folders(config))


def _folders(config: Any) -> list[Path]:
    return [Path(folder) for folder in config.theme.dirs]
