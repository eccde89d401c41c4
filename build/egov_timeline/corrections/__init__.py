"""Lay signed corrections over what extraction read.

Turns a seed's corrections into findings marked `corrected`, each value checked against its field
and the vocabularies. What the text itself says is kept apart by the caller; nothing is corrected
silently, and a value that no vocabulary knows is refused.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from egov_timeline import fields
from egov_timeline.corrections.refusals import Refused
from egov_timeline.corrections.values import is_meant, parse
from egov_timeline.errors import Problem, ProblemsFound, nearest_or_all, quoted
from egov_timeline.fields import Datatype, Field
from egov_timeline.inputs import Correction, Seed
from egov_timeline.records import Certainty, Evidence, Extraction, Finding
from egov_timeline.view import locate
from egov_timeline.vocabulary import Vocabularies, province_then

# What stands in those fields of a text that reports no event.
_NO_EVENT = {name: getattr(Extraction(is_event=False), name) for name in fields.OF_EVENT}


def correct(seed: Seed, extracted: Extraction, vocabularies: Vocabularies) -> Extraction:
    """Return `extracted` with the seed's corrections laid over it. Raises ProblemsFound."""
    if not seed.corrections:
        return _without_event(extracted)
    problems: list[Problem] = []
    changes: dict[str, Any] = {}
    for correction in seed.corrections:
        try:
            row = _row(correction)
            changes[row.name] = _changed(row, correction, seed, extracted, vocabularies)
        except Refused as err:
            problems.append(Problem(seed.sidecar, err.what, err.remedy, correction.line))
    problems += _contradictions(seed, changes)
    if problems:
        raise ProblemsFound(problems)
    # Whoever signs when and where an event took place says that there was one.
    if any(changes.get(name) for name in fields.OF_EVENT):
        changes.setdefault("is_event", True)
    corrected = _of_its_day(dataclasses.replace(extracted, **changes), seed, vocabularies)
    return _without_event(corrected)


def _without_event(facts: Extraction) -> Extraction:
    """Return `facts`, of a text that reports no event without those of an event."""
    if facts.is_event or all(getattr(facts, name) == none for name, none in _NO_EVENT.items()):
        return facts
    return dataclasses.replace(facts, **_NO_EVENT)


def _of_its_day(corrected: Extraction, seed: Seed, known: Vocabularies) -> Extraction:
    """Return `corrected` with the province of a town that was signed as of the event's day.

    A province that the editor named stays as it was named.
    """
    signed, day = corrected.location, corrected.date
    if not signed or signed.certainty is not Certainty.CORRECTED or not day:
        return corrected
    first, last, label = day.value.earliest, day.value.latest, signed.value.province
    typed = next(c.value for c in reversed(seed.corrections) if c.field == "location")
    unit = known.places.by_label.get(label or "")
    if not (first and last and unit) or any(name in str(typed) for name in unit.names):
        return corrected
    province = province_then(known.places, unit.label, first, last) or label
    value = dataclasses.replace(signed.value, province=province)
    return dataclasses.replace(corrected, location=dataclasses.replace(signed, value=value))


def _row(correction: Correction) -> Field:
    row = fields.BY_NAME.get(correction.field)
    if row is None:
        what = f"không có mục {quoted(correction.field)} để đính chính"
        raise Refused(what, nearest_or_all(correction.field, fields.NAMES))
    if not row.many and (correction.add is not None or correction.remove is not None):
        remedy = "Dùng value: giá trị mới."
        raise Refused(f"{row.name} không phải danh sách, không có add hay remove", remedy)
    return row


def _changed(
    row: Field, correction: Correction, seed: Seed, extracted: Extraction, known: Vocabularies
) -> Any:
    """Return what stands in the field of the correction once it is laid over `extracted`."""
    evidence = _evidence(correction, seed)

    def finding(given: Any) -> Finding[Any]:
        return Finding(parse(row.datatype, given, known), Certainty.CORRECTED, evidence)

    if not row.many:
        given = correction.value
        if given in (None, []) and row.datatype is not Datatype.YES_OR_NO:
            return None
        return finding(given).value if row.bare else finding(given)
    if correction.add is None and correction.remove is None:
        return tuple(map(finding, _items(correction.value)))
    kept: Sequence[Finding[Any]] = getattr(extracted, row.name)
    for given in _items(correction.remove):
        kept = [f for f in kept if not is_meant(row.datatype, given, f.value, known)]
    there = [f.value for f in kept]
    added = [f for f in map(finding, _items(correction.add)) if f.value not in there]
    return (*kept, *added)


def _items(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [] if given is None else [given]


def _evidence(correction: Correction, seed: Seed) -> tuple[Evidence, ...]:
    if correction.quote is None:
        return ()
    if seed.is_citation:
        what = "không có bài viết để trích câu nào"
        raise Refused(what, "Ghi source: nơi cho biết điều này, thay cho quote.")
    span = locate(seed.text, correction.quote)
    if span is None:
        what = f"không tìm thấy {quoted(correction.quote)} trong {seed.path}"
        raise Refused(what, "Chép đúng từng chữ từ bài ra, hoặc ghi source thay cho quote.")
    return (Evidence(seed.text[span[0] : span[1]], *span, "correction"),)


def _contradictions(seed: Seed, changes: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is signed of an event by who signs that there is none."""
    if changes.get("is_event") is not False:
        return
    for correction in seed.corrections:
        if correction.field in fields.OF_EVENT and changes.get(correction.field):
            what = f"{correction.field} được đính chính, nhưng is_event nói bài không có sự kiện"
            yield Problem(seed.sidecar, what, "Bỏ một trong hai đính chính.", correction.line)
