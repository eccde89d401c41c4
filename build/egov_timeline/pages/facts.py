"""Tell how each fact of a record is known: its evidence, or its correction.

Turns the facts of a record into the front matter of its page (DESIGN 4.2). Beside a corrected value
stands what the article itself says; a fact without evidence or signature is never written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.anchors import anchor
from egov_timeline.fields import Datatype, Field, shown, status_of
from egov_timeline.inputs import Correction
from egov_timeline.pages import facets
from egov_timeline.pages.body import Support
from egov_timeline.plain import plain
from egov_timeline.records import (
    Article,
    Certainty,
    Evidence,
    Extraction,
    Finding,
    Milestone,
    Organizer,
    Record,
)
from egov_timeline.view import locate
from egov_timeline.vocabulary import Vocabularies


def support(record: Record) -> Support:
    """Return all evidence of the record, also what a correction overruled."""
    return _evidence_in(record.facts, record.extracted)


def standing(record: Record) -> Support:
    """Return the evidence of what is published; what a correction overruled proves nothing."""
    return _evidence_in(record.facts)


def telling(record: Record) -> Support:
    """Return the evidence that tells of the event: no clue that a place or body was concluded from.

    "Về phía tỉnh Lào Cai có các đồng chí …" gives the place away, but is about who came.
    """
    facts, stated = record.facts, Certainty.STATED
    place = facts.location if facts.location and facts.location.certainty is stated else None
    bodies = tuple(finding for finding in facts.organizer if finding.certainty is stated)
    return _evidence_in(replace(facts, location=place, organizer=bodies))


def _evidence_in(*readings: Extraction) -> Support:
    return Support(
        tuple(
            (row.name, evidence)
            for row in fields.PANEL
            if not row.bare
            for facts in readings
            for finding in shown(facts, row.name)
            for evidence in finding.evidence
        )
    )


def front_matter(record: Record, vocabularies: Vocabularies) -> dict[str, Any]:
    """Return the fields of the page's head that say what is known of the article."""
    facts, source = record.facts, record.seed.source
    date, location, series = facts.date, facts.location, facts.series
    themes = [finding.value for finding in facts.themes]
    head: dict[str, Any] = {
        "title": facts.title.value if facts.title else None,
        "date": date.value.edtf if date else None,
        "published": record.appeared,
        "event": facts.event.value if facts.event else None,
        "event_type": facts.event_type,
        "status": facts.status.value if facts.status else None,
        "location": wording.location_label(location.value) if location else None,
        "organizer": [finding.value.name for finding in facts.organizer],
        "series": plain(series.value) if series else None,
        "themes": themes,
        "tags": [_theme(ident, vocabularies) for ident in themes],
        "milestones": [_milestone_value(f.value) for f in facts.milestones],
        "source": {
            "file": record.seed.path if record.seed.is_open else None,
            "sha256": None if record.seed.is_citation else record.seed.sha256,
            "publisher": source.publisher,
            "published": wording.published_label(source.published) if source.published else None,
            "author": source.author,
            "url": source.url,
        },
    }
    always = ("title", *wording.UNKNOWN)
    kept = {name: value for name, value in head.items() if value or name in always}
    kept["source"] = {name: value for name, value in head["source"].items() if value}
    if not facts.is_event:
        kept["is_event"] = False
    if not record.seed.is_open:
        kept["text"] = "none" if record.seed.is_citation else "quotes"
    kept["facts"] = dict(_known(record, vocabularies))
    return kept


def _known(record: Record, vocabularies: Vocabularies) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the fields of the panel in order, each with its name and what is known, in words."""
    for row in fields.PANEL:
        correction = record.corrections.get(row.name)
        if row.bare:
            known = [_kind(record, correction)] if correction else []
        elif row.of_event and row.unknown and not record.facts.is_event:
            continue  # nobody asks when and where a decision was held
        else:
            known = _values(record, row, vocabularies)
        if known:
            yield row.name, {"label": row.label, "known": known}
        elif row.unknown:
            yield row.name, {"label": row.label, "unknown": row.unknown}


def _kind(record: Record, correction: Correction) -> dict[str, Any]:
    """Return what a person says that the article is, beside what it was taken for."""
    said, read = (getattr(facts, correction.field) for facts in (record.facts, record.extracted))
    return _worded(said, wording.kind_label(said), Certainty.CORRECTED) | {
        "correction": _signed(correction),
        "extracted": [_worded(read, wording.kind_label(read), Certainty.INFERRED)],
    }


def _values(record: Record, row: Field, vocabularies: Vocabularies) -> list[dict[str, Any]]:
    known = _facts(record.facts, row, record.article, vocabularies)
    for fact, finding in zip(known, shown(record.facts, row.name), strict=True):
        if page := _page(record, row, finding.value, vocabularies):
            fact["page"] = page
    if correction := record.corrections.get(row.name):
        # A correction concerns the field as a whole; it stands with the first value.
        known = known or [_withdrawn(correction, record.article)]
        known[0]["correction"] = _signed(correction)
        known[0]["extracted"] = _facts(record.extracted, row, record.article, vocabularies)
    return known


def _page(record: Record, row: Field, value: Any, vocabularies: Vocabularies) -> str | None:
    """Return the page that lists the events of `value`, if there is one."""
    if row.datatype is Datatype.THEME:
        return _page_of("theme", value) if value in vocabularies.themes else None
    if row.datatype not in _GATHERED or not record.facts.is_event:
        return None
    facet, gathered = _GATHERED[row.datatype][0], _GATHERED[row.datatype][1](value)
    return _page_of(facet, gathered.id) if gathered else None


def _page_of(facet: str, ident: str) -> str:
    return f"{facets.FOLDERS[facet]}/{ident}.html"


def _withdrawn(correction: Correction, article: Article) -> dict[str, Any]:
    """Return that there is no value, and the article's words that say so where they are given."""
    fact = _worded(None, wording.WITHDRAWN, Certainty.CORRECTED)
    if span := locate(article.text, correction.quote or ""):
        evidence = Evidence(article.text[span[0] : span[1]], *span, "correction")
        fact["evidence"] = [_evidence(evidence, article)]
    return fact


def _worded(value: Any, label: str, certainty: Certainty) -> dict[str, Any]:
    return {
        "value": value,
        "label": label,
        "certainty": certainty.value,
        "certainty_label": wording.CERTAINTY[certainty],
    }


def _facts(
    facts: Extraction, row: Field, article: Article, vocabularies: Vocabularies
) -> list[dict[str, Any]]:
    told = shown(facts, row.name)
    known = [_fact(row, finding, article, vocabularies) for finding in told]
    if row.datatype is Datatype.DATE:
        for fact, finding in zip(known, told, strict=True):
            fact["label"] = wording.when_label(finding.value, status_of(facts))
    return known


def _fact(
    row: Field, finding: Finding[Any], article: Article, vocabularies: Vocabularies
) -> dict[str, Any]:
    value = _written(finding.value)
    label = wording.value_label(row.datatype, finding.value)
    if row.datatype is Datatype.THEME:
        label = _theme(value, vocabularies)
    fact = _worded(value, label, finding.certainty)
    if row.datatype is Datatype.ORGANIZER:
        fact["role"] = wording.ROLES.get(finding.value.role, finding.value.role)
    # Beside what is stated the words speak for themselves.
    if finding.why and finding.certainty is not Certainty.STATED:
        fact["why"] = finding.why
        if not finding.evidence:
            fact["certainty_label"] = wording.BY_EDITOR
    if finding.evidence:
        fact["evidence"] = [_evidence(evidence, article) for evidence in _read(finding, article)]
    return fact


def _read(finding: Finding[Any], article: Article) -> list[Evidence]:
    """Return the evidence, the most telling sentence first, its words in reading order."""
    rank: dict[str, int] = {}
    for evidence in finding.evidence:
        rank.setdefault(anchor(article, evidence.start), len(rank))
    return sorted(finding.evidence, key=lambda e: (rank[anchor(article, e.start)], e.start))


def _evidence(evidence: Evidence, article: Article) -> dict[str, str]:
    return {
        "quote": " ".join(evidence.quote.split()),
        "anchor": anchor(article, evidence.start),
        "rule": evidence.rule,
    }


def _signed(correction: Correction) -> dict[str, str]:
    signed = {
        "why": correction.why,
        "source": correction.source,
        "by": wording.SIGNERS.get(correction.by, correction.by),
        "on": correction.on,
        "on_label": wording.published_label(correction.on),
    }
    return {name: value for name, value in signed.items() if value}


def _theme(ident: str, vocabularies: Vocabularies) -> str:
    return vocabularies.themes[ident].label if ident in vocabularies.themes else ident


def _written(value: Any) -> Any:
    """Return a value as the front matter writes it."""
    match value:
        case Organizer():
            return {"id": value.id, "role": value.role}
        case Milestone():
            return _milestone_value(value)
    return plain(value)


def _milestone_value(milestone: Milestone) -> dict[str, str]:
    return {name: part for name, part in plain(milestone).items() if part}


# By what the events of a field are gathered: the facet, and the value of it that a fact gives.
_GATHERED: Mapping[Datatype, tuple[str, Callable[[Any], facets.Value | None]]] = {
    Datatype.ORGANIZER: ("organizer", facets.organizer),
    Datatype.LOCATION: ("place", lambda location: next(iter(facets.place(location)), None)),
    Datatype.SERIES: ("series", lambda series: facets.series(series.name)),
}
