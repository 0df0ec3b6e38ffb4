"""A drawing of `assessments.drawing` on a ReportLab canvas: the same picture as in the window.

Drawings count y downwards from their top left corner, PDF upwards: every y is turned here and nowhere else.
"""

from __future__ import annotations

import math

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, Point, Shape
from reports.page_text import PageText, pieces, start_of
from reports.style import color
from reports.text import one_line


def paint_drawing(canvas: Canvas, drawing: Drawing, origin: Point, scale: float = 1.0) -> None:
    """Paint a drawing with its top left corner at `origin`, in points from the bottom left of the page."""
    canvas.saveState()
    canvas.translate(*origin)
    canvas.scale(scale, scale)
    for shape in drawing.shapes:
        paint_shape(canvas, shape, (0.0, 0.0))
    canvas.restoreState()


def paint_shape(canvas: Canvas, shape: Shape, origin: Point) -> None:
    """Paint one shape; `origin` is where its x and y are 0."""
    canvas.saveState()
    if isinstance(shape, Line):
        _paint_line(canvas, shape, origin)
    elif isinstance(shape, Area):
        canvas.setFillColorRGB(*color(shape.role))
        canvas.setFillAlpha(shape.opacity)
        _paint_polygon(canvas, shape.points, origin, fill=1)
    elif isinstance(shape, Box):
        _paint_box(canvas, shape, origin)
    elif isinstance(shape, Marker):
        _paint_marker(canvas, shape, origin)
    else:
        _paint_label(canvas, shape, origin)
    canvas.restoreState()


def _paint_line(canvas: Canvas, line: Line, origin: Point) -> None:
    canvas.setStrokeColorRGB(*color(line.role))
    canvas.setLineWidth(line.width)
    canvas.setLineJoin(1)
    if line.dash:
        canvas.setDash([part * line.width for part in line.dash])
    if len(line.points) == 2 and not line.closed:
        (x1, y1), (x2, y2) = line.points
        canvas.line(origin[0] + x1, origin[1] - y1, origin[0] + x2, origin[1] - y2)
    else:
        _paint_polygon(canvas, line.points, origin, fill=0, closed=line.closed)


def _paint_polygon(canvas: Canvas, points: tuple[Point, ...], origin: Point, *, fill: int, closed: bool = True) -> None:
    path = canvas.beginPath()
    for number, (x, y) in enumerate(points):
        (path.lineTo if number else path.moveTo)(origin[0] + x, origin[1] - y)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=1 - fill, fill=fill)


def _paint_box(canvas: Canvas, box: Box, origin: Point) -> None:
    canvas.setFillColorRGB(*color(box.role))
    if box.opacity < 1:
        canvas.setFillAlpha(box.opacity)
    x, y = origin[0] + box.x, origin[1] - box.y - box.height
    radius = min(box.radius, box.width / 2, box.height / 2)
    if radius > 0:
        canvas.roundRect(x, y, box.width, box.height, radius, stroke=0, fill=1)
    else:
        canvas.rect(x, y, box.width, box.height, stroke=0, fill=1)


def _paint_marker(canvas: Canvas, marker: Marker, origin: Point) -> None:
    canvas.setFillColorRGB(*color(marker.role))
    half = marker.size / 2
    if marker.shape == "disc":
        canvas.circle(origin[0] + marker.x, origin[1] - marker.y, half, stroke=0, fill=1)
        return
    corners: dict[str, tuple[Point, ...]] = {
        "square": ((-half, -half), (half, -half), (half, half), (-half, half)),
        "triangle": tuple(
            (half * math.cos(a), half * math.sin(a)) for a in (-math.pi / 2, math.pi / 6, math.pi * 5 / 6)
        ),
        "diamond": ((0, -half), (half, 0), (0, half), (-half, 0)),
    }
    _paint_polygon(canvas, tuple((marker.x + x, marker.y + y) for x, y in corners[marker.shape]), origin, fill=1)


def _paint_label(canvas: Canvas, label: Label, origin: Point) -> None:
    printed = one_line(label.text)
    shown = pieces(printed, "semibold" if label.bold else "sans")
    x = start_of(printed, origin[0] + label.x, sum(width for *_, width in shown) * label.size, label.anchor)
    written = PageText(canvas)
    for font, run, width in shown:
        written.write((x, origin[1] - label.y), font, label.size, label.role, run)
        x += width * label.size
    written.finish()
