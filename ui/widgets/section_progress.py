"""How far each step of an assessment is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assessments.answer import State
from assessments.assessment import Assessment
from assessments.contradictions import contradictions
from assessments.effort import minutes_for
from assessments.result import Result
from assessments.review import review_gaps
from assessments.sheets import Sheet
from ui.widgets.section_rail import Section
from ui.widgets.sheet_card import sheet_title

DETAILS, REVIEW, RESULT = "details", "review", "result"
"""Keys of the steps that are not dimensions."""
SHEET_SECTIONS = {
    Sheet.GOALS: "sheet goals",
    Sheet.EXCHANGES: "sheet exchanges",
    Sheet.RISKS: "sheet risks",
    Sheet.CONDITIONS: "sheet conditions",
    Sheet.MEETINGS: "sheet conditions",
}
"""Sheet -> key of its step; a questionnaire may have a dimension called goals. Meetings are part of the conditions."""
DECISION = "decision"
"""Key of the place within the step of the conditions where the decision is typed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps in order, and how many questions in scope are answered."""

    sections: list[Section]
    answered: int
    asked: int
    words: str


def progress_of(assessment: Assessment, result: Result) -> Progress:
    """Return how far an assessment is."""
    answered = {key for key in result.in_scope if assessment.answer(key).state is not State.UNANSWERED}
    sections = [Section(DETAILS, _say("Partner & purpose"), done=bool(assessment.purpose.strip()))]
    for dimension in assessment.questionnaire.dimensions:
        asked = [question.id for question in dimension.questions if question.id in result.in_scope]
        count = sum(key in answered for key in asked)
        done = bool(asked) and count == len(asked)
        sections.append(Section(dimension.id, dimension.title, f"{count}/{len(asked)}", done))
    for key, title, count in _sheets(assessment):
        sections.append(Section(key, title, str(count or ""), bool(count)))
    gaps = len(review_gaps(assessment, result)) + len(contradictions(assessment, result))
    sections.append(Section(REVIEW, _say("Ready for a brief?"), str(gaps or ""), not gaps))
    sections.append(Section(RESULT, _say("Result & brief"), done=assessment.is_final))
    return Progress(sections, len(answered), len(result.in_scope), _words(len(answered), len(result.in_scope)))


def first_question(assessment: Assessment, result: Result, place: str | None) -> str:
    """Return the question that was left last, else the first open one, else the first."""
    if place is not None and place in assessment.questionnaire.questions:
        return place
    return first_open(assessment, result.in_scope or list(assessment.questionnaire.questions))


def first_open(assessment: Assessment, ids: Sequence[str]) -> str:
    """Return the first question without an answer, else the first."""
    return next((key for key in ids if assessment.answer(key).state is State.UNANSWERED), ids[0])


def _sheets(assessment: Assessment) -> list[tuple[str, str, int]]:
    """Return key, title and number of rows of each step that is a sheet."""
    sheets = assessment.sheets
    return [
        (SHEET_SECTIONS[Sheet.GOALS], sheet_title(Sheet.GOALS), len(sheets.goals)),
        (SHEET_SECTIONS[Sheet.EXCHANGES], sheet_title(Sheet.EXCHANGES), len(sheets.exchanges)),
        (SHEET_SECTIONS[Sheet.RISKS], sheet_title(Sheet.RISKS), len(sheets.risks)),
        (SHEET_SECTIONS[Sheet.CONDITIONS], _say("Conditions"), len(sheets.conditions) + (sheets.decision is not None)),
    ]


def _words(answered: int, asked: int) -> str:
    words = _say("{n} of {total} answered").format(n=answered, total=asked)
    if answered == asked:
        return words
    return words + " · " + _say("about {n} min left").format(n=minutes_for(asked - answered))


def _say(text: str) -> str:
    return QCoreApplication.translate("progress", text)
