"""What is not in the score, or still open: lists of the unknown, unanswered, not applicable and out of scope."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.answer import State
from assessments.questionnaire import Question
from reports.answers_section import answer_strips
from reports.catalogue import printed
from reports.contents import Contents
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, HEADING, QUIET, SMALL
from reports.table import Cell, Column, table
from reports.text import one_line, text

_LISTS = (
    (State.UNKNOWN, "unknowns"),
    (State.NOT_APPLICABLE, "not_applicables"),
    (State.UNANSWERED, "unanswered_list"),
)


def open_section(contents: Contents) -> list[Strip]:
    """Return the three lists of questions in scope without a rating."""
    questions = [contents.assessment.questionnaire.questions[question_id] for question_id in contents.result.in_scope]
    strips: list[Strip] = []
    for state, key in _LISTS:
        chosen = [question for question in questions if contents.assessment.answer(question.id).state is state]
        strips += _list(contents, key, chosen)
    return strips


def out_of_scope_section(contents: Contents) -> list[Strip]:
    """Return the answers that are kept but do not count now, in full and each with the reason."""
    width = contents.frame.width
    heading = kept_with_next(paragraph(printed("out_of_scope"), HEADING, width))
    ids = contents.result.out_of_scope_answered
    if not ids:
        return [*heading, *paragraph(printed("out_of_scope_none"), QUIET, width), space(10)]
    strips = heading
    for question_id in ids:
        question = contents.assessment.questionnaire.questions[question_id]
        strips += answer_strips(contents, question, _why_outside(contents, question))
    return [*strips, space(10)]


def _list(contents: Contents, key: str, questions: Sequence[Question]) -> list[Strip]:
    width = contents.frame.width
    heading = kept_with_next(paragraph(printed(key), HEADING, width))
    if not questions:
        return [*heading, *paragraph(printed(_none(key)), QUIET, width), space(10)]
    columns = [Column(0, 28), Column(32, 176), Column(220, width - 220)]
    rows = [
        [
            Cell(one_line(question.id), SMALL),
            Cell(one_line(question.title), BODY),
            Cell(_remark(contents, question), QUIET),
        ]
        for question in questions
    ]
    return [*heading, *table(columns, (), rows), space(10)]


def _remark(contents: Contents, question: Question) -> str:
    """Return why a question is not applicable, else what an unknown means; notes stand with the answers."""
    answer = contents.assessment.answer(question.id)
    if answer.state is State.NOT_APPLICABLE:
        return text(answer.reason)
    return printed("unknown_meaning") if answer.state is State.UNKNOWN else ""


def _none(key: str) -> str:
    return "unanswered_none" if key == "unanswered_list" else f"{key}_none"


def _why_outside(contents: Contents, question: Question) -> str:
    if contents.assessment.partner_type not in question.applies_to:
        return printed("out_by_type", type=contents.type_word)
    return printed("out_by_scope")
