"""One line of a list that leads to its question: a mark, words, and a figure on the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import fonts, palette

_ABOVE = 5
_GAP = 10
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says."""

    text: str
    trailing: str = ""
    """On the right: a rating, a grade, a gain."""
    mark: str = ""
    """Before the text; never the only carrier of its meaning."""
    mark_role: str = "ink"
    strong: bool = False
    """Whether the trailing figure is emphasised."""


class LinkRow(QAbstractButton):
    """A row as wide as its place; long words wrap, and nothing is cut."""

    def __init__(self, words: RowWords, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._boxes: dict[int, QRect] = {}
        self.setText(words.text.replace("&", "&&"))
        self.setAccessibleName(", ".join(part for part in (words.text, words.trailing) if part))
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(fonts.sans(13.5))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        palette.theme.changed.connect(self.update)

    @property
    def words(self) -> RowWords:
        """What the row says."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows all words at a width."""
        return self._text_box(width).height() + 2 * _ABOVE + 1

    def sizeHint(self) -> QSize:
        """Return the width of everything on one line."""
        metrics = QFontMetrics(self.font())
        width = self._mark_width() + metrics.horizontalAdvance(self._words.text) + self._trailing_width()
        return QSize(width, metrics.height() + 2 * _ABOVE + 1)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters a line."""
        metrics = QFontMetrics(self.font())
        return QSize(self._mark_width() + self._trailing_width() + metrics.averageCharWidth() * 10, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark, words, figure and the hairline below; a ground while the pointer is over it."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), palette.color("sunken"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), palette.color("line"))
        box = self._text_box(self.width())
        painter.setFont(self.font())
        painter.setPen(palette.color("ink"))
        painter.drawText(box, _FLAGS, self._words.text)
        line = QRect(0, _ABOVE, self.width(), QFontMetrics(self.font()).height())
        if self._words.mark:
            painter.setFont(fonts.semibold(13.5))
            painter.setPen(palette.color(self._words.mark_role))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words.mark)
        painter.setFont(self._trailing_font())
        painter.setPen(palette.color("ink" if self._words.strong else "secondary"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words.trailing)

    def _text_box(self, width: int) -> QRect:
        # A layout asks for the height at the same few widths again and again.
        if width not in self._boxes:
            self._boxes[width] = self._measure(width)
        return self._boxes[width]

    def _measure(self, width: int) -> QRect:
        left = self._mark_width()
        room = max(1, width - left - self._trailing_width())
        needed = QFontMetrics(self.font()).boundingRect(QRect(0, 0, room, 1 << 20), _FLAGS, self._words.text)
        return QRect(left, _ABOVE, room, needed.height())

    def _mark_width(self) -> int:
        return fonts.scaled(20) if self._words.mark else 0

    def _trailing_width(self) -> int:
        if not self._words.trailing:
            return 0
        return QFontMetrics(self._trailing_font()).horizontalAdvance(self._words.trailing) + _GAP

    def _trailing_font(self) -> QFont:
        return fonts.semibold(13.5) if self._words.strong else fonts.sans(13)
