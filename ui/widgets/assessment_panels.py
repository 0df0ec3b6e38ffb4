"""What stands in the middle of an assessment, one at a time: a question, the list, or a step that is no question."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assessments.sheets import Sheet
from ui.documents.assessment_document import AssessmentDocument
from ui.widgets.details_panel import DetailsPanel
from ui.widgets.question_card import QuestionCard
from ui.widgets.question_table import QuestionTable
from ui.widgets.review_panel import ReviewPanel
from ui.widgets.section_progress import SHEET_SECTIONS
from ui.widgets.sheet_step import SheetStep
from ui.widgets.sheet_steps import SheetSteps

Panel = TypeVar("Panel", bound=QWidget)


class AssessmentPanels(QStackedWidget):
    """Makes all but the card when they are first shown: a page that makes everything at once keeps a key waiting."""

    question_requested = Signal(str)
    """Question id: show its card."""
    card_requested = Signal()
    """Show the card of the row that is chosen in the list."""
    row_changed = Signal()
    section_requested = Signal(str)
    """Key of a step, see `section_progress`."""
    details_requested = Signal()
    result_requested = Signal()
    reopen_requested = Signal()
    partner_requested = Signal()

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.card = self._panel(QuestionCard(document, self))
        self.sheets = SheetSteps(document, self, self.question_requested.emit)

    @cached_property
    def table(self) -> QuestionTable:
        """All questions as rows."""
        made = self._panel(QuestionTable(self._document, self))
        made.select(self.card.question.id)
        made.open_requested.connect(lambda _key: self.card_requested.emit())
        made.selectionModel().currentRowChanged.connect(lambda *_: self.row_changed.emit())
        return made

    @cached_property
    def details(self) -> DetailsPanel:
        """Partner, purpose and scope."""
        made = self._panel(DetailsPanel(self._document, self))
        made.question_requested.connect(self.question_requested)
        made.partner_requested.connect(self.partner_requested)
        self._document.details_changed.connect(made.refresh)
        return made

    @cached_property
    def review(self) -> ReviewPanel:
        """What is missing before the brief."""
        made = self._panel(ReviewPanel(self._document, self))
        made.question_requested.connect(self.question_requested)
        made.details_requested.connect(self.details_requested)
        made.result_requested.connect(self.result_requested)
        made.reopen_requested.connect(self.reopen_requested)
        made.sheet_requested.connect(lambda sheet: self.section_requested.emit(SHEET_SECTIONS[Sheet(sheet)]))
        return made

    @property
    def shows_list(self) -> bool:
        """Whether the questions are in view as a list."""
        return isinstance(self.currentWidget(), QuestionTable)

    @property
    def shows_questions(self) -> bool:
        """Whether a question is in view, as a card or in the list: the keys that answer work there."""
        return self.shows_list or self.currentWidget() is self.card

    def follow_answers(self) -> None:
        """Show what is missing now, or what is kept out of scope, if that is in view."""
        if isinstance(self.currentWidget(), ReviewPanel):
            self.review.follow()
        elif isinstance(self.currentWidget(), DetailsPanel):
            self.details.show_left_out()

    def take_focus(self) -> None:
        """Give the keyboard to what is shown; the card's keys are the page's."""
        shown = self.currentWidget()
        if isinstance(shown, ReviewPanel | DetailsPanel):
            shown.take_focus()
        elif isinstance(shown, SheetStep):
            shown.take_focus("")
        elif shown is not None:
            shown.setFocus()

    def _panel(self, made: Panel) -> Panel:
        self.addWidget(made)
        return made
