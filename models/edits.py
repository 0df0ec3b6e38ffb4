"""Edits: what one transaction changes, row by row, with what was there before.

An edit that is stored, undone, or shown in a history is the same value. Both sides are kept, so that a change which
another window overtook is noticed, and so that every change can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from assessments.answer import UNANSWERED, Answer
from assessments.assessment import Assessment, Partner, Reopening
from assessments.questionnaire_file import questionnaire_body
from assessments.result import Result
from models.rows import Row, answer_row, assessment_row, moment_text, partner_row

if TYPE_CHECKING:
    from models.settings import OwnSettings

WORKSPACE_KEY = {"id": 1}


@dataclass(frozen=True, slots=True)
class Edit:
    """One row that appears, changes or goes."""

    table: str
    key: Mapping[str, str | int]
    """The columns of the primary key."""
    before: Row | None
    """The other columns as they must be in the file, None when the row must not be there. Columns may be left out."""
    after: Row | None
    """The other columns as they will be, None to remove the row."""

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One stored transaction."""

    seq: int
    """Its number in the change table, rising; 0 for nothing stored."""
    label: str
    edits: tuple[Edit, ...]
    """Columns that stayed equal are left out."""
    assessment_ids: tuple[UUID, ...]
    """Assessments whose content it touched, through their own rows or their partner's."""
    at: datetime | None
    """UTC."""
    reverts: int | None = None
    """The number of the change it takes back."""
    assessments: Mapping[UUID, tuple[Assessment, Result]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    """Touched assessments as they are stored now, with their result; one that is gone is missing here. Empty when the
    change was read from the history."""

    @classmethod
    def nothing(cls, label: str) -> Change:
        """Return a change that changed nothing."""
        return cls(0, label, (), (), None)


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
    """Return the edit of our own name, type, assessor and paper size."""
    return Edit("workspace", WORKSPACE_KEY, before.row(), after.row())


def add_reopening(assessment: Assessment, reopening: Reopening) -> Edit:
    """Return the edit that records why a finished assessment was opened again."""
    key: dict[str, str | int] = {"assessment_id": str(assessment.id), "at": moment_text(reopening.at)}
    return Edit("reopening", key, None, {"reason": reopening.reason})


def add_assessment(assessment: Assessment) -> tuple[Edit, ...]:
    """Return the edits that store a new assessment with its questionnaire, assessor, reopenings and answers.

    Its partner must be in the file already, or be added by an edit before these.
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
    )
