"""Lets MkDocs, called by itself, settle what a build of the package settles before it.

What comes of it for the colours of the theme stands in settled.yml: other generators run no hooks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from egov_timeline import site, wording

_COMMAND = {"is": "build"}


def on_startup(command: str, dirty: bool) -> None:
    """Remember what MkDocs was called for."""
    _COMMAND["is"] = command


def on_config(config: Any) -> Any:
    """Put into `config` what templates ask for."""
    with wording.own.of_project(Path(config.config_file_path).parent):
        site.settle(config)
    if _COMMAND["is"] == "serve":
        # It reloads pages by a script that it puts into them, and that no policy can name.
        config.extra["policy"] = ""
    return config
