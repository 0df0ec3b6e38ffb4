"""The net of a radar: where its axes run, and how one series lies on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from assessments.charts_text import fitted
from assessments.drawing import Area, Label, Line, Marker, Point, Shape
from assessments.questionnaire import Dimension
from assessments.result import Score
from resources import read_toml

Scores = Mapping[str, Score | None]
"""Dimension id -> score; None, or no entry, where nothing applies."""

MOST_SERIES = 4
_STROKE = 2.0
_RINGS = (25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Series:
    """One partner, or one day, in a chart of several."""

    name: str
    scores: Scores


@cache
def series_styles() -> list[dict[str, Any]]:
    """Return role, dash (in line widths) and marker of each series, from the palette."""
    styles: list[dict[str, Any]] = read_toml("palette.toml")["series"]
    return styles


@dataclass(frozen=True, slots=True)
class Net:
    """Where the radar's axes run: the centre, the length of an axis and the height of its words."""

    x: float
    y: float
    radius: float
    size: float
    axes: tuple[Point, ...]
    """Unit vectors, the first one upwards, clockwise."""

    def at(self, place: int, points: float) -> Point:
        """Return where `points` (0 to 100) lies on an axis."""
        across, down = self.axes[place]
        return self.x + across * self.radius * points / 100, self.y + down * self.radius * points / 100

    def grid(self) -> list[Shape]:
        """Return the rings and the axes."""
        places = range(len(self.axes))
        rings = [Line(tuple(self.at(place, ring) for place in places), "line", 1.0, (), True) for ring in _RINGS]
        return [*rings, *(Line(((self.x, self.y), self.at(place, 100)), "line", 1.0) for place in places)]


def _scored(dimensions: Sequence[Dimension], scores: Scores) -> list[Score | None]:
    """Return a score per axis, None where nothing is rated: that is what breaks the line."""
    found = (scores.get(dimension.id) for dimension in dimensions)
    return [score if score is not None and score.answered is not None else None for score in found]


def best_areas(net: Net, dimensions: Sequence[Dimension], one: Series, role: str) -> list[Shape]:
    """Return the pale area that reaches to the best case, left open beside a dimension that is not scored."""
    scored = _scored(dimensions, one.scores)
    if len(scored) > 2 and all(scored):
        corners = tuple(net.at(place, float(score.best)) for place, score in enumerate(scored) if score)
        return [Area(corners, role, 0.14)]
    areas: list[Shape] = []
    for (here, score), (there, following) in _neighbours(scored):
        if score and following and len(scored) > 2:
            ends = (net.at(here, float(score.best)), net.at(there, float(following.best)))
            areas.append(Area(((net.x, net.y), *ends), role, 0.14))
    return areas


def series_line(net: Net, dimensions: Sequence[Dimension], one: Series, style: Mapping[str, Any]) -> list[Shape]:
    """Return line and markers through the supported scores."""
    scored = _scored(dimensions, one.scores)
    points = [score and net.at(place, float(score.supported)) for place, score in enumerate(scored)]
    dash = _dash(style)
    shapes: list[Shape] = []
    whole_round = [point for point in points if point]
    if len(whole_round) == len(points) > 2:
        shapes.append(Line(tuple(whole_round), style["role"], _STROKE, dash, True))
    else:
        for (_, start), (_, end) in _neighbours(points):
            if start and end:
                shapes.append(Line((start, end), style["role"], _STROKE, dash))
    return [*shapes, *(Marker(*point, style["marker"], style["role"]) for point in whole_round)]


def _neighbours(values: Sequence[Any]) -> list[tuple[tuple[int, Any], tuple[int, Any]]]:
    """Return each axis with the next one, the last with the first (two axes are neighbours only once)."""
    placed = list(enumerate(values))
    return list(pairwise([*placed, placed[0]] if len(placed) > 2 else placed))


def legend_row(name: str, style: Mapping[str, Any], y: float, width: float, size: float) -> list[Shape]:
    """Return a sample of the line with its name, the text's baseline at `y`."""
    start = size * 3.5
    return [*legend_sample(style, y, size), Label(start, y, fitted(name, size, width - start), "ink", size)]


def legend_sample(style: Mapping[str, Any], y: float, size: float) -> list[Shape]:
    """Return a sample of a series' line and marker, three ems long, beside text with its baseline at `y`."""
    middle, length = y - size * 0.35, _sample_length(style, size * 3)
    return [
        Line(((0.0, middle), (length, middle)), style["role"], _STROKE, _dash(style)),
        Marker(length / 2, middle, style["marker"], style["role"]),
    ]


def _sample_length(style: Mapping[str, Any], most: float) -> float:
    """Return the longest length up to `most` at which the line does not end with a gap or a stump of a dash."""
    at, length = 0.0, most
    dashes = [(on * _STROKE, off * _STROKE) for on, off in zip(_dash(style)[::2], _dash(style)[1::2], strict=True)]
    while dashes and at < most:
        for on, off in dashes:
            if most - at >= on / 2:
                length = min(at + on, most)
            at += on + off
    return length


def _dash(style: Mapping[str, Any]) -> tuple[float, ...]:
    return tuple(float(part) for part in style["dash"])
