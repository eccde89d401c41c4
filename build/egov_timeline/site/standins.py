"""Stand in for what MkDocs hands about: files and pages that tell what is asked of them, or refuse.

Each makes of a page what MkDocs' own would, or nothing; none copies or goes through what the whole
site has for the sake of one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mkdocs.structure.files import File, Files

from egov_timeline import disk


class OtherPagesWanted(Exception):
    """A template asks for other pages than its own; MkDocs' plain way is needed."""


class AskedFiles(Files):
    """Files that remember what was looked for among them."""

    def __init__(self, files: Files) -> None:
        self._src_uris = files._src_uris  # a copy for each page would take as long as the pages
        self.asked: dict[str, bool] = {}

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path)
        self.asked[path] = found is not None
        return found


class ThemeFiles:
    """The files of a theme's folders, as an environment lists them, but for those it hides.

    MkDocs takes none of these; and Material has ten thousand pictures there.
    """

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = folders

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """Return their paths, in order."""
        every = {name for folder in self._folders for name in disk.names(folder, hidden=False)}
        return sorted(filter(filter_func, every))


class OtherPages(Sequence[File]):
    """The pages, as a template is given them: it may not look."""

    def __getitem__(self, at: Any) -> Any:
        raise OtherPagesWanted

    def __len__(self) -> int:
        raise OtherPagesWanted
