"""The assessment: steps on the left, one question in the middle, the score so far on the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.documents.assessment_document import AssessmentDocument
from ui.widgets.answer_keys import ANSWER_KEYS, answer_by_key, move_by_key
from ui.widgets.assessment_panels import AssessmentPanels
from ui.widgets.buttons import button
from ui.widgets.details_panel import DetailsPanel
from ui.widgets.final_notice import FinalNotice
from ui.widgets.live_score import LiveScore
from ui.widgets.number_dialog import NumberDialog
from ui.widgets.page_header import PageHeader
from ui.widgets.question_table import QuestionTable
from ui.widgets.reason_dialog import ask_to_reopen
from ui.widgets.review_panel import ReviewPanel
from ui.widgets.section_progress import DETAILS, RESULT, REVIEW, SHEET_SECTIONS, first_open, first_question, progress_of
from ui.widgets.section_rail import SectionRail
from ui.widgets.steps_button import StepsButton

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AssessmentPage(QWidget):
    """Answers one assessment; keys work wherever no text is being typed."""

    result_requested = Signal()
    brief_requested = Signal()
    partner_requested = Signal(UUID)
    jump_requested = Signal()

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._document = document
        self.header = PageHeader()
        self._view = button(self.tr("List view"))
        self._jump = button(self.tr("Jump to…"), "Ctrl+K")
        self._brief = button(self.tr("Preview brief"))
        self.final_notice = FinalNotice()
        self.rail = SectionRail()
        self.panels = AssessmentPanels(document, self)
        self.card = self.panels.card
        self.ring_target = self.card.ratings
        self.live = LiveScore()
        self._listed = False
        self._lay_out()
        self._connect()
        self._refresh_all()
        self.show_question(first_question(document.assessment, document.result, document.place))

    @property
    def table(self) -> QuestionTable:
        """All questions as rows."""
        return self.panels.table

    @property
    def details(self) -> DetailsPanel:
        """Partner, purpose and scope."""
        return self.panels.details

    @property
    def review(self) -> ReviewPanel:
        """What is missing before the brief."""
        return self.panels.review

    # --- going places

    def show_question(self, question_id: str) -> None:
        """Show a question: as a card, or selected in the list. A note that cannot be stored keeps its own in view."""
        if not self.card.show_question(question_id):
            self.stay()
            return
        if self._listed:
            self.table.select(question_id)
        self._document.remember_place(question_id)
        self._show_questions()

    def show_review(self) -> None:
        """Show what is missing before the brief."""
        self.card.note.store()
        self.review.refresh()
        self._go(self.review, REVIEW)
        self.panels.take_focus()

    def show_details(self) -> None:
        """Show partner, purpose and scope."""
        self.details.refresh()
        self._go(self.details, DETAILS)
        self.panels.take_focus()

    def show_list(self, listed: bool) -> None:
        """Show the questions as a list, or one as a card."""
        self.card.note.store()
        self._listed = listed
        self._view.setText(self.tr("Card view") if listed else self.tr("List view"))
        self.show_question(self.card.question.id)

    def go(self, step: int) -> None:
        """Show the next (1) or the previous (-1) question in scope; after the last comes the review."""
        ids = self._document.result.in_scope
        here = self.card.question.id
        order = list(self._document.questionnaire.questions)
        ahead = [key for key in ids if (order.index(key) - order.index(here)) * step > 0]
        if ahead:
            self.show_question(ahead[0] if step > 0 else ahead[-1])
        elif step > 0:
            self.show_review()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of `answer_keys` answer, Enter goes on, Escape leaves a note. Text fields take theirs first."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self.panels.shows_questions or held not in (_NONE, _SHIFT, _CONTROL):
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._on_enter(back=held == _SHIFT, past=held == _CONTROL)
        elif held == _CONTROL or not self._takes(event):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.card.note.hasFocus():
            self.setFocus()
            return True
        if self.hasFocus() and move_by_key(self.card, Qt.Key(event.key())):
            return True
        key = event.text().upper()
        if key not in ANSWER_KEYS:
            return False
        if not self._document.refuses_as_finished():
            answer_by_key(self.card, key, self.show_list)
        return True

    def _on_enter(self, back: bool, past: bool) -> None:
        focused = self.focusWidget()
        if self.panels.shows_list:
            self.show_list(False)
        elif isinstance(focused, QPushButton) and focused.isEnabled() and not (back or past):
            focused.click()
        else:
            self.go(-1 if back else 1)

    def go_to_number(self) -> None:
        """Ask for a question's number in questionnaire order, and go there."""
        dialog = NumberDialog(self._document.questionnaire, self.card.question.id, self)
        if dialog.exec() == NumberDialog.DialogCode.Accepted and dialog.question is not None:
            self.show_question(dialog.question.id)

    def reopen(self) -> None:
        """Ask for a reason and open the finished assessment again."""
        ask_to_reopen(self._document, self)

    # --- following the document

    def _on_reverted(self, question_id: str) -> None:
        """Show what an undo changed elsewhere. What another program changed moves nobody: a key would rate another."""
        if question_id != self.card.question.id and self.isVisible() and self.panels.shows_questions:
            self.show_question(question_id)

    def _on_details(self) -> None:
        self._refresh_all()
        self.card.refresh()

    def _on_result(self) -> None:
        self.live.show_result(self._document.assessment, self._document.result)
        self._show_sections()
        self.panels.follow_answers()

    def _refresh_all(self) -> None:
        assessment = self._document.assessment
        parts = [assessment.purpose, f"{assessment.questionnaire.title} {assessment.questionnaire.version}"]
        self.header.show_words(assessment.partner.name, " · ".join(filter(None, [*parts, assessment.assessor.name])))
        self.final_notice.show_state(assessment)
        self._on_result()

    def _show_sections(self) -> None:
        progress = progress_of(self._document.assessment, self._document.result)
        self.rail.show_sections(progress.sections)
        self.rail.show_progress(progress.answered, progress.asked, progress.words)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that keys answer at once."""
        super().showEvent(event)
        self.setFocus() if self.panels.currentWidget() is self.card else self.panels.take_focus()

    # --- inside

    def _show_questions(self) -> None:
        shown = self.table if self._listed else self.card
        self._go(shown, self.card.question.dimension)
        self.setFocus() if shown is self.card else shown.setFocus()

    def _go(self, panel: QWidget, section: str) -> None:
        self.panels.setCurrentWidget(panel)
        self.rail.show_current(section)
        self.live.show_beside(section not in SHEET_SECTIONS.values() and not self.panels.shows_list)  # tables are wide

    def show_section(self, key: str) -> None:
        """Go to a step by its key, see `section_progress`; of a dimension to its first open question."""
        if key == DETAILS:
            self.show_details()
        elif key == REVIEW:
            self.show_review()
        elif key == RESULT:
            self.card.note.store()
            self.result_requested.emit()
        else:
            dimension = self._document.questionnaire.dimension_by_id.get(key)
            if dimension is None:
                self._show_sheet(key)
                return
            asked = [q.id for q in dimension.questions if q.id in self._document.result.in_scope]
            self.show_question(first_open(self._document.assessment, asked or [q.id for q in dimension.questions]))

    def _show_sheet(self, key: str) -> None:
        step = self.panels.sheets.step(key)
        if step is not None:
            self.card.note.store()
            self._go(step, SHEET_SECTIONS[step.tables[0].model.sheet])
            step.take_focus(key)

    def _connect(self) -> None:
        self._view.clicked.connect(lambda: self.show_list(not self._listed))
        self._jump.clicked.connect(self.jump_requested)
        self._brief.clicked.connect(self.brief_requested)
        self.final_notice.reopen_requested.connect(self.reopen)
        self.rail.section_requested.connect(self.show_section)
        self.panels.question_requested.connect(self._open_card)
        self.panels.card_requested.connect(lambda: self.show_list(False))
        self.panels.row_changed.connect(self._on_row)
        self.panels.section_requested.connect(self.show_section)
        self.panels.details_requested.connect(self.show_details)
        self.panels.result_requested.connect(self.result_requested)
        self.panels.reopen_requested.connect(self.reopen)
        self.panels.partner_requested.connect(lambda: self.partner_requested.emit(self._document.assessment.partner.id))
        self.card.next_requested.connect(lambda: self.go(1))
        self.card.back_requested.connect(lambda: self.go(-1))
        self._document.reverted.connect(self._on_reverted)
        self._document.details_changed.connect(self._on_details)
        self._document.result_changed.connect(self._on_result)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+G"), self, self.go_to_number, context=here)

    def _open_card(self, question_id: str) -> None:
        self._leave_list()
        self.show_question(question_id)

    def _leave_list(self) -> None:
        self._listed = False
        self._view.setText(self.tr("List view"))

    def stay(self) -> None:
        """Keep the question whose note cannot be stored in view."""
        self._leave_list()
        self._go(self.card, self.card.question.dimension)
        self.card.note.setFocus()

    def _on_row(self) -> None:
        key = self.table.current_id()
        if key is not None and key != self.card.question.id:
            if not self.card.show_question(key):
                self.stay()
                return
            self._document.remember_place(key)
            self.rail.show_current(self.card.question.dimension)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for control in (StepsButton(self.rail, self), self._view, self._jump, self._brief):
            self.header.add(control)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.final_notice)
        middle.addWidget(self.panels, 1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.rail)
        columns.addLayout(middle, 1)
        columns.addWidget(self.live)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(columns, 1)
