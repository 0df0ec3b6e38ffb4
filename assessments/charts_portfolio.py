"""The portfolio map: value exchange against risk control, size by goals, shape by band."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessments.band import Band
from assessments.charts_text import fitted, text_width
from assessments.drawing import Box, Drawing, Label, Line, Marker, MarkerShape, Shape
from assessments.wording_figures import Say, band_word, points

ACROSS, UPWARDS, SIZED_BY = "value", "risk", "goals"
"""Dimension ids. Risk is scored as how well it is controlled, so the good corner is at the top right."""

_SHAPES: Mapping[Band, MarkerShape] = {
    Band.PROCEED: "disc",
    Band.CONDITIONS: "square",
    Band.PILOT: "triangle",
    Band.DECLINE: "diamond",
    Band.HOLD: "disc",
}
"""A hold is a disc with a hole: nothing is decided."""
_SMALLEST, _LARGEST = 7.0, 20.0
_LEGEND_LINES = 2
_FRAME_REACH = 4.0
"""From a marker to the outer edge of the frame around it."""
_NAMED = 40
"""With more partners than these the map has no names: they would hide it."""
MOST_POINTS = 1_000
"""More points would hide each other and take longer to draw than a frame; the table has every partner."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One partner on the map. Points run from 0 to 100; None where nothing applies."""

    key: str
    """What the window knows the partner by."""
    name: str
    value: float | None
    risk: float | None
    """How well risk is controlled."""
    goals: float | None
    """Decides the size; the smallest where nothing applies."""
    band: Band

    @property
    def is_placed(self) -> bool:
        """Whether it has both scores that say where it stands."""
        return self.value is not None and self.risk is not None


@dataclass(frozen=True, slots=True)
class MapPlace:
    """Where a partner is drawn, for the pointer."""

    key: str
    x: float
    y: float
    size: float
    """Diameter."""


def map_point(
    key: str, name: str, band: str | None, dimensions: Iterable[tuple[str, float | None, float | None]]
) -> MapPoint | None:
    """Return a partner's place on the map; None without an assessment.

    Args:
        key: What the window knows the partner by.
        name: As shown.
        band: Of the newest assessment, a value of `Band`; None where there is none.
        dimensions: Id, supported and best points of each, as the list of partners has them.
    """
    if band is None:
        return None
    low = {dimension: supported for dimension, supported, _best in dimensions}
    return MapPoint(key, name, low.get(ACROSS), low.get(UPWARDS), low.get(SIZED_BY), Band(band))


def map_places(found: Sequence[MapPoint], width: float, height: float, text_size: float = 9.0) -> tuple[MapPlace, ...]:
    """Return where each partner with both scores is drawn, largest first so that small ones lie on top."""
    plot = _plot(width, height, text_size)
    places = [
        MapPlace(
            one.key,
            plot.x + plot.width * one.value / 100,
            plot.y + plot.height * (1 - one.risk / 100),
            _SMALLEST + (_LARGEST - _SMALLEST) * (one.goals or 0.0) / 100,
        )
        for one in found
        if one.value is not None and one.risk is not None
    ]
    return tuple(sorted(places, key=lambda place: -place.size))


def portfolio_map(
    found: Sequence[MapPoint],
    width: float,
    height: float,
    say: Say,
    text_size: float = 9.0,
    selected: str | None = None,
) -> Drawing:
    """Return the map with axes, a legend of the shapes, and names where they fit.

    Args:
        found: Partners in the order of the list.
        width: In the drawing's unit.
        height: In the drawing's unit.
        say: Translates the words.
        text_size: Height of the text.
        selected: Key of the partner that is marked with a frame.
    """
    plot = _plot(width, height, text_size)
    by_key = {one.key: one for one in found}
    places = map_places(found, width, height, text_size)
    shapes = [*_axes(plot, width, text_size, say), *_legend(width, height, text_size, say)]
    for place in places:
        shapes += _marker(place, by_key[place.key].band)
    first = [place for place in places if place.key == selected]
    rest = [place for place in places if place.key != selected] if len(places) <= _NAMED else []
    shapes += _names([*first, *rest], places, by_key, plot, text_size)
    shapes += map(_frame, first)
    return Drawing(
        width, height, tuple(shapes), say("Portfolio: value exchange against risk control"), _words(found, say)
    )


def point_words(one: MapPoint, say: Say) -> str:
    """Return what a point of the map says, for who points at it and who hears it."""
    return say("{name}: value exchange {value}, risk control {risk}, goals {goals}, {band}.").format(
        name=one.name,
        value=points(one.value),
        risk=points(one.risk),
        goals=points(one.goals),
        band=band_word(one.band, say),
    )


def _plot(width: float, height: float, size: float) -> Box:
    margin = _LARGEST / 2
    left, top = max(size * 2.4, margin), size * 1.8 + margin
    return Box(
        left,
        top,
        max(1.0, width - left - max(margin, size * 0.9)),  # half of "100" stands to the right of it
        max(1.0, height - top - margin - size * (3.0 + 1.5 * _LEGEND_LINES)),
        "surface",
    )


def _axes(plot: Box, width: float, size: float, say: Say) -> list[Shape]:
    shapes: list[Shape] = []
    right, bottom = plot.x + plot.width, plot.y + plot.height
    for mark in (0, 25, 50, 75, 100):
        x, y = plot.x + plot.width * mark / 100, bottom - plot.height * mark / 100
        shapes.append(Line(((x, plot.y), (x, bottom)), "line", 1.0))
        shapes.append(Line(((plot.x, y), (right, y)), "line", 1.0))
        shapes.append(Label(x, bottom + size * 1.3, str(mark), "secondary", size * 0.9, "middle"))
        shapes.append(Label(plot.x - size * 0.4, y + size * 0.33, str(mark), "secondary", size * 0.9, "end"))
    upwards = fitted(say("↑ Risk control"), size, width)
    across = fitted(say("Value exchange →"), size, width)
    return [
        *shapes,
        Label(0, size, upwards, "secondary", size),
        Label(right, bottom + size * 2.6, across, "secondary", size, "end"),
    ]


def _legend(width: float, height: float, size: float, say: Say) -> list[Shape]:
    """Return the shapes with their words, and what the size means, on up to two lines."""
    shapes: list[Shape] = []
    left, line = 0.0, 1
    for band in (*Band, None):
        words = band_word(band, say) if band else say("Size: goals")
        sample = size * 1.4 if band else 0.0
        length = sample + text_width(words, size * 0.9)
        if left and left + length > width:
            left, line = 0.0, line + 1
        if line > _LEGEND_LINES:
            break
        base = height - size * 0.3 - (_LEGEND_LINES - line) * size * 1.5
        if band:
            shapes += _marker(MapPlace("", left + size * 0.5, base - size * 0.33, size * 0.85), band)
        shapes.append(Label(left + sample, base, fitted(words, size * 0.9, width - sample), "secondary", size * 0.9))
        left += length + size
    return shapes


def _marker(place: MapPlace, band: Band) -> list[Shape]:
    shapes: list[Shape] = [Marker(place.x, place.y, _SHAPES[band], band, place.size)]
    if band is Band.HOLD:
        shapes.append(Marker(place.x, place.y, "disc", "surface", place.size * 0.5))
    return shapes


def _frame(place: MapPlace) -> Line:
    reach = place.size / 2 + _FRAME_REACH
    corners = ((-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach))
    return Line(tuple((place.x + x, place.y + y) for x, y in corners), "focus_outer", 2.0, (), True)


Extent = tuple[float, float, float, float]


def _names(
    named: Sequence[MapPlace], places: Sequence[MapPlace], by_key: Mapping[str, MapPoint], plot: Box, size: float
) -> list[Shape]:
    """Return names beside their markers, the earlier ones first where there is no room for all."""
    taken: list[Extent] = [_around(place) for place in places]  # room for a frame too, wherever it is put next
    shapes: list[Shape] = []
    for place in named:
        text = fitted(by_key[place.key].name, size * 0.9, size * 12)
        length, reach = text_width(text, size * 0.9), place.size / 2 + max(size * 0.5, _FRAME_REACH + 2)
        for x, y in (
            (place.x + reach, place.y + size * 0.3),
            (place.x - reach - length, place.y + size * 0.3),
            (place.x - length / 2, place.y - reach),
            (place.x - length / 2, place.y + reach + size * 0.75),
            (place.x, place.y - reach),
            (place.x, place.y + reach + size * 0.75),
        ):
            extent = (x, y - size * 0.8, x + length, y + size * 0.25)
            if _inside(extent, plot) and all(_apart(extent, other) for other in taken):
                # On a ground of its own: a line of the grid would strike the name through.
                left, top, right, bottom = extent
                shapes.append(Box(left, top, right - left, bottom - top, "surface"))
                shapes.append(Label(x, y, text, "ink", size * 0.9))
                taken.append(extent)
                break
    return shapes


def _around(place: MapPlace) -> Extent:
    half = place.size / 2 + _FRAME_REACH
    return place.x - half, place.y - half, place.x + half, place.y + half


def _inside(extent: Extent, plot: Box) -> bool:
    return (
        extent[0] >= plot.x
        and extent[1] >= plot.y
        and extent[2] <= plot.x + plot.width
        and extent[3] <= plot.y + plot.height
    )


def _apart(one: Extent, other: Extent) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _words(found: Sequence[MapPoint], say: Say) -> str:
    on_map = [one for one in found if one.is_placed]
    words = [point_words(one, say) for one in on_map[:_NAMED]]
    if len(on_map) > _NAMED:
        words.append(say("And {n} more, see the table.").format(n=len(on_map) - _NAMED))
    if len(on_map) < len(found):
        words.append(
            say("Not on the map, because value or risk is not scored: {n}.").format(n=len(found) - len(on_map))
        )
    return " ".join(words) or say("No partner to show.")
