"""Rows of what stands in articles: the articles, their themes, evidence and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from egov_timeline.amendments import amendment, how_known
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.tables.cells import cell, several
from egov_timeline.exports.telling import address, text_of
from egov_timeline.fields import BY_NAME, FACTS, Field, findings, values
from egov_timeline.records import Finding, Record

Row = tuple[Any, ...]


def rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each article, by its id."""
    for record in _ordered(archive):
        source, title = record.seed.source, record.facts.title
        yield (
            record.id,
            title.value if title else None,
            record.appeared,
            source.publisher,
            source.author,
            source.url,
            record.article.language,
            record.facts.is_event,
            text_of(record),
            record.seed.added,
            None if record.seed.is_citation else record.seed.sha256,
            archive.root + address(record),
        )


def themes(archive: Archive) -> Iterator[Row]:
    """Yield a row for each theme of each article."""
    known = archive.vocabularies.themes
    for record in _ordered(archive):
        for found in record.facts.themes:
            label = known[found.value].label if found.value in known else found.value
            yield record.id, found.value, label, how_known(record, "themes", found)


def evidence(archive: Archive) -> Iterator[Row]:
    """Yield a row for each quote; also for what the article says under a signed value."""
    for record in _ordered(archive):
        for row in FACTS:
            yield from _quotes(archive, record, row, "shown", findings(record.facts, row.name))
            if row.name in record.corrections:
                own = findings(record.extracted, row.name)
                yield from _quotes(archive, record, row, "replaced", own)


def _quotes(
    archive: Archive, record: Record, row: Field, stands: str, found: tuple[Finding[Any], ...]
) -> Iterator[Row]:
    for position, finding in enumerate(found, 1):
        for number, words in enumerate(finding.evidence, 1):
            yield (
                *(record.id, row.name, stands, position, number),
                *(cell(row, finding.value), how_known(record, row.name, finding)),
                *(words.quote, words.start, words.end, words.rule, finding.why),
                archive.root + address(record, words),
            )


def corrections(archive: Archive) -> Iterator[Row]:
    """Yield a row for each signature, in the order of the sidecar."""
    for record in _ordered(archive):
        for position, signed in enumerate(record.seed.corrections, 1):
            row = BY_NAME[signed.field]
            yield (
                *(record.id, row.name, position, amendment(record, row.name).value),
                several(row, values(record.facts, row.name)),
                several(row, values(record.extracted, row.name)),
                *(signed.why, signed.source, signed.quote, signed.by, signed.on),
            )


def _ordered(archive: Archive) -> list[Record]:
    return sorted(archive.records, key=lambda record: record.id)
