"""Says that the partners in view are invented, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Notice


class SampleNotice(Notice):
    """Stands above the list of the sample workspace."""

    left = Signal()
    afresh = Signal()
    """The user wants it as it was at first; the window asks where something would be lost."""
    removed = Signal()
    """The user wants the sample's file deleted; the window asks first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calm", parent)
        leave = button(self.tr("Leave the sample"))
        leave.clicked.connect(self.left)
        afresh = button(self.tr("Start afresh…"), kind="link")
        afresh.clicked.connect(self.afresh)
        remove = button(self.tr("Remove…"), kind="link")
        remove.clicked.connect(self.removed)
        for control in (leave, afresh, remove):
            self.row.addWidget(control)
        self.show_text(self.tr("This is the sample: its partners are invented. Try anything; nothing here counts."))
