"""Says that the partners in view are invented, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Notice

_LOW, _NARROW = 560, 620
"""Pixels of the window's height and of the notice's width."""


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
        controls = QHBoxLayout()
        for control in (leave, afresh, remove):
            controls.addWidget(control)
        controls.addStretch(1)
        self.row.addLayout(controls)
        self.show_text(self.tr("This is the sample: its partners are invented. Try anything; nothing here counts."))
        if parent is not None:
            parent.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways out below the sentence where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < fonts.scaled(_NARROW)
        self.row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the room to the list in a low window: title and rail say it too, and the File menu has the commands."""
        if isinstance(event, QResizeEvent):
            self.setVisible(self.window().height() >= fonts.scaled(_LOW))
        return False
