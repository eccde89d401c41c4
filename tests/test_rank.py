"""A score is the same in whatever order the features come: two builds give the same bytes."""

from itertools import permutations

from egov_timeline.extract.rank import Table


def test_a_score_does_not_hang_on_the_order_of_features():
    weights = {"a": 0.1, "b": 0.2, "c": 0.3, "d": -0.6}
    table = Table(bias=0.05, weights=weights, stated=0, inferred=0)
    assert len({table.score(order) for order in permutations(weights)}) == 1


def test_a_feature_that_is_not_in_the_table_says_nothing():
    assert Table(bias=0.5, weights={}, stated=0, inferred=0).score(["a"]) == 0.5
