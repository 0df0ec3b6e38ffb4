"""How gates and what is open are put into words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessments.answer import Answer, State
from assessments.assessment import Scope
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from assessments.wording import gate_words
from assessments.wording_result import confirmed_sentence

DAY = date(2026, 11, 23)


def test_an_optional_gate_that_is_asked_is_not_switched_on_rather_than_not_asked() -> None:
    assessment = next(one for one in sample_assessments(DAY) if one.scope is Scope.FULL)
    gate = next(gate for gate in score_assessment(assessment, DAY).gates if gate.question_id == "R2")
    assert gate_words(gate, assessment, str) == "not switched on"
    quick = replace(assessment, scope=Scope.QUICK)
    left_out = next(gate for gate in score_assessment(quick, DAY).gates if gate.question_id == "R2")
    asked = "R2" in score_assessment(quick, DAY).in_scope
    assert gate_words(left_out, quick, str) == ("not switched on" if asked else "not asked")


def test_with_nothing_applicable_there_is_nothing_to_confirm() -> None:
    sample = sample_assessments(DAY)[0]
    none = Answer(State.NOT_APPLICABLE, reason="No AI here", answered_on=DAY)
    assessment = replace(sample, answers=dict.fromkeys(sample.questionnaire.questions, none))
    assert confirmed_sentence(score_assessment(assessment, DAY), str) == (
        "There is nothing to confirm while no question applies."
    )
