"""Values as plain data: what JSON can carry, with the names that the records use.

Turns a record's values into dictionaries, lists, texts and numbers; a date becomes its EDTF text.
Nothing is left out or renamed, save what is known about a value and is no part of it.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from egov_timeline.edtf import EventDate


def plain(value: Any) -> Any:
    """Return `value`, all the way down, as plain data."""
    if isinstance(value, EventDate):
        return value.edtf
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value) if f.repr}
    return value
