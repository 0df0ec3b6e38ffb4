"""Asks which questionnaire is printed without answers."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QRadioButton, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow, chooser
from ui.widgets.partner_types import partner_type_names


class BlankDialog(QDialog):
    """For which kind of partner, and how much of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Blank questionnaire"))
        self.setMinimumWidth(fonts.scaled(420))
        self._type = chooser({"": self.tr("Any: the questions of every type"), **partner_type_names()})
        self._full = QRadioButton(self.tr("&Full: every question"))
        self._quick = QRadioButton(self.tr("&Quick: core questions and gates"))
        self._full.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(FormRow(self.tr("&Type of partner"), self._type))
        for radio in (self._full, self._quick):
            radio.setFont(fonts.sans())
            column.addWidget(radio)
        column.addLayout(dialog_buttons(self, self.tr("&Show it")))
        self._type.setFocus()
        self._ring = FocusRing(self)

    @property
    def partner_type(self) -> str | None:
        """The type's code; None for every type."""
        return self._type.currentData() or None

    @property
    def quick(self) -> bool:
        """Whether only core questions and gates are wanted."""
        return self._quick.isChecked()
