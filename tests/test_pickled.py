"""Values that go to another process, or into the cache, come back as they were."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import dataclass
from typing import Any

import pytest

from egov_timeline import edtf, inputs, records, sidecars
from egov_timeline.pickled import Pickled


@dataclass(frozen=True, slots=True)
class Pair(Pickled):
    one: int
    other: str = dataclasses.field(default="", compare=False)


def held(value: Any) -> list[Any]:
    return [getattr(value, field.name) for field in dataclasses.fields(value)]


def test_what_no_comparison_sees_comes_back_too() -> None:
    back = pickle.loads(pickle.dumps(Pair(1, "b"), 5))
    assert type(back) is Pair
    assert held(back) == [1, "b"]


def test_a_date_comes_back_with_its_points() -> None:
    date = edtf.parse("{2019-10-03,2019-10-05}")
    assert pickle.loads(pickle.dumps(date)) == date


KINDS = [
    kind
    for module in (edtf, inputs, records, sidecars)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Pickled) and kind is not Pickled
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_constructor_takes_all_fields_in_their_order(kind: type[Any]) -> None:
    values = [object() for _ in dataclasses.fields(kind)]
    assert len(values) > 1
    assert held(kind(*values)) == values
