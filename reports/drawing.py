"""A drawing of `assessments.drawing` as operators of a PDF page: the same picture as in the window.

Drawings count y downwards from their top left corner, PDF upwards: every y is turned here and nowhere else.
"""

from __future__ import annotations

import math
from functools import lru_cache

from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, Point, Shape, Strokes
from reports.page_resources import PageResources
from reports.shown_text import left_end, pieces_from_left, show_piece
from reports.text import one_line

_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii: 4/3 (√2 − 1)."""


def drawing_operators(drawing: Drawing, origin: Point, used: PageResources, scale: float = 1.0) -> str:
    """Return a drawing with its top left corner at `origin`, in points from the bottom left of the page."""
    x, y = origin
    shapes = [shape_operators(shape, (0.0, 0.0), used) for shape in drawing.shapes]
    return "\n".join([f"q {scale:.4g} 0 0 {scale:.4g} {x:.2f} {y:.2f} cm", *shapes, "Q"])


def shape_operators(shape: Shape, origin: Point, used: PageResources) -> str:
    """Return one shape; `origin` is where its x and y are 0. It leaves colours and widths as they were used last."""
    if isinstance(shape, Line):
        return _line(shape, origin, used)
    if isinstance(shape, Strokes):
        return _strokes(shape, origin, used)
    if isinstance(shape, Area):
        return _see_through(f"{used.fill(shape.role)} {_polygon(shape.points, origin)} h f", shape.opacity, used)
    if isinstance(shape, Box):
        return _see_through(f"{used.fill(shape.role)} {_box(shape, origin)} f", shape.opacity, used)
    if isinstance(shape, Marker):
        return f"{used.fill(shape.role)} {_marker(shape, origin)} f"
    return _label(shape, origin, used)


def _line(line: Line, origin: Point, used: PageResources) -> str:
    end = "s" if line.closed else "S"
    path = f"{used.stroke(line.role)} {line.width:.4g} w 1 j {_polygon(line.points, origin)} {end}"
    return _dashed(path, line)


def _dashed(path: str, line: Line | Strokes) -> str:
    dash = " ".join(f"{part * line.width:.4g}" for part in line.dash)
    return f"[{dash}] 0 d {path} [] 0 d" if dash else path


def _strokes(strokes: Strokes, origin: Point, used: PageResources) -> str:
    path = f"{used.stroke(strokes.role)} {strokes.width:.4g} w {_stroke_path(strokes.ends, origin)} S"
    return _dashed(path, strokes)


@lru_cache(maxsize=128)
def _stroke_path(ends: tuple[tuple[Point, Point], ...], origin: Point) -> str:
    """Return lines from place to place; every heat map of a size has the same."""
    left, top = origin
    return " ".join(
        f"{left + x:.2f} {top - y:.2f} m {left + end:.2f} {top - down:.2f} l" for (x, y), (end, down) in ends
    )


def _polygon(points: tuple[Point, ...], origin: Point) -> str:
    left, top = origin
    return " ".join(f"{left + x:.2f} {top - y:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))


def _see_through(operators: str, opacity: float, used: PageResources) -> str:
    return operators if opacity >= 1 else f"q {used.opacity(opacity)} {operators} Q"


def _box(box: Box, origin: Point) -> str:
    left, bottom = origin[0] + box.x, origin[1] - box.y - box.height
    radius = min(box.radius, box.width / 2, box.height / 2)
    if radius <= 0:
        return f"{left:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re"
    return _rounded(left, bottom, left + box.width, bottom + box.height, radius)


def _rounded(left: float, bottom: float, right: float, top: float, radius: float) -> str:
    """Return a rectangle whose corners are quarters of a circle."""
    near = radius * (1 - _ROUND)
    x0, x1, x2 = f"{left:.2f}", f"{left + near:.2f}", f"{left + radius:.2f}"
    x3, x4, x5 = f"{right - radius:.2f}", f"{right - near:.2f}", f"{right:.2f}"
    y0, y1, y2 = f"{bottom:.2f}", f"{bottom + near:.2f}", f"{bottom + radius:.2f}"
    y3, y4, y5 = f"{top - radius:.2f}", f"{top - near:.2f}", f"{top:.2f}"
    return (
        f"{x2} {y0} m {x3} {y0} l {x4} {y0} {x5} {y1} {x5} {y2} c {x5} {y3} l {x5} {y4} {x4} {y5} {x3} {y5} c"
        f" {x2} {y5} l {x1} {y5} {x0} {y4} {x0} {y3} c {x0} {y2} l {x0} {y1} {x1} {y0} {x2} {y0} c h"
    )


def _marker(marker: Marker, origin: Point) -> str:
    half = marker.size / 2
    x, y = origin[0] + marker.x, origin[1] - marker.y
    if marker.shape == "disc":
        return _rounded(x - half, y - half, x + half, y + half, half)
    corners: dict[str, tuple[Point, ...]] = {
        "square": ((-half, -half), (half, -half), (half, half), (-half, half)),
        "triangle": tuple(
            (half * math.cos(a), half * math.sin(a)) for a in (-math.pi / 2, math.pi / 6, math.pi * 5 / 6)
        ),
        "diamond": ((0, -half), (half, 0), (0, half), (-half, 0)),
    }
    return f"{_polygon(corners[marker.shape], (x, y))} h"


def _label(label: Label, origin: Point, used: PageResources) -> str:
    printed = one_line(label.text)
    pieces = pieces_from_left(printed, "semibold" if label.bold else "sans")
    width = sum(width for *_, width in pieces) * label.size
    x, y = left_end(printed, origin[0] + label.x, width, label.anchor), origin[1] - label.y
    parts = ["BT", used.fill(label.role)]
    for font, shown, width in pieces:
        parts += show_piece(shown, (x, y), font, label.size, used)
        x += width * label.size
    return " ".join([*parts, "ET"])
