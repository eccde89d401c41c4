"""Lay signed corrections over what extraction read.

Turns a seed's corrections into findings marked `corrected`, each value checked against its field
and the vocabularies. What the text itself says is kept apart by the caller; nothing is corrected
silently, and a value that no vocabulary knows is refused.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from egov_timeline import edtf, fields, wording
from egov_timeline.errors import Problem, ProblemsFound, did_you_mean
from egov_timeline.fields import Datatype
from egov_timeline.records import (
    Certainty,
    Correction,
    Evidence,
    Extraction,
    Finding,
    Location,
    Milestone,
    Organizer,
    Seed,
    Series,
)
from egov_timeline.text import normalize
from egov_timeline.vocabulary import Vocabularies, Vocabulary

# A closed list is what there are words for.
_EVENT_TYPES = tuple(wording.EVENT_TYPES)
_ROLES = tuple(wording.ROLES)
_MILESTONE_KINDS = tuple(wording.MILESTONES)
# What stands in those fields of a text that reports no event.
_NO_EVENT = {name: getattr(Extraction(is_event=False), name) for name in fields.OF_EVENT}


class _Refused(ValueError):
    """A value that its field cannot hold: what, and the remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def correct(seed: Seed, extracted: Extraction, vocabularies: Vocabularies) -> Extraction:
    """Return `extracted` with the seed's corrections laid over it. Raises ProblemsFound."""
    problems: list[Problem] = []
    changes: dict[str, Any] = {}
    for correction in seed.corrections:
        try:
            changes[correction.field] = _field(correction, seed, vocabularies)
        except _Refused as err:
            problems.append(Problem(seed.sidecar, err.what, err.remedy, correction.line))
    if problems:
        raise ProblemsFound(problems)
    corrected = dataclasses.replace(extracted, **changes)
    return corrected if corrected.is_event else dataclasses.replace(corrected, **_NO_EVENT)


def _field(correction: Correction, seed: Seed, vocabularies: Vocabularies) -> Any:
    row = fields.BY_NAME[_one_of(correction.field, fields.NAMES, "a field that can be corrected")]
    evidence = _evidence(correction, seed)
    parse, given = _PARSERS[row.datatype], correction.value
    if row.many:
        values = [parse(one, vocabularies) for one in _list(given)]
        return tuple(Finding(value, Certainty.CORRECTED, evidence) for value in values)
    if given is None and row.datatype is not Datatype.YES_OR_NO:
        return None
    value = parse(given, vocabularies)
    return value if row.bare else Finding(value, Certainty.CORRECTED, evidence)


def _evidence(correction: Correction, seed: Seed) -> tuple[Evidence, ...]:
    if correction.quote is None:
        return ()
    quote = normalize(correction.quote)
    start = seed.text.find(quote)
    if start < 0 or not quote:
        raise _Refused(
            f"the quote {correction.quote!r} does not stand in {seed.path}",
            "Copy it from the article to the letter, or give a source instead.",
        )
    return (Evidence(quote, start, start + len(quote), "correction"),)


def _date(value: Any, _: Vocabularies) -> edtf.EventDate:
    try:
        return edtf.parse(_string(value))
    except edtf.InvalidDate as err:
        raise _Refused(str(err), "Write EDTF: 2016-03-30, 2017-10, 2017, XXXX-10-29.") from err


def _published(value: Any, _: Vocabularies) -> str:
    """A date, or a date with a time; the time is kept as it was written."""
    written = _string(value)
    day, clock, _time = written.partition("T")
    _date(day, _)
    try:
        if clock:
            datetime.fromisoformat(written)
    except ValueError as err:
        what = f"{written!r} is not a date with a time"
        raise _Refused(what, "Write 2016-03-30T20:23+07:00.") from err
    return written


def _text(value: Any, _: Vocabularies) -> str:
    return _string(value)


def _location(value: Any, vocabularies: Vocabularies) -> Location:
    parts = _parts(value, ("place", "province"))
    province = parts.get("province")
    label = province and vocabularies.places[_known(province, vocabularies.places)].label
    return Location(parts.get("place"), label)


def _organizer(row: Any, vocabularies: Vocabularies) -> Organizer:
    organizations = vocabularies.organizations
    parts = {"id": row} if isinstance(row, str) else _parts(row, ("id", "name", "role"))
    role = _one_of(parts.get("role", "organizer"), _ROLES, "a role")
    if ident := parts.get("id"):
        return Organizer(ident, organizations[_known(ident, organizations)].label, role)
    if name := parts.get("name"):
        return Organizer(None, name, role)
    raise _Refused("an organizer has neither id nor name", "Give one of them.")


def _theme(value: Any, vocabularies: Vocabularies) -> str:
    return _known(_string(value), vocabularies.themes)


def _series(value: Any, _: Vocabularies) -> Series:
    parts = _parts(value, ("name", "edition"))
    edition = parts.get("edition", "0")
    if not parts.get("name") or not edition.isdecimal():
        raise _Refused(f"{value!r} is not a series", "Give name: … and edition: a number.")
    return Series(parts["name"], int(edition) or None)


def _milestone(row: Any, vocabularies: Vocabularies) -> Milestone:
    parts = _parts(row, ("kind", "date", "name", "place"))
    if not parts.get("date") or not parts.get("name"):
        raise _Refused(f"{row!r} is not a milestone", "Give kind, date and name.")
    kind = _one_of(parts.get("kind", ""), _MILESTONE_KINDS, "a kind of milestone")
    when = _date(parts["date"], vocabularies)
    return Milestone(kind, when, parts["name"], parts.get("place"))


def _event_type(value: Any, _: Vocabularies) -> str:
    return _one_of(_string(value), _EVENT_TYPES, "an event type")


def _is_event(value: Any, _: Vocabularies) -> bool:
    if value not in ("true", "false"):
        raise _Refused(f"{value!r} is neither true nor false", "Write true or false.")
    return bool(value == "true")


_PARSERS: dict[Datatype, Callable[[Any, Vocabularies], Any]] = {
    Datatype.YES_OR_NO: _is_event,
    Datatype.EVENT_TYPE: _event_type,
    Datatype.TEXT: _text,
    Datatype.DATE: _date,
    Datatype.MOMENT: _published,
    Datatype.LOCATION: _location,
    Datatype.ORGANIZER: _organizer,
    Datatype.THEME: _theme,
    Datatype.SERIES: _series,
    Datatype.MILESTONE: _milestone,
}


def _known(ident: str, vocabulary: Vocabulary) -> str:
    if ident in vocabulary:
        return ident
    remedy = did_you_mean(ident, vocabulary) or "Add it there first."
    raise _Refused(f"{ident!r} is not in {vocabulary.path}", remedy)


def _one_of(word: str, known: Sequence[str], what: str) -> str:
    if word in known:
        return word
    remedy = did_you_mean(word, known) or f"Known: {', '.join(known)}."
    raise _Refused(f"{word!r} is not {what}", remedy)


def _string(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Refused(f"{value!r} is not a text", "Write one line of text.")
    return normalize(value.strip())


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _parts(value: Any, allowed: Sequence[str]) -> dict[str, str]:
    if not isinstance(value, dict) or set(value) - set(allowed):
        raise _Refused(f"{value!r} is not right here", f"Use the keys {', '.join(allowed)}.")
    return {name: _string(part) for name, part in value.items() if part is not None}
