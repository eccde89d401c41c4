"""Suspect which articles say the same: nearly the same words, or the same event in other words.

Turns records into pairs, each with what agrees. It only suspects: whether two reports are one event
an editor says (`event:` in a sidecar), and pairs of which that is said are not named again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from egov_timeline.likeness.events import in_another_language, same_events
from egov_timeline.likeness.nearby import nearby
from egov_timeline.likeness.texts import Pair, near_duplicates, phrases
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record

__all__ = ["TEXT", "Likeness", "likenesses", "nearby"]

TEXT = "text"  # what agrees where two articles have nearly the same words


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two records, by id, and what of them agrees: `text`, or `date` with other fields.

    `share` is how much of the shorter text stands in the other, 0 where the texts differ.
    """

    one: str
    other: str
    agrees: tuple[str, ...]
    share: float = 0.0

    @property
    def is_duplicate(self) -> bool:
        """Whether the texts are nearly the same."""
        return TEXT in self.agrees


def likenesses(
    records: Sequence[Record], among: Collection[str] | None = None, means: Means = ALONE
) -> tuple[Likeness, ...]:
    """Return the pairs of `records` that look alike, near-duplicates first, each pair once.

    With `among`, only the pairs that have one of these ids. By the `means` of a build.
    """
    told = {record.id: record.seed.event or record.id for record in records}
    read = means.together(
        _read, records, "likeness", lambda record: record.id, lambda record: (record.made_of,)
    )
    texts = {ident: said for ident, (said, _) in zip(told, read, strict=True)}
    foreign = [record for record, (_, is_so) in zip(records, read, strict=True) if is_so]
    share = near_duplicates(texts, among, means)
    found: dict[Pair, tuple[str, ...]] = dict.fromkeys(share, (TEXT,))
    for one, other, agrees in same_events(records, foreign, among):
        found[one, other] = (*found.get((one, other), ()), *agrees)
    return tuple(
        Likeness(*pair, agrees, share.get(pair, 0.0))
        for pair, agrees in sorted(found.items(), key=lambda item: (TEXT not in item[1], item[0]))
        if told[pair[0]] != told[pair[1]]
    )


def _read(record: Record) -> tuple[bytes, bool]:
    """Return the phrases of a record, and whether it is in another language."""
    return phrases(record.article), in_another_language(record)
