"""Whether the log tells a signed value as the data has it.

Turns a field of the data and the words of the log into a yes or no. Names have to stand there, and
the numbers of days and of people, and no others; what roles and kinds are called may be an
archive's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from egov_timeline import edtf
from egov_timeline.bidi import closed
from egov_timeline.fields import BY_NAME, Datatype, Field
from egov_timeline.records import Count
from egov_timeline.verification.signatures import plain
from egov_timeline.wording import number_label, value_label

_NUMBER = re.compile(r"\d+")


def is_told(field: str, found: Any, themes: Mapping[str, str], said: str) -> bool:
    """Return whether `said` are words for what the data found in `field`; for nothing, any are."""
    facts = found if isinstance(found, list) else [found]
    try:
        values = [fact["value"] for fact in facts if isinstance(fact, dict)]
        return all(_is_told(BY_NAME[field], value, themes, said) for value in values)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _is_told(row: Field, value: Any, themes: Mapping[str, str], said: str) -> bool:
    kind = row.datatype
    if kind is Datatype.TEXT:
        return said == plain(closed(value))
    if kind is Datatype.DATE:
        return _numbers(said) == _numbers(value_label(kind, edtf.parse(value)))
    if kind is Datatype.MOMENT:
        return _numbers(said) == _numbers(value_label(kind, value))
    if kind is Datatype.COUNT:
        return _numbers(said) == _numbers(number_label(Count(**value).number))
    return all(plain(name).casefold() in said.casefold() for name in _names(kind, value, themes))


def _names(kind: Datatype, value: Any, themes: Mapping[str, str]) -> Iterator[str]:
    if kind is Datatype.THEME:
        yield themes.get(value, value)
    elif kind is Datatype.LOCATION:
        yield from (value[name] for name in ("place", "province") if value[name])
    elif isinstance(value, dict):
        yield value["name"]
    if kind is Datatype.SERIES and value["edition"]:
        yield f" {value['edition']}"


def _numbers(said: str) -> list[str]:
    return _NUMBER.findall(said)
