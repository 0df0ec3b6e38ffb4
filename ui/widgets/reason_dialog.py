"""Asks why a question does not apply."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from assessments.text_rules import TextRefused, clean_text
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.labels import heading, label

_LIMIT = 2_000


class ReasonDialog(QDialog):
    """One field; "not applicable" takes a reason, which is printed."""

    def __init__(self, question: str, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not applicable"))
        self.setMinimumWidth(fonts.scaled(460))
        self._field = QLineEdit(reason)
        self._field.setFont(fonts.sans(13.5))
        self._row = FormRow(self.tr("&Why does it not apply?"), self._field, self.tr("The reason is printed."))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading(self.tr("Not applicable")))
        column.addWidget(label(question, "secondary", wraps=True))
        column.addWidget(self._row)
        column.addLayout(dialog_buttons(self, self.tr("&Mark as not applicable")))
        self._field.setFocus()
        self._ring = FocusRing(self)

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self._field.text()

    def accept(self) -> None:
        """Close when there is a reason that can be stored."""
        try:
            text = clean_text(self._field.text(), _LIMIT, own_figures)
        except TextRefused as error:
            self._row.show_error(str(error))
            self._field.setFocus()
            return
        if not text.strip():
            self._row.show_error(self.tr("Give a reason: a few words are enough."))
            self._field.setFocus()
            return
        super().accept()
