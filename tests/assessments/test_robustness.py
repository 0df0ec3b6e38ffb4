from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.band import Band
from assessments.draws import drawn_weights
from assessments.flips import Flip, crossing
from assessments.margins import margins
from assessments.questionnaire import GateRule
from assessments.result import Recommendation, Rule
from assessments.robustness import bands_at, robustness
from assessments.scoring import dimension_weights, score_assessment
from tests.assessments.small_assessments import (
    LEFT_OUT,
    TODAY,
    UNKNOWN,
    assessed,
    question,
    questionnaire,
    rated,
    scored_at,
    shuffled_questionnaire,
    small_assessments,
)
from tests.assessments.vectors import VECTORS

EPSILON = Fraction(1, 10**9)


def rescored(assessment: Assessment, key: str, share: Fraction) -> Recommendation:
    """The engine's recommendation with one weight at a share and the others in proportion."""
    weights = dimension_weights(assessment)
    rest = sum(weights.values()) - weights[key]
    moved = {other: weight / rest * (1 - share) for other, weight in weights.items()}
    return score_assessment(replace(assessment, weights={**moved, key: share}), TODAY).recommendation


def flips_there(flip: Flip, up: bool, now: Band, decide: Callable[[Fraction], Band], lowest: int, highest: int) -> None:
    """Check a flip point on both of its sides, or that there is none all the way."""
    step = EPSILON if up else -EPSILON
    if flip.at is None:
        assert flip.band is now
        assert flip.held_by
        return
    assert flip.band is not now
    # A rising score changes the band at the bound itself, a falling one just under it.
    beyond = flip.at if not lowest < flip.at + step < highest else flip.at + step
    assert decide(beyond) is flip.band
    if lowest < flip.at - step < highest:
        assert decide(flip.at - step) is now


@given(small_assessments())
def test_rescoring_on_each_side_of_a_weights_flip_changes_the_recommendation(assessment: Assessment) -> None:
    result = score_assessment(assessment, TODAY)
    found = robustness(assessment, result, 10)
    if found is None:
        return
    total = sum(dimension_weights(assessment).values())
    for key, flips in found.flips.items():
        share = dimension_weights(assessment)[key] / total
        if share == 1:
            continue
        for flip, up in ((flips.weight_down, False), (flips.weight_up, True)):
            if flip.at == share:  # at a bound now: there is no side left before it
                step = EPSILON if up else -EPSILON
                assert rescored(assessment, key, share + step).band is flip.band
                continue
            flips_there(flip, up, found.band, lambda at, key=key: rescored(assessment, key, at).band, 0, 1)  # type: ignore[misc]


@given(small_assessments())
def test_the_rules_on_each_side_of_a_scores_flip_differ(assessment: Assessment) -> None:
    result = score_assessment(assessment, TODAY)
    found, scale = robustness(assessment, result, 10), margins(assessment, result)
    assert (found is None) == (scale is None)
    if found is None or scale is None:
        return
    for key, flips in found.flips.items():
        score = result.dimensions[key]
        for flip, up in ((flips.score_down, False), (flips.score_up, True)):
            if score is None:
                assert flip.at is None
                continue
            if flip.at == score.supported:
                step = EPSILON if up else -EPSILON
                assert scale.at_score(key, flip.at + step).band is flip.band
                continue
            flips_there(flip, up, found.band, lambda at, key=key: scale.at_score(key, at).band, 0, 100)  # type: ignore[misc]


@given(small_assessments(), st.lists(st.lists(st.integers(1, 99), min_size=5, max_size=5), min_size=1, max_size=8))
def test_many_weights_at_once_get_the_bands_that_the_engine_gives_one_by_one(
    assessment: Assessment, rows: list[list[int]]
) -> None:
    found = margins(assessment, score_assessment(assessment, TODAY))
    if found is None:
        return
    keys = tuple(sorted(found.weights))
    weights = [row[: len(keys)] for row in rows]
    bands = bands_at(found, keys, np.array([[w / sum(row) for w in row] for row in weights]))
    for row, band in zip(weights, bands, strict=True):
        exact = {key: Fraction(weight) for key, weight in zip(keys, row, strict=True)}
        again = score_assessment(replace(assessment, weights=exact), TODAY)
        if _clear_of_bounds(found.by_bound, exact):
            assert band is again.recommendation.band


def _clear_of_bounds(by_bound: object, weights: dict[str, Fraction]) -> bool:
    # Where a weighted sum is exactly at a bound, floats may fall on either side of it; no draw ever lands there.
    assert isinstance(by_bound, dict)
    sums = [sum(weights[key] * margin for key, margin in by.items()) for by in by_bound.values()]
    return all(sums) or all(
        not any(by.values()) for by, total in zip(by_bound.values(), sums, strict=True) if not total
    )


def test_shares_add_up_and_keep_the_band_where_no_weights_could_change_it() -> None:
    found = robustness(assessment := scored_at(100, 100, 75, 75, 100), score_assessment(assessment, TODAY))
    assert found is not None
    assert found.draws == 10_000
    assert found.holds == 1
    assert sum(found.shares.values()) == 1
    assert list(found.shares) == [Band.PROCEED, Band.CONDITIONS, Band.PILOT, Band.DECLINE, Band.HOLD]


def test_every_dimension_exactly_at_a_bound_holds_in_every_draw() -> None:
    found = robustness(assessment := scored_at(75, 75, 75, 75, 75), score_assessment(assessment, TODAY))
    assert found is not None
    assert found.holds == 1


def test_a_share_agrees_with_the_closed_form_of_two_dimensions() -> None:
    # Proceed where 100 w + 50 (1 - w) >= 75, so where w >= 1/2: by symmetry in half of the draws.
    found = robustness(assessment := scored_at(100, 50), score_assessment(assessment, TODAY))
    assert found is not None
    assert float(found.holds) == pytest.approx(0.5, abs=0.015)
    assert found.flips["goals"].weight_down == Flip(Fraction(1, 2), Band.CONDITIONS, ())
    assert found.flips["goals"].score_down == Flip(Fraction(100), Band.CONDITIONS, ())
    assert found.flips["goals"].score_up.at is None


def test_smart_goodwin_wright_office_switch_point() -> None:
    # Office A overtakes E where the margin between them is 0, as a recommendation changes where a bound's margin is.
    vector = VECTORS["smart_goodwin_wright_office"]
    totals = vector["expected_recomputed"]["sensitivity"]
    at_all, at_none = (Fraction(str(totals[f"A{w}"])) - Fraction(str(totals[f"E{w}"])) for w in (100, 0))
    at = crossing(at_all, at_none)
    assert at is not None
    published = vector["expected_published"]["sensitivity"]["switch_turnover_weight_percent_A_overtakes_E"]
    assert float(at) * 100 == pytest.approx(published, abs=vector["tolerance"]["switch"])


@pytest.mark.parametrize(
    ("answer", "rule"),
    [(rated(1), Rule.GATE_FAILED), (UNKNOWN, Rule.GATE_OPEN)],
)
def test_a_gate_that_decides_leaves_no_weights_to_draw(answer: Answer, rule: Rule) -> None:
    gate = question("goals1", "goals", gate=GateRule.ALWAYS)
    instrument = questionnaire([gate, question("value1", "value")], {"goals": Fraction(1), "value": Fraction(1)})
    assessment = assessed(instrument, {"goals1": answer, "value1": rated(5)})
    result = score_assessment(assessment, TODAY)
    assert [reason.rule for reason in result.recommendation.reasons] == [rule]
    assert robustness(assessment, result) is None


@pytest.mark.parametrize("answer", [LEFT_OUT, UNKNOWN])
def test_nothing_applicable_and_too_little_answered_leave_no_weights_to_draw(answer: Answer) -> None:
    instrument = questionnaire([question("goals1", "goals")], {"goals": Fraction(1)})
    assessment = assessed(instrument, {"goals1": answer})
    assert robustness(assessment, score_assessment(assessment, TODAY)) is None


def test_a_gate_rated_2_is_named_as_what_holds_the_recommendation_down() -> None:
    gate = question("goals1", "goals", gate=GateRule.ALWAYS)
    others = [question(f"{key}1", key) for key in ("value", "trust")]
    instrument = questionnaire(
        [gate, question("goals2", "goals"), *others], dict.fromkeys(("goals", "value", "trust"), Fraction(1))
    )
    answers = {"goals1": rated(2), "goals2": rated(5), "value1": rated(5), "trust1": rated(5)}
    assessment = assessed(instrument, answers)
    found = robustness(assessment, score_assessment(assessment, TODAY))
    assert found is not None
    assert found.band is Band.PILOT
    up = found.flips["value"].score_up
    assert up.at is None
    assert [reason.rule for reason in up.held_by] == [Rule.GATE_CAPPING]


def test_a_dimension_under_the_floor_lifts_the_cap_at_the_floor() -> None:
    found = robustness(assessment := scored_at(25, 100, 100, 100, 100), score_assessment(assessment, TODAY))
    assert found is not None
    assert found.flips["goals"].score_up == Flip(Fraction(40), Band.PROCEED, ())
    assert [reason.rule for reason in found.flips["value"].score_up.held_by] == [Rule.DIMENSION_FLOOR]


def test_weights_can_leave_too_little_answered() -> None:
    # Goals fully rated, value not at all: coverage is the weight of goals.
    questions = [question("goals1", "goals"), question("value1", "value")]
    instrument = questionnaire(questions, {"goals": Fraction(6), "value": Fraction(4)})
    assessment = assessed(instrument, {"goals1": rated(5)})
    found = robustness(assessment, score_assessment(assessment, TODAY))
    assert found is not None
    assert 0 < found.shares[Band.HOLD] < 1
    assert found.flips["goals"].weight_down == Flip(Fraction(1, 2), Band.HOLD, ())


@given(small_assessments(), st.data())
@settings(max_examples=40)
def test_the_order_of_dimensions_and_questions_changes_no_figure(assessment: Assessment, data: st.DataObject) -> None:
    other = replace(assessment, questionnaire=shuffled_questionnaire(assessment.questionnaire, data))
    found = robustness(assessment, score_assessment(assessment, TODAY), 200)
    again = robustness(other, score_assessment(other, TODAY), 200)
    if found is None or again is None:
        assert found is again
        return
    assert found.shares == again.shares
    for key, flips in found.flips.items():
        one, two = again.flips[key], flips
        assert (one.weight_down.at, one.weight_up.at) == (two.weight_down.at, two.weight_up.at)
        assert (one.score_down.at, one.score_up.at) == (two.score_down.at, two.score_up.at)


@given(small_assessments(), st.text(max_size=9))
@settings(max_examples=40)
def test_a_note_changes_no_figure(assessment: Assessment, note: str) -> None:
    answers = {key: replace(answer, note=note, flagged=True) for key, answer in assessment.answers.items()}
    noted = replace(assessment, answers=answers, purpose=note, gut_feeling=3)
    found = robustness(assessment, score_assessment(assessment, TODAY), 200)
    assert found == robustness(noted, score_assessment(noted, TODAY), 200)


def test_a_new_rating_keeps_the_weights_that_are_drawn() -> None:
    # Seeds come from the weights alone, so an answer does not shake the draws.
    weights = {"goals": Fraction(1, 4), "value": Fraction(3, 4)}
    keys, drawn = drawn_weights(weights, 50)
    again, same = drawn_weights(dict(reversed(weights.items())), 50)
    assert keys == again
    assert (drawn == same).all()
    assert not (drawn == drawn_weights({"goals": Fraction(1, 2), "value": Fraction(1, 2)}, 50)[1]).all()


def test_evidence_of_grade_1_is_drawn_at_its_supported_end() -> None:
    weak = assessed(scored_at(100).questionnaire, {"goals1": rated(4, Grade.STATED)})
    found = robustness(weak, score_assessment(weak, TODAY))
    assert found is not None
    assert found.band is Band.PILOT
    assert weak.answers["goals1"].state is State.RATED
