"""How far each step of an assessment is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assessments.answer import State
from assessments.assessment import Assessment
from assessments.contradictions import contradictions
from assessments.result import Result
from assessments.review import review_gaps
from assessments.sheets import Sheet
from ui.widgets.section_rail import Section

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
_SECONDS_PER_QUESTION = 30
"""Twelve minutes for the 24 or so questions of a quick assessment. Ours."""


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
    gaps = len(review_gaps(assessment, result)) + len(contradictions(assessment, result))
    sections.append(Section(REVIEW, _say("Ready for a brief?"), str(gaps or ""), not gaps))
    sections.append(Section(RESULT, _say("Result & brief"), done=assessment.is_final))
    return Progress(sections, len(answered), len(result.in_scope), _words(len(answered), len(result.in_scope)))


def _words(answered: int, asked: int) -> str:
    words = _say("{n} of {total} answered").format(n=answered, total=asked)
    if answered == asked:
        return words
    minutes = max(1, round((asked - answered) * _SECONDS_PER_QUESTION / 60))
    return words + " · " + _say("about {n} min left").format(n=minutes)


def _say(text: str) -> str:
    return QCoreApplication.translate("progress", text)
