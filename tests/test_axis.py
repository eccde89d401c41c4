"""The overview: each year at a place of its own, to scale as far as that goes, or else a table."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_timeline.pages.axis import axes
from egov_timeline.pages.cards import Cards
from egov_timeline.pages.spine import spine
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record


def axes_of(years):
    line = timeline([make_record(str(y), date=(str(y), "2017")) for y in years])
    return axes(spine(line, Cards(line.entries, VOCABULARIES)).years)


# Years, and where they stand on a narrow and on a wide screen: to scale, or with silence cut short.
SCALES = [
    (
        [2003, 2015, 2016, 2017, 2018, 2020],
        [0, 47.83, 58.27, 68.7, 79.13, 100],
        [0, 70.59, 76.47, 82.35, 88.24, 100],
    ),
    ([2015, 2016, 2020], [0, 20, 100], [0, 20, 100]),
    # An outlier: the years that matter keep their places.
    ([1945, 2016, 2017, 2018], [0, 78.14, 89.07, 100], [0, 78.14, 89.07, 100]),
    ([2016, 2017, 2018, 2099], [0, 10.71, 21.41, 100], [0, 10.71, 21.41, 100]),
    (list(range(2003, 2024)), None, [5 * n for n in range(21)]),
    (list(range(1985, 2024)), None, None),
]


@pytest.mark.parametrize(("years", "narrow", "wide"), SCALES)
def test_the_axis_is_to_scale_where_each_year_has_its_place(years, narrow, wide):
    shown = axes_of(years)
    laid = {size: [t.at for t in axis.ticks] for size, axis in shown.items()}
    assert (laid.get("narrow", laid.get("all")), laid.get("wide", laid.get("all"))) == (
        narrow,
        wide,
    )


def test_too_many_years_for_a_tablet_have_their_axis_on_a_desk():
    shown = axes_of([1958, 1989, 1996, *range(2002, 2026)])
    assert list(shown) == ["full"]
    assert [tick.labelled for tick in shown["full"].ticks][0::26] == [True, True]


def test_silence_that_is_not_to_scale_is_shown_as_such():
    axis = axes_of([1945, 2016, 2017, 2018])["wide"]
    assert axis.breaks == ((0, 78.14),)
    assert axes_of([2003, 2015, 2016])["wide"].breaks == ()


@pytest.mark.parametrize("years", [[], [2017]])
def test_one_year_is_no_axis(years):
    assert axes_of(years) == {}


@settings(max_examples=50)
@given(st.sets(st.integers(1950, 2050), min_size=2, max_size=40))
def test_on_every_axis_all_years_stand_apart_and_no_mark_stands_under_the_name_of_another(years):
    for size, axis in axes_of(sorted(years)).items():
        target, label = {"full": (2.8, 4.6), "wide": (3.6, 5.8)}.get(size, (10, 16.2))
        ticks = axis.ticks
        assert [tick.year for tick in ticks] == sorted(years)
        assert all(b.at - a.at >= target for a, b in pairwise(ticks))
        assert target * 2 > label
        named = [tick.at for tick in ticks if tick.labelled]
        assert {named[0], named[-1]} == {0, 100}
        assert all(b - a >= label for a, b in pairwise(named))
        # Each year has its mark, or all of the axis is drawn in bars.
        dots = sum(len(t.dots) for t in ticks)
        assert dots == 0 if any(t.bar for t in ticks) else dots == len(years)
