"""Keep the log of corrections: all that people have signed, the latest first.

Turns records into entries that name the article, the field, what the article itself says and what
is published instead, with reason, source and signature. It repeats the articles' own panels, and
adds nothing to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.pages.facts import Known, Signed, panel
from egov_timeline.records import Record
from egov_timeline.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Entry:
    """One signed correction; `before` and `now` are values in words.

    `sentence` is the anchor of the sentence that gives the value before, None where none does;
    `quote` are words of the article itself that the correction names as its source.
    """

    slug: str
    article: str
    field: str
    label: str
    before: tuple[str, ...]
    sentence: str | None
    now: tuple[str, ...]
    signed: Signed
    quote: str | None
    without_text: bool  # nobody here knows what the article itself says

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return f"{self.slug}-{self.field}"


def log(records: Sequence[Record], vocabularies: Vocabularies) -> list[Entry]:
    """Return an entry for each correction in force, the latest signature first."""
    corrected = sorted((r for r in records if r.corrections), key=lambda r: r.slug)
    entries = [entry for record in corrected for entry in _entries(record, vocabularies)]
    return sorted(entries, key=lambda entry: entry.signed.on, reverse=True)


def _entries(record: Record, vocabularies: Vocabularies) -> Iterator[Entry]:
    for field, fact in panel(record, vocabularies).items():
        first = fact.known[0] if fact.known else None
        if not first or not first.correction:
            continue
        evidence = [quoted for value in first.extracted for quoted in value.evidence]
        yield Entry(
            slug=record.slug,
            article=wording.name_of(record),
            field=field,
            label=fact.label,
            before=tuple(map(_said, first.extracted)),
            sentence=evidence[0].anchor if evidence else None,
            now=tuple(map(_said, fact.known)),
            signed=first.correction,
            quote=record.corrections[field].quote,
            without_text=record.seed.is_citation,
        )


def _said(value: Known) -> str:
    return f"{value.label} ({value.role})" if value.role else value.label
