"""What is generated, by its path: texts, and pages that are written when they are asked for.

Turns what is to be written into a mapping of paths to texts, in which a page is no text yet: it is
written in whatever process asks for it, and perhaps never. What all of such a page is made of is
known before, so that a page that was written of the same can be left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A page to be written; `made_of` gives all that goes into it, but code and vocabularies."""

    write: Callable[[], str]
    made_of: Callable[[], tuple[str, ...]]


class Generated(Mapping[str, str]):
    """The text of each file by its path; that of a draft is written anew at each question.

    Other texts are held as UTF-8: with one rare sign in it, a long one takes four bytes a letter.
    """

    def __init__(self, files: Iterable[tuple[str, str | bytes | Draft]] = ()) -> None:
        self._files = {path: _held(file) for path, file in files}

    def __getitem__(self, path: str) -> str:
        return self.content(path).decode("utf-8")

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __or__(self, others: Mapping[str, str]) -> Generated:
        added = others._files if isinstance(others, Generated) else others
        return Generated([*self._files.items(), *added.items()])

    def content(self, path: str) -> bytes:
        """Return the bytes of a file."""
        file = self._files[path]
        return file.write().encode("utf-8") if isinstance(file, Draft) else file

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """The pages that are no text yet."""
        return {path: file for path, file in self._files.items() if isinstance(file, Draft)}


def _held(file: str | bytes | Draft) -> bytes | Draft:
    return file.encode("utf-8") if isinstance(file, str) else file
