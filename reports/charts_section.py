"""Radar and bars: the same descriptions as in the window, drawn on paper."""

from __future__ import annotations

from assessments.charts import Series, dimension_bars, radar
from assessments.charts_banded import FOOT, with_band_lines
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.lines import break_lines
from reports.strips import Item, Picture, Strip, Words, baseline_of
from reports.style import CHART_SCALE, CHART_TEXT, SMALL

HEIGHT = 146.0
LOW_HEIGHT = 114.0
"""Where the sheets need the room."""
_RADAR_WIDTH = 196.0
_LEAST_SIZE = 7.2
"""Of five dimensions; more are set smaller."""
_STEP = 2.4
"""From bar to bar, in heights of text, as `dimension_bars` sets them."""
_MOST_BARS = 150.0
_GAP = 1.0


def charts_section(contents: Contents, tall: float = HEIGHT) -> Strip:
    """Return the radar, `tall` points high, and beside it a bar for each dimension with the key to both."""
    dimensions = contents.assessment.questionnaire.dimensions
    scores = contents.result.dimensions
    one = [Series(contents.partner_name, scores)]
    x = _RADAR_WIDTH + _GAP
    width = contents.frame.width - x
    key = break_lines(printed("charts_key"), SMALL, width)
    # Many dimensions get smaller bars: the page has to hold the rest too. So do a few where the radar is low.
    steps = _STEP * max(1, len(dimensions)) + FOOT
    room = max(tall - 4 - len(key) * SMALL.leading, _LEAST_SIZE * steps)
    size = min(CHART_TEXT, room / steps, _MOST_BARS / steps)
    thresholds = contents.assessment.questionnaire.thresholds
    bars = dimension_bars(dimensions, scores, width / CHART_SCALE, say, None, size / CHART_SCALE)
    bars = with_band_lines(bars, thresholds, say, size / CHART_SCALE)
    bars_height = bars.height * CHART_SCALE
    height = max(tall, bars_height + 4 + len(key) * SMALL.leading)
    top = (height - bars_height - 4 - len(key) * SMALL.leading) / 2
    net = radar(dimensions, one, _RADAR_WIDTH / CHART_SCALE, height / CHART_SCALE, say, CHART_TEXT / CHART_SCALE)
    items: list[Item] = [Picture(0, 0, net, CHART_SCALE), Picture(x, top, bars, CHART_SCALE)]
    for number, line in enumerate(key):
        y = top + bars_height + 4 + number * SMALL.leading + baseline_of(SMALL)
        items.append(Words(x, y, line, SMALL))
    return Strip(height, tuple(items))
