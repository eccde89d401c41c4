"""Tell how each fact of a record is known: its evidence, or its signature.

Turns the facts of a record into the panel that its page shows, in the words of readers. Beside a
signed value stands what the article itself says; a fact without evidence or signature is never
written, and a signature that is not needed any more is left to the log.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from egov_timeline import facets, fields, wording
from egov_timeline.amendments import Amendment, amendment, how_known, is_needless
from egov_timeline.fields import Datatype, Field, findings, shown, status_of
from egov_timeline.inputs import Correction
from egov_timeline.pages.coverage import Otherwise
from egov_timeline.pages.stretches import Quoted, quoted
from egov_timeline.pages.support import support
from egov_timeline.records import Certainty, Evidence, Extraction, Finding, Record
from egov_timeline.text import Span
from egov_timeline.view import locate
from egov_timeline.vocabulary import Vocabularies, Words


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: why, by whom, when, and after what source; "" where it quotes the article.

    `amends` says what it does to what the article says (`amendments.Amendment`).
    """

    why: str
    source: str
    by: str
    on: str
    on_label: str
    amends: str


@dataclass(frozen=True, slots=True)
class Known:
    """One value in words, and what it stands on; `certainty` is a key of `wording.CERTAINTY`.

    `role` is the part that a body had, `page` where the events of the value are listed, below the
    root of the site. Beside a `correction` stands what was `extracted` from the text.
    """

    label: str
    certainty: str
    role: str = ""
    why: str = ""
    page: str = ""
    evidence: tuple[Quoted, ...] = ()
    correction: Signed | None = None
    extracted: tuple[Known, ...] = ()

    @property
    def certainty_label(self) -> str:
        """How it is known, in words."""
        return wording.CERTAINTY[self.certainty]


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the panel: what is known, or what is said where nothing is."""

    label: str
    known: tuple[Known, ...] = ()
    unknown: str = ""
    elsewhere: tuple[Otherwise, ...] = ()


def panel(
    record: Record,
    vocabularies: Vocabularies,
    elsewhere: Mapping[str, tuple[Otherwise, ...]] = MappingProxyType({}),
) -> dict[str, Fact]:
    """Return the fields of the panel by name, in order; `elsewhere` is what other reports say."""
    told = {}
    near = tuple((e.start, e.end) for name, e in support(record).evidence if name != "themes")
    for row in fields.PANEL:
        known = _known(record, row, vocabularies, near)
        if known or (row.unknown and _is_asked(record, row)):
            unknown = "" if known else wording.UNKNOWN.get(row.name, "")
            label, beside = wording.FIELDS[row.name], elsewhere.get(row.name, ())
            told[row.name] = Fact(label, known, unknown, beside)
    return told


def _is_asked(record: Record, row: Field) -> bool:
    """Return whether a reader asks for it: nobody asks when and where a decision was held."""
    return record.facts.is_event or not row.of_event


def _known(
    record: Record, row: Field, vocabularies: Vocabularies, near: Sequence[Span]
) -> tuple[Known, ...]:
    correction = record.corrections.get(row.name)
    if row.bare:
        return (_kind(record, correction),) if correction else ()
    if row.unknown and not _is_asked(record, row):
        return ()
    if not correction:
        return _facts(record, record.facts, row, vocabularies, near)
    # What goes without saying is said where it is overruled.
    before = findings(record.extracted, row.name)
    extracted = _facts(record, record.extracted, row, vocabularies, near, before)
    if is_needless(record, row.name):
        return extracted
    known = _facts(record, record.facts, row, vocabularies, near)
    # A correction concerns the field as a whole; it stands with the first value.
    first, *others = known or (_withdrawn(record, correction),)
    return (replace(first, correction=signed(record, row.name), extracted=extracted), *others)


def _kind(record: Record, correction: Correction) -> Known:
    """Return what a person says that the article is, beside what it was taken for."""
    said, read = (getattr(facts, correction.field) for facts in (record.facts, record.extracted))
    before = (Known(wording.kind_label(read), Certainty.INFERRED.value),)
    return Known(
        wording.kind_label(said),
        Amendment.CONFIRMED.value,
        evidence=_own_words(record, correction),
        correction=signed(record, correction.field),
        extracted=before if said != read else (),
    )


def _page(record: Record, row: Field, value: Any, vocabularies: Vocabularies) -> str:
    """Return the page that lists the events of `value`, "" if there is none."""
    if row.datatype is Datatype.THEME:
        return _page_of("theme", value) if value in vocabularies.themes else ""
    if row.datatype not in _GATHERED or not record.facts.is_event:
        return ""
    facet, gather = _GATHERED[row.datatype]
    gathered = gather(value, vocabularies.words)
    return _page_of(facet, gathered.id) if gathered else ""


def _page_of(facet: str, ident: str) -> str:
    return f"{facets.FOLDERS[facet]}/{ident}.html"


def _withdrawn(record: Record, correction: Correction) -> Known:
    """Return that there is no value, and the article's words that say so where they are given."""
    does = amendment(record, correction.field).value
    return Known(wording.labels.WITHDRAWN, does, evidence=_own_words(record, correction))


def _own_words(record: Record, correction: Correction) -> tuple[Quoted, ...]:
    """Return the words of the article itself that a correction stands on."""
    span = locate(record.article.text, correction.quote or "")
    if not span:
        return ()
    said = Evidence(record.article.text[slice(*span)], *span, "correction")
    return quoted([said], record.article)


def _facts(
    record: Record,
    facts: Extraction,
    row: Field,
    vocabularies: Vocabularies,
    near: Sequence[Span],
    told: Sequence[Finding[Any]] | None = None,
) -> tuple[Known, ...]:
    return tuple(
        replace(
            _fact(finding, _label(row, finding.value, facts, vocabularies), row, record, near),
            page=_page(record, row, finding.value, vocabularies),
        )
        for finding in (shown(facts, row.name) if told is None else told)
    )


def _fact(
    finding: Finding[Any], label: str, row: Field, record: Record, near: Sequence[Span]
) -> Known:
    # Beside what is stated the words speak for themselves, save what became of an event.
    needless = finding.certainty is Certainty.STATED and row.datatype is not Datatype.STATUS
    return Known(
        label,
        how_known(record, row.name, finding),
        role=_role(row, finding.value),
        why="" if needless else finding.why or "",
        evidence=quoted(finding.evidence, record.article, near),
    )


def _label(row: Field, value: Any, facts: Extraction, vocabularies: Vocabularies) -> str:
    if row.datatype is Datatype.THEME:
        return theme_label(value, vocabularies)
    if row.datatype is Datatype.DATE:
        return wording.when_label(value, status_of(facts))
    return wording.value_label(row.datatype, value)


def _role(row: Field, value: Any) -> str:
    return wording.ROLES.get(value.role, value.role) if row.datatype is Datatype.ORGANIZER else ""


def signed(record: Record, field: str) -> Signed:
    """Return the signature under the correction of `field`, and what it does."""
    correction = record.corrections[field]
    return Signed(
        why=correction.why,
        source=correction.source or "",
        by=wording.signer_label(correction.by),
        on=correction.on,
        on_label=wording.published_label(correction.on),
        amends=amendment(record, field).value,
    )


def theme_label(ident: str, vocabularies: Vocabularies) -> str:
    """Return what a theme is called; its id where the vocabulary does not know it."""
    return vocabularies.themes[ident].label if ident in vocabularies.themes else ident


# By what the events of a field are gathered: the facet, and the value of it that a fact gives.
_GATHERED: Mapping[Datatype, tuple[str, Callable[[Any, Words], facets.Value | None]]] = {
    Datatype.ORGANIZER: ("organizer", lambda body, _: facets.organizer(body)),
    Datatype.LOCATION: ("place", lambda location, _: next(iter(facets.place(location)), None)),
    Datatype.SERIES: ("series", lambda series, words: facets.series(series.name, words)),
}
