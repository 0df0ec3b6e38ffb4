"""A sheet with its buttons, the sentence about what is not stored yet, and what a paste had to leave out."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from assessments.sheet_rows import RefusedCell
from assessments.sheets import Sheet
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.pill import say
from ui.widgets.sheet_card import sheet_title
from ui.widgets.sheet_model import SheetModel
from ui.widgets.sheet_view import SheetView, refusal_words
from ui.widgets.wrapping_row import WrappingRow

_LISTED = 500
"""Refused cells shown; a longer list helps nobody."""


class SheetTable(QWidget):
    """One sheet, ready to be typed into."""

    def __init__(self, document: AssessmentDocument, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SheetModel(document, sheet)
        self.view = SheetView(document, self.model)
        self.view.setAccessibleName(sheet_title(sheet))
        self.add = button(self.tr("Add row"))
        self.remove = button(self.tr("Remove"), self.tr("Del"))
        self.up = button(self.tr("Move up"), "Alt+Up")
        self.down = button(self.tr("Move down"), "Alt+Down")
        self.paste = button(self.tr("Paste rows"), "Ctrl+V")
        self.problem = label("", "error", fonts.sans(13), wraps=True)
        self.told = label("", "secondary", fonts.sans(13), wraps=True)
        self.discard = button(self.tr("Discard"))
        self.refused = QPlainTextEdit(readOnly=True)
        self.refused.setAccessibleName(self.tr("What was not pasted"))
        self.refused.setFixedHeight(fonts.scaled(110))
        self.refused.setTabChangesFocus(True)
        self._lay_out()
        self._connect()
        self._show_problem(self.model.problem)
        self._follow_state()

    def _lay_out(self) -> None:
        self.buttons = WrappingRow(6)
        for control in (self.add, self.remove, self.up, self.down, self.paste):
            self.buttons.addWidget(control)
        wrong = QHBoxLayout()
        wrong.addWidget(self.problem, 1)
        wrong.addWidget(self.discard)
        self.report = Card("", kind="sunken")
        self._copy, self._dismiss = button(self.tr("Copy this list")), button(self.tr("Dismiss"))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._copy)
        below.addWidget(self._dismiss)
        self.report.column.addWidget(self.told)
        self.report.column.addWidget(self.refused)
        self.report.column.addLayout(below)
        self.report.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view)
        column.addLayout(wrong)
        column.addWidget(self.report)
        column.addLayout(self.buttons)

    def _connect(self) -> None:
        self.add.clicked.connect(self.view.add)
        self.remove.clicked.connect(self.view.remove)
        self.up.clicked.connect(lambda: self.view.move_row(-1))
        self.down.clicked.connect(lambda: self.view.move_row(1))
        self.paste.clicked.connect(self.view.paste)
        self.discard.clicked.connect(self.model.discard_draft)
        self._dismiss.clicked.connect(self.report.hide)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self.refused.toPlainText()))
        self.view.pasted.connect(self.show_pasted)
        self.model.problem_changed.connect(self._show_problem)
        for changed in (self.model.rowsInserted, self.model.modelReset):
            changed.connect(self._follow_state)

    def show_pasted(self, taken: int, refused: tuple[RefusedCell, ...]) -> None:
        """Say what a paste brought, and list each cell that was not taken."""
        self.report.setVisible(bool(refused))
        if not refused:
            return
        titles = {column.id: say(column.title) for column in self.model.columns}
        line = self.tr("Line {n}")
        words = self.tr("{rows} rows pasted, {cells} cells not taken:").format(rows=taken, cells=len(refused))
        self.told.setText(words)
        self.refused.setPlainText("\n".join(refusal_words(cell, titles, line) for cell in refused[:_LISTED]))

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        for shown in (self.problem, self.discard):
            shown.setVisible(bool(sentence))

    def _follow_state(self) -> None:
        """Be as tall as the rows; what cannot be changed is read only."""
        for control in (self.add, self.remove, self.up, self.down, self.paste):
            control.setEnabled(self.model.can_change)
        self.view.fit_height()
