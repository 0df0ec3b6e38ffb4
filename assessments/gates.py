"""How each gate stands: a question whose bad answer no average can buy off."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.answer import Grade, State
from assessments.assessment import Assessment
from assessments.judging import Judged
from assessments.questionnaire import GateRule
from assessments.result import Gate, GateOutcome
from assessments.scope import is_active_gate

FAILING_RATING = 1
CAPPING_RATING = 2


def judge_gates(assessment: Assessment, judged: Mapping[str, Judged]) -> tuple[Gate, ...]:
    """Return every gate of the questionnaire, in its order; inactive ones are listed without effect."""
    return tuple(
        _gate(question.id, judged.get(question.id) if is_active_gate(question, assessment) else None)
        for question in assessment.questionnaire.questions.values()
        if question.gate is not GateRule.NONE
    )


def _gate(question_id: str, item: Judged | None) -> Gate:
    if item is None:
        return Gate(question_id, GateOutcome.INACTIVE, stale=False, unverified=False)
    grade = item.answer.grade or Grade.ASSUMED
    unverified = item.rated and grade < Grade.SEEN
    stale = item.rated and not unverified and not item.firm
    return Gate(question_id, _outcome(item), stale=stale, unverified=unverified)


def _outcome(item: Judged) -> GateOutcome:
    if item.answer.state is State.NOT_APPLICABLE:
        return GateOutcome.NOT_APPLICABLE
    if not item.rated:
        return GateOutcome.OPEN
    if item.answer.rating == FAILING_RATING:
        return GateOutcome.FAILED
    if item.answer.rating == CAPPING_RATING:
        return GateOutcome.CAPPING
    return GateOutcome.PASSED if item.firm else GateOutcome.WEAK
