"""Asks why a finished assessment is opened again. The reason is kept and printed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import heading, label


class ReopenDialog(QDialog):
    """One field; reopening takes a reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reopen this assessment"))
        self.setMinimumWidth(fonts.scaled(420))
        self.field = QLineEdit()
        self.field.setMaxLength(2000)
        self.field.setAccessibleName(self.tr("Reason for reopening"))
        self.field.setPlaceholderText(self.tr("For example: new evidence on kept promises"))
        self.field.setFont(fonts.sans())
        cancel = button(self.tr("Cancel"))
        self.accept_button = button(self.tr("Reopen"), kind="primary")
        self.accept_button.setDefault(True)
        self.accept_button.setEnabled(False)
        cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.field.textEdited.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Why is it reopened?")))
        column.addWidget(label(self.tr("The reason is kept with the assessment and printed."), "secondary", wraps=True))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        column.addLayout(row)
        self._ring = FocusRing(self)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self.field.text()
