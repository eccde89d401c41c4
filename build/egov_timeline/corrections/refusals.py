"""A value that its field cannot hold, and what to write instead."""

from __future__ import annotations


class Refused(ValueError):
    """A value that its field cannot hold: what, and the remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy
