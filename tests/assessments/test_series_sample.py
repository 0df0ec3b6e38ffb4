"""The sample of a series' line beside its name."""

from __future__ import annotations

from itertools import accumulate, cycle

import pytest

from assessments.charts_net import legend_sample, series_styles
from assessments.drawing import Line


@pytest.mark.parametrize("place", [1, 2, 3])
@pytest.mark.parametrize("size", [7.0, 8.2, 8.5, 9.0, 10.9, 12.0, 16.0])
def test_a_sample_ends_with_a_dash_not_with_a_gap_or_a_stump(place: int, size: float) -> None:
    (line,) = (shape for shape in legend_sample(series_styles()[place], 10, size) if isinstance(shape, Line))
    length = line.points[1][0] - line.points[0][0]
    assert size < length <= size * 3
    ends = enumerate(accumulate(part * line.width for part in cycle(line.dash)))
    nth, end = next((nth, end) for nth, end in ends if end >= length - 1e-9)
    assert nth % 2 == 0
    on = line.dash[nth % len(line.dash)] * line.width
    assert on - (end - length) >= on / 2 - 1e-9


@pytest.mark.parametrize("size", [8.0, 12.0])
def test_a_solid_sample_is_three_ems_long(size: float) -> None:
    (line, _) = legend_sample(series_styles()[0], 10, size)
    assert isinstance(line, Line)
    assert line.points[1][0] == size * 3
