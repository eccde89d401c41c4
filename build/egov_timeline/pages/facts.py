"""Tell how each fact of a record is known: its evidence, or its correction.

Turns the facts of a record into the front matter of its page (DESIGN 4.2). Beside a corrected value
stands what the article itself says; a fact without evidence or signature is never written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from egov_timeline import wording
from egov_timeline.anchors import anchor
from egov_timeline.edtf import EventDate
from egov_timeline.pages import facets
from egov_timeline.pages.body import Support
from egov_timeline.records import (
    Article,
    Certainty,
    Correction,
    Evidence,
    Extraction,
    Finding,
    Location,
    Milestone,
    Organizer,
    Record,
    Series,
)
from egov_timeline.text import normalize
from egov_timeline.vocabulary import Vocabularies

Worded = tuple[Any, str]

# The order in which a reader asks; the first three are asked of events only.
FIELDS = (
    "date",
    "location",
    "organizer",
    "event",
    "series",
    "themes",
    "title",
    "published",
    "milestones",
)
_OF_EVENTS = FIELDS[:3]


def findings(facts: Extraction, field: str) -> tuple[Finding[Any], ...]:
    """Return the findings of `field`: none, one, or several where it holds a list."""
    found = getattr(facts, field)
    return found if isinstance(found, tuple) else (found,) if found else ()


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
            (field, evidence)
            for field in FIELDS
            for facts in readings
            for finding in findings(facts, field)
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
        "published": facts.published.value if facts.published else None,
        "event": facts.event.value if facts.event else None,
        "event_type": facts.event_type,
        "location": wording.location_label(location.value) if location else None,
        "organizer": [finding.value.name for finding in facts.organizer],
        "series": _series(series.value)[0] if series else None,
        "themes": themes,
        "tags": [_theme(ident, vocabularies) for ident in themes],
        "milestones": [_milestone_value(f.value) for f in facts.milestones],
        "source": {
            "file": record.seed.path,
            "sha256": record.seed.sha256,
            "publisher": source.publisher,
            "author": source.author,
            "url": source.url,
        },
    }
    always = ("title", "date", "location", "organizer", "themes")
    kept = {name: value for name, value in head.items() if value or name in always}
    kept["source"] = {name: value for name, value in head["source"].items() if value}
    if not facts.is_event:
        kept["is_event"] = False
    kept["facts"] = dict(_known(record, vocabularies))
    return kept


def _known(record: Record, vocabularies: Vocabularies) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the fields of the panel in order, each with its name and what is known, in words."""
    for field in FIELDS:
        if field in _OF_EVENTS and not record.facts.is_event:
            continue
        known = _values(record, field, vocabularies)
        if known:
            yield field, {"label": wording.FIELDS[field], "known": known}
        elif field in wording.UNKNOWN:
            yield field, {"label": wording.FIELDS[field], "unknown": wording.UNKNOWN[field]}
    for field in ("is_event", "event_type"):
        if correction := record.corrections.get(field):
            yield field, {"label": wording.FIELDS[field], "known": [_kind(record, correction)]}


def _kind(record: Record, correction: Correction) -> dict[str, Any]:
    """Return what a person says that the article is, beside what it was taken for."""
    said, read = (getattr(facts, correction.field) for facts in (record.facts, record.extracted))
    return _worded(said, wording.kind_label(said), Certainty.CORRECTED) | {
        "correction": _signed(correction),
        "extracted": [_worded(read, wording.kind_label(read), Certainty.INFERRED)],
    }


def _values(record: Record, field: str, vocabularies: Vocabularies) -> list[dict[str, Any]]:
    known = _facts(record.facts, field, record.article, vocabularies)
    for fact, finding in zip(known, findings(record.facts, field), strict=True):
        if page := _page(record, field, finding.value, vocabularies):
            fact["page"] = page
    if correction := record.corrections.get(field):
        # A correction concerns the field as a whole; it stands with the first value.
        known = known or [_withdrawn(correction, record.article)]
        known[0]["correction"] = _signed(correction)
        known[0]["extracted"] = _facts(record.extracted, field, record.article, vocabularies)
    return known


def _page(record: Record, field: str, value: Any, vocabularies: Vocabularies) -> str | None:
    """Return the page that lists the events of `value`, if there is one."""
    if field == "themes":
        return _page_of("theme", value) if value in vocabularies.themes else None
    if field not in _GATHERED or not record.facts.is_event:
        return None
    facet, gathered = _GATHERED[field][0], _GATHERED[field][1](value)
    return _page_of(facet, gathered.id) if gathered else None


def _page_of(facet: str, ident: str) -> str:
    return f"{facets.FOLDERS[facet]}/{ident}.html"


def _withdrawn(correction: Correction, article: Article) -> dict[str, Any]:
    """Return that there is no value, and the article's words that say so where they are given."""
    fact = _worded(None, wording.WITHDRAWN, Certainty.CORRECTED)
    quote = normalize(correction.quote or "")
    start = article.text.find(quote) if quote else -1
    if start >= 0:
        evidence = Evidence(quote, start, start + len(quote), "correction")
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
    facts: Extraction, field: str, article: Article, vocabularies: Vocabularies
) -> list[dict[str, Any]]:
    return [_fact(field, finding, article, vocabularies) for finding in findings(facts, field)]


def _fact(
    field: str, finding: Finding[Any], article: Article, vocabularies: Vocabularies
) -> dict[str, Any]:
    value, label = _WORDED[field](finding.value)
    if field == "themes":
        label = _theme(value, vocabularies)
    fact = _worded(value, label, finding.certainty)
    if field == "organizer":
        fact["role"] = wording.ROLES.get(finding.value.role, finding.value.role)
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


def _date(date: EventDate) -> Worded:
    return date.edtf, wording.date_label(date)


def _location(location: Location) -> Worded:
    value = {"place": location.place, "province": location.province}
    return value, wording.location_label(location)


def _organizer(organizer: Organizer) -> Worded:
    return {"id": organizer.id, "role": organizer.role}, organizer.name


def _series(series: Series) -> Worded:
    return {"name": series.name, "edition": series.edition}, wording.series_label(series)


def _milestone_value(milestone: Milestone) -> dict[str, str]:
    value = {
        "kind": milestone.kind,
        "date": milestone.date.edtf,
        "name": milestone.name,
        "place": milestone.place,
    }
    return {name: part for name, part in value.items() if part}


def _milestone(milestone: Milestone) -> Worded:
    return _milestone_value(milestone), wording.milestone_label(milestone)


def _same(text: str) -> Worded:
    return text, text


# By what the events of a field are gathered: the facet, and the value of it that a fact gives.
_GATHERED: Mapping[str, tuple[str, Callable[[Any], facets.Value | None]]] = {
    "organizer": ("organizer", facets.organizer),
    "location": ("place", lambda location: next(iter(facets.place(location)), None)),
    "series": ("series", lambda series: facets.series(series.name)),
}

# A value as the front matter writes it, and in words.
_WORDED: Mapping[str, Callable[[Any], Worded]] = {
    "date": _date,
    "location": _location,
    "organizer": _organizer,
    "event": _same,
    "series": _series,
    "themes": _same,
    "title": _same,
    "published": lambda published: (published, wording.published_label(published)),
    "milestones": _milestone,
}
