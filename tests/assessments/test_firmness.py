from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answer import Grade
from assessments.assessment import Assessment
from assessments.comparison import compare
from assessments.doubt import doubt_of, drawn_points, fully_drawn_points, supported_points
from assessments.firmness import Firmness, firmness
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from tests.assessments.small_assessments import (
    LEFT_OUT,
    TODAY,
    UNKNOWN,
    partners,
    rated,
    scored_at,
    shuffled_questionnaire,
)

FEW = 300


def firm(assessments: list[Assessment], *, full: bool = False, count: int = FEW) -> Firmness:
    entries = [(one, score_assessment(one, TODAY)) for one in assessments]
    return firmness(compare(entries), full=full, count=count)


@given(partners(2, 6), st.booleans())
@settings(max_examples=60)
def test_ranks_sum_to_one_over_partners_and_over_places(assessments: list[Assessment], full: bool) -> None:
    found = firm(assessments, full=full)
    ranks, wins = np.array(found.ranks), np.array(found.wins)
    assert ranks.sum(axis=0) == pytest.approx(np.ones(len(assessments)))
    assert ranks.sum(axis=1) == pytest.approx(np.ones(len(assessments)))
    off_diagonal = ~np.eye(len(assessments), dtype=bool)
    assert (wins + wins.T)[off_diagonal] == pytest.approx(np.ones(off_diagonal.sum()))
    assert (np.diag(wins) == 0).all()
    for centre, first in zip(found.central_weights, ranks[:, 0], strict=True):
        assert (centre is None) == (first == 0)
        assert centre is None or sum(centre.values()) == pytest.approx(1)


@given(partners(2, 6), st.booleans(), st.data())
@settings(max_examples=60)
def test_permuting_partners_permutes_every_figure_exactly(
    assessments: list[Assessment], full: bool, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(assessments))))
    found, again = firm(assessments, full=full), firm([assessments[place] for place in order], full=full)
    assert again.ranks == tuple(found.ranks[place] for place in order)
    assert again.wins == tuple(tuple(found.wins[one][other] for other in order) for one in order)
    assert again.central_weights == tuple(found.central_weights[place] for place in order)
    assert again.first_if_supported == tuple(found.first_if_supported[place] for place in order)


@given(partners(), st.booleans(), st.data())
@settings(max_examples=40)
def test_the_order_of_dimensions_and_questions_changes_no_figure(
    assessments: list[Assessment], full: bool, data: st.DataObject
) -> None:
    instrument = shuffled_questionnaire(assessments[0].questionnaire, data)
    assert firm([replace(one, questionnaire=instrument) for one in assessments], full=full) == firm(
        assessments, full=full
    )


@given(partners(), st.text(max_size=9))
@settings(max_examples=40)
def test_a_note_a_name_and_a_flag_change_no_figure(assessments: list[Assessment], words: str) -> None:
    noted = [
        replace(
            one,
            answers={key: replace(answer, note=words, flagged=True) for key, answer in one.answers.items()},
            partner=replace(one.partner, name=words, tags=(words,)),
            purpose=words,
            gut_feeling=7,
        )
        for one in assessments
    ]
    assert firm(noted) == firm(assessments)


def test_a_day_on_which_nothing_goes_stale_changes_no_figure() -> None:
    entries = [(one, TODAY) for one in (scored_at(75, 50, number=1), scored_at(50, 75, number=2))]
    early = compare([(one, score_assessment(one, day)) for one, day in entries])
    late = compare([(one, score_assessment(one, day + timedelta(days=30))) for one, day in entries])
    assert firmness(early, count=FEW) == firmness(late, count=FEW)


def test_first_ranks_agree_with_the_closed_form_of_two_dimensions() -> None:
    # The first partner leads where 25 w + 75 (1 - w) > 75 w + 50 (1 - w), so where w < 1/3; around equal weights with
    # concentration 20 the weight is Beta(10, 10), whose distribution is a binomial sum.
    found = firm([scored_at(25, 75, number=1), scored_at(75, 50, number=2)], count=200_000)
    beta = sum(comb(19, k) * (1 / 3) ** k * (2 / 3) ** (19 - k) for k in range(10, 20))
    assert found.ranks[0][0] == pytest.approx(beta, abs=0.003)
    assert found.wins[0][1] == found.ranks[0][0]
    centre = found.central_weights[0]
    assert centre is not None
    assert centre["goals"] < 1 / 3


def test_a_partner_never_first_has_no_central_weight() -> None:
    found = firm([scored_at(100, 100, number=1), scored_at(50, 50, number=2)])
    assert found.central_weights[1] is None
    assert found.ranks == ((1, 0), (0, 1))
    assert found.doubtful == (False, False)


def test_partners_with_equal_answers_share_the_first_rank() -> None:
    found = firm([scored_at(75, 50, number=1), scored_at(75, 50, number=2)])
    assert found.ranks == ((0.5, 0.5), (0.5, 0.5))
    assert found.wins == ((0, 0.5), (0.5, 0))


def test_partners_with_the_same_doubts_are_drawn_independently() -> None:
    one = scored_at(75, 50)
    open_one = replace(one, answers={**one.answers, "value1": UNKNOWN})
    found = firm([open_one, replace(open_one, id=scored_at(0, number=2).id)], count=10_000)
    assert found.wins[0][1] == pytest.approx(0.5, abs=0.02)
    assert found.ranks[0][0] != 0.5


def test_an_answer_stated_only_is_drawn_between_its_ends() -> None:
    # Points run from 50 to 75 evenly; the other has 60 for sure: ahead in 15 of 25 points.
    weak = replace(scored_at(75), answers={"goals1": rated(4, Grade.STATED)})
    doubt = doubt_of(weak, score_assessment(weak, TODAY), ("goals",))
    points = drawn_points(doubt, np.ones((20_000, 1)))
    assert float(np.min(points)) >= 50
    assert float(np.max(points)) <= 75
    assert float((points > 60).mean()) == pytest.approx(0.6, abs=0.015)


def test_a_partner_to_whom_nothing_applies_comes_last() -> None:
    nothing = replace(scored_at(50), answers={"goals1": LEFT_OUT})
    found = firm([nothing, scored_at(0, number=2)])
    assert found.ranks == ((0, 1), (1, 0))


def test_what_if_weights_are_drawn_around_and_named_in_the_figures() -> None:
    entries = [
        (one, score_assessment(one, TODAY)) for one in (scored_at(100, 25, number=1), scored_at(25, 75, number=2))
    ]
    comparison = compare(entries)
    tilted = firmness(comparison, {"goals": Fraction(1, 10), "value": Fraction(9, 10)}, count=FEW)
    assert tilted.weights == {"goals": Fraction(1, 10), "value": Fraction(9, 10)}
    assert tilted.ranks[1][0] > 0.9 > firmness(comparison, count=FEW).ranks[1][0]
    only = firmness(comparison, {"goals": Fraction(1), "value": Fraction(0)}, count=FEW)
    assert only.ranks[0][0] == 1


@given(partners(1, 1))
@settings(max_examples=60)
def test_drawn_points_stay_between_supported_and_best_with_their_mean_half_way(assessments: list[Assessment]) -> None:
    (assessment,) = assessments
    result = score_assessment(assessment, TODAY)
    keys = tuple(sorted(result.dimensions))
    weights = np.tile([float(result.weights[key]) for key in keys], (4000, 1))
    doubt = doubt_of(assessment, result, keys)
    if result.overall is None:
        return
    low, high = float(result.overall.supported), float(result.overall.best)
    assert supported_points(doubt, weights) == pytest.approx(low)
    for draw in (drawn_points, fully_drawn_points):
        points = draw(doubt, weights)
        assert np.min(points) >= low - 1e-9
        assert np.max(points) <= high + 1e-9
        assert points.mean() == pytest.approx((low + high) / 2, abs=(high - low) * 0.03 + 1e-9)


def test_the_shortcut_agrees_with_drawing_every_answer() -> None:
    # With 200,000 draws what is left of chance is about 0.003, so the rest is the shortcut's own error.
    sample = [one for one in sample_assessments(TODAY) if one.scope == "full"]
    quick, full = firm(sample, count=200_000), firm(sample, full=True, count=200_000)
    assert np.abs(np.array(quick.ranks) - np.array(full.ranks)).max() <= 0.01
    assert np.abs(np.array(quick.wins) - np.array(full.wins)).max() <= 0.01


@given(partners(3, 4))
@settings(max_examples=10)
def test_the_shortcut_agrees_with_drawing_every_answer_on_small_questionnaires(assessments: list[Assessment]) -> None:
    quick, full = firm(assessments, count=50_000), firm(assessments, full=True, count=50_000)
    assert np.abs(np.array(quick.ranks) - np.array(full.ranks)).max() <= 0.015
