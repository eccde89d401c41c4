"""Finds what `make test` takes from npm: Node itself comes as a Python package."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

import pytest

NODE = Path(sysconfig.get_path("scripts")) / "node"
MODULES = Path(sys.prefix) / "node" / "node_modules"


def package(name: str) -> Path:
    """Return the folder of an npm package; skip where it could not be had, fail in CI."""
    folder = MODULES / name
    if not folder.exists():
        missing = f"no npm package {name}: `make test` installs it, or tells why not"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return folder
