from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.pairwise import Comparison, compare_pairwise
from tests.assessments.vectors import VECTORS


def compared(matrix: list[list[float]], elements: list[str]) -> Comparison:
    upper = {
        (one, other): matrix[i][j]
        for i, one in enumerate(elements)
        for j, other in enumerate(elements)
        if i < j
    }  # fmt: skip
    return compare_pairwise(elements, upper)


def agrees(vector: dict[str, Any]) -> Comparison:
    inputs, published = vector["inputs"], vector["expected_published"]
    result = compared(inputs["matrix"], inputs["elements"])
    for element, share in published["priority"].items():
        assert result.weights[element] == pytest.approx(share, abs=vector["tolerance"]["priority"])
    assert result.consistency_ratio == pytest.approx(published["CR"], abs=vector["tolerance"]["CR"])
    exact = vector["expected_recomputed"]
    assert list(result.weights.values()) == pytest.approx(exact["priority_eigenvector"], abs=1e-9)
    assert result.lambda_max == pytest.approx(exact["lambda_max"], abs=1e-9)
    assert result.consistency_index == pytest.approx(exact["CI"], abs=1e-9)
    assert result.consistency_ratio == pytest.approx(exact["CR_RI_saaty1980"], abs=1e-9)  # not his table of 2008
    return result


def test_ahp_drinks_saaty2008() -> None:
    assert not agrees(VECTORS["ahp_drinks_saaty2008"]).second_look


def test_ahp_house_saaty1990_inconsistent() -> None:
    result = agrees(VECTORS["ahp_house_saaty1990_inconsistent"])
    assert result.second_look
    assert result.lambda_max == pytest.approx(9.669, abs=0.002)
    assert result.most_disturbing == ("Neighbourhood", "General condition")
    assert result.implied is not None
    assert result.implied < 1  # judged 6 to 1 the one way round, while all others together say the other


def test_ahp_perfectly_consistent() -> None:
    vector = VECTORS["ahp_perfectly_consistent"]
    result = compared(vector["inputs"]["matrix"], list("abcd"))
    assert list(result.weights.values()) == pytest.approx(vector["expected_published"]["priority"], abs=1e-9)
    assert result.lambda_max == pytest.approx(vector["expected_published"]["lambda_max"], abs=1e-9)
    assert result.consistency_ratio == pytest.approx(0, abs=1e-9)


@given(st.lists(st.floats(0.05, 1), min_size=2, max_size=6))
def test_judgements_made_from_weights_return_the_weights(raw: list[float]) -> None:
    ids = [str(place) for place in range(len(raw))]
    pairs = {(a, b): raw[int(a)] / raw[int(b)] for a in ids for b in ids if a < b}
    result = compare_pairwise(ids, pairs)
    assert list(result.weights.values()) == pytest.approx([value / sum(raw) for value in raw], abs=1e-9)
    assert not result.second_look


def test_the_judgement_that_was_turned_round_disturbs_most_and_its_repair_is_implied() -> None:
    weights = {"a": 0.4, "b": 0.3, "c": 0.2, "d": 0.1}
    pairs = {(one, other): weights[one] / weights[other] for one in weights for other in weights if one < other}
    result = compare_pairwise(list(weights), {**pairs, ("a", "d"): 1 / 4})
    assert result.second_look
    assert result.most_disturbing == ("a", "d")
    assert result.implied == pytest.approx(4)
    assert compare_pairwise(list(weights), pairs).implied is None


@given(st.permutations(["a", "b", "c", "d"]), st.lists(st.floats(1 / 9, 9), min_size=6, max_size=6))
def test_the_order_of_the_elements_changes_no_weight(order: list[str], times: list[float]) -> None:
    pairs = dict(zip([(a, b) for a in "abcd" for b in "abcd" if a < b], times, strict=True))
    one, other = compare_pairwise(list("abcd"), pairs), compare_pairwise(order, pairs)
    assert other.weights == pytest.approx(one.weights, abs=1e-9)
    assert other.consistency_ratio == pytest.approx(one.consistency_ratio, abs=1e-9)


def test_nothing_judged_yet_means_equal_weights() -> None:
    assert list(compare_pairwise(["a", "b", "c"], {}).weights.values()) == pytest.approx([1 / 3] * 3)


def test_a_judgement_of_zero_or_of_a_stranger_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        compare_pairwise(["a", "b"], {("a", "b"): 0.0})
    with pytest.raises(ValueError, match="known"):
        compare_pairwise(["a", "b"], {("a", "x"): 2.0})
