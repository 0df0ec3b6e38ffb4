"""What holds for every score, whatever is answered."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.acceptability import acceptability
from assessments.answer import Grade, State
from assessments.assessment import Assessment
from assessments.result import Result
from assessments.robustness import robustness
from assessments.scoring import score_assessment
from assessments.sheets import Sheets
from tests.assessment_strategies import assessments
from tests.assessments.small_assessments import TODAY, rated, shuffled_questionnaire, small_assessments
from tests.sheet_strategies import sheets


def scored(assessment: Assessment) -> Result:
    return score_assessment(assessment, TODAY)


def supported(result: Result) -> list[float]:
    """Return the overall and every dimension's supported score; nothing applicable counts as -1."""
    every = [result.overall, *(result.dimensions[key] for key in sorted(result.dimensions))]
    return [-1.0 if score is None else float(score.supported) for score in every]


@given(small_assessments() | assessments(), st.data())
def test_confirming_an_answer_never_lowers_the_supported_score(one: Assessment, data: st.DataObject) -> None:
    given_ratings = [key for key, answer in one.answers.items() if answer.state is State.RATED]
    if not given_ratings:
        return
    key = data.draw(st.sampled_from(sorted(given_ratings)))
    firm = data.draw(st.sampled_from([Grade.SEEN, Grade.VERIFIED]))
    sure = replace(one.answers[key], grade=firm, evidence_date=None, answered_on=TODAY)
    before, after = scored(one), scored(replace(one, answers={**one.answers, key: sure}))
    assert all(new >= old for old, new in zip(supported(before), supported(after), strict=True))
    pairs = [(before.overall, after.overall), *((one, after.dimensions[key]) for key, one in before.dimensions.items())]
    for old, new in pairs:
        if old is not None and new is not None:
            assert (new.answered, new.best, new.coverage) == (old.answered, old.best, old.coverage)
            assert new.evidenced >= old.evidenced


@given(small_assessments(), st.integers(1, 5), st.data())
def test_answering_an_open_question_never_lowers_the_supported_score(
    one: Assessment, rating: int, data: st.DataObject
) -> None:
    still_open = [key for key in one.questionnaire.questions if one.answer(key).state is State.UNKNOWN]
    if not still_open:
        return
    key = data.draw(st.sampled_from(sorted(still_open)))
    known = replace(one, answers={**one.answers, key: rated(rating)})
    assert all(new >= old for old, new in zip(supported(scored(one)), supported(scored(known)), strict=True))


@given(small_assessments())
def test_supported_is_never_above_answered_at_full_coverage_nor_answered_above_best(one: Assessment) -> None:
    result = scored(one)
    for score in (result.overall, *result.dimensions.values()):
        if score is None:
            continue
        assert 0 <= score.supported <= score.best <= 100
        if score.coverage == 1:
            assert score.answered is not None
            assert score.supported <= score.answered == score.best


@given(small_assessments(), st.data())
def test_the_order_of_dimensions_questions_and_answers_changes_no_figure(one: Assessment, data: st.DataObject) -> None:
    answers = dict(data.draw(st.permutations(list(one.answers.items()))))
    other = replace(one, questionnaire=shuffled_questionnaire(one.questionnaire, data), answers=answers)
    found, again = scored(one), scored(other)
    assert found.overall == again.overall
    assert dict(found.dimensions) == dict(again.dimensions)
    assert dict(found.weights) == dict(again.weights)
    assert {gate.question_id: gate for gate in found.gates} == {gate.question_id: gate for gate in again.gates}
    assert {(ask.question_id, ask.gain) for ask in found.ask_next} == {
        (ask.question_id, ask.gain) for ask in again.ask_next
    }
    assert _decided(found) == _decided(again)


def _decided(result: Result) -> tuple[object, ...]:
    told = result.recommendation
    reasons = frozenset((reason.rule, frozenset(reason.ids)) for reason in told.reasons)
    return told.band, reasons, told.provisional, told.if_confirmed


@given(small_assessments() | assessments(), st.text(max_size=9))
def test_a_note_changes_no_figure(one: Assessment, words: str) -> None:
    noted = {key: replace(answer, note=words, flagged=not answer.flagged) for key, answer in one.answers.items()}
    assert scored(replace(one, answers=noted, purpose=words, gut_feeling=50)) == scored(one)


@given(small_assessments(), sheets())
@settings(max_examples=40)
def test_sheets_change_neither_score_nor_robustness(one: Assessment, beside: Sheets) -> None:
    with_sheets = replace(one, sheets=beside)
    assert scored(with_sheets) == scored(one)
    assert robustness(with_sheets, scored(with_sheets), 100) == robustness(one, scored(one), 100)


@given(st.lists(st.lists(st.sampled_from([0.0, 50.0, 100.0]), min_size=2, max_size=2), min_size=2, max_size=12))
def test_in_every_draw_the_ranks_add_up(points: list[list[float]]) -> None:
    # Ties share their places: whatever the draw, n partners have the ranks 1 to n between them.
    size = len(points)
    for draw in ([0.5, 0.5], [0.3, 0.7], [1.0, 0.0]):
        ranks = acceptability(np.array([points]), np.array([draw])).ranks
        assert ranks.sum(axis=1) == pytest.approx(np.ones(size))
        assert float((ranks @ np.arange(1, size + 1)).sum()) == pytest.approx(size * (size + 1) / 2)
