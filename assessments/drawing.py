"""A picture described once, drawn by the window and by the PDF alike.

Units are points; x grows to the right and y downwards from the top left corner. Colours are role names of
`resources/palette.toml`, never values, so that screen, paper, light and dark draw the same description.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MarkerShape = Literal["disc", "square", "triangle", "diamond"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A stroked path through points."""

    points: tuple[Point, ...]
    role: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    """Lengths on and off, in line widths; empty is solid."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Strokes:
    """Straight strokes that do not hang together, all of one role and width: a cell's hatching."""

    ends: tuple[tuple[Point, Point], ...]
    """Both ends of each."""
    role: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    """Lengths on and off, in their width; empty is solid."""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    points: tuple[Point, ...]
    role: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    role: str
    radius: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A data point; the shape tells series apart without colour."""

    x: float
    y: float
    shape: MarkerShape
    role: str
    size: float = 6.0


@dataclass(frozen=True, slots=True)
class Label:
    """Text on one line, y at its baseline."""

    x: float
    y: float
    text: str
    role: str = "ink"
    size: float = 9.0
    anchor: Anchor = "start"
    bold: bool = False


Shape = Line | Strokes | Area | Box | Marker | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in painting order, with what a screen reader says instead."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    description: str
    """The numbers in words."""
