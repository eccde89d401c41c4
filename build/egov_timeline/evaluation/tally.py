"""How often each field was right, wrongly given, and missed: what an evaluation counts.

Holds the sums over a set of articles, and apart from them what tells of single articles.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from egov_timeline import fields

# Roles are counted over the bodies that were found, right or not.
ROLES = "role"
FIELDS = tuple(dict.fromkeys([*(row.measured for row in fields.FIELDS if row.measured), ROLES]))


@dataclass(slots=True)
class Tally:
    """How often a field was right, wrongly given, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """The share of what should be given that was."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@dataclass(slots=True)
class Evaluation:
    """The result over a set of articles."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    dates: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    bad_quotes: list[str] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    @property
    def false_precision(self) -> int:
        """Dates that claim more than the annotation allows: wrong, or invented."""
        return self.dates["wrong"] + self.dates["spurious"]

    @property
    def told(self) -> dict[str, Tally]:
        """The fields that the annotations or the findings say anything of."""
        return {name: t for name, t in self.fields.items() if t.right or t.wrong or t.missed}
