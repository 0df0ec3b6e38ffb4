"""Says that the partners in view are invented, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Notice


class SampleNotice(Notice):
    """Stands above the list of the sample workspace."""

    left = Signal()
    removed = Signal()
    """The user wants the sample's file deleted; the window asks first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calm", parent)
        leave = button(self.tr("Leave the sample"))
        leave.clicked.connect(self.left)
        remove = button(self.tr("Remove the sample…"), kind="link")
        remove.clicked.connect(self.removed)
        self.row.addWidget(leave)
        self.row.addWidget(remove)
        self.show_text(self.tr("This is the sample: its partners are invented. Try anything; nothing here counts."))
