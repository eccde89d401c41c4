"""What people give: a raw article, and what its sidecar says of it.

Frozen values, as `sidecars` reads them and `seeds` joins them. What is understood of the article
and published of it stands in `records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from egov_timeline.pickled import Pickled


@dataclass(frozen=True, slots=True)
class Source(Pickled):
    """Where the article was published, as far as it is known."""

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None  # EDTF or ISO 8601 date-time: when, by the word of an editor
    retrieved: str | None = None  # the day on which it was taken from there


@dataclass(frozen=True, slots=True)
class Correction(Pickled):
    """A signed change to one field, from a sidecar. `line` is its line there.

    A list is replaced by `value`, or changed by what is to `add` and to `remove`.
    """

    field: str
    value: Any
    why: str
    by: str
    on: str
    line: int
    source: str | None = None
    quote: str | None = None
    add: Any = None
    remove: Any = None


class Doing(StrEnum):
    """What an editor may do to the text of an article."""

    READ = "read"  # these words are to be read as others: a letter that a scanner mistook
    KEEP = "keep"  # this paragraph belongs to the article
    DROP = "drop"  # this one does not


@dataclass(frozen=True, slots=True)
class TextEdit(Pickled):
    """What an editor does to the text: `words` are those of the seed, `read` what they stand for.

    A paragraph is named by the words that it begins with. `line` is the line in the sidecar.
    """

    doing: Doing
    words: str
    line: int
    read: str | None = None
    why: str | None = None
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside an article, such as the programme; `file` lies in `seeds/originals/`."""

    file: str
    label: str
    source: str | None = None
    size: int = 0  # in bytes


@dataclass(frozen=True, slots=True)
class Seed(Pickled):
    """A raw article and its sidecar, as received."""

    id: str
    path: str  # relative to the project, for messages
    text: str
    sha256: str
    sidecar: str = ""  # likewise; the file need not exist
    slug: str | None = None
    added: str | None = None  # the day on which it joined the timeline, "2026-11-21"
    source: Source = Source()
    has_source: bool = False  # whether the sidecar has the key, be it of nothing that is shown
    corrections: tuple[Correction, ...] = ()
    event: str | None = None  # id of the seed that reports the same event and stands for it
    formerly: tuple[str, ...] = ()  # slugs that the page had before: they lead on
    edits: tuple[TextEdit, ...] = ()
    withheld: bool = False  # rights: the facts and the sentences quoted are shown, the text is not
    attachments: tuple[Attachment, ...] = ()

    @property
    def is_citation(self) -> bool:
        """Whether there is no text, only a sidecar with signed facts."""
        return not self.text

    @property
    def is_open(self) -> bool:
        """Whether the text as it was received may stand beside the page."""
        return not self.is_citation and not self.withheld
