"""What came in, and what was read of it: values that the readers take and give."""

from __future__ import annotations

from dataclasses import dataclass, field

from egov_timeline.formats import Format
from egov_timeline.inputs import Source


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes as they came. `where` is what the editor gave: a path, an address or "-"."""

    where: str
    raw: bytes
    name: str = ""  # of the file, without a folder; "" where there is none
    url: str | None = None  # where it was fetched, after redirects
    charset: str | None = None  # what the server said


@dataclass(frozen=True, slots=True)
class Reading:
    """The article in what came, as text; `notes` tell the editor what was done to get it."""

    text: str
    kind: Format
    notes: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)  # what the file itself says of its origin
