"""The first thing a newcomer sees: one sentence and two doors."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.scrolled_body import ScrolledBody, scroll_area


class WelcomePage(QWidget):
    """Shown while no workspace is open. Nothing has to be configured."""

    new_requested = Signal()
    sample_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        card = Card()
        card.setMaximumWidth(fonts.scaled(560))
        card.column.setContentsMargins(40, 36, 40, 36)
        card.column.setSpacing(14)
        title = label(self.tr("Should you enter this partnership?"), font=fonts.serif(25), wraps=True)
        card.column.addWidget(title)
        words = self.tr(
            "Rapport asks the questions that matter, weighs the answers without hiding doubt, and prints a brief "
            "that a meeting can decide on. Everything stays in one file on this computer."
        )
        card.column.addWidget(label(words, "secondary", fonts.sans(15), wraps=True))
        card.column.addSpacing(8)
        self.new = button(self.tr("New assessment"), "Ctrl+N", "primary")
        self.new.clicked.connect(self.new_requested)
        sample = button(self.tr("Look around in the sample"))
        sample.clicked.connect(self.sample_requested)
        other = button(self.tr("Open a workspace…"), kind="link")
        other.clicked.connect(self.open_requested)
        for door in (self.new, sample, other):
            door.setMinimumHeight(fonts.scaled(40))
            card.column.addWidget(door)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(card))


def _scrolled(card: Card) -> QScrollArea:
    body = ScrolledBody()
    column = QVBoxLayout(body)
    column.addStretch(2)
    row = QHBoxLayout()  # an alignment would give the card its usual size, and wrapped lines too little height
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(3)
    return scroll_area(body)
