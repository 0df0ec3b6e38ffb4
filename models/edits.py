"""The edits that the program makes of partners, assessments, answers and our own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessments.answer import UNANSWERED, Answer
from assessments.assessment import Assessment, Partner, Reopening
from assessments.questionnaire_file import questionnaire_body
from models.edit import WORKSPACE_KEY, Change, Edit
from models.rows import answer_row, assessment_row, moment_text, partner_row
from models.sheet_edits import everything_beside

if TYPE_CHECKING:
    from models.settings import OwnSettings

__all__ = [
    "WORKSPACE_KEY",
    "Change",
    "Edit",
    "add_assessment",
    "add_partner",
    "add_reopening",
    "answer_key",
    "edit_answer",
    "edit_assessment",
    "edit_own",
    "edit_partner",
]


def answer_key(assessment: Assessment, question_id: str) -> dict[str, str | int]:
    """Return the key of an answer's row."""
    return {
        "assessment_id": str(assessment.id),
        "assessor_id": str(assessment.assessor.id),
        "question_id": question_id,
    }


def edit_answer(assessment: Assessment, question_id: str, after: Answer) -> Edit:
    """Return the edit from the assessment's present answer to another; `UNANSWERED` removes the row.

    Raises:
        ValueError: The assessment's questionnaire has no such question.
    """
    if question_id not in assessment.questionnaire.questions:
        raise ValueError(f"Questionnaire {assessment.questionnaire.version} has no question {question_id}.")
    before = assessment.answer(question_id)
    return Edit(
        "answer",
        answer_key(assessment, question_id),
        None if before == UNANSWERED else answer_row(before),
        None if after == UNANSWERED else answer_row(after),
    )


def edit_assessment(before: Assessment, after: Assessment) -> Edit:
    """Return the edit of an assessment's own fields; answers, partner and reopenings have edits of their own."""
    return Edit("assessment", {"id": str(before.id)}, assessment_row(before), assessment_row(after))


def add_partner(partner: Partner) -> Edit:
    """Return the edit that stores a new partner."""
    return Edit("partner", {"id": str(partner.id)}, None, partner_row(partner))


def edit_partner(before: Partner, after: Partner) -> Edit:
    """Return the edit of a partner's fields."""
    return Edit("partner", {"id": str(before.id)}, partner_row(before), partner_row(after))


def edit_own(before: OwnSettings, after: OwnSettings) -> Edit:
    """Return the edit of who we are and how we print. The bytes of a new logo are stored by an edit before."""
    return Edit("workspace", WORKSPACE_KEY, before.row(), after.row())


def add_reopening(assessment: Assessment, reopening: Reopening) -> Edit:
    """Return the edit that records why a finished assessment was opened again."""
    key: dict[str, str | int] = {"assessment_id": str(assessment.id), "at": moment_text(reopening.at)}
    return Edit("reopening", key, None, {"reason": reopening.reason})


def add_assessment(assessment: Assessment) -> tuple[Edit, ...]:
    """Return the edits that store a new assessment with everything in it but the bytes of its attached files.

    Those are stored by `sheet_edits.keep_blob` before. Its partner must be in the file, or be added by an edit before.
    """
    questionnaire, assessor = assessment.questionnaire, assessment.assessor
    return (
        Edit(
            "questionnaire",
            {"content_hash": questionnaire.content_hash},
            None,
            {
                "title": questionnaire.title,
                "version": questionnaire.version,
                "body": questionnaire_body(questionnaire),
            },
        ),
        Edit("assessor", {"id": str(assessor.id)}, None, {"name": assessor.name}),
        Edit("assessment", {"id": str(assessment.id)}, None, assessment_row(assessment)),
        *(add_reopening(assessment, reopening) for reopening in assessment.reopenings),
        *(
            Edit("answer", answer_key(assessment, question_id), None, answer_row(answer))
            for question_id, answer in assessment.answers.items()
            if answer != UNANSWERED
        ),
        *everything_beside(assessment),
    )
