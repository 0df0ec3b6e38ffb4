"""The sheets' charts on paper: both heat maps of the risks side by side, and the columns of the value exchange."""

from __future__ import annotations

from assessments.charts_risks import heat_map
from assessments.charts_sheets import exchange_columns
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.strips import Item, Picture, Strip, Words, baseline_of
from reports.style import CHART_SCALE, CHART_TEXT, SMALL_STRONG

_TEXT_SIZE = CHART_TEXT / CHART_SCALE
_MAP_HEIGHT = 132.0
_COLUMNS_HEIGHT = 118.0
_COLUMNS_WIDTH = 300.0
_BETWEEN = 20.0


def heat_maps(contents: Contents) -> Strip:
    """Return where the risks stand before and after their responses."""
    risks = contents.assessment.sheets.risks
    width = (contents.frame.width - _BETWEEN) / 2
    items: list[Item] = []
    for place, key in enumerate(("risks_before", "risks_after")):
        x = place * (width + _BETWEEN)
        size = width / CHART_SCALE, _MAP_HEIGHT / CHART_SCALE
        drawn = heat_map(risks, *size, say, after=bool(place), text_size=_TEXT_SIZE)
        items.append(Words(x, baseline_of(SMALL_STRONG), printed(key), SMALL_STRONG))
        items.append(Picture(x, SMALL_STRONG.leading + 3, drawn, CHART_SCALE))
    return Strip(SMALL_STRONG.leading + 3 + _MAP_HEIGHT, tuple(items), keep=True)


def exchange_picture(contents: Contents) -> Strip:
    """Return what each side gives and receives, in points."""
    exchanges = contents.assessment.sheets.exchanges
    drawn = exchange_columns(exchanges, _COLUMNS_WIDTH / CHART_SCALE, _COLUMNS_HEIGHT / CHART_SCALE, say, _TEXT_SIZE)
    return Strip(_COLUMNS_HEIGHT, (Picture(0, 0, drawn, CHART_SCALE),), keep=True)
