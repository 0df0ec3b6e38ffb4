"""The one ask of a brief, and its three sentences of reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

import pytest
from hypothesis import given, settings

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.conditions import Condition, ConditionState, Decision
from assessments.robustness import robustness
from assessments.sample import sample_assessments
from assessments.scoring import score_assessment
from assessments.sheets import NO_SHEETS
from assessments.wording_ask import ask_sentence, reason_sentences
from tests.assessment_strategies import assessments
from tests.conftest import TODAY


def say(english: str) -> str:
    return english


def asked(assessment: Assessment) -> str:
    return ask_sentence(assessment, score_assessment(assessment, TODAY), say, date.isoformat)


def reasons(assessment: Assessment) -> tuple[str, ...]:
    result = score_assessment(assessment, TODAY)
    return reason_sentences(assessment, result, robustness(assessment, result, 200), say)


def sample(name: str, conditions: Sequence[Condition] | None = None) -> Assessment:
    """Return one of the sample's assessments, with other conditions where some are given."""
    found = next(one for one in sample_assessments(TODAY) if one.partner.name.startswith(name))
    if conditions is None:
        return found
    return replace(found, sheets=replace(found.sheets, conditions=tuple(conditions)))


def a_condition(number: int, state: ConditionState, due: date | None = None) -> Condition:
    return Condition(UUID(int=number), "Sign", due=due, state=state)


OPEN = a_condition(1, ConditionState.OPEN, date(2026, 12, 5))
AGREED = a_condition(2, ConditionState.AGREED, date(2027, 2, 1))
DONE = a_condition(3, ConditionState.DONE)
DROPPED = a_condition(4, ConditionState.DROPPED)
UNDATED = a_condition(5, ConditionState.OPEN)


@pytest.mark.parametrize(
    ("partner", "conditions", "words"),
    [
        ("Lumen", [], "approve the partnership."),
        ("Lumen", [OPEN], "approve the partnership; see that the pending condition is met, by 2026-12-05."),
        ("Brightfield", [], "first name the conditions, as none is listed yet; then approve the partnership on them."),
        (
            "Brightfield",
            [DROPPED],
            "first name the conditions, as none is listed yet; then approve the partnership on them.",
        ),
        ("Brightfield", [DONE, DROPPED], "approve the partnership: every condition listed is met."),
        ("Brightfield", [OPEN, DONE], "approve the partnership, once the pending condition is met, by 2026-12-05."),
        (
            "Brightfield",
            [OPEN, AGREED],
            "approve the partnership, once the 2 pending conditions are met, the last by 2027-02-01.",
        ),
        ("Brightfield", [OPEN, UNDATED], "approve the partnership, once the 2 pending conditions are met."),
        ("Meridian", [], "approve a pilot only."),
        ("Meridian", [UNDATED], "approve a pilot only, once the pending condition is met."),
        ("Orbit", [OPEN], "decline the partnership."),
        ("Open", [], "decide nothing yet; first have the 2 open gates answered."),
        ("Clearsignal", [], "decide nothing yet; first have more of the questions answered."),
    ],
)
def test_each_recommendation_asks_for_one_thing(partner: str, conditions: list[Condition], words: str) -> None:
    assert asked(sample(partner, conditions)) == words


def test_a_decision_that_was_taken_leaves_only_what_is_open() -> None:
    decided = Decision("Go ahead", "Board", date(2026, 11, 20))
    for conditions, words in (
        ([], "nothing more to decide; it was decided on 2026-11-20."),
        (
            [OPEN, AGREED],
            "nothing more to decide; it was decided on 2026-11-20; "
            "see that the 2 pending conditions are met, the last by 2027-02-01.",
        ),
    ):
        assessment = sample("Brightfield", conditions)
        assert asked(replace(assessment, sheets=replace(assessment.sheets, decision=decided))) == words


def test_a_gate_failed_on_hearsay_asks_to_decline_unless_it_proves_wrong() -> None:
    orbit = sample("Orbit")
    hearsay = replace(orbit.answer("R1"), grade=Grade.STATED)
    assessment = replace(orbit, answers=MappingProxyType({**orbit.answers, "R1": hearsay}))
    assert asked(assessment) == (
        "decline, unless the unverified rating proves wrong: R1 Personal data, consent and security."
    )
    assert reasons(assessment)[-1] == "The rating of R1 is unverified: confirm it first; no other answer can lift it."


def test_two_gates_failed_on_hearsay_are_spoken_of_as_two_and_a_verified_one_is_left_out() -> None:
    orbit = sample("Orbit")
    failed = replace(orbit.answer("R1"), rating=1, grade=Grade.STATED)
    seen = replace(failed, grade=Grade.SEEN)
    both = replace(orbit, answers=MappingProxyType({**orbit.answers, "R1": failed, "T4": failed}))
    assert asked(both) == (
        "decline, unless the unverified ratings prove wrong: T4 Openness about AI use and "
        "R1 Personal data, consent and security."
    )
    assert reasons(both)[-1].startswith("The ratings of T4 and R1 are unverified: confirm them first")
    one = replace(orbit, answers=MappingProxyType({**orbit.answers, "R1": failed, "T4": seen}))
    assert reasons(one)[-1].startswith("The rating of R1 is unverified: confirm it first")


def test_the_reason_says_what_decided_what_stands_out_and_what_would_change_it() -> None:
    assert reasons(sample("Brightfield")) == (
        "Decided by the score: 63, in the range from 60 to under 75; "
        "also capped by gates passed on their word alone: T2 and R5.",
        "Best supported is Goals (75), least Risk (56); the exchange favours them (balance 0.90).",
        "Holds in 99\u00a0% of 200 weightings; if Goals drops under 60.4, it falls to Pilot first; "
        "no score lifts it while a gate rests on weak or stale evidence.",
    )


def test_a_low_score_that_more_evidence_would_lift_is_declined_as_it_stands() -> None:
    weak = Answer(State.RATED, 2, grade=Grade.ASSUMED, answered_on=TODAY)
    good = Answer(State.RATED, 5, grade=Grade.VERIFIED, answered_on=TODAY)
    brightfield = replace(sample("Brightfield"), sheets=NO_SHEETS, finished_on=None, final_at=None)
    gates = {gate.question_id for gate in score_assessment(brightfield, TODAY).gates}
    answers = {key: good if key in gates else weak for key in brightfield.questionnaire.questions}
    for key in list(answers)[::2]:
        if key not in gates:
            del answers[key]
    assessment = replace(brightfield, answers=MappingProxyType(answers))
    assert asked(assessment) in ("decline the partnership as it stands.", "approve a pilot only.")


def test_with_nothing_rated_no_dimension_is_said_to_be_best() -> None:
    assessment = replace(sample("Brightfield"), answers=MappingProxyType({}), sheets=NO_SHEETS)
    said = reasons(assessment)
    assert len(said) == 2
    assert "Best supported" not in " ".join(said)


@settings(max_examples=150, deadline=None)
@given(assessments())
def test_any_assessment_gets_one_ask_and_at_most_three_sentences(assessment: Assessment) -> None:
    ask, why = asked(assessment), reasons(assessment)
    assert ask.endswith(".")
    assert ask[0].islower()
    assert "{" not in ask
    assert 1 <= len(why) <= 3
    assert all(one.endswith(".") and ".." not in one for one in why)
    assert (ask, why) == (asked(assessment), reasons(assessment))
