"""Charts of firmness, portfolio and sheets: everything stays inside, numbers stand in words too, never colour alone."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import dist
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.charts_portfolio import MapPoint, map_places, map_point, portfolio_map
from assessments.charts_risks import heat_map
from assessments.charts_robustness import band_share_bar, rank_bars, score_swings
from assessments.charts_sheets import exchange_columns
from assessments.drawing import Box, Drawing, Label, Line, Marker, Strokes
from assessments.risk_register import Risk
from assessments.robustness import Robustness
from assessments.scoring import score_assessment
from assessments.summary import summary_of
from assessments.value_exchange import Exchange, Kind, Side
from tests.assessments.small_assessments import THRESHOLDS, TODAY, scored_at, small_assessments
from tests.assessments.test_charts import apart, assert_inside, extent, say, words
from tests.sheet_strategies import needed


def labels(drawing: Drawing) -> list[str]:
    return [shape.text.replace("\u00a0", " ") for shape in drawing.shapes if isinstance(shape, Label)]


def shares(*counts: int) -> Robustness:
    total = sum(counts)
    found = {band: Fraction(n, total) for band, n in zip(Band, counts, strict=True)}
    return Robustness(max(found, key=lambda band: found[band]), total, found, {})


@given(st.lists(st.integers(0, 5000), min_size=5, max_size=5).filter(any), st.integers(150, 700))
def test_a_share_bar_fills_its_width_and_names_every_band_that_occurs(counts: list[int], width: int) -> None:
    drawing = band_share_bar(shares(*counts), width, say)
    assert_inside(drawing)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    assert len(boxes) == sum(map(bool, counts))
    assert sum(box.width for box in boxes) <= width


def test_a_share_bar_carries_shape_word_and_figure() -> None:
    drawing = band_share_bar(shares(9999, 1, 0, 0, 0), 300, say)
    assert labels(drawing) == [
        "✓ more than 99 %",
        "✓ Proceed: more than 99 %",
        "◐ Proceed with conditions: less than 1 %",
    ]
    assert drawing.title == "Recommendation in 10,000 weightings"
    assert "Pilot" not in drawing.description


@given(small_assessments(), st.integers(200, 700))
def test_swings_stay_inside_and_never_claim_more_than_the_scale(assessment: Assessment, width: int) -> None:
    result = score_assessment(assessment, TODAY)
    drawing = score_swings(assessment.questionnaire.dimensions, result, THRESHOLDS, width, say)
    assert_inside(drawing)


def test_swings_show_both_directions_and_the_bounds_within_reach() -> None:
    assessment = scored_at(100, 50)
    result = score_assessment(assessment, TODAY)
    drawing = score_swings(assessment.questionnaire.dimensions, result, THRESHOLDS, 300, say)
    assert drawing.description == "Now 75. Goals: 65 to 75. Value: 65 to 85."
    dashed = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.dash]
    assert [line.role for line in dashed] == ["decline", "pilot", "proceed"]
    assert labels(drawing)[-3:] == ["45", "60", "75"]


@given(st.integers(2, 12), st.data(), st.integers(250, 900))
def test_rank_bars_stay_inside_their_words_apart(count: int, data: st.DataObject, width: int) -> None:
    names = [data.draw(words) for _ in range(count)]
    rows = [data.draw(st.lists(st.integers(0, 9), min_size=count, max_size=count).filter(any)) for _ in names]
    drawing = rank_bars(names, [[n / sum(row) for n in row] for row in rows], width, say)
    assert_inside(drawing)
    shown = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.text]
    assert all(apart(one, other) for place, one in enumerate(shown) for other in shown[:place])


def test_rank_bars_say_every_share_and_carry_the_series_marker() -> None:
    drawing = rank_bars(["Lumen", "Brightfield"], [[0.94, 0.06], [0.06, 0.94]], 600, say)
    assert drawing.description.replace("\u00a0", " ").startswith("Lumen: 1st 94 %, 2nd 6 %. Brightfield: ")
    assert [shape.shape for shape in drawing.shapes if isinstance(shape, Marker)] == ["disc", "square"]
    five = rank_bars(list("abcde"), [[1.0, 0, 0, 0, 0]] * 5, 600, say)
    assert not any(isinstance(shape, Marker) for shape in five.shapes)


def test_a_rank_bar_names_the_rank_and_a_share_short_of_all_where_there_is_room() -> None:
    drawing = rank_bars(["Lumen", "Bright"], [[0.9999, 0.0001], [0.05, 0.95]], 600, say)
    shown = [words.replace("\u00a0", " ") for words in labels(drawing)]
    assert shown == ["Lumen", "1st more than 99 %", "Bright", "5 %", "2nd 95 %"]


points = st.none() | st.floats(0, 100)


@given(
    st.lists(
        st.builds(MapPoint, st.uuids().map(str), words, points, points, points, st.sampled_from(Band)), max_size=60
    ),
    st.integers(200, 900),
    st.integers(180, 700),
)
def test_a_map_stays_inside_and_names_never_cover_each_other(found: list[MapPoint], width: int, height: int) -> None:
    drawing = portfolio_map(found, width, height, say)
    assert_inside(drawing)
    names = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.role == "ink"]
    assert all(apart(one, other) for place, one in enumerate(names) for other in names[:place])


def test_no_line_of_the_map_strikes_a_name_through() -> None:
    drawing = portfolio_map([MapPoint("a", "Anna and company", 50, 75, 50, Band.PILOT)], 400, 300, say, selected="a")
    at = next(place for place, shape in enumerate(drawing.shapes) if isinstance(shape, Label) and "Anna" in shape.text)
    crossing = [
        place
        for place, shape in enumerate(drawing.shapes)
        if isinstance(shape, Line) and not apart(extent(shape), extent(drawing.shapes[at]))
    ]
    ground = next(shape for shape in drawing.shapes[at - 1 : at] if isinstance(shape, Box))
    assert crossing
    assert max(crossing) < at - 1
    assert extent(ground) == pytest.approx(extent(drawing.shapes[at]), abs=1)


def test_names_leave_the_frame_of_the_selected_partner_free() -> None:
    found = [MapPoint("a", "Anna", 66, 56, 75, Band.CONDITIONS), MapPoint("b", "Bert", 56, 55, 58, Band.PILOT)]
    drawing = portfolio_map(found, 430, 600, say, selected="a")
    frame = next(extent(shape) for shape in drawing.shapes if isinstance(shape, Line) and shape.closed)
    names = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.text in ("Anna", "Bert")]
    assert len(names) == 2
    assert all(apart(frame, name) for name in names)


def test_the_good_corner_is_top_right_and_better_goals_are_larger() -> None:
    good = MapPoint("good", "Good", 90, 90, 100, Band.PROCEED)
    poor = MapPoint("poor", "Poor", 10, 10, 0, Band.DECLINE)
    large, small = map_places([poor, good], 400, 300)
    assert (large.key, small.key) == ("good", "poor")
    assert large.x > small.x
    assert large.y < small.y
    assert large.size > small.size


@pytest.mark.parametrize("width", [900, 430, 300])
def test_every_band_has_a_shape_of_its_own_and_its_word_in_the_legend(width: int) -> None:
    drawing = portfolio_map([MapPoint(band, "", 50, 50, 50, band) for band in Band], width, 400, say)
    for word in ("Proceed", "Proceed with conditions", "Pilot first", "Decline", "Hold", "Size: goals"):
        assert word in labels(drawing)
    # A hold is a disc with a hole, so it has two markers.
    holes = [shape for shape in drawing.shapes if isinstance(shape, Marker) and shape.role == "surface"]
    assert len(holes) == 2


def test_a_partner_without_value_or_risk_is_counted_in_words_and_a_selected_one_is_framed() -> None:
    found = [MapPoint("a", "Anna", 50, 60, None, Band.PILOT), MapPoint("b", "Bert", None, 60, 50, Band.HOLD)]
    drawing = portfolio_map(found, 400, 300, say, selected="a")
    assert drawing.description == (
        "Anna: value exchange 50, risk control 60, goals —, Pilot first. "
        "Not on the map, because value or risk is not scored: 1."
    )
    assert [shape.role for shape in drawing.shapes if isinstance(shape, Line) and shape.closed] == ["focus_outer"]
    assert portfolio_map([], 400, 300, say).description == "No partner to show."


def test_the_selected_partner_keeps_its_name_in_a_crowd() -> None:
    crowd = [MapPoint(str(n), f"Partner {n}", 50, 50, 50, Band.PILOT) for n in range(30)]
    for count in (30, 60):
        found = [*crowd, *(MapPoint(f"+{n}", "", 10, 10, 0, Band.HOLD) for n in range(count - 30))]
        assert "Partner 29" in labels(portfolio_map(found, 430, 400, say, selected="29"))


def test_a_map_point_is_read_from_the_summary() -> None:
    assessment = scored_at(100, 75, 50, 25)
    summary = summary_of(assessment, score_assessment(assessment, TODAY))
    assert map_point("k", "N", summary.band, summary.dimensions) == MapPoint("k", "N", 75, 25, 100, Band.PILOT)
    assert map_point("k", "N", None, ()) is None


levels = st.integers(1, 5)


@st.composite
def risks(draw: st.DrawFn) -> Risk:
    after = draw(st.none() | st.tuples(levels, levels))
    return Risk(
        draw(st.uuids()),
        draw(needed),
        draw(levels),
        draw(levels),
        likelihood_after=after and after[0],
        impact_after=after and after[1],
    )


@given(st.lists(risks(), max_size=30), st.booleans(), st.integers(120, 500), st.integers(100, 400))
def test_a_heat_map_stays_inside_and_has_every_cell(found: list[Risk], after: bool, width: int, height: int) -> None:
    drawing = heat_map(found, width, height, say, after=after)
    assert_inside(drawing)
    assert len({(shape.x, shape.y) for shape in cells(drawing)}) == 25


def test_a_heat_map_moves_a_risk_to_where_its_response_leaves_it() -> None:
    found = [
        Risk(UUID(int=1), "Unsafe content", 4, 3, likelihood_after=1, impact_after=3),
        Risk(UUID(int=2), "Key person leaves", 4, 3),
    ]
    before, after = heat_map(found, 300, 300, say), heat_map(found, 300, 300, say, after=True)
    assert "K1 K2" in labels(before)
    assert {"K1", "K2"} <= set(labels(after))
    assert after.description == (
        "K1 Unsafe content: likelihood 1, impact 3, exposure 3. "
        "K2 Key person leaves: likelihood 4, impact 3, exposure 12. "
        "Not judged after the response, so as now: K2."
    )
    assert "as now: K2" in labels(after)
    assert not any("as now" in label for label in labels(before))
    assert "K1+1" in labels(heat_map(found, 135, 120, say))
    assert heat_map([], 300, 300, say).description == "No risks listed."


def test_a_heat_map_says_how_many_risks_stand_as_now_where_it_cannot_name_them() -> None:
    found = [Risk(UUID(int=n), "Risk", 4, 3) for n in range(40)]
    assert "40 as now" in labels(heat_map(found, 300, 300, say, after=True))


def test_the_steps_of_a_heat_map_are_told_apart_without_colour() -> None:
    drawing = heat_map([], 300, 300, say)
    marked = [shape for shape in drawing.shapes if isinstance(shape, Strokes)]
    inked = {
        exposure: sum(_ink(strokes) for strokes in marked if _is_in(strokes, cell)) / (cell.width * cell.height)
        for exposure, cell in zip(EXPOSURES, cells(drawing), strict=True)
    }
    steps = [
        [inked[one] for one in EXPOSURES if low <= one <= high] for low, high in ((1, 4), (5, 9), (10, 14), (15, 25))
    ]
    assert steps[0] == [0] * len(steps[0])
    for lighter, darker in pairwise(steps):
        assert min(darker) >= max(lighter) + 0.01
    assert sum(_is_in(strokes, cell) for strokes in marked for cell in cells(drawing)) == len(marked)


def cells(drawing: Drawing) -> list[Box]:
    """Return the cells of a heat map: the patches under words are smaller."""
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    size = max((box.width, box.height) for box in boxes)
    return [box for box in boxes if (box.width, box.height) == size]


EXPOSURES = [likelihood * impact for likelihood in range(1, 6) for impact in range(1, 6)]


def _ink(strokes: Strokes) -> float:
    on = strokes.dash[0] / sum(strokes.dash) if strokes.dash else 1.0
    return sum(dist(start, end) for start, end in strokes.ends) * strokes.width * on


def _is_in(strokes: Strokes, cell: Box) -> bool:
    return all(
        cell.x - 0.01 <= x <= cell.x + cell.width + 0.01 and cell.y - 0.01 <= y <= cell.y + cell.height + 0.01
        for ends in strokes.ends
        for x, y in ends
    )


def exchange(number: int, giver: Side, cost: int, worth: int) -> Exchange:
    return Exchange(UUID(int=number), "Item", giver, Kind.DATA, cost, worth)


@given(
    st.lists(st.builds(exchange, st.integers(1, 99), st.sampled_from(Side), st.integers(0, 5), st.integers(0, 5))),
    st.integers(160, 600),
    st.integers(120, 400),
)
def test_columns_stay_inside(found: list[Exchange], width: int, height: int) -> None:
    assert_inside(exchange_columns(found, width, height, say))


def test_columns_say_points_returns_and_the_favoured_side() -> None:
    drawing = exchange_columns([exchange(1, Side.OURS, 4, 3), exchange(2, Side.THEIRS, 2, 4)], 400, 200, say)
    assert {"4", "2", "3", "We: return 1.00", "They: return 1.50"} <= set(labels(drawing))
    assert drawing.description == (
        "We give 4 points of cost and receive 4 of worth; they give 2 and receive 3. Balance 0.67, favouring them."
    )


@pytest.mark.parametrize("found", [[], [exchange(1, Side.OURS, 4, 3)]])
def test_an_exchange_without_two_sides_has_no_balance(found: list[Exchange]) -> None:
    assert "No balance" in exchange_columns(found, 400, 200, say).description
