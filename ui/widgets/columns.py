"""Widgets side by side where there is room, one above the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

GAP = 16


class Columns(QWidget):
    """A row that turns into a column when its widgets would become too narrow."""

    def __init__(self, least: int, gap: int = GAP, parent: QWidget | None = None) -> None:
        """Make an empty row.

        Args:
            least: Stands in a row from this width on, in pixels.
            gap: Pixels between two widgets.
            parent: The usual one.
        """
        super().__init__(parent)
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, stretch: int, *, as_tall_as_needed: bool = False) -> None:
        """Add a widget; in a row the widths are as the stretches, whatever the widgets would like.

        Args:
            widget: A card, usually.
            stretch: Its share of the width.
            as_tall_as_needed: Keep its own height beside a much taller one; otherwise both are as tall as the taller.
        """
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
        self._box.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop if as_tall_as_needed else Qt.AlignmentFlag(0))

    @property
    def stacked(self) -> bool:
        """Whether the widgets stand one above the other now."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Return nothing: a narrow place stacks the widgets, and the height is asked for with the width."""
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, in the direction that this width will have."""
        self._turn(width)
        return super().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn to the direction that fits."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def event(self, event: QEvent) -> bool:
        """Turn before a layout request is answered, so that the answer is for the right direction."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn(self.width())
        return super().event(event)

    def _turn(self, width: int) -> None:
        wanted = QBoxLayout.Direction.LeftToRight if width >= self._least else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            # Stretch shares widths in a row; in a column it would pull short cards apart.
            self.updateGeometry()
