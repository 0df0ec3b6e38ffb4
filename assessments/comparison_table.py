"""The comparison question by question and dimension by dimension, and which rows tell partners apart."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.answer import Answer
from assessments.comparison import Comparison
from assessments.judging import Judged, judge_answers
from assessments.questionnaire import Dimension, Question
from assessments.result import Score
from assessments.wording_figures import points


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with every partner's answer."""

    question: Question
    answers: tuple[Answer | None, ...]
    """In the comparison's order; None where the question is not asked of that partner."""
    differs: bool
    """Whether the answers allow different points, or only some partners are asked."""


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One dimension with every partner's score."""

    dimension: Dimension
    scores: tuple[Score | None, ...]
    """In the comparison's order; None where nothing applies."""
    differs: bool
    """Whether the points as shown differ."""


def dimension_rows(comparison: Comparison) -> tuple[DimensionRow, ...]:
    """Return the dimensions that are compared, in questionnaire order."""
    rows = []
    for dimension in comparison.dimensions:
        scores = tuple(partner.score(dimension.id) for partner in comparison.partners)
        shown = {score and (points(score.supported), points(score.answered), points(score.best)) for score in scores}
        rows.append(DimensionRow(dimension, scores, len(shown) > 1))
    return tuple(rows)


def question_rows(comparison: Comparison) -> tuple[QuestionRow, ...]:
    """Return the questions that are compared and asked of at least one partner, in the first partner's order."""
    judged = [judge_answers(one.assessment, one.result.as_of) for one in comparison.partners]
    return tuple(
        _question_row(question, judged)
        for question in comparison.common.questions
        if any(question.id in one for one in judged)
    )


def _question_row(question: Question, judged: list[dict[str, Judged]]) -> QuestionRow:
    found = [one.get(question.id) for one in judged]
    allowed = {item and _allowed(item) for item in found}
    return QuestionRow(question, tuple(None if item is None else item.answer for item in found), len(allowed) > 1)


def _allowed(item: Judged) -> tuple[str, int, int, int]:
    return (item.answer.state, item.answer.rating or 0, item.low, item.high)
