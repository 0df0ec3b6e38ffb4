"""Lines through the bars of the dimensions where the bands begin, so that a bar can be read as the whole is."""

from __future__ import annotations

from dataclasses import replace

from assessments.band import Band
from assessments.charts_text import text_width
from assessments.drawing import Box, Drawing, Label, Line, Shape
from assessments.questionnaire import Thresholds
from assessments.wording_figures import Say, band_symbol, band_word, points

FOOT = 1.25
"""Room below the bars for the lines' labels, in heights of text."""
_SMALLER = 0.8
_TRACK = "sunken"


def with_band_lines(bars: Drawing, thresholds: Thresholds, say: Say, text_size: float = 9.0) -> Drawing:
    """Return bars with a dashed line where each band begins, and below it the band's shape and its lowest score.

    Args:
        bars: From `assessments.charts.dimension_bars`; without a bar it is returned as it is.
        thresholds: Of the questionnaire. They are of the overall score: a dimension by itself has no band.
        say: Translates the words.
        text_size: Height of the text that the bars were drawn with.
    """
    tracks = [shape for shape in bars.shapes if isinstance(shape, Box) and shape.role == _TRACK]
    if not tracks:
        return bars
    track, size = tracks[0], text_size * _SMALLER
    bottom = bars.height
    over = track.height * (0.6 if track.x else 0.25)
    # Names above their bars are not crossed: there every bar has lines of its own.
    spans = [(track.y - over, bottom)] if track.x else [(one.y - over, one.y + one.height + over) for one in tracks]
    base = bottom + text_size * FOOT - size * 0.25
    shapes: list[Shape] = []
    free = max(0.0, track.x - size)
    for bound, band in _bounds(thresholds):
        x = track.x + track.width * float(bound) / 100
        shapes += [Line(((x, top), (x, end)), band, 1.0, (2, 2)) for top, end in spans]
        words = f"{band_symbol(band)} {points(bound)}"
        half = text_width(words, size) / 2
        if x - half >= free and x + half <= bars.width:
            shapes.append(Label(x, base, words, band, size, "middle"))
            free = x + half + size * 0.3
    said = ", ".join(
        say("{band} from {points}").format(band=band_word(band, say), points=points(bound))
        for bound, band in reversed(_bounds(thresholds))
    )
    words = " ".join(filter(None, (bars.description, say("Lines: {bands}.").format(bands=said))))
    return replace(bars, height=bottom + text_size * FOOT, shapes=(*bars.shapes, *shapes), description=words)


def _bounds(thresholds: Thresholds) -> list[tuple[float, Band]]:
    """Return the lowest score of each band that has one, lowest first."""
    return [
        (float(thresholds.pilot), Band.PILOT),
        (float(thresholds.conditions), Band.CONDITIONS),
        (float(thresholds.proceed), Band.PROCEED),
    ]
