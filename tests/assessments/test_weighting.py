from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.weighting import (
    PresetKind,
    moved_weight,
    normalised,
    presets,
    rank_order_weights,
    swing_weights,
    whole_shares,
)
from tests.assessments.small_assessments import questionnaire
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
    weights = list(swing_weights(dict(zip(inputs["attributes"], swings, strict=True))).values())
    assert list(map(float, weights)) == pytest.approx(expected["normalised_weights"], abs=1e-9)
    for office, values in zip(inputs["offices"], zip(*inputs["values"], strict=True), strict=True):
        total = sum(w * Fraction(str(v)) for w, v in zip(weights, values, strict=True))
        assert float(total) == pytest.approx(expected["totals_exact_weights"][office], abs=1e-6)


def test_smart_goodwin_wright_office_published_totals_and_sensitivity() -> None:
    vector = VECTORS["smart_goodwin_wright_office"]
    inputs, published, tolerance = vector["inputs"], vector["expected_published"], vector["tolerance"]["totals"]
    rounded = dict(zip(inputs["attributes"], map(Fraction, inputs["rounded_weights_percent"]), strict=True))
    values = {
        office: dict(zip(inputs["attributes"], column, strict=True))
        for office, column in zip(inputs["offices"], zip(*inputs["values"], strict=True), strict=True)
    }

    def total(office: str, weights: dict[str, Fraction]) -> float:
        return float(sum(weight * Fraction(values[office][key]) for key, weight in normalised(weights).items()))

    for office, expected in published["totals"].items():
        assert total(office, rounded) == pytest.approx(expected, abs=tolerance)
    for share, group in ((100, "turnover"), (0, "working_conditions")):
        raw = dict(zip(inputs["attributes"], map(Fraction, inputs["raw_swing_weights"]), strict=True))
        alone = {key: raw[key] for key in inputs["groups"][group]}
        expected = published["sensitivity"][f"E_when_turnover_weight_{share}"]
        assert total("E", alone) == pytest.approx(expected, abs=tolerance)


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


@given(SHARES, st.integers(0, 100), st.data())
def test_a_least_share_is_never_undercut_by_a_move(points: list[int], to: int, data: st.DataObject) -> None:
    least = Fraction(1, 100)
    weights = whole_shares(normalised({str(place): Fraction(value + 1) for place, value in enumerate(points)}))
    key = data.draw(st.sampled_from(sorted(weights)))
    locked = data.draw(st.sets(st.sampled_from(sorted(weights)))) - {key}
    after = moved_weight(weights, key, Fraction(to, 100), locked, least)
    assert sum(after.values()) == 1
    assert min(after.values()) >= least
    assert all(after[other] == weights[other] for other in locked)


def test_a_slider_pulled_to_the_end_and_back_leaves_the_others_as_they_were() -> None:
    weights = {"a": Fraction(1, 2), "b": Fraction(1, 3), "c": Fraction(1, 6)}
    assert moved_weight(weights, "a", Fraction(1))["b"] == 0
    assert moved_weight(weights, "a", Fraction(1, 2)) == weights


@pytest.mark.parametrize("swings", [{"a": 100, "b": 0}, {"a": 120, "b": 100}, {"a": 80, "b": 40}])
def test_swings_are_judged_against_one_of_100(swings: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="swing"):
        swing_weights({key: Fraction(value) for key, value in swings.items()})


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=8), st.sampled_from([100, 1000]))
def test_whole_shares_add_up_and_stay_within_one_part(raw: list[float], parts: int) -> None:
    found = whole_shares({str(place): value for place, value in enumerate(raw)}, parts)
    assert sum(found.values()) == 1
    assert all(share >= Fraction(1, parts) for share in found.values())
    assert all(share.denominator <= parts for share in found.values())
    exact = [value / sum(raw) for value in raw]
    if min(exact) >= 1 / parts:
        assert all(abs(float(one) - other) <= 1 / parts for one, other in zip(found.values(), exact, strict=True))


def test_whole_shares_of_thirds_give_the_rest_to_the_first() -> None:
    assert list(whole_shares({"a": 1 / 3, "b": 1 / 3, "c": 1 / 3}).values()) == [
        Fraction(34, 100),
        Fraction(33, 100),
        Fraction(33, 100),
    ]


def test_presets_are_equal_weights_the_questionnaires_own_and_each_dimension_double() -> None:
    equal = questionnaire([], {"goals": Fraction(1), "value": Fraction(1)}).dimensions
    found = presets(equal)
    assert [(one.kind, one.dimension_id) for one in found] == [
        (PresetKind.EQUAL, None),
        (PresetKind.DOUBLE, "goals"),
        (PresetKind.DOUBLE, "value"),
    ]
    assert found[1].weights == {"goals": Fraction(2, 3), "value": Fraction(1, 3)}
    own = presets(questionnaire([], {"goals": Fraction(3), "value": Fraction(1)}).dimensions)[1]
    assert own.kind is PresetKind.QUESTIONNAIRE
    assert own.weights == {"goals": Fraction(3, 4), "value": Fraction(1, 4)}
    assert all(sum(one.weights.values()) == 1 for one in found)
