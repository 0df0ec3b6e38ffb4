"""Hatching: what tells the steps of a scale apart where colours print as one and the same grey."""

from __future__ import annotations

from functools import lru_cache

from assessments.drawing import Box, Point, Strokes

_BETWEEN = 0.72
"""From line to line, and from dot to dot, in ems."""
_THIN = 0.05
"""Width of a line, in ems: the ground keeps its colour."""
_DOT = 0.13
"""Side of a dot, in ems."""
_CORNER = 0.3
"""Share of a corner's radius that lines stay away from the edges: they end where a rounded corner does."""


@lru_cache(maxsize=128)
def hatching(cell: Box, role: str, step: int, size: float) -> tuple[Strokes, ...]:
    """Return what marks a cell; it is the darker in grey the higher its step.

    Args:
        cell: What is marked: nothing reaches out of it.
        role: Palette role of the marks.
        step: 0 for the plain cell, 1 for dots, 2 for lines, 3 and above for lines that cross.
        size: Height of the text in the drawing, in its unit.
    """
    if step == 0:
        return ()
    if step == 1:
        return (Strokes(_rows(cell, size), role, size * _DOT, (1.0, _BETWEEN / _DOT - 1)),)
    inset = cell.radius * _CORNER
    wide, tall = cell.width - 2 * inset, cell.height - 2 * inset
    rising = _rising(wide, tall, size * _BETWEEN * 2**0.5)
    if step > 2:
        rising += [((wide - left, top), (wide - right, bottom)) for (left, top), (right, bottom) in rising]
    x, y = cell.x + inset, cell.y + inset
    return (Strokes(tuple(((x + a, y + b), (x + c, y + d)) for (a, b), (c, d) in rising), role, size * _THIN),)


def _rows(cell: Box, size: float) -> tuple[tuple[Point, Point], ...]:
    """Return the rows in which dots stand, each from the left edge of its first dot to the right edge of its last."""
    between, half = size * _BETWEEN, size * _DOT / 2
    rows, columns = (max(0, int(length / between - 1)) for length in (cell.height, cell.width))
    left, top = cell.x + (cell.width - columns * between) / 2, cell.y + (cell.height - rows * between) / 2
    right = left + columns * between + half
    return tuple(((left - half, top + row * between), (right, top + row * between)) for row in range(rows + 1))


def _rising(wide: float, tall: float, between: float) -> list[tuple[Point, Point]]:
    """Return lines that rise to the right at 45 degrees, from edge to edge of a box at 0, 0."""
    along = [place * between for place in range(1, int((wide + tall) / between) + 1)]
    # So far from the upper left corner each line meets the upper edge or the right one, and the left or the lower one.
    return [((min(far, wide), max(0.0, far - wide)), (max(0.0, far - tall), min(far, tall))) for far in along]
