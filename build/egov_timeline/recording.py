"""Make the records of a project: its seeds, understood and corrected, each at its address.

Turns `seeds/` and the pages of the last build into `Record`s. All that is wrong with any seed is
told at once, and with the settings; one record alone is made of its own seed, whatever is wrong
with others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from egov_timeline import corrections, seeds, settings, slugs, vocabulary, wording
from egov_timeline.errors import Problem, ProblemsFound, did_you_mean, quoted
from egov_timeline.inputs import Seed
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Extraction, Record
from egov_timeline.slugs import Address
from egov_timeline.understood import Understood, understood, understood_alone
from egov_timeline.vocabulary import Vocabularies, Vocabulary

CONTENT = Path("content")
VOCABULARY = Path("seeds/vocabulary")
# As many ids are told to somebody who has to choose one.
_SOME = 12


def read_vocabularies(root: Path, means: Means = ALONE) -> Vocabularies:
    """Return the vocabularies of the project.

    Raises ProblemsFound with all that is wrong with them and with labels, and with seeds and
    settings as far as these can be read without.
    """
    problems: list[Problem] = []
    wording.own.read(root, problems)
    try:
        vocabularies = vocabulary.load(root / VOCABULARY)
    except ProblemsFound as err:
        problems += err.problems
    if problems:
        seeds.readable(root, problems, means)
        settings.read(root, problems)
        raise ProblemsFound(problems)
    return vocabularies


def read_records(
    root: Path, vocabularies: Vocabularies, means: Means = ALONE
) -> tuple[Record, ...]:
    """Return a record for each seed of the project. Raises ProblemsFound with all problems.

    By the `means` of a build: a text that was understood before is not understood again.
    """
    problems: list[Problem] = []
    readable = seeds.readable(root, problems, means)
    names, records = {}, []
    for seed, said in zip(readable, understood(readable, vocabularies, means), strict=True):
        record = _corrected(seed, said, vocabularies, problems)
        records += [record] if record else []
        names[seed.id] = record.slug if record else slugs.name(seed, said[1])
    found, clashes = slugs.addresses(readable, names, slugs.published(root / CONTENT))
    if problems := problems + clashes:
        settings.read(root, problems)
        raise ProblemsFound(problems)
    return tuple(_at(found[record.id], record) for record in records)


def read_record(
    root: Path, ident: str, vocabularies: Vocabularies, beside: str | None = None
) -> Record:
    """Return the record whose id is `ident`, or the only one that begins so. Raises ProblemsFound.

    No other seed is read: its slug is the one that its title alone gives. `beside` stands for the
    text of its sidecar, before that is written.
    """
    problems: list[Problem] = []
    seed = seeds.read_one(root, named(ident, seeds.ids(root)), problems, beside)
    record = record_of(seed, vocabularies, problems) if seed else None
    if problems or not record:
        raise ProblemsFound(problems)
    return record


def record_of(seed: Seed, vocabularies: Vocabularies, problems: list[Problem]) -> Record | None:
    """Return what a seed says, corrected; None where a correction is wrong: see `problems`."""
    return _corrected(seed, understood_alone(seed, vocabularies), vocabularies, problems)


def _corrected(
    seed: Seed, said: Understood, vocabularies: Vocabularies, problems: list[Problem]
) -> Record | None:
    article, extracted = said
    try:
        facts = corrections.correct(seed, extracted, vocabularies)
    except ProblemsFound as err:
        problems += err.problems
        return None
    signed = {correction.field: correction for correction in seed.corrections}
    slug = seed.slug or slugs.name(seed, facts)
    located = _as_of_today(facts, vocabularies.places)
    return Record(seed, slug, article, located, extracted, signed)


def _as_of_today(facts: Extraction, places: Vocabulary) -> Extraction:
    """Return facts whose location knows what its province became part of."""
    where = facts.location
    unit = places.merged.get(where.value.province or "") if where else None
    if not where or not unit or not unit.merged:
        return facts
    now = replace(where.value, now=places[unit.merged.into].label)
    return replace(facts, location=replace(where, value=now))


def _at(address: Address, record: Record) -> Record:
    if (record.slug, record.formerly) == (address.slug, address.formerly):
        return record
    return replace(record, slug=address.slug, formerly=address.formerly)


def named(ident: str, known: Sequence[str]) -> str:
    """Return the id that is `ident`, or the only one that begins so. Raises ProblemsFound."""
    hits = [one for one in known if one == ident] or [one for one in known if one.startswith(ident)]
    if len(hits) == 1:
        return hits[0]
    some = (hits or list(known))[:_SOME]
    choice = ", ".join(some) + ("…" if len(hits or known) > _SOME else "")
    if hits:
        what, remedy = (
            f"có {len(hits)} bài mà mã bắt đầu bằng {quoted(ident)}",
            f"Viết rõ hơn: {choice}.",
        )
    else:
        what = f"không có bài nào mã {quoted(ident)}"
        remedy = did_you_mean(ident, known) or f"Các bài đang có: {choice}."
    raise ProblemsFound.one(seeds.FOLDER.as_posix(), what, remedy)
