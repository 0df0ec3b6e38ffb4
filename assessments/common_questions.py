"""What several assessments have in common: the questions they can be compared on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessments.assessment import Assessment, Scope
from assessments.questionnaire import Question
from assessments.scope import is_active_gate


@dataclass(frozen=True, slots=True)
class Common:
    """The questions that several assessments share."""

    questions: tuple[Question, ...]
    """In the first assessment's order. A question may still not apply to one partner's type."""
    of_all: int
    """How many different questions the assessments ask together, changed ones counted once."""
    versions_differ: bool
    scopes_differ: bool

    @property
    def is_limited(self) -> bool:
        """Whether the comparison rests on these questions alone, which a reader has to be told."""
        return self.versions_differ or self.scopes_differ


def common_questions(assessments: Sequence[Assessment]) -> Common:
    """Return the questions with the same id and equal content that every assessment's scope asks.

    A partner's type is no difference of scope: what does not apply to it leaves its sum, as in its own score.

    Args:
        assessments: At least one.
    """
    asked = [_asked(assessment) for assessment in assessments]
    first, others = asked[0], asked[1:]
    shared = tuple(q for key, q in first.items() if all(other.get(key) == q for other in others))
    one = assessments[0]
    return Common(
        questions=shared,
        of_all=len(set().union(*asked)),
        versions_differ=any(other.questionnaire != one.questionnaire for other in assessments[1:]),
        scopes_differ=any(set(other) != set(first) for other in others)
        and any(other.scope is not one.scope or other.switched_on != one.switched_on for other in assessments[1:]),
    )


def limited_to(assessment: Assessment, questions: Sequence[Question]) -> Assessment:
    """Return the assessment as if its questionnaire had these questions only; dimensions stay, even if empty."""
    kept = {question.id for question in questions}
    dimensions = tuple(
        replace(dimension, questions=tuple(q for q in dimension.questions if q.id in kept))
        for dimension in assessment.questionnaire.dimensions
    )
    return replace(assessment, questionnaire=replace(assessment.questionnaire, dimensions=dimensions))


def _asked(assessment: Assessment) -> dict[str, Question]:
    every = assessment.questionnaire.questions
    if assessment.scope is Scope.FULL:
        return dict(every)
    return {key: q for key, q in every.items() if q.core or is_active_gate(q, assessment)}
