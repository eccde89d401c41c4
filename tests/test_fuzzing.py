"""Whatever people give ends in facts that stand on its words, or in a message: never in a traceback.

A few examples of each kind, the same in every run; `tests/benchmark/fuzz.py` tries as many as one
has time for.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from fuzzing import check_article, check_damage, check_sidecar, check_vocabulary


def few(examples: int) -> settings:
    """The same examples in every run, however long a busy machine takes to draw them."""
    slow = [HealthCheck.too_slow]
    return settings(
        derandomize=True, max_examples=examples, database=None, suppress_health_check=slow
    )


@few(60)
@given(strategies.articles())
def test_any_article(text: str) -> None:
    check_article(text)


@few(80)
@given(strategies.sidecar_texts())
def test_any_sidecar(said: str) -> None:
    check_sidecar(said)


@few(60)
@given(st.sampled_from(["themes", "organizations", "places"]), strategies.vocabulary_texts())
def test_any_vocabulary(name: str, said: str) -> None:
    check_vocabulary(name, said)


@few(8)
@given(strategies.damages())
def test_any_damage_to_a_project(damage: strategies.Damage) -> None:
    check_damage(damage)
