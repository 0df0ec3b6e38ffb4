"""Asks why a finished assessment is opened again. The reason is kept and printed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from assessments.text_rules import TextRefused, clean_text
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.labels import heading

_LIMIT = 2_000


class ReopenDialog(QDialog):
    """One field; reopening takes a reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reopen"))
        self.setMinimumWidth(fonts.scaled(460))
        self.field = QLineEdit()
        self.field.setFont(fonts.sans())
        hint = self.tr("The reason is kept with the assessment and printed.")
        self._row = FormRow(self.tr("&Why is it reopened?"), self.field, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading(self.tr("Reopen this assessment")))
        column.addWidget(self._row)
        column.addLayout(dialog_buttons(self, self.tr("&Reopen")))
        self.field.setFocus()
        self._ring = FocusRing(self)

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self.field.text()

    def accept(self) -> None:
        """Close when there is a reason that can be stored."""
        try:
            text = clean_text(self.field.text(), _LIMIT, own_figures)
        except TextRefused as error:
            self._row.show_error(str(error))
            self.field.setFocus()
            return
        if not text.strip():
            self._row.show_error(self.tr("Give a reason: a few words are enough."))
            self.field.setFocus()
            return
        super().accept()
