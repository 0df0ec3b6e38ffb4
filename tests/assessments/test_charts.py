"""Charts: everything stays inside, words never collide, a dimension that is not scored breaks the line."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.charts import Series, dimension_bars, dimension_role, radar, score_bar
from assessments.charts_text import fitted, text_width
from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, Shape, Strokes
from assessments.questionnaire import Dimension
from assessments.result import Score

SLACK = 1e-6
Extent = tuple[float, float, float, float]


def say(sentence: str) -> str:
    return sentence


def dimension(identity: str, title: str, short: str) -> Dimension:
    return Dimension(identity, title, short, Fraction(1), ())


FIVE = [
    dimension("goals", "Goals", "Goals"),
    dimension("value", "Value exchange", "Value"),
    dimension("trust", "Trust & communication", "Trust"),
    dimension("risk", "Risk & resilience", "Risk"),
    dimension("learning", "Learning", "Learning"),
]


def score(supported: int, answered: int | None, best: int) -> Score:
    point = None if answered is None else Fraction(answered)
    return Score(Fraction(supported), point, Fraction(best), Fraction(1), Fraction(1))


FULL: dict[str, Score | None] = {
    "goals": score(79, 83, 83),
    "value": score(66, 74, 74),
    "trust": score(57, 66, 66),
    "risk": score(54, 65, 65),
    "learning": score(62, 70, 70),
}


@st.composite
def scores(draw: st.DrawFn) -> Score | None:
    if draw(st.booleans()) and draw(st.booleans()):
        return None
    low, point, high = sorted(draw(st.lists(st.fractions(0, 100), min_size=3, max_size=3)))
    answered = None if draw(st.integers(0, 4)) == 0 else point
    return Score(low, answered, high, Fraction(1, 2), Fraction(1, 2))


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
dimensions = st.lists(
    st.builds(dimension, st.sampled_from(["goals", "value", "trust", "risk", "learning", "x", "y"]), words, words),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one.id,
)


def extent(shape: Shape) -> Extent:
    """Left, top, right, bottom of what is painted, text by its estimated width."""
    match shape:
        case Line(points=points) | Area(points=points):
            across, down = [x for x, _ in points], [y for _, y in points]
            return min(across), min(down), max(across), max(down)
        case Strokes(ends=ends):
            return extent(Area(tuple(point for both in ends for point in both), shape.role))
        case Box():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Marker():
            half = shape.size / 2
            return shape.x - half, shape.y - half, shape.x + half, shape.y + half
        case Label():
            width = text_width(shape.text, shape.size)
            left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
            return left, shape.y - shape.size * 0.8, left + width, shape.y + shape.size * 0.25
    raise AssertionError(shape)


def assert_inside(drawing: Drawing) -> None:
    for shape in drawing.shapes:
        left, top, right, bottom = extent(shape)
        assert all(math.isfinite(number) for number in (left, top, right, bottom)), shape
        assert left >= -SLACK, shape
        assert top >= -SLACK, shape
        assert right <= drawing.width + SLACK, shape
        assert bottom <= drawing.height + SLACK, shape
        assert left <= right, shape
        assert top <= bottom, shape


def apart(one: Extent, other: Extent) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(dimensions, st.data(), st.integers(180, 900), st.integers(8, 16), st.booleans())
def test_bars_stay_inside_and_their_words_apart(
    rows: list[Dimension], data: st.DataObject, width: int, size: int, weighted: bool
) -> None:
    found = {row.id: data.draw(scores()) for row in rows}
    shares = {row.id: Fraction(1, len(rows)) for row in rows} if weighted else None
    drawing = dimension_bars(rows, found, max(width, 16 * size), say, shares, size)
    assert_inside(drawing)
    labels = [extent(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.text]
    assert all(apart(one, other) for one, other in combinations(labels, 2))


@given(dimensions, st.data(), st.integers(160, 600), st.integers(160, 600))
def test_a_radar_stays_inside(rows: list[Dimension], data: st.DataObject, width: int, height: int) -> None:
    count = data.draw(st.integers(1, 4))
    series = [Series(data.draw(words), {row.id: data.draw(scores()) for row in rows}) for _ in range(count)]
    assert_inside(radar(rows, series, width, height, say))


@given(st.integers(3, 8), st.lists(st.sampled_from(["Goals", "Learning", "Risk", "Trust", "Value"]), min_size=8))
def test_axis_names_of_ordinary_length_never_collide(count: int, names: list[str]) -> None:
    rows = [dimension(str(place), "", names[place]) for place in range(count)]
    drawing = radar(rows, [Series("now", {})], 260, 220, say)
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    assert [label.text for label in labels] == names[:count]
    assert all(apart(extent(one), extent(other)) for one, other in combinations(labels, 2))


@given(
    st.integers(1, 24).flatmap(lambda count: st.lists(words, min_size=count, max_size=count)),
    st.integers(160, 600),
    st.integers(140, 600),
    st.integers(8, 14),
)
def test_names_of_any_number_and_length_stand_apart_and_clear_of_the_net(
    names: list[str], width: int, height: int, size: int
) -> None:
    rows = [dimension(str(place), "", name) for place, name in enumerate(names)]
    drawing = radar(rows, [Series("now", {})], width, height, say, size)
    assert_inside(drawing)
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text]
    assert all(apart(extent(one), extent(other)) for one, other in combinations(labels, 2))
    ring = max((line for line in drawing.shapes if isinstance(line, Line) and line.closed), key=_reach)
    for left, top, right, bottom in map(extent, labels):
        assert not any(left < x < right and top < y < bottom for x, y in ring.points)


LONG_NAMES = (
    "Strategic goals and priorities",
    "Value exchange",
    "Trust & communication",
    "Risk & resilience",
    "Learning together",
    "Data governance and privacy",
    "Brand safety and suitability",
    "Regulatory compliance",
    "Operational readiness",
    "People and leadership",
    "Financial standing",
    "Sustainability and impact",
)


@pytest.mark.parametrize(("width", "height"), [(261, 260), (300, 270), (420, 380)])
def test_twelve_long_names_are_all_read_in_full(width: int, height: int) -> None:
    rows = [dimension(str(place), "", name) for place, name in enumerate(LONG_NAMES)]
    drawing = radar(rows, [Series("now", {})], width, height, say, 11)
    printed = " ".join(shape.text for shape in drawing.shapes if isinstance(shape, Label))
    assert printed == " ".join(LONG_NAMES)


def _reach(line: Line) -> float:
    return max(x for x, _ in line.points) - min(x for x, _ in line.points)


@given(dimensions, st.data())
def test_a_bar_stays_inside(rows: list[Dimension], data: st.DataObject) -> None:
    found = {row.id: data.draw(scores()) for row in rows}
    for one in found.values():
        assert_inside(score_bar(one, "goals", 200, 14, say))


@given(st.permutations([0, 1, 2]), st.data())
def test_a_series_lies_the_same_whatever_its_place_among_the_others(order: list[int], data: st.DataObject) -> None:
    series = [Series(f"Partner {n}", {row.id: data.draw(scores()) for row in FIVE}) for n in range(3)]

    def places(several: list[Series]) -> dict[str, set[tuple[float, float]]]:
        drawing = radar(FIVE, several, 300, 300, say)
        markers = [shape for shape in drawing.shapes if isinstance(shape, Marker)]
        by_role: dict[str, set[tuple[float, float]]] = {one.name: set() for one in several}
        for marker in markers:
            if marker.y < 250:  # above the legend's samples
                by_role[several[int(marker.role[-1]) - 1].name].add((marker.x, marker.y))
        return by_role

    assert places(series) == places([series[place] for place in order])


def test_a_dimension_that_is_not_scored_breaks_the_line() -> None:
    found = {**FULL, "risk": score(0, None, 100), "learning": None}
    drawing = radar(FIVE, [Series("now", found)], 300, 260, say)
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.role == "series_1"]
    assert [len(line.points) for line in lines] == [2, 2]
    assert not any(line.closed for line in lines)
    assert sum(isinstance(shape, Marker) for shape in drawing.shapes) == 3


def test_a_radar_with_every_dimension_scored_is_closed_and_its_pale_area_reaches_the_best_case() -> None:
    drawing = radar(FIVE, [Series("now", FULL)], 300, 260, say)
    (line,) = (shape for shape in drawing.shapes if isinstance(shape, Line) and shape.role == "series_1")
    (area,) = (shape for shape in drawing.shapes if isinstance(shape, Area))
    assert line.closed
    assert area.points[0][1] < line.points[0][1]
    assert area.opacity < 1


def test_series_differ_by_dash_and_marker_and_are_named_in_a_legend() -> None:
    series = [Series(f"Partner {n}", FULL) for n in range(4)]
    drawing = radar(FIVE, series, 300, 320, say)
    dashes = {shape.dash for shape in drawing.shapes if isinstance(shape, Line) and shape.role.startswith("series")}
    markers = {shape.shape for shape in drawing.shapes if isinstance(shape, Marker)}
    assert (len(dashes), len(markers)) == (4, 4)
    labels = {shape.text for shape in drawing.shapes if isinstance(shape, Label)}
    assert {one.name for one in series} <= labels


def test_a_fifth_series_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 4"):
        radar(FIVE, [Series(str(n), FULL) for n in range(5)], 300, 320, say)


def test_the_bars_say_their_numbers_in_figures_and_in_words() -> None:
    drawing = dimension_bars(FIVE, {**FULL, "learning": None}, 560, say, {"goals": Fraction(1, 4)}, 14)
    texts = [shape.text for shape in drawing.shapes if isinstance(shape, Label)]
    assert texts[:4] == ["Goals", "79", "up to 83", "25\u00a0%"]
    assert "—" in texts
    assert drawing.description.startswith(
        "Goals: 79 supported, 83 as answered, up to 83, weight 25\u00a0%. Value exchange"
    )
    assert "Learning: not applicable" in drawing.description


def test_an_unanswered_dimension_has_a_pale_bar_no_tick_and_its_range() -> None:
    drawing = dimension_bars(FIVE[:1], {"goals": score(0, None, 100)}, 560, say)
    pale = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.role == "goals"]
    assert [box.opacity < 1 for box in pale] == [True]
    assert not any(isinstance(shape, Line) for shape in drawing.shapes)
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Label)] == ["Goals", "0", "up to 100"]
    assert drawing.description == "Goals: not scored yet, up to 100."


def test_a_dimension_of_another_questionnaire_gets_the_colour_of_its_place() -> None:
    assert dimension_role(FIVE[2], 0) == "trust"
    assert dimension_role(dimension("supply", "Supply", "Supply"), 6) == "value"


@given(st.text(max_size=60), st.floats(0, 200))
def test_a_fitted_line_is_no_wider_than_its_room(text: str, room: float) -> None:
    line = fitted(text, 9, room)
    assert text_width(line, 9) <= room
    assert "\n" not in line
