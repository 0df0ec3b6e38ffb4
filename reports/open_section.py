"""What is not in the score, or still open: lists of the unknown, unanswered, not applicable and out of scope."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.answer import State
from assessments.questionnaire import Question
from reports.answers_section import answer_strips
from reports.catalogue import printed
from reports.contents import Contents
from reports.evidence_lines import loose_ids
from reports.headings import list_heading, under_heading
from reports.lines import cut_text
from reports.strips import Strip, paragraph, space
from reports.style import BODY, QUIET, SMALL
from reports.table import Cell, Column, table
from reports.text import one_line

_LISTS = (
    (State.UNKNOWN, "unknowns"),
    (State.NOT_APPLICABLE, "not_applicables"),
    (State.UNANSWERED, "unanswered_list"),
)
_REMARK_LINES = 2


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
    title = printed("out_of_scope")
    ids = contents.result.out_of_scope_answered
    if not ids:
        return [*list_heading(title), *_nothing(contents, "out_of_scope"), space(10)]
    strips: list[Strip] = []
    for question_id in ids:
        question = contents.assessment.questionnaire.questions[question_id]
        strips += answer_strips(contents, question, _why_outside(contents, question))
    return [*list_heading(title), *under_heading(title, strips), space(10)]


def loose_evidence_section(contents: Contents) -> list[Strip]:
    """Return the files and links of questions that stand nowhere else; nothing where there are none."""
    title = printed("loose_evidence")
    strips: list[Strip] = []
    for question_id in loose_ids(contents):
        question = contents.assessment.questionnaire.questions[question_id]
        strips += answer_strips(contents, question, _why_outside(contents, question))
    return [*list_heading(title), *under_heading(title, strips), space(10)] if strips else []


def _list(contents: Contents, key: str, questions: Sequence[Question]) -> list[Strip]:
    width = contents.frame.width
    title = printed(key)
    if not questions:
        return [*list_heading(title), *_nothing(contents, key), space(10)]
    columns = [Column(0, 28), Column(32, 176), Column(220, width - 220)]
    rows = [
        [
            Cell(one_line(question.id), SMALL),
            Cell(one_line(question.title), BODY),
            Cell(_remark(contents, question, width - 220), QUIET),
        ]
        for question in questions
    ]
    return [*list_heading(title), *under_heading(title, table(columns, (), rows)), space(10)]


def _nothing(contents: Contents, key: str) -> list[Strip]:
    return paragraph(printed(f"{key}_none"), QUIET, contents.frame.width)


def _remark(contents: Contents, question: Question, width: float) -> str:
    """Return the beginning of the reason or note; the whole of it stands with the answer."""
    answer = contents.assessment.answer(question.id)
    remark = answer.reason or answer.note
    if not remark:
        return printed("unknown_meaning") if answer.state is State.UNKNOWN else ""
    return cut_text(one_line(remark), QUIET, width, _REMARK_LINES)


def _why_outside(contents: Contents, question: Question) -> str:
    if contents.assessment.partner_type not in question.applies_to:
        return printed("out_by_type", type=contents.type_word)
    return printed("out_by_scope")
