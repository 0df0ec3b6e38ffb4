"""One sheet of the preview: its picture, and what was found on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import palette

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the page's top left corner."""

_MARK = 60
"""Of 255: how much of the marking's colour lies on the paper. The one that is meant has a line around it too."""


class PageView(QWidget):
    """White until it is drawn; an older picture stays, stretched, until the new one is there."""

    def __init__(self, number: int, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page {number} of {count}").format(number=number + 1, count=count))
        self._picture = QImage()
        self._boxes: Sequence[Box] = ()
        self._meant: Sequence[Box] = ()
        self._scale = 1.0
        self.drawn = False
        """Whether its picture is there, as sharp as it is shown."""

    @property
    def has_picture(self) -> bool:
        """Whether any picture of it is kept, an older one too."""
        return not self._picture.isNull()

    def show_picture(self, picture: QImage, words: str) -> None:
        """Show the page and let a screen reader read it."""
        self._picture = picture
        self.drawn = True
        self.setAccessibleDescription(words)
        self.update()

    def spoil(self) -> None:
        """Say that the picture is not the right one any more."""
        self.drawn = False

    def forget(self) -> None:
        """Let go of the picture."""
        self._picture = QImage()
        self.drawn = False
        self.update()

    def mark(self, boxes: Sequence[Box], meant: Sequence[Box], scale: float) -> None:
        """Mark what was found.

        Args:
            boxes: Everything found on this page.
            meant: The boxes of the one that the reader is at; none when it is on another page.
            scale: Pixels for a point.
        """
        self._boxes, self._meant, self._scale = boxes, meant, scale
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet. Paper is white in both schemes, because it prints so."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        if self.has_picture:
            self._draw_picture(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        line = QColor(palette.tokens()["light"]["conditions"])  # paper has no dark scheme
        mark = QColor(line.red(), line.green(), line.blue(), _MARK)
        for box in self._boxes:
            painter.fillRect(self._area(box), mark)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(line, 2))
        for box in self._meant:
            painter.drawRect(self._area(box).adjusted(-2, -2, 2, 2))
        painter.setPen(palette.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw_picture(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        if abs(self._picture.width() - self.width() * ratio) < 2:  # pixel on pixel: stretching by one would blur it
            painter.drawImage(
                QRectF(0, 0, self._picture.width() / ratio, self._picture.height() / ratio), self._picture
            )
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)

    def _area(self, box: Box) -> QRectF:
        left, top, right, bottom = (length * self._scale for length in box)
        return QRectF(left - 1, top - 1, right - left + 2, bottom - top + 2)
