"""What a wheel is made of, and the wheel: the vocabulary that it takes along is the frozen one."""

from __future__ import annotations

import shutil
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from egov_timeline.starting import TAKEN_ALONG
from project import FROZEN, PROJECT


def packable(root: Path) -> Path:
    """Copy to `root` what is packed and linted, as it is in a fresh clone."""
    leftovers = shutil.ignore_patterns("__pycache__")
    for name in ("build", "theme", *TAKEN_ALONG):
        source = (FROZEN if name.startswith("seeds") else PROJECT) / name
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=leftovers)
        else:
            shutil.copy(source, root / name)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(PROJECT / name, root)
    return root


def wheel_of(root: Path) -> Path:
    """Return the wheel of the project at `root`."""
    (wheel,) = WheelBuilder(str(root)).build(directory=str(root / "out"), versions=["standard"])
    return Path(wheel)
