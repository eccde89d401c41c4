"""How a value of a field stands in one cell of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from egov_timeline import wording
from egov_timeline.edtf import EventDate
from egov_timeline.fields import Field


def cell(row: Field, value: Any) -> str:
    """Return a value of the field: as its id or EDTF where it has one, else in words."""
    if isinstance(value, EventDate):
        return value.edtf
    return value if isinstance(value, str) else wording.value_label(row.datatype, value)


def several(row: Field, found: Iterable[Any]) -> str | None:
    """Return values of the field in one cell; None where there are none."""
    return "; ".join(cell(row, value) for value in found) or None
