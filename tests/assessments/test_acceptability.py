from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assessments.acceptability import acceptability
from assessments.draws import seed_of, weight_draws
from tests.assessments.vectors import VECTORS


def uniform_weights(size: int, count: int = 10_000) -> NDArray[np.float64]:
    return np.random.default_rng(1).dirichlet([1] * size, count)


def test_dirichlet_weights_around_user_weights() -> None:
    vector = VECTORS["dirichlet_weights_around_user_weights"]
    drawn = weight_draws(vector["inputs"]["wbar"], seed=7)
    tolerance = vector["tolerance"]
    assert drawn.mean(axis=0) == pytest.approx(vector["expected_published"]["mean"], abs=tolerance["mc_10000_mean"])
    variance = vector["expected_published"]["variance"]
    assert drawn.var(axis=0) == pytest.approx(variance, abs=tolerance["mc_10000_var"])


def test_a_dimension_without_weight_never_gets_any() -> None:
    assert (weight_draws([0.5, 0.0, 0.5], seed=7)[:, 1] == 0).all()


def test_a_seed_depends_on_content_and_not_on_key_order() -> None:
    assert seed_of({"a": 1, "b": 2}) == seed_of({"b": 2, "a": 1}) != seed_of({"a": 1, "b": 3})


def test_smaa_analytic_2x2() -> None:
    vector = VECTORS["smaa_analytic_2x2"]
    found = acceptability(np.array([vector["inputs"]["values"]]), uniform_weights(2))
    expected, tolerance = vector["expected_published"], vector["tolerance"]["mc_10000"]
    assert found.ranks[:, 0] == pytest.approx(expected["b1"], abs=tolerance)
    centres = [centre[0] for centre in found.central_weights if centre]
    assert centres == pytest.approx(expected["central_w1"], abs=tolerance)
    assert found.confidence == (1.0, 1.0)


def test_smaa_pairwise_winning_index() -> None:
    vector = VECTORS["smaa_pairwise_winning_index"]
    values = np.array(vector["inputs"]["draw_values_a1_a2"], dtype=float)[:, :, None]
    wins = acceptability(values, np.ones((len(values), 1))).wins
    expected = vector["expected_published"]
    assert wins[0, 1] == expected["pwi_a1_a2"]
    assert wins[1, 0] == expected["pwi_a2_a1"]
    assert wins[0, 0] == expected["diagonal"]


def test_smaa_dominated_has_no_central_weight() -> None:
    vector = VECTORS["smaa_dominated_has_no_central_weight"]
    found = acceptability(np.array([vector["inputs"]["values"]], dtype=float), np.full((10, 3), 1 / 3))
    assert found.ranks[:, 0].tolist() == vector["expected_published"]["b1"]
    assert found.central_weights[0] == pytest.approx([1 / 3] * 3)
    assert found.central_weights[1] is None
    assert found.confidence == (1.0, None)


SCORES = st.lists(
    st.lists(st.sampled_from([0.0, 25.0, 50.0, 75.0, 100.0]), min_size=3, max_size=3), min_size=2, max_size=6
)


@given(SCORES, st.randoms(use_true_random=False))
def test_ranks_sum_rightly_and_the_order_of_partners_never_matters(scores: list[list[float]], random: object) -> None:
    weights = uniform_weights(3, 500)
    found = acceptability(np.array([scores]), weights)
    assert found.ranks.sum(axis=0) == pytest.approx(np.ones(len(scores)))
    assert found.ranks.sum(axis=1) == pytest.approx(np.ones(len(scores)))
    order = list(range(len(scores)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = acceptability(np.array([[scores[place] for place in order]]), weights)
    assert shuffled.ranks == pytest.approx(found.ranks[order])
    assert shuffled.wins == pytest.approx(found.wins[np.ix_(order, order)])
