"""Keep the log: all that people have signed, the latest first.

Turns records into entries that name the article, the field, what stood there before and what is
published, with reason, source and signature. What is not needed any more stays, struck through:
what was signed once is never lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.amendments import Amendment, is_needless
from egov_timeline.pages.facts import Known, Signed, panel, signed
from egov_timeline.records import Record
from egov_timeline.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Entry:
    """One signature; `before` and `now` are values in words.

    `needless` tells that the article's own words give the value by now. `sentence` is the anchor of
    the sentence that gives the value before, None where none does; `quote` are words of the article
    itself that the correction names as its source.
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
    needless: bool

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return f"{self.slug}-{self.field}"

    @property
    def missing(self) -> str:
        """What is said where nothing stood before."""
        if self.without_text:
            return wording.NO_TEXT
        confirmed = self.signed.amends == Amendment.CONFIRMED
        return wording.NOT_SEEN if confirmed else wording.NOT_SAID

    @property
    def heading(self) -> str:
        """What the value before is called: what was not seen is no word of the article."""
        if not self.before:
            return self.label
        return f"{self.label}: {wording.BEFORE[self.signed.amends].lower()}"


def log(records: Sequence[Record], vocabularies: Vocabularies) -> list[Entry]:
    """Return an entry for each correction, the latest signature first."""
    corrected = sorted((r for r in records if r.corrections), key=lambda r: r.slug)
    entries = [entry for record in corrected for entry in _entries(record, vocabularies)]
    return sorted(entries, key=lambda entry: entry.signed.on, reverse=True)


def _entries(record: Record, vocabularies: Vocabularies) -> Iterator[Entry]:
    for field, fact in panel(record, vocabularies).items():
        if field not in record.corrections:
            continue
        needless = is_needless(record, field)
        before = fact.known if needless else fact.known[0].extracted
        evidence = [quoted for value in before for quoted in value.evidence]
        yield Entry(
            slug=record.slug,
            article=wording.name_of(record),
            field=field,
            label=fact.label,
            before=tuple(map(_said, before)),
            sentence=evidence[0].anchor if evidence else None,
            now=tuple(map(_said, fact.known)),
            signed=signed(record, field),
            quote=record.corrections[field].quote,
            without_text=record.seed.is_citation,
            needless=needless,
        )


def _said(value: Known) -> str:
    return f"{value.label} ({value.role})" if value.role else value.label
