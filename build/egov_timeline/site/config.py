"""Reads the settings for MkDocs: the project's own, over those that come with its theme.

MkDocs finds what a file of settings inherits only beside that file. Where `theme/mkdocs.yml` is not
there, that of the package stands in, and the project's `theme/` has what it wants otherwise.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from egov_timeline import themefiles

FILE = "mkdocs.yml"
_INHERIT = "INHERIT"


def load(root: Path, **given: Any) -> Any:
    """Return the settings of the project at `root`, as MkDocs has them, with what is `given`."""
    path = root / FILE
    if (over := _over_ours(path)) is None:
        return load_config(str(path), **given)
    named = BytesIO(b"{}")
    named.name = str(path)  # relative paths begin there
    told = _with_ours(over)
    theme = told["theme"] | {"custom_dir": str(themefiles.PACKAGED)}
    # A build does what the hook lets MkDocs do by itself.
    config = load_config(named, **(told | {"theme": theme, "hooks": []} | given))
    own = root / themefiles.FOLDER
    if own.is_dir():
        config.theme.dirs.insert(0, str(own))
    return config


def read(path: Path) -> dict[str, Any]:
    """Return what stands in the settings at `path`, and in what they inherit."""
    if (over := _over_ours(path)) is not None:
        return _with_ours(over)
    with path.open("rb") as file:
        return dict(yaml_load(file))


def _over_ours(path: Path) -> dict[str, Any] | None:
    """Return the settings at `path` where they inherit those that only the package has."""
    if themefiles.is_whole(path.parent) or not path.exists():
        return None
    told: dict[str, Any] = yaml_load(path.read_text("utf-8"))
    return told if told.pop(_INHERIT, None) == themefiles.SETTINGS.as_posix() else None


def _with_ours(over: dict[str, Any]) -> dict[str, Any]:
    with (themefiles.PACKAGED / themefiles.SETTINGS.name).open("rb") as file:
        return _merged(yaml_load(file), over)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return both, as MkDocs merges what is inherited: mappings key by key, all else as a whole."""
    return below | {
        name: _merged(below[name], said)
        if isinstance(said, dict) and isinstance(below.get(name), dict)
        else said
        for name, said in above.items()
    }
