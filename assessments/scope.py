"""Which questions an assessment asks, and which of them are gates."""

from __future__ import annotations

from collections.abc import Collection

from assessments.assessment import Assessment, Scope
from assessments.questionnaire import GateRule, Question, Questionnaire


def is_active_gate(question: Question, assessment: Assessment) -> bool:
    """Return whether the question's gate rule counts here: always, or switched on for this assessment."""
    return question.gate is GateRule.ALWAYS or (
        question.gate is GateRule.OPTIONAL and question.id in assessment.switched_on
    )


def is_in_scope(question: Question, assessment: Assessment) -> bool:
    """Return whether it is asked: it applies to the partner's type and, in a quick assessment, is core or a gate."""
    if assessment.partner_type not in question.applies_to:
        return False
    return assessment.scope is Scope.FULL or question.core or is_active_gate(question, assessment)


def count_asked(questionnaire: Questionnaire, partner_type: str, scope: Scope, switched_on: Collection[str]) -> int:
    """Return how many questions an assessment would ask that is not begun yet.

    Args:
        questionnaire: The one it would be started with.
        partner_type: A code of it; empty while none is chosen, which counts the questions of all types.
        scope: Quick or full.
        switched_on: Ids of the optional gates that would count.
    """
    asked = 0
    for question in questionnaire.questions.values():
        gate = question.gate is GateRule.ALWAYS or question.id in switched_on
        applies = not partner_type or partner_type in question.applies_to
        asked += applies and (scope is Scope.FULL or question.core or gate)
    return asked


def questions_in_scope(assessment: Assessment) -> tuple[Question, ...]:
    """Return the questions that are asked, in questionnaire order."""
    questions = assessment.questionnaire.questions.values()
    return tuple(question for question in questions if is_in_scope(question, assessment))
