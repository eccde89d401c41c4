"""Choose among candidates by a table that was trained beforehand.

Turns the features of a candidate into a score: the sum of their weights. A table is a file of the
package, written by `make weights` and reviewed like source; it says on what it was trained, how it
cross-validated, and above which scores a fact is stated, or inferred.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import fsum
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of features by name. `stated` and `inferred` are the least scores for either."""

    bias: float
    weights: Mapping[str, float]
    stated: float
    inferred: float

    def score(self, features: Iterable[str]) -> float:
        """Return how much the features speak for a candidate; one unknown says nothing.

        Summed exactly: features come in no order, and a tie must not be settled by one.
        """
        return fsum([self.bias, *map(self.weights.get, features, repeat(0.0))])


@cache
def table(field: str) -> Table:
    """Return the table of a field."""
    data = _read(field)
    return Table(data["bias"], data["weights"], data["stated"], data["inferred"])


@cache
def tables(field: str) -> Mapping[str, Table]:
    """Return the table of each choice that a field has: the one that scores highest holds."""
    choices = _read(field)["choices"]
    return {name: Table(c["bias"], c["weights"], 0.0, 0.0) for name, c in choices.items()}


def _read(field: str) -> Any:
    text = files("egov_timeline.extract").joinpath(f"weights/{field}.json").read_text("utf-8")
    return json.loads(text)
