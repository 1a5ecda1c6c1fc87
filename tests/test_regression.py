"""The logistic regression: what a table says is what comes out."""

from __future__ import annotations

from math import isclose

import pytest

from beside.regression import Regression

TABLE = {"bias": -1.0, "features": {"names": {"weight": 2.0}, "length": {"weight": 0.5, "centre": 10.0, "scale": 4.0}}}


def test_log_odds_are_the_bias_and_each_feature_centred_and_scaled() -> None:
    regression = Regression.from_table(TABLE)

    assert isclose(regression.log_odds({"names": 1.5, "length": 18.0}), -1.0 + 3.0 + 1.0)


def test_a_feature_that_is_not_there_counts_as_zero_and_an_unknown_one_not_at_all() -> None:
    regression = Regression.from_table({"bias": 0.0, "features": {"names": {"weight": 2.0}}})

    assert regression.probability({"rhymes": 9.0}) == 0.5


@pytest.mark.parametrize(("names", "end"), [(1e9, 1.0), (-1e9, 0.0)])
def test_a_value_out_of_all_bounds_stays_a_probability(names: float, end: float) -> None:
    assert isclose(Regression.from_table(TABLE).probability({"names": names}), end, abs_tol=1e-12)
