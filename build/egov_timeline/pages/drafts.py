"""Pages that are written when they are asked for: in whatever process that is, and perhaps never.

Turns what is to be written into a mapping of paths to texts, in which the page of an article is no
text yet. What all of such a page is made of is known before, so that a page that was written of the
same can be left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A page to be written; `made_of` gives all that goes into it, but code and vocabularies."""

    write: Callable[[], str]
    made_of: Callable[[], tuple[str, ...]]


class Pages(Mapping[str, str]):
    """The text of each page by its path; that of a draft is written anew at each question."""

    def __init__(self, pages: Mapping[str, str | Draft]) -> None:
        self._pages = dict(pages)

    def __getitem__(self, path: str) -> str:
        page = self._pages[path]
        return page.write() if isinstance(page, Draft) else page

    def __contains__(self, path: object) -> bool:
        return path in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def __or__(self, others: Mapping[str, str]) -> Pages:
        return Pages(self._pages | dict(others))

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """The pages that are no text yet."""
        return {path: page for path, page in self._pages.items() if isinstance(page, Draft)}
