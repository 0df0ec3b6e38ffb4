"""The five anchored ratings of a question, as large rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from assessments.questionnaire import Question, Questionnaire
from ui.theme import fonts, palette

_SIDE, _CAP, _WORD = 12, 20, 78
_ABOVE = 7
_WRAPS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class RatingRow(QAbstractButton):
    """One rating: its key, its word, and what it means here."""

    def __init__(self, rating: int) -> None:
        super().__init__()
        self.rating = rating
        self._word = self._anchor = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        palette.theme.changed.connect(self.update)

    def show_anchor(self, word: str, anchor: str) -> None:
        """Show what the rating means for another question."""
        self._word, self._anchor = word, anchor
        self.setAccessibleName(f"{self.rating} {word}: {anchor}")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark to the document: a click is a wish, and what is stored is shown."""

    def hasHeightForWidth(self) -> bool:
        """Return True: anchors wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows the whole anchor."""
        room = max(40, width - self._text_left() - _SIDE)
        metrics = QFontMetrics(fonts.sans(13))
        text = metrics.boundingRect(0, 0, room, 10_000, _WRAPS, self._anchor)
        return max(text.height(), metrics.height()) + 2 * fonts.scaled(_ABOVE)

    def sizeHint(self) -> QSize:
        """Return one line's size."""
        return QSize(320, self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(self._text_left() + 120, fonts.scaled(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, key cap, word and anchor."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(palette.color("accent" if chosen else "control_line"), 2 if chosen else 1))
        ground = "accent_soft" if chosen else ("sunken" if self.underMouse() and self.isEnabled() else "surface")
        painter.setBrush(palette.color(ground))
        painter.drawRoundedRect(frame, 7, 7)
        self._draw_cap(painter)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(palette.color("ink"))
        painter.setFont(fonts.semibold(13.5))
        word_left = _SIDE + fonts.scaled(_CAP) + 14
        painter.drawText(self.rect().adjusted(word_left, 0, 0, 0), middle, self._word)
        painter.setPen(palette.color("ink" if chosen else "secondary"))
        painter.setFont(fonts.sans(13))
        painter.drawText(self.rect().adjusted(self._text_left(), 0, -_SIDE, 0), _WRAPS, self._anchor)

    def _draw_cap(self, painter: QPainter) -> None:
        size = fonts.scaled(_CAP)
        cap = QRectF(_SIDE, (self.height() - size) / 2, size, size)
        painter.setPen(palette.color("line"))
        painter.setBrush(palette.color("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(palette.color("secondary"))
        painter.setFont(fonts.sans(11.5))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self.rating))

    def _text_left(self) -> int:
        return _SIDE + fonts.scaled(_CAP) + 14 + fonts.scaled(_WORD)


class RatingList(QWidget):
    """All five ratings of one question."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = [RatingRow(rating) for rating in range(1, 6)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self.rows:
            row.clicked.connect(lambda _on, rating=row.rating: self.picked.emit(rating))
            column.addWidget(row)

    def show_question(self, questionnaire: Questionnaire, question: Question) -> None:
        """Show another question's anchors."""
        for row, word, anchor in zip(self.rows, questionnaire.rating_labels, question.anchors, strict=True):
            row.show_anchor(word, anchor)

    def show_rating(self, rating: int | None) -> None:
        """Mark the rating that is stored."""
        for row in self.rows:
            row.setChecked(row.rating == rating)
