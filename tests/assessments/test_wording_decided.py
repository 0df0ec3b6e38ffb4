"""Every rule that ties as deciding is named, and so is every question that it speaks of (SCORING rule 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from assessments.answer import UNANSWERED, Answer, Grade, State
from assessments.assessment import Assessment, Scope
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from assessments.wording_result import decided_sentences, recommendation_sentences

DAY = date(2026, 11, 23)
BASE = next(one for one in sample_assessments(DAY) if one.scope is Scope.FULL)
QUESTIONS = BASE.questionnaire.questions


def rated(rating: int, grade: Grade = Grade.VERIFIED) -> Answer:
    return Answer(State.RATED, rating, grade=grade, answered_on=DAY)


def assessed(rating: int, **others: Answer) -> Assessment:
    """All questions rated alike on firm evidence, but for some."""
    answers: Mapping[str, Answer] = {**dict.fromkeys(QUESTIONS, rated(rating)), **others}
    return replace(BASE, answers={key: one for key, one in answers.items() if one != UNANSWERED}, final_at=None)


def decided(assessment: Assessment) -> tuple[str, ...]:
    return decided_sentences(assessment, score_assessment(assessment, DAY), str)


def of_dimension(dimension: str, answer: Answer) -> dict[str, Answer]:
    return {key: answer for key, question in QUESTIONS.items() if question.dimension == dimension}


def test_one_rule_alone_has_no_also() -> None:
    assert decided(assessed(5)) == ("Decided by the score: 100, where 75 is enough.",)
    assert decided(assessed(5, T4=rated(2))) == ("Capped by a gate rated 2: T4 Openness about AI use.",)


def test_two_caps_that_tie_are_both_named() -> None:
    low = of_dimension("learning", rated(2))
    first, second = decided(assessed(5, T4=rated(2), R1=rated(2), **low))
    assert first.startswith("Capped by gates rated 2: T4 ")
    assert second == "Also capped because less than 40 points are supported in Learning."


def test_a_cap_that_the_score_reaches_too_is_named_after_it() -> None:
    first, second = decided(assessed(4, T2=rated(4, Grade.STATED), V1=rated(2), V2=rated(2), V3=rated(2)))
    assert first.startswith("Decided by the score: ")
    assert second.startswith("Also capped by a gate passed on their word alone: T2 ")


def test_a_weaker_cap_does_not_decide_and_is_not_named() -> None:
    (only,) = decided(assessed(5, T4=rated(2), T2=rated(5, Grade.STATED)))
    assert only.startswith("Capped by a gate rated 2: T4 ")


def test_open_gates_and_too_few_answers_are_both_named_and_every_gate_with_them() -> None:
    first, second = decided(replace(BASE, answers={}, final_at=None))
    assert first == "Held by gates without an answer: G1, G6, V6, T2, T4, T8, R1, R4, R5 and R8."
    assert second == "Also too little is answered: 0\u00a0% of the weight, and it takes 50\u00a0%."


def test_up_to_three_gates_are_named_with_their_titles() -> None:
    (three,) = decided(assessed(5, G1=UNANSWERED, T2=UNANSWERED, R8=UNANSWERED))
    assert three == (
        "Held by gates without an answer: G1 Shared outcome, T2 Truthfulness and kept promises and "
        f"R8 {QUESTIONS['R8'].title}."
    )


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"G1": Answer(State.NOT_APPLICABLE, reason="No AI.", answered_on=DAY)}, "marked not applicable: G1 "),
        ({"G1": replace(rated(5), evidence_date=date(2020, 1, 1))}, "passed on stale evidence: G1 "),
        ({"G1": rated(5, Grade.ASSUMED)}, "passed without firm evidence: G1 "),
    ],
)
def test_each_way_to_tie_has_its_own_words(others: dict[str, Answer], words: str) -> None:
    (alone,) = decided(assessed(5, **others))
    assert alone.startswith(f"Capped by a gate {words}")
    low = dict.fromkeys(("V1", "V2", "V3", "L1", "L2", "L3", "G2", "G3"), rated(2))
    first, *rest = decided(assessed(4, **{**low, **others}))
    assert first.startswith("Decided by the score: ")
    assert [one.startswith(f"Also capped by a gate {words}") for one in rest] == [True]


def test_the_page_and_the_command_line_say_the_same_sentences() -> None:
    assessment = assessed(4, T2=rated(4, Grade.STATED), V1=rated(2), V2=rated(2), V3=rated(2))
    result = score_assessment(assessment, DAY)
    assert recommendation_sentences(assessment, result, str)[:2] == decided_sentences(assessment, result, str)
