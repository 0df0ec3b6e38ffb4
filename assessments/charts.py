"""The charts of an assessment, described once for window and paper.

In every chart solid is supported, pale reaches to the best case and a tick marks the answered score. Nothing is told by
colour alone: bars carry their numbers, series differ by dash and marker, and `Drawing.description` says all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.charts_axes import named_net
from assessments.charts_net import MOST_SERIES, Scores, Series, best_areas, legend_row, series_line, series_styles
from assessments.charts_text import fitted, text_width
from assessments.drawing import Box, Drawing, Label, Line, Shape
from assessments.questionnaire import Dimension
from assessments.result import Score
from assessments.wording_figures import NOT_SCORED, Say, percent, points

__all__ = [
    "Scores",
    "Series",
    "dimension_bars",
    "dimension_role",
    "radar",
    "score_bar",
    "score_words",
]

_ROLES = ("goals", "value", "trust", "risk", "learning")
_PALE = 0.35
_NAMES_ABOVE = 30
"""Bars narrower than this, in ems, have their names above them."""


def dimension_role(dimension: Dimension, place: int) -> str:
    """Return the palette role of a dimension: its own, or that of its place in a questionnaire of other dimensions."""
    return dimension.id if dimension.id in _ROLES else _ROLES[place % len(_ROLES)]


def score_words(score: Score | None, say: Say) -> str:
    """Return a score as a screen reader says it."""
    if score is None:
        return say("not applicable")
    if score.answered is None:
        return say("not scored yet, up to {best}").format(best=points(score.best))
    return say("{supported} supported, {answered} as answered, up to {best}").format(
        supported=points(score.supported), answered=points(score.answered), best=points(score.best)
    )


def score_bar(score: Score | None, role: str, width: float, height: float, say: Say) -> Drawing:
    """Return one bar without words, for a row that has its own."""
    shapes = _bar(score, role, Box(0, height * 0.2, width, height * 0.6, "sunken", height * 0.3))
    return Drawing(width, height, tuple(shapes), say("Score"), score_words(score, say))


def dimension_bars(
    dimensions: Sequence[Dimension],
    scores: Scores,
    width: float,
    say: Say,
    weights: Mapping[str, Fraction] | None = None,
    text_size: float = 9.0,
) -> Drawing:
    """Return one bar per dimension with its name and numbers, and its weight where weights are given.

    Args:
        dimensions: In the order of the questionnaire.
        scores: Dimension id -> score.
        width: Under 30 ems of text the names stand above their bars.
        say: Translates the words.
        weights: Dimension id -> share of the overall score, 0 to 1.
        text_size: Height of the text, in the drawing's unit.
    """
    stacked = width < _NAMES_ABOVE * text_size
    step = text_size * (2.9 if stacked else 2.4)
    columns = _bar_columns(dimensions, width, text_size, weights is not None, say)
    shapes: list[Shape] = []
    for place, dimension in enumerate(dimensions):
        score, middle = scores.get(dimension.id), place * step + text_size * (0.8 if stacked else 1.2)
        base, thick = middle + text_size * 0.36, text_size * 0.58
        bar_top = middle + text_size * 0.85 if stacked else middle - thick / 2
        name = fitted(dimension.short if stacked else dimension.title, text_size, columns.name_room)
        shapes.append(Label(0, base, name, "ink", text_size))
        track = Box(columns.bar_x, bar_top, columns.bar_width, thick, "sunken", thick / 2)
        shapes += _bar(score, dimension_role(dimension, place), track)
        shapes += _figures(score, columns.figures_x, base, text_size, say)
        if weights is not None:
            weight = percent(weights.get(dimension.id, Fraction(0)))
            shapes.append(Label(width, base, weight, "secondary", text_size, "end"))
    words = _in_words(dimensions, scores, say, weights)
    return Drawing(width, max(1.0, step * len(dimensions)), tuple(shapes), say("Scores by dimension"), words)


def radar(
    dimensions: Sequence[Dimension],
    series: Sequence[Series],
    width: float,
    height: float,
    say: Say,
    text_size: float = 8.0,
) -> Drawing:
    """Return one to four series on an axis per dimension, with a legend under it when there are two or more.

    The line runs through the supported scores and breaks at a dimension that is not scored; with one or two series
    a pale area reaches to the best case.

    Raises:
        ValueError: There are more than four series: their styles could not be told apart.
    """
    if len(series) > MOST_SERIES:
        raise ValueError(f"A radar shows at most {MOST_SERIES} series, not {len(series)}.")
    legend_step = text_size * 1.7
    net_height = height - (legend_step * len(series) + text_size * 0.5 if len(series) > 1 else 0)
    net, names = named_net(tuple(one.short for one in dimensions), width, net_height, text_size)
    shapes: list[Shape] = [*net.grid(), *names]
    if len(series) <= 2:
        for one, style in zip(series, series_styles(), strict=False):
            shapes += best_areas(net, dimensions, one, style["role"])
    for one, style in zip(series, series_styles(), strict=False):
        shapes += series_line(net, dimensions, one, style)
    if len(series) > 1:
        for place, (one, style) in enumerate(zip(series, series_styles(), strict=False)):
            shapes += legend_row(one.name, style, net_height + (place + 0.8) * legend_step, width, text_size)
    words = [_in_words(dimensions, one.scores, say) for one in series]
    if len(series) > 1:
        words = [f"{one.name}: {text}" for one, text in zip(series, words, strict=True)]
    return Drawing(width, height, tuple(shapes), say("Radar of the dimensions"), " ".join(words))


@dataclass(frozen=True, slots=True)
class _Columns:
    name_room: float
    bar_x: float
    bar_width: float
    figures_x: float
    """Where the bold number ends and "up to" begins."""


def _bar_columns(dimensions: Sequence[Dimension], width: float, size: float, weighted: bool, say: Say) -> _Columns:
    number = text_width("100", size)
    figures = number + size * 0.3 + text_width(_up_to("100", say), size)
    weight = text_width(percent(1), size) + size if weighted else 0.0
    if width < _NAMES_ABOVE * size:
        room = max(0.0, width - figures - weight - size * 0.5)
        return _Columns(room, 0.0, width, max(number, width - weight - figures + number))
    names = max((text_width(dimension.title, size) for dimension in dimensions), default=0.0)
    room = min(names, width * 0.36)
    figures_end = width - weight
    bar_x = room + size
    return _Columns(room, bar_x, figures_end - figures - size - bar_x, figures_end - figures + number)


def _up_to(best: str, say: Say) -> str:
    return say("up to {best}").format(best=best)


def _figures(score: Score | None, x: float, base: float, size: float, say: Say) -> list[Shape]:
    if score is None:
        return [Label(x, base, NOT_SCORED, "faint", size, "end")]
    shapes: list[Shape] = [Label(x, base, points(score.supported), "ink", size, "end", bold=True)]
    if score.best > score.supported:
        shapes.append(Label(x + size * 0.3, base, _up_to(points(score.best), say), "secondary", size))
    return shapes


def _bar(score: Score | None, role: str, track: Box) -> list[Shape]:
    shapes: list[Shape] = [track]
    if score is None:
        return shapes
    for reach, opacity in ((score.best, _PALE), (score.supported, 1.0)):
        length = track.width * float(reach) / 100
        if length > 0:
            radius = min(track.radius, length / 2)
            shapes.append(Box(track.x, track.y, length, track.height, role, radius, opacity))
    if score.answered is not None:
        x = min(track.x + track.width - 1, max(track.x + 1, track.x + track.width * float(score.answered) / 100))
        over = track.height * 0.3
        shapes.append(Line(((x, track.y - over), (x, track.y + track.height + over)), "ink", 2.0))
    return shapes


def _in_words(
    dimensions: Sequence[Dimension], scores: Scores, say: Say, weights: Mapping[str, Fraction] | None = None
) -> str:
    lines = []
    for dimension in dimensions:
        words = f"{dimension.title}: {score_words(scores.get(dimension.id), say)}"
        if weights is not None:
            share = percent(weights.get(dimension.id, Fraction(0)))
            words += ", " + say("weight {share}").format(share=share)
        lines.append(words + ".")
    return " ".join(lines)
