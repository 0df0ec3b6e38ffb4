"""Widgets one after the other that go on in the next line, with a few that stay at the right end of the first."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """A row as high as its lines. Widgets keep the size they ask for, and are narrowed only where a line is too short.

    The order of `addWidget` is the order on screen; tab order is up to the caller.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._ends: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add_end(self, widget: QWidget) -> None:
        """Add a widget to the right end of the first line."""
        self.addWidget(widget)
        self._ends.append(self._items.pop())

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; `addWidget` calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are, ends last."""
        return len(self._items) + len(self._ends)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        every = [*self._items, *self._ends]
        return every[index] if 0 <= index < len(every) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, None past the end."""
        if 0 <= index < len(self._items):
            return self._items.pop(index)
        at = index - len(self._items)
        return self._ends.pop(at) if 0 <= at < len(self._ends) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything in one line."""
        sizes = [item.sizeHint() for item in _shown([*self._items, *self._ends])]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the ends with the widest item, which is what cannot be wrapped away."""
        ends = sum(item.sizeHint().width() + self.spacing() for item in _shown(self._ends))
        widest = max((item.minimumSize().width() for item in _shown(self._items)), default=0)
        return QSize(max(ends, widest), self.sizeHint().height())

    def _place(self, rect: QRect, *, really: bool) -> int:
        y = rect.top()
        for line in self._lines(rect):
            height = max((box.height() for _item, box in line), default=0)
            for item, box in line if really else ():
                item.setGeometry(box.translated(0, y + (height - box.height()) // 2))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.top())

    def _lines(self, rect: QRect) -> list[list[tuple[QLayoutItem, QRect]]]:
        """Return items with their boxes line by line; a box starts at height 0."""
        gap, right = self.spacing(), rect.right() + 1
        lines: list[list[tuple[QLayoutItem, QRect]]] = [[]]
        for item in reversed(_shown(self._ends)):
            box = QRect(QPoint(right - item.sizeHint().width(), 0), item.sizeHint())
            lines[0].append((item, box))
            right = box.left() - gap
        x = rect.left()
        for item in _shown(self._items):
            size = item.sizeHint()
            if x + size.width() > right and lines[-1]:
                lines.append([])
                x, right = rect.left(), rect.right() + 1
            size.setWidth(min(size.width(), max(1, right - x)))
            if item.hasHeightForWidth():  # what wraps inside is higher where it is narrowed
                size.setHeight(item.heightForWidth(size.width()))
            lines[-1].append((item, QRect(QPoint(x, 0), size)))
            x += size.width() + gap
        return lines


def _shown(items: list[QLayoutItem]) -> list[QLayoutItem]:
    return [item for item in items if not item.isEmpty()]
