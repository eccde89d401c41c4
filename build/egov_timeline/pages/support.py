"""Gather what the sentences of an article bear out: the evidence of a record, field by field.

Turns a record into the evidence of all that was found, of what is published, or of what tells of
the event; and that into the fields and the words of a stretch of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from egov_timeline import fields, wording
from egov_timeline.fields import shown
from egov_timeline.records import Certainty, Evidence, Extraction, Record
from egov_timeline.text import Span


@dataclass(frozen=True, slots=True)
class Support:
    """What the sentences of an article bear out: (field, evidence) in order of the fields."""

    evidence: tuple[tuple[str, Evidence], ...]

    def of(self, field: str) -> Support:
        """Return the evidence of one field."""
        return Support(tuple(pair for pair in self.evidence if pair[0] == field))

    def fields(self, start: int, end: int) -> list[str]:
        """Return the Vietnamese names of the fields that stand on words in `start:end`."""
        named = (wording.FIELDS.get(f) for f, e in self.evidence if e.start < end and start < e.end)
        return [name for name in dict.fromkeys(named) if name]

    def words(self, start: int, end: int) -> list[Span]:
        """Return the spans of evidence inside `start:end`, joined where they overlap.

        Words that only show what the article is about are left out: they are everywhere.
        """
        joined: list[Span] = []
        for first, last in sorted((e.start, e.end) for f, e in self.evidence if f != "themes"):
            first, last = max(first, start), min(last, end)
            if first >= last:
                continue
            if joined and first <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        return joined


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
