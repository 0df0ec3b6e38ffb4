from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.weighting import moved_weight, normalised, rank_order_weights
from tests.assessments.vectors import VECTORS

SHARES = st.lists(st.integers(0, 100), min_size=2, max_size=5).filter(any)


def test_roc_weights() -> None:
    vector = VECTORS["roc_weights"]
    for size, expected in vector["expected_published"].items():
        weights = rank_order_weights([str(place) for place in range(int(size))])
        assert list(map(float, weights.values())) == pytest.approx(expected, abs=vector["tolerance"]["w"])


def test_smart_goodwin_wright_office_swing_weights() -> None:
    vector = VECTORS["smart_goodwin_wright_office"]
    inputs, expected = vector["inputs"], vector["expected_recomputed"]
    swings = [Fraction(str(points)) for points in inputs["raw_swing_weights"]]
    weights = list(normalised(dict(zip(inputs["attributes"], swings, strict=True))).values())
    assert list(map(float, weights)) == pytest.approx(expected["normalised_weights"], abs=1e-9)
    for office, values in zip(inputs["offices"], zip(*inputs["values"], strict=True), strict=True):
        total = sum(w * Fraction(str(v)) for w, v in zip(weights, values, strict=True))
        assert float(total) == pytest.approx(expected["totals_exact_weights"][office], abs=1e-6)


@given(SHARES, st.integers(0, 100), st.data())
def test_a_moved_slider_keeps_the_sum_and_the_locked_ones(points: list[int], to: int, data: st.DataObject) -> None:
    weights = normalised({str(place): Fraction(value) for place, value in enumerate(points)})
    key = data.draw(st.sampled_from(sorted(weights)))
    locked = data.draw(st.sets(st.sampled_from(sorted(weights)))) - {key}
    after = moved_weight(weights, key, Fraction(to, 100), locked)
    assert sum(after.values()) == 1
    assert all(0 <= share <= 1 for share in after.values())
    assert all(after[other] == weights[other] for other in locked)
    assert list(after) == list(weights)


def test_the_others_share_the_rest_in_their_old_proportions() -> None:
    weights = {"a": Fraction(1, 2), "b": Fraction(1, 3), "c": Fraction(1, 6)}
    after = moved_weight(weights, "a", Fraction(1, 4))
    assert after == {"a": Fraction(1, 4), "b": Fraction(1, 2), "c": Fraction(1, 4)}


@pytest.mark.parametrize("raw", [{"a": Fraction(0)}, {"a": Fraction(-1), "b": Fraction(2)}])
def test_weights_that_mean_nothing_are_refused(raw: dict[str, Fraction]) -> None:
    with pytest.raises(ValueError, match="weight"):
        normalised(raw)


def test_a_dimension_has_one_rank() -> None:
    with pytest.raises(ValueError, match="one rank"):
        rank_order_weights(["a", "a"])
