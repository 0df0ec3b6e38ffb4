"""A chart in the window: paints the same description as the PDF, and says its numbers to a screen reader."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, Shape, Strokes
from ui.theme import fonts, palette

_WIDTHS = 8
"""For so many a drawing is kept: a layout asks for its heights at some, and then sets one of them."""


class DrawingView(QLabel):
    """Shows one `Drawing` in the colours of the scheme in use.

    A label with a picture is what Qt reports to assistive software as a graphic; a plain widget would be "client".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self._build: Callable[[float], Drawing] | None = None
        self._built: dict[float, Drawing] = {}
        self.setAccessibleName(self.tr("Chart"))  # until there is one that says what it shows
        self.setPixmap(QPixmap(1, 1))
        self.setFont(fonts.sans())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        palette.theme.changed.connect(self.update)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing, scaled to the widget's width without distortion."""
        self._build = None
        self._take(drawing)

    def show_responsive(self, build: Callable[[float], Drawing]) -> None:
        """Show what `build` returns for the widget's width, in pixels: text keeps its size while the chart grows."""
        self._build = build
        self._built.clear()
        self._take(self._build_for(build, _inner(self.width())))

    @property
    def drawing(self) -> Drawing | None:
        """What is shown now."""
        return self._drawing

    def hasHeightForWidth(self) -> bool:
        """Return True: the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows the drawing whole at `width` pixels."""
        inner = _inner(width)
        drawing = self._build_for(self._build, inner) if self._build else self._drawing
        if drawing is None or drawing.width <= 0:
            return 0
        return math.ceil(drawing.height * inner / drawing.width)

    def _build_for(self, build: Callable[[float], Drawing], width: float) -> Drawing:
        """Return what is shown at a width. A layout asks some hundred times, and a description takes its time."""
        if width not in self._built:
            if len(self._built) == _WIDTHS:
                self._built.clear()
            self._built[width] = build(width)
        return self._built[width]

    def sizeHint(self) -> QSize:
        """Return the drawing's own size."""
        if self._drawing is None:
            return QSize(0, 0)
        return QSize(math.ceil(self._drawing.width), math.ceil(self._drawing.height))

    def minimumSizeHint(self) -> QSize:
        """Return a size small enough for any layout; the drawing shrinks with it."""
        return QSize(40, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Describe the drawing anew at the new width."""
        super().resizeEvent(event)
        if self._build is not None and event.size().width() != event.oldSize().width():
            self._take(self._build_for(self._build, _inner(self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing; the window's focus ring shows when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing is not None and self._drawing.width > 0 and self._drawing.height > 0:
            painter.save()
            inner = self._drawing.width, self._drawing.height
            factor = min(_inner(self.width()) / inner[0], _inner(self.height()) / inner[1])
            painter.translate((self.width() - inner[0] * factor) / 2, 0)
            painter.scale(factor, factor)
            paint_drawing(painter, self._drawing, self.font())
            painter.restore()

    def _take(self, drawing: Drawing) -> None:
        resized = self._drawing is None or (drawing.width, drawing.height) != (
            self._drawing.width,
            self._drawing.height,
        )
        self._drawing = drawing
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        if resized:
            self.updateGeometry()
        self.update()


def _inner(length: int) -> float:
    return max(1.0, float(length))


def paint_drawing(painter: QPainter, drawing: Drawing, font: QFont) -> None:
    """Paint a drawing at the painter's origin, one unit of the drawing to one of the painter.

    Args:
        painter: Already translated and scaled.
        drawing: What to paint.
        font: The family for its words; sizes come from the drawing.
    """
    for shape in drawing.shapes:
        _paint_shape(painter, shape, font)


def _paint_shape(painter: QPainter, shape: Shape, font: QFont) -> None:
    match shape:
        case Line():
            _paint_line(painter, shape)
        case Strokes():
            _paint_strokes(painter, shape)
        case Area():
            _fill(painter, shape.role, shape.opacity)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        case Box():
            _fill(painter, shape.role, shape.opacity)
            painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.radius, shape.radius)
        case Marker():
            _paint_marker(painter, shape)
        case Label():
            _paint_label(painter, shape, font)
        case _:
            assert_never(shape)


def _fill(painter: QPainter, role: str, opacity: float = 1.0) -> None:
    color = QColor(palette.color(role))
    color.setAlphaF(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)


def _paint_line(painter: QPainter, line: Line) -> None:
    painter.setPen(_pen(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = QPolygonF([QPointF(x, y) for x, y in line.points])
    if line.closed:
        painter.drawPolygon(points)
    else:
        painter.drawPolyline(points)


def _pen(line: Line | Strokes) -> QPen:
    pen = QPen(palette.color(line.role), line.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if line.dash:
        pen.setDashPattern(line.dash)
    return pen


def _paint_strokes(painter: QPainter, strokes: Strokes) -> None:
    painter.setPen(_pen(strokes))
    painter.drawLines([QLineF(*start, *end) for start, end in strokes.ends])


def _paint_marker(painter: QPainter, marker: Marker) -> None:
    _fill(painter, marker.role)
    half, x, y = marker.size / 2, marker.x, marker.y
    match marker.shape:
        case "disc":
            painter.drawEllipse(QPointF(x, y), half, half)
        case "square":
            painter.drawRect(QRectF(x - half, y - half, marker.size, marker.size))
        case "triangle":
            painter.drawPolygon(
                QPolygonF([QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)])
            )
        case "diamond":
            painter.drawPolygon(
                QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
            )
        case _:
            assert_never(marker.shape)


def _paint_label(painter: QPainter, label: Label, font: QFont) -> None:
    sized = QFont(font)
    # A point size, not a pixel size, because only the former may be a fraction.
    sized.setPointSizeF(label.size * 72 / painter.device().logicalDpiY())
    sized.setWeight(QFont.Weight.DemiBold if label.bold else QFont.Weight.Normal)
    painter.setFont(sized)
    painter.setPen(palette.color(label.role))
    width = QFontMetricsF(sized, painter.device()).horizontalAdvance(label.text)
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    painter.drawText(QPointF(left, label.y), label.text)
