"""Keep the log: all that people have signed, the latest first.

Turns records into one part for what somebody signed of an article at a time, after one source: the
fields, what stood there before and what is published, with reasons, and the signature once. What is
not needed any more stays, struck through: what was signed once is never lost.
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
    """What was signed of one field; `before` and `now` are values in words.

    `sentence` is the anchor of the sentence that gives the value before, None where none does.
    """

    id: str  # its anchor on the page
    label: str
    before: tuple[str, ...]
    sentence: str | None
    now: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed of an article, when, and after what; all of it does the same to its words.

    `quote` are words of the article itself, where those are the source. `needless` tells that they
    give the values by now; `without_text`, that nobody here knows what it says.
    """

    slug: str
    article: str
    amends: str
    source: str
    quote: str | None
    by: str
    on: str
    on_label: str
    without_text: bool
    needless: bool

    @property
    def missing(self) -> str:
        """What is said where nothing stood before."""
        if self.without_text:
            return wording.labels.NO_TEXT
        return (
            wording.labels.NOT_SEEN
            if self.amends == Amendment.CONFIRMED
            else wording.labels.NOT_SAID
        )


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one signature, in the order of the fields."""

    signature: Signature
    entries: Sequence[Entry]

    @property
    def says_nothing(self) -> bool:
        """Whether the article gives a value of none of these fields."""
        return not any(entry.before for entry in self.entries)


def log(records: Sequence[Record], vocabularies: Vocabularies) -> list[Part]:
    """Return what was signed, the latest signature first."""
    parts: dict[Signature, list[Entry]] = {}
    for record in sorted(records, key=lambda record: record.slug):
        for signature, entry in _signed(record, vocabularies):
            parts.setdefault(signature, []).append(entry)
    ordered = [Part(signature, entries) for signature, entries in parts.items()]
    return sorted(ordered, key=lambda part: part.signature.on, reverse=True)


def _signed(record: Record, vocabularies: Vocabularies) -> Iterator[tuple[Signature, Entry]]:
    facts = panel(record, vocabularies) if record.corrections else {}
    for field, fact in facts.items():
        if field not in record.corrections:
            continue
        by = signed(record, field)
        needless = is_needless(record, field)
        before = fact.known if needless else fact.known[0].extracted
        evidence = [quoted for value in before for quoted in value.evidence]
        entry = Entry(
            id=f"{record.slug}-{field}",
            label=fact.label,
            before=tuple(map(_said, before)),
            sentence=evidence[0].anchor if evidence else None,
            now=tuple(map(_said, fact.known)),
            why=by.why,
        )
        yield _signature(record, by, record.corrections[field].quote, needless), entry


def _signature(record: Record, by: Signed, quote: str | None, needless: bool) -> Signature:
    return Signature(
        slug=record.slug,
        article=wording.name_of(record),
        amends=by.amends,
        source=by.source,
        quote=quote,
        by=by.by,
        on=by.on,
        on_label=by.on_label,
        without_text=record.seed.is_citation,
        needless=needless,
    )


def _said(value: Known) -> str:
    return f"{value.label} ({value.role})" if value.role else value.label
