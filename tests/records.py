"""Records made by hand: what the stages after extraction are tried on.

A fact is given as (value, quote, …): the quotes are looked up in the text, so that the evidence is
as true as extraction's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from egov_timeline import edtf
from egov_timeline.clean import clean
from egov_timeline.exports import Archive
from egov_timeline.imprint import of as imprint_of
from egov_timeline.inputs import Attachment, Correction, Seed, Source, TextEdit
from egov_timeline.records import (
    Certainty,
    Count,
    Evidence,
    Extraction,
    Finding,
    Location,
    Milestone,
    Organizer,
    Record,
    Series,
)
from egov_timeline.settings import Settings
from egov_timeline.text import normalize, slugify
from egov_timeline.timeline import timeline
from egov_timeline.vocabulary import Term, Vocabularies, Vocabulary

TEXT = """Hội thảo về chính quyền số

Sáng 5/10/2017, Sở Thông tin và Truyền thông tổ chức Hội thảo Chính quyền số tại Huế.
Hội thảo bàn về dữ liệu mở và đô thị thông minh."""

VOCABULARIES = Vocabularies(
    themes=Vocabulary(
        [Term("chinh-phu-so", "Chính phủ số"), Term("du-lieu", "Dữ liệu và chia sẻ dữ liệu")]
    ),
    organizations=Vocabulary([]),
    places=Vocabulary([]),
)

NAME = "Dòng thời gian Chính phủ điện tử"

_VALUES = {
    "date": edtf.parse,
    "location": lambda pair: Location(*pair),
    "organizer": lambda triple: Organizer(*triple),
    "series": lambda pair: Series(*pair),
    "delegates": lambda pair: Count(*pair),
    "milestones": lambda parts: Milestone(parts[0], edtf.parse(parts[1]), *parts[2:]),
}
_LISTS = ("organizer", "themes", "milestones")


def make_record(
    ident: str = "a",
    text: str = TEXT,
    *,
    corrections: Sequence[Correction] = (),
    corrected: Mapping[str, Any] | None = None,
    inferred: Sequence[str] = (),
    is_event: bool = True,
    event_type: str | None = None,
    source: Source = Source(),  # noqa: B008
    slug: str | None = None,
    added: str | None = None,
    same_as: str | None = None,
    withheld: bool = False,
    attachments: Sequence[Attachment] = (),
    edits: Sequence[TextEdit] = (),
    **facts: Any,
) -> Record:
    """Return a record of `text`; `corrected` maps a field to the value that a correction gives.

    `same_as` is the id of the record that reports the same event and stands for it.
    """
    text = normalize(text)
    found = {field: _fact(text, field, given, inferred) for field, given in facts.items()}
    extracted = Extraction(is_event=is_event, event_type=event_type, **found)
    changes = {field: _signed(field, value) for field, value in (corrected or {}).items()}
    return Record(
        seed=Seed(
            id=ident,
            path=f"seeds/articles/{ident}.txt",
            sidecar=f"seeds/articles/{ident}.yml",
            text=text,
            sha256="0" * 64,
            slug=slug,
            added=added,
            source=source,
            corrections=tuple(corrections),
            event=same_as,
            withheld=withheld,
            attachments=tuple(attachments),
            edits=tuple(edits),
        ),
        slug=slug or slugify(ident),
        article=clean(text),
        facts=dataclasses.replace(extracted, **changes),
        extracted=extracted,
        corrections={correction.field: correction for correction in corrections},
    )


def make_archive(*records: Record, site: str = "", **settings: str) -> Archive:
    """Return all that exports are made of, with what the `settings` say of the archive."""
    about = imprint_of(records, Settings(**({"name": NAME} | settings)))
    return Archive(records, timeline(records), VOCABULARIES, about, site)


def make_correction(field: str, **changes: Any) -> Correction:
    """Return a signed correction of `field`; its value is not used after `corrections`."""
    given = {"value": None, "why": "Theo báo khác.", "by": "editor", "on": "2026-11-21", "line": 3}
    return Correction(field, **(given | {"source": "https://example.org/bai"} | changes))


def _fact(text: str, field: str, given: Any, inferred: Sequence[str]) -> Any:
    if field in _LISTS:
        return tuple(_finding(text, field, one, inferred) for one in given)
    return _finding(text, field, given, inferred)


def _finding(text: str, field: str, given: Any, inferred: Sequence[str]) -> Finding[Any]:
    value, *quotes = given
    certainty = Certainty.INFERRED if field in inferred else Certainty.STATED
    evidence = tuple(_evidence(text, normalize(quote)) for quote in quotes)
    return Finding(_VALUES.get(field, _same)(value), certainty, evidence)


def _evidence(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(quote, start, start + len(quote), "by hand")


def _signed(field: str, value: Any) -> Any:
    def finding(one: Any) -> Finding[Any]:
        return Finding(_VALUES.get(field, _same)(one), Certainty.CORRECTED, ())

    if field in ("is_event", "event_type"):
        return value
    if field in _LISTS:
        return tuple(map(finding, value))
    return None if value is None else finding(value)


def _same(value: Any) -> Any:
    return value
