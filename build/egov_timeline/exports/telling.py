"""An event in a few lines, for a calendar, a feed or a slide.

Turns an event into texts of one line each, in the words that the site uses. What is not known is
said to be so or left out; the quote is the whole sentence, never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from egov_timeline import wording
from egov_timeline.amendments import amendment, how_known
from egov_timeline.anchors import anchor, sentence_index
from egov_timeline.bidi import closed
from egov_timeline.events import Event
from egov_timeline.fields import BY_NAME, PLAIN, Field, shown, status_of
from egov_timeline.records import (
    Article,
    Certainty,
    Evidence,
    Finding,
    Organizer,
    Record,
    TimelineEntry,
)
from egov_timeline.text import is_even

# What a line must not hold: white space of all kinds, and what XML 1.0 or RFC 5545 refuses.
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_REFUSED = re.compile(r"[\ufffe\uffff\ud800-\udfff]")


def one_line(text: str) -> str:
    """Return `text` on one line, without characters that a format could not carry."""
    if is_even(text):
        return text.strip()
    return closed(_REFUSED.sub("\ufffd", _SPACE.sub(" ", text)).strip())


def sentence(article: Article, evidence: Evidence) -> str:
    """Return the sentence that holds `evidence`, on one line."""
    if not article.sentences:
        return one_line(evidence.quote)
    found = article.sentences[sentence_index(article, evidence.start)]
    return one_line(article.text[found.start : found.end])


def quoted(record: Record, evidence: Evidence) -> str:
    """Return the sentence of the record's article that holds `evidence`, in quotation marks."""
    return f"“{sentence(record.article, evidence)}”"


def address(record: Record, evidence: Evidence | None = None) -> str:
    """Return where the record, or a sentence of it, stands below the root of the site."""
    page = f"bai-viet/{record.slug}.html"
    return f"{page}#{anchor(record.article, evidence.start)}" if evidence else page


def entry_id(entry: TimelineEntry) -> str:
    """Return the id of an entry: its record's, and for a milestone which of the record's it is."""
    if entry.milestone is None:
        return entry.record.id
    return f"{entry.record.id}-moc-{entry.record.facts.milestones.index(entry.milestone) + 1}"


def text_of(record: Record) -> str:
    """Return how much of the article's text the site has."""
    return "none" if record.seed.is_citation else "quotes" if record.seed.withheld else "whole"


def key_evidence(event: Event) -> tuple[Record, Evidence] | None:
    """Return the words that give the date, or else those that name the event or the article.

    They stand in the article of the record beside them.
    """
    facts = event.facts
    for record, finding in (
        (event.source_of("date"), facts.date),
        (event.source_of("event"), facts.event),
        (event.main, facts.title),
    ):
        if finding and finding.evidence:
            return record, finding.evidence[0]
    return None


def summary(event: Event, *, quoting: bool = True) -> Iterator[str]:
    """Yield what is known of the event, a line each: time, place, bodies, quote, sources."""
    yield from known(event)
    yield from elsewhere(event)
    if quoting and (found := key_evidence(event)):
        yield quoted(*found)
    for report in event.reports:
        yield f"{wording.labels.SOURCE}: {source(report)}"
    for report in event.reports:
        yield from corrections(report)


def mentioned(entry: TimelineEntry, *, quoting: bool = True) -> Iterator[str]:
    """Yield what an article reports of a milestone, a line each: what, its sentence, the source."""
    if entry.milestone is None:
        return
    yield wording.milestone_label(entry.milestone.value)
    if quoting:
        yield from (quoted(entry.record, evidence) for evidence in entry.milestone.evidence[:1])
    yield f"{wording.labels.SOURCE}: {source(entry.record)}"


def known(event: Event) -> Iterator[str]:
    """Yield time, status, place and bodies, each with how surely it is known."""
    facts = event.facts
    if facts.is_event:
        date = wording.when_label(facts.date.value if facts.date else None, status_of(facts))
        yield f"{wording.FIELDS['date']}: {date}{_sure(event, 'date', facts.date)}"
        if said := status(event):
            yield f"{wording.FIELDS['status']}: {said}"
        place = wording.location_label(facts.location.value) if facts.location else None
        place = place or wording.UNKNOWN["location"]
        yield f"{wording.FIELDS['location']}: {place}{_sure(event, 'location', facts.location)}"
    if facts.organizer:
        bodies = "; ".join(_body(event, finding) for finding in facts.organizer)
        yield f"{wording.FIELDS['organizer']}: {bodies}"
    for row in PLAIN:
        if words := in_words(event, row):
            sure = _sure(event, row.name, getattr(facts, row.name))
            yield f"{wording.FIELDS[row.name]}: {words}{sure}"


def in_words(event: Event, row: Field) -> str | None:
    """Return the value of a field of the event in words, None where it is not known."""
    found = getattr(event.facts, row.name)
    return wording.value_label(row.datatype, found.value) if found else None


def status(event: Event) -> str:
    """Return what became of an event that was not held, and how that is known; "" if it was."""
    found = next(iter(shown(event.facts, "status")), None)
    if found is None:
        return ""
    said = wording.value_label(BY_NAME["status"].datatype, found.value)
    why = f" ({one_line(found.why)})" if found.why else ""
    return f"{said}{_sure(event, 'status', found)}{why}"


def elsewhere(event: Event) -> Iterator[str]:
    """Yield what reports say otherwise, a line for each report and field."""
    for field, told in event.elsewhere.items():
        for said in told:
            kind = BY_NAME[field].datatype
            values = (wording.value_label(kind, finding.value) for finding in said.findings)
            words = f"{wording.inside(wording.FIELDS[field])}: {'; '.join(values)}"
            yield one_line(f"{wording.labels.ELSEWHERE} ({wording.outlet(said.record)}): {words}")


def corrections(record: Record) -> Iterator[str]:
    """Yield each signed correction, the latest first: field, reason, source, signature."""
    for c in sorted(record.seed.corrections, key=lambda c: c.on, reverse=True):
        field = wording.inside(wording.FIELDS.get(c.field, c.field))
        proof = f"{wording.labels.SOURCE}: {c.source}." if c.source else f"“{c.quote}”."
        signed = f"{wording.signer_label(c.by)}, {wording.published_label(c.on)}"
        what = wording.CORRECTIONS[amendment(record, c.field)]
        yield one_line(f"{what} {field}: {c.why} {proof} {wording.labels.SIGNED}: {signed}.")


def source(record: Record) -> str:
    """Return where the article appeared, as far as it is known."""
    told = record.seed.source
    known = [part for part in (told.publisher, told.author, told.url) if part]
    return ", ".join(map(one_line, known)) or wording.labels.NO_SOURCE


def _body(event: Event, finding: Finding[Organizer]) -> str:
    role = wording.ROLES.get(finding.value.role, finding.value.role)
    return f"{one_line(finding.value.name)} ({role}){_sure(event, 'organizer', finding)}"


def _sure(event: Event, field: str, finding: Finding[Any] | None) -> str:
    """Return how surely a fact is known, where the article does not state it."""
    if finding is None or finding.certainty is Certainty.STATED:
        return ""
    return f" – {wording.CERTAINTY[how_known(event.source_of(field), field, finding)]}"


def web_address(url: str | None) -> str | None:
    """Return `url` where it is an address of the web, with nothing in it but what an address has.

    A sidecar may hold a citation in its place, and a person may paste anything.
    """
    if not url or not re.match(r"https?://[^/\s]", url):
        return None
    return quote(one_line(url), safe="/:?#[]@!$&'()*+,;=%~")
