"""Where the files of the theme lie: those of the project over those that come with the package.

A project that has settings of a theme (`theme/mkdocs.yml`) has all of it; of any other, `theme/`
has what it wants otherwise, or is not there at all.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path("theme")
# What makes a theme whole: how a site is made with it.
SETTINGS = FOLDER / "mkdocs.yml"
_PACKAGE = Path(__file__).parent
# In a checkout the theme lies beside the package, and in the package only where that is installed.
PACKAGED = next(
    (place for place in (_PACKAGE / FOLDER, _PACKAGE.parents[1] / FOLDER) if place.is_dir()),
    _PACKAGE / FOLDER,
)


def is_whole(root: Path) -> bool:
    """Return whether the project at `root` has a theme of its own, and asks nothing of ours."""
    return (root / SETTINGS).exists()


def folders(root: Path) -> tuple[Path, ...]:
    """Return the folders in which the project at `root` has files of its theme, the first first."""
    own = root / FOLDER
    if is_whole(root):
        return (own,)
    return (own, PACKAGED) if own.is_dir() else (PACKAGED,)


def find(root: Path, path: str) -> Path:
    """Return where the file of the theme at `path` lies, or would."""
    places = [folder / path for folder in folders(root)]
    return next((place for place in places if place.exists()), places[0])
