"""Frozen values that go to other processes and into the cache: as their class and what they hold.

Python takes a frozen dataclass with slots apart field by field, by code that looks the fields up
each time, and puts it together likewise. This one is made anew by its own constructor: it holds
nothing but its fields.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Pickled:
    """A dataclass, frozen, with two fields or more, that its constructor takes in their order."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Pickled], tuple[Any, ...]]:
        """Return what it is made by, and of what."""
        kind: Any = type(self)
        return kind, _held(kind)(self)


@cache
def _held(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))
