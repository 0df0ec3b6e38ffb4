"""Asks for the password of a saved PDF, twice."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from reports.locked import password_problem
from ui.widgets.card import Notice
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.labels import label
from ui.widgets.screen_room import within_screen
from ui.widgets.scrolled_body import ScrolledBody, fill_dialog


class PasswordDialog(QDialog):
    """Nothing of it is kept anywhere: whoever asked holds the password until the page goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password for the saved file"))
        self.resize(within_screen(420, 400))
        self.first, self.second = QLineEdit(), QLineEdit()
        self.shown = QCheckBox(self.tr("&Show the password"))
        self.shown.toggled.connect(self._show_characters)
        self._first_row = FormRow(self.tr("&Password"), self.first)
        self._second_row = FormRow(self.tr("&The same again"), self.second)
        warning = Notice("notice")
        warning.show_text(self.tr("It cannot be recovered. Without it nobody opens the file again, not even you."))
        body = ScrolledBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(14)
        column.addWidget(
            label(self.tr("The file is encrypted (AES-256) when it is saved. Printing is not."), wraps=True)
        )
        for widget in (self._first_row, self._second_row, self.shown, warning):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = fill_dialog(self, body, dialog_buttons(self, self.tr("&Use this password")))
        self._show_characters(False)
        self.first.setFocus()
        self._ring = FocusRing(self)

    @property
    def password(self) -> str:
        """What was typed."""
        return self.first.text()

    def accept(self) -> None:
        """Close when both are the same and can be used; else say what is missing."""
        typed = self.first.text()
        problem = password_problem(typed) if typed else self.tr("Type a password, or cancel.")
        self._first_row.show_error(problem)
        differs = "" if typed == self.second.text() else self.tr("The two are not the same. Type it again.")
        self._second_row.show_error(differs)
        if problem:
            self.first.setFocus()
            self._area.ensureWidgetVisible(self._first_row)
        elif differs:
            self.second.setFocus()
            self._area.ensureWidgetVisible(self._second_row)
            self.second.selectAll()
        else:
            super().accept()

    def _show_characters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.setEchoMode(mode)
