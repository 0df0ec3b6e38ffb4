from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.charts import dimension_bars
from assessments.charts_banded import with_band_lines
from assessments.drawing import Box, Drawing, Label, Line
from assessments.questionnaire import Dimension, Thresholds
from assessments.questionnaire_file import packaged_questionnaire
from tests.assessments.test_charts import FIVE, FULL, apart, assert_inside, dimensions, extent, say, scores

THRESHOLDS = packaged_questionnaire().thresholds


def banded(width: float, thresholds: Thresholds = THRESHOLDS, size: float = 9.0) -> Drawing:
    return with_band_lines(dimension_bars(FIVE, FULL, width, say, None, size), thresholds, say, size)


def lines_of(drawing: Drawing) -> list[Line]:
    return [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.dash]


def test_a_line_stands_where_each_band_begins() -> None:
    drawing = banded(500)
    track = next(shape for shape in drawing.shapes if isinstance(shape, Box) and shape.role == "sunken")
    found = {line.role: line.points[0][0] for line in lines_of(drawing)}
    shares = {"pilot": 0.45, "conditions": 0.6, "proceed": 0.75}
    assert found == pytest.approx({band: track.x + track.width * share for band, share in shares.items()})


def test_each_line_is_named_by_shape_and_figure_and_said_in_words() -> None:
    drawing = banded(500)
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Label)][-3:] == ["△ 45", "◐ 60", "✓ 75"]
    assert drawing.description.endswith("Lines: Proceed from 75, Proceed with conditions from 60, Pilot first from 45.")
    assert drawing.description.startswith("Goals: 79 supported")


def test_names_above_their_bars_are_not_crossed() -> None:
    drawing = banded(200)
    names = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.role == "ink"]
    assert len(lines_of(drawing)) == 3 * len(FIVE)
    for line in lines_of(drawing):
        left, top, right, bottom = extent(line)
        assert not any(top < one[3] - 1 and bottom > one[1] + 1 and left < one[2] and right > one[0] for one in names)


def test_bands_that_begin_close_together_keep_their_lines_and_lose_a_label() -> None:
    close = replace(THRESHOLDS, pilot=Fraction(60), conditions=Fraction(61), proceed=Fraction(62))
    drawing = banded(500, close)
    assert len(lines_of(drawing)) == 3
    labels = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label)]
    assert all(apart(one, other) for one, other in combinations(labels, 2))


def test_without_a_bar_there_is_no_line() -> None:
    bars = dimension_bars([], {}, 300, say)
    assert with_band_lines(bars, THRESHOLDS, say) is bars


@given(dimensions, st.data(), st.integers(180, 900), st.integers(8, 16))
def test_everything_stays_inside_and_words_apart(
    rows: list[Dimension], data: st.DataObject, width: int, size: int
) -> None:
    found = {row.id: data.draw(scores()) for row in rows}
    bars = dimension_bars(rows, found, max(width, 16 * size), say, None, size)
    drawing = with_band_lines(bars, THRESHOLDS, say, size)
    assert_inside(drawing)
    labels = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.text]
    assert all(apart(one, other) for one, other in combinations(labels, 2))
