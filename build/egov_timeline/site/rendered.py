"""What is made of a page, and of all of them: values to be kept, and to go between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from egov_timeline.errors import Problem
from egov_timeline.pickled import Pickled


@dataclass(frozen=True, slots=True)
class Known:
    """Digests of files in `content/`, by their paths there, that need not be read for them."""

    sources: Mapping[str, bytes] = field(default_factory=dict)  # of Markdown, as `b2sum`
    files: Mapping[str, bytes] = field(default_factory=dict)  # of what is copied as it is, SHA-256


@dataclass(frozen=True, slots=True)
class Rendered(Pickled):
    """What was made of a page, and what others may ask of it."""

    source: bytes = b""  # the digest of its Markdown
    digest: bytes = b""  # of its HTML; empty where that is
    title: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    anchors: str = ""  # their names, a line each
    links: tuple[tuple[str, str, str], ...] = ()  # (page, anchor there, as it is written)
    asked: tuple[tuple[str, bool], ...] = ()  # paths that were looked for, and if they were there
    leads: bytes = b""  # the files of the site that its addresses name, a line each, packed
    has_heading: bool = True
    complaints: tuple[str, ...] = ()
    problem: Problem | None = None
    wants_others: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether it may be taken again: what was wrong has to be told again."""
        return self.has_heading and not (self.wants_others or self.problem or self.complaints)


@dataclass(frozen=True, slots=True)
class Made:
    """The digest of the HTML of each page by its path in the site, and where they lead to.

    `leads` maps each file that an address names to a page that has the address; `copied` has the
    digests of files that were put there as they are, where they were known.
    """

    digests: Mapping[str, bytes] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    copied: Mapping[str, bytes] = field(default_factory=dict)
