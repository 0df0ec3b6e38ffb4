"""The pill that names a band: shape, word and colour together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessments.band import Band
from assessments.wording_figures import LARGE_FIGURE, SMALL_FIGURE, band_symbol
from ui.theme import fonts, palette

_SIDE, _LEAST_SIDE = 10, 4
"""Pixels beside the words."""
_HEIGHT = 24
_SAMPLES = (LARGE_FIGURE, SMALL_FIGURE)


def say(text: str) -> str:
    """Translate a sentence about a result; figures in it follow the user's locale."""
    if text in _SAMPLES:
        from ui.theme.figures import own_figures  # nothing before the first paint asks for it

        return own_figures(text)
    return QCoreApplication.translate("wording", text)


def pill_text(band: Band, words: str) -> str:
    """Return shape and words as the pill shows them."""
    return f"{band_symbol(band)} {words}"


def pill_width(band: Band, words: str) -> int:
    """Return the width a pill needs, in pixels."""
    return QFontMetrics(fonts.semibold(12.5)).horizontalAdvance(pill_text(band, words)) + 2 * _SIDE


def paint_pill(painter: QPainter, box: QRectF, band: Band, words: str) -> None:
    """Draw a pill into a box; words that do not fit are elided."""
    font = fonts.semibold(12.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(f"{band}_soft"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(palette.color(band))
    painter.setFont(font)
    metrics, whole = QFontMetrics(font), pill_text(band, words)
    # In a narrow column the words come before the room around them.
    side = max(float(_LEAST_SIDE), min(float(_SIDE), (box.width() - metrics.horizontalAdvance(whole)) / 2))
    inner = box.adjusted(side, 0, -side + 2, 0)
    text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class BandPill(QWidget):
    """A pill of its own, as large as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band = Band.HOLD
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        palette.theme.changed.connect(self.update)

    def show_band(self, band: Band, words: str) -> None:
        """Show a band with its words."""
        self._band, self._words = band, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the pill's size."""
        return QSize(pill_width(self._band, self._words) + 2, fonts.scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        paint_pill(QPainter(self), QRectF(self.rect()), self._band, self._words)
