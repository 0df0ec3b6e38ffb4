"""Weights from an order of importance alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assessments.questionnaire import Dimension
from assessments.weighting import rank_order_weights
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.labels import label

_ROW = 38


class RankingList(QListWidget):
    """Alt and an arrow key move the current line."""

    move_requested = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or let the list handle the key."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class RankingPanel(QWidget):
    """The dimensions, most important first."""

    proposed = Signal(object)
    """Dimension id -> share, sum 1."""

    def __init__(self, dimensions: Sequence[Dimension], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {dimension.id: dimension.title for dimension in dimensions}
        self.list = RankingList()
        self.list.setAccessibleName(self.tr("Dimensions, most important first"))
        self.list.setFont(fonts.sans(13.5))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setFixedHeight(fonts.scaled(_ROW) * len(dimensions) + 12)
        self.list.move_requested.connect(self._move)
        self.list.model().rowsMoved.connect(self.propose)
        self.up, self.down = button(self.tr("Up"), "Alt+Up"), button(self.tr("Down"), "Alt+Down")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        words = self.tr("Put the dimension that matters most first. The weights follow from the order alone.")
        source = self.tr("Rank order centroid weights: Barron & Barrett 1996.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(words, "secondary", wraps=True))
        column.addWidget(self.list)
        column.addLayout(moves)
        column.addWidget(label(source, "faint", fonts.sans(12), wraps=True))
        column.addStretch(1)

    def order(self) -> list[str]:
        """Return the dimension ids in their order."""
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def show_weights(self, weights: Mapping[str, Fraction]) -> None:
        """Start from the order of stored weights."""
        self.list.clear()
        for key in sorted(weights, key=lambda key: -weights[key]):
            item = QListWidgetItem(self._titles[key])
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, fonts.scaled(_ROW)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def propose(self) -> None:
        """Tell the weights of the order as it stands."""
        self.proposed.emit(rank_order_weights(self.order()))

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        to = row + by
        if row < 0 or not 0 <= to < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(to, item)
        self.list.setCurrentRow(to)
        self.propose()
