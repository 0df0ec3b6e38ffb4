"""Which step shows which sheets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from assessments.sheets import Sheet
from ui.documents.assessment_document import AssessmentDocument
from ui.widgets.conditions_step import ConditionsStep
from ui.widgets.section_progress import DECISION, SHEET_SECTIONS
from ui.widgets.sheet_step import ExchangesStep, GoalsStep, RisksStep, SheetStep

_STEPS: dict[str, Callable[[AssessmentDocument], SheetStep]] = {
    SHEET_SECTIONS[Sheet.GOALS]: GoalsStep,
    SHEET_SECTIONS[Sheet.EXCHANGES]: ExchangesStep,
    SHEET_SECTIONS[Sheet.RISKS]: RisksStep,
    SHEET_SECTIONS[Sheet.CONDITIONS]: ConditionsStep,
}


class SheetSteps:
    """Builds each step on its first visit and puts it into the page's stack."""

    def __init__(
        self, document: AssessmentDocument, stack: QStackedWidget, open_question: Callable[[str], None]
    ) -> None:
        """Prepare the steps.

        Args:
            document: Whose sheets they are.
            stack: Where each is put.
            open_question: Shows the question that a row came from.
        """
        self._document = document
        self._stack = stack
        self._open_question = open_question
        self._built: dict[str, SheetStep] = {}

    def step(self, key: str) -> SheetStep | None:
        """Return the step of a key of `SHEET_SECTIONS`, or of the decision in it; None for any other."""
        key = SHEET_SECTIONS[Sheet.CONDITIONS] if key == DECISION else key
        if key in _STEPS and key not in self._built:
            step = self._built[key] = _STEPS[key](self._document)
            step.question_requested.connect(self._open_question)
            self._stack.addWidget(step)
        return self._built.get(key)
