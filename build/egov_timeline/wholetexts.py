"""Decide when to look through the whole of a text rather than through one part after another.

Turns questions about parts of a text into one search of all of it, kept for the text at hand, once
as much has been asked for as there is: its sentences, and the words around a name, are asked for
again and again. It keeps one text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class WholeText(Generic[T]):
    """What `look` finds in the whole of the text that was asked about last."""

    def __init__(self, look: Callable[[str], list[T]]) -> None:
        self._look = look
        self._kept: tuple[str, int, list[T] | None] = "", 0, None

    def found(self, text: str, asked_for: int) -> list[T] | None:
        """Return all that is found in `text`, or None as long as parts of it come cheaper.

        `asked_for` is the length of the part that is asked for now.
        """
        of, asked, found = self._kept
        if of is not text:
            asked, found = 0, None
        if found is None:
            asked += asked_for
            if asked > len(text):
                found = self._look(text)
            self._kept = text, asked, found
        return found
