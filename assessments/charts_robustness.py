"""Charts of how firm a recommendation and a ranking are, described once for window and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.charts_net import MOST_SERIES, legend_sample, series_styles
from assessments.charts_text import fitted, text_width, wrapped
from assessments.drawing import Box, Drawing, Label, Line, Shape
from assessments.questionnaire import Dimension, Thresholds
from assessments.result import Result
from assessments.robustness import Robustness
from assessments.wording_comparison import rank_word
from assessments.wording_figures import Say, band_symbol, band_word, count_words, percent, points
from assessments.wording_robustness import band_shares_sentence, share_words

SWING = 20
"""Points by which a dimension's score is moved down and up in `score_swings`. Ours."""

_STRONGEST, _FAINTEST = 0.5, 0.15
"""How strongly the second and the last rank are filled; the first is filled in full."""


def band_share_bar(found: Robustness, width: float, say: Say, text_size: float = 9.0) -> Drawing:
    """Return one bar of the bands that weightings end in, each with its shape, and under it each with its word."""
    ended = [(band, share) for band, share in found.shares.items() if share]
    height, step = text_size * 2.2, text_size * 1.7
    shapes: list[Shape] = []
    left = 0.0
    for place, (band, share) in enumerate(ended):
        length = width * float(share)
        shapes.append(Box(left, 0, max(length - 1.5, length * 0.6), height, f"{band}_soft", 2.0 if length > 8 else 0))
        shown = (f"{band_symbol(band)} {words}" for words in (share_words(share, say), percent(share)))
        figures = _longest_fitting(shown, text_size, length - text_size)
        if figures:
            middle, base = left + length / 2, height / 2 + text_size * 0.36
            shapes.append(Label(middle, base, figures, band, text_size, "middle", bold=True))
        row = height + (place + 1) * step
        words = f"{band_symbol(band)} {band_word(band, say)}: {share_words(share, say)}"
        shapes.append(Label(0, row, fitted(words, text_size, width), band, text_size))
        left += length
    title = say("Recommendation in {n} weightings").format(n=count_words(found.draws, say))
    total = height + step * len(ended) + text_size * 0.4
    return Drawing(width, total, tuple(shapes), title, band_shares_sentence(found, say))


def score_swings(
    dimensions: Sequence[Dimension],
    result: Result,
    thresholds: Thresholds,
    width: float,
    say: Say,
    text_size: float = 9.0,
) -> Drawing:
    """Return how far the overall supported score moves when one dimension's score moves by `SWING` points each way.

    A dashed line stands at each band's bound that is near enough to be reached.

    Args:
        dimensions: In the order of the questionnaire.
        result: Scored; nothing is drawn where nothing is applicable.
        thresholds: The bounds.
        width: In the drawing's unit.
        say: Translates the words.
        text_size: Height of the text.
    """
    title = say("Overall score if one dimension moves by {n} points").format(n=SWING)
    if result.overall is None:
        return Drawing(width, 1.0, (), title, say("Nothing is scored."))
    now = result.overall.supported
    swings = [_swing(dimension, result) for dimension in dimensions]
    scale = _scale_of(now, swings, thresholds, width, text_size)
    step, shapes, words = text_size * 1.9, list[Shape](), list[str]()
    for place, (dimension, swing) in enumerate(zip(dimensions, swings, strict=True)):
        base = place * step + text_size * 1.1
        name = fitted(dimension.short, text_size, scale.left - text_size)
        shapes.append(Label(0, base, name, "ink", text_size))
        if swing is not None:
            top = base - text_size * 0.95
            for reach, role in ((swing[0], "decline"), (swing[1], "proceed")):
                start, end = sorted((scale.at(now), scale.at(reach)))
                shapes.append(Box(start, top, end - start, text_size * 1.2, role, 0, 0.45))
            words.append(
                say("{dimension}: {low} to {high}.").format(
                    dimension=dimension.title, low=points(swing[0]), high=points(swing[1])
                )
            )
    bottom = len(dimensions) * step
    shapes.append(Line(((scale.at(now), 0), (scale.at(now), bottom)), "ink", 1.0))
    for bound, role in scale.bounds:
        x = scale.at(bound)
        shapes.append(Line(((x, 0), (x, bottom)), role, 1.5, (3, 2)))
        shapes.append(Label(x, bottom + text_size, points(bound), role, text_size, "middle"))
    summary = say("Now {now}.").format(now=points(now))
    return Drawing(width, bottom + text_size * 1.4, tuple(shapes), title, " ".join([summary, *words]))


@dataclass(frozen=True, slots=True)
class _Scale:
    left: float
    right: float
    lowest: Fraction
    highest: Fraction
    bounds: tuple[tuple[Fraction, str], ...]
    """Bounds of bands within reach with the palette role of the band that begins or ends there."""

    def at(self, value: Fraction) -> float:
        span = float(self.highest - self.lowest) or 1.0
        return self.left + (self.right - self.left) * (float(value) - float(self.lowest)) / span


Swing = tuple[Fraction, Fraction]


def _swing(dimension: Dimension, result: Result) -> Swing | None:
    score, weight, overall = result.dimensions.get(dimension.id), result.weights[dimension.id], result.overall
    if score is None or overall is None:
        return None
    lowest = max(score.supported - SWING, Fraction(0))
    highest = min(score.supported + SWING, Fraction(100))
    return (
        overall.supported + weight * (lowest - score.supported),
        overall.supported + weight * (highest - score.supported),
    )


def _scale_of(
    now: Fraction, swings: Sequence[Swing | None], thresholds: Thresholds, width: float, size: float
) -> _Scale:
    reached = [value for swing in swings if swing for value in swing]
    # A bound that is much further away than the largest swing would only squeeze the bars.
    span = max([abs(value - now) for value in reached] or [Fraction(1)]) or Fraction(1)
    every = ((thresholds.pilot, "decline"), (thresholds.conditions, "pilot"), (thresholds.proceed, "proceed"))
    near = [(bound, role) for bound, role in every if abs(bound - now) <= 4 * span]
    least = min([now, *reached, *(bound for bound, _ in near)])
    most = max([now, *reached, *(bound for bound, _ in near)])
    edge = (most - least) / 20
    return _Scale(width * 0.34, width - size, least - edge, most + edge, tuple(near))


def rank_bars(
    names: Sequence[str], ranks: Sequence[Sequence[float]], width: float, say: Say, text_size: float = 9.0
) -> Drawing:
    """Return one bar per partner of the share of draws in which it comes first, second and so on.

    Args:
        names: Of the partners; the first four carry their series' line and marker.
        ranks: Rank acceptability, a row per partner, rows with sum 1.
        width: In the drawing's unit.
        say: Translates the words.
        text_size: Height of the text.
    """
    step = text_size * 2.4
    shapes: list[Shape] = []
    words = []
    styles = series_styles() if len(names) <= MOST_SERIES else []
    beside = text_size * (4.5 if styles else 1.0)
    widest = max((text_width(name, text_size) for name in names), default=0.0) + beside
    bar_x = min(max(widest, width * 0.32), width * 0.44)
    for place, (name, row) in enumerate(zip(names, ranks, strict=True)):
        base = place * step + text_size * 1.5
        name_x = 0.0
        if styles:
            shapes += legend_sample(styles[place], base, text_size)
            name_x = text_size * 3.5
        lines, _ = wrapped(name, text_size, bar_x - name_x - text_size, 2)
        for nth, line in enumerate(lines):
            down = (nth - (len(lines) - 1) / 2) * text_size * 1.15
            shapes.append(Label(name_x, base + down, line, "ink", text_size))
        shapes += _rank_segments(
            row, Box(bar_x, base - text_size * 1.2, width - bar_x, text_size * 1.7, "accent"), say, text_size
        )
        shares = [f"{rank_word(n, say)} {share_words(share, say)}" for n, share in enumerate(row, start=1) if share > 0]
        words.append(f"{name}: {', '.join(shares)}.")
    height = max(1.0, step * len(names))
    return Drawing(width, height, tuple(shapes), say("Share of draws in each rank"), " ".join(words))


def _rank_segments(row: Sequence[float], bar: Box, say: Say, size: float) -> list[Shape]:
    shapes: list[Shape] = []
    left = bar.x
    for place, share in enumerate(row):
        length = bar.width * share
        if length <= 0:
            continue
        shapes.append(Box(left, bar.y, length, bar.height, bar.role, 0, _rank_opacity(place, len(row))))
        # The rank in words, because the shade alone would have to say it.
        shown = (f"{rank_word(place + 1, say)} {share_words(share, say)}", percent(share))
        figures = _longest_fitting(shown, size * 0.9, length - size * 0.2)
        if figures:
            role = "accent_text" if place == 0 else "ink"
            base = bar.y + bar.height / 2 + size * 0.33
            shapes.append(Label(left + length / 2, base, figures, role, size * 0.9, "middle"))
        left += length
        if left < bar.x + bar.width - 0.5:
            shapes.append(Line(((left, bar.y), (left, bar.y + bar.height)), "surface", 1.0))
    return shapes


def _longest_fitting(texts: Iterable[str], size: float, room: float) -> str:
    """Return the first of the texts, given longest first, that fits; empty where none does."""
    return next((one for one in texts if text_width(one, size) <= room), "")


def _rank_opacity(place: int, count: int) -> float:
    if place == 0:
        return 1.0
    steps = max(1, count - 2)
    return _STRONGEST - (_STRONGEST - _FAINTEST) * (place - 1) / steps
