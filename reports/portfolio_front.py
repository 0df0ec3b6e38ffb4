"""The counts of a printed portfolio, and its map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assessments.band import Band
from assessments.charts_portfolio import MOST_POINTS, map_point, portfolio_map
from assessments.drawing import Box
from assessments.wording_figures import NOT_SCORED, band_symbol, band_word, percent
from reports.catalogue import printed, say
from reports.headings import part_heading
from reports.lines import break_lines
from reports.portfolio_row import PortfolioRow
from reports.strips import Item, Picture, Strip, Words, baseline_of, kept_with_next, paragraph, space
from reports.structure import Element
from reports.style import CHART_SCALE, CHART_TEXT, QUIET, SMALL, SMALL_STRONG, Style
from reports.text import one_line

_TEXT_SIZE = CHART_TEXT / CHART_SCALE
MAP_HEIGHTS = (282.0, 240.0, 205.0)
"""Of the map on paper, in points, the usual one first; on a lower one points lie closer."""
_BETWEEN = 7.0
_COUNT = Style("serif", 16, 20)
_PAD = 7.0


def bands_strips(rows: Sequence[PortfolioRow], width: float) -> list[Strip]:
    """Return a tile for each recommendation with how many partners have it, and one for those without any."""
    if not rows:
        return []
    counts = Counter(row.band for row in rows)
    tiles = [
        (band.value, f"{band_symbol(band)} {counts[band.value]:,}", band_word(band, say), counts[band.value])
        for band in Band
    ]
    if counts[None]:
        tiles.append(("faint", f"{NOT_SCORED} {counts[None]:,}", printed("portfolio_none"), counts[None]))
    each = (width - _BETWEEN * (len(tiles) - 1)) / len(tiles)
    lines = [break_lines(words, SMALL_STRONG, each - 2 * _PAD) for _, _, words, _ in tiles]
    tall = _COUNT.leading + max(len(one) for one in lines) * SMALL.leading + SMALL.leading + 2 * _PAD
    items: list[Item] = []
    for place, ((role, figure, _, count), words) in enumerate(zip(tiles, lines, strict=True)):
        x = place * (each + _BETWEEN)
        whole, word = Element("P"), replace(SMALL_STRONG, role=role)
        ground = "sunken" if role == "faint" else f"{role}_soft"
        items.append(Box(x, 0, each, tall, ground, 5))
        items.append(Words(x + _PAD, _PAD + baseline_of(_COUNT), figure, replace(_COUNT, role=role), element=whole))
        at = _PAD + _COUNT.leading
        for line in words:
            items.append(Words(x + _PAD, at + baseline_of(SMALL), line, word, element=whole))
            at += SMALL.leading
        below = tall - _PAD - SMALL.leading + baseline_of(SMALL)
        items.append(Words(x + _PAD, below, percent(count / len(rows)), SMALL, element=whole))
    return [*part_heading(printed("portfolio_bands")), Strip(tall, tuple(items)), space(14)]


def map_strips(rows: Sequence[PortfolioRow], width: float, height: float = MAP_HEIGHTS[0]) -> list[Strip]:
    """Return the map with what it leaves out; nothing where no partner has a place on it."""
    points = [map_point(row.partner_id, one_line(row.name), row.band, row.dimensions) for row in rows[:MOST_POINTS]]
    placed = [one for one in points if one is not None and one.is_placed]
    if not placed:
        return []
    drawn = portfolio_map(placed, width / CHART_SCALE, height / CHART_SCALE, say, _TEXT_SIZE)
    sentences = [printed("portfolio_map_key")]
    if len(placed) < len(points):
        sentences.append(printed("portfolio_off_map", count=len(points) - len(placed)))
    if len(points) < len(rows):
        sentences.append(printed("portfolio_first", count=f"{len(points):,}"))
    return [
        *part_heading(printed("portfolio_map")),
        Strip(height, (Picture(0, 0, drawn, CHART_SCALE),), keep=True),
        space(5, keep=True),
        *kept_with_next(paragraph(" ".join(sentences), QUIET, width)),
        space(14),
    ]
