"""The portfolio map in the window: points that can be pointed at, selected and opened."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from assessments.charts_portfolio import MapPlace, MapPoint, map_places, point_words, portfolio_map
from ui.theme import fonts
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import plain_tooltip
from ui.widgets.pill import say

_REACH = 6.0
"""Pixels around a point that still mean it."""
_LEAST = 300


class PortfolioMap(DrawingView):
    """Fills its place. Arrow keys go from point to point, Enter opens."""

    selected = Signal(str)
    """Key of a point, by mouse or keyboard."""
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[MapPoint] = ()
        self._places: Sequence[MapPlace] = ()
        self._key: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, found: Sequence[MapPoint], key: str | None) -> None:
        """Show partners and mark one; a key that is not among them marks none."""
        self._points, self._key = found, key
        self._draw()

    def mark(self, key: str | None) -> None:
        """Mark another point."""
        if key != self._key:
            self._key = key
            self._draw()

    @property
    def key(self) -> str | None:
        """The marked point."""
        return self._key

    def hasHeightForWidth(self) -> bool:
        """Return False: the map takes the height that there is."""
        return False

    def sizeHint(self) -> QSize:
        """Return a square that reads well."""
        return QSize(fonts.scaled(_LEAST * 2), fonts.scaled(_LEAST * 2))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which points stand apart."""
        return QSize(fonts.scaled(_LEAST), fonts.scaled(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew: points spread, text keeps its size."""
        super().resizeEvent(event)
        self._draw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the point under the pointer; of several at one place the next with every press."""
        found = self._at(event.position())
        if found is not None:
            keys = [one.key for one in self._at_place(found)]
            follows = keys.index(self._key) + 1 if self._key in keys else 0
            self.selected.emit(keys[follows % len(keys)])
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the point under the pointer."""
        found = self._at(event.position())
        if found is not None:
            keys = [one.key for one in self._at_place(found)]
            self.opened.emit(self._key if self._key in keys else found.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say whom the pointer is at."""
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        words = plain_tooltip("\n".join(self._words(one.key) for one in self._at_place(found))) if found else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def event(self, event: QHelpEvent) -> bool:  # type: ignore[override]
        """Leave tooltips to the pointer's own moves."""
        if event.type() == QHelpEvent.Type.ToolTip:
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the nearest point in the direction of an arrow key; Enter opens the marked one."""
        step = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key is not None:
            self.opened.emit(self._key)
        elif step is not None and self._places:
            found = self._next(*step)
            if found is not None:
                self.selected.emit(found.key)
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        size = float(fonts.scaled(12))
        width, height = float(max(1, self.width())), float(max(1, self.height()))
        self._places = map_places(self._points, width, height, size)
        self.show_drawing(portfolio_map(self._points, width, height, say, size, self._key))

    def _at(self, where: QPointF) -> MapPlace | None:
        near = [(math.hypot(one.x - where.x(), one.y - where.y()) - one.size / 2, one) for one in self._places]
        distance, found = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        return found if distance <= _REACH else None

    def _at_place(self, here: MapPlace) -> list[MapPlace]:
        """Return the points at one and the same place, in a fixed order."""
        return sorted((one for one in self._places if (one.x, one.y) == (here.x, here.y)), key=lambda one: one.key)

    def _next(self, across: int, down: int) -> MapPlace | None:
        here = next((one for one in self._places if one.key == self._key), None)
        if here is None:
            return min(self._places, key=lambda one: (one.y, one.x))
        together = self._at_place(here)
        beside = together.index(here) + across + down
        if 0 <= beside < len(together):
            return together[beside]

        def effort(one: MapPlace) -> float:
            along = (one.x - here.x) * across + (one.y - here.y) * down
            aside = abs((one.x - here.x) * down) + abs((one.y - here.y) * across)
            return along + 2 * aside

        ahead = [
            one
            for one in self._places
            if one.key != here.key and (one.x - here.x) * across + (one.y - here.y) * down > 0
        ]
        return min(ahead, key=effort, default=None)

    def _words(self, key: str) -> str:
        return point_words(next(one for one in self._points if one.key == key), say)
