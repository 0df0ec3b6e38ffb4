from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest

from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, MarkerShape, Shape, Strokes
from reports.painting import Imprint, paint_pages
from reports.strips import Picture, Placed, Strip
from reports.style import Frame, color
from tests.reports.briefs import TODAY, read_text

Pixel = tuple[int, int, int]


def drawn(*shapes: Shape, scale: float = 1.0) -> bytes:
    """Return a page of 100 by 100 points with the shapes on it."""
    picture = Picture(0, 0, Drawing(100, 100, shapes, "Chart", "1"), scale)
    page = [Placed(0, Strip(100, (picture,)))]
    return paint_pages([page], Frame(100, 100, 0, 0), Imprint("Chart", "", "", TODAY))


def pixel(pdf: bytes, x: int, y: int) -> Pixel:
    """Return the colour of a point, counted from the top left as drawings do."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=1).to_numpy()
    document.close()
    blue, green, red = (int(value) for value in image[y, x][:3])
    return red, green, blue


def of_role(role: str) -> Pixel:
    red, green, blue = (round(part * 255) for part in color(role))
    return red, green, blue


def test_y_counts_downwards_from_the_top_left() -> None:
    pdf = drawn(Box(10, 5, 20, 10, "goals"))
    assert pixel(pdf, 20, 10) == of_role("goals")
    assert pixel(pdf, 20, 90) == (255, 255, 255)


def test_a_scaled_drawing_keeps_its_corner() -> None:
    pdf = drawn(Box(20, 20, 40, 40, "trust"), scale=0.5)
    assert pixel(pdf, 20, 20) == of_role("trust")
    assert pixel(pdf, 50, 50) == (255, 255, 255)


@pytest.mark.parametrize("shape", ["disc", "square", "triangle", "diamond"])
def test_every_marker_stands_at_its_point(shape: MarkerShape) -> None:
    assert pixel(drawn(Marker(50, 30, shape, "series_2", 20)), 50, 30) == of_role("series_2")


def test_areas_are_pale_and_lines_are_not() -> None:
    area = drawn(Area(((0, 0), (100, 0), (100, 100), (0, 100)), "accent", 0.2))
    assert min(pixel(area, 50, 50)) > max(of_role("accent"))
    line = drawn(Line(((0, 50), (50, 50), (100, 50)), "accent", 6), Line(((0, 20), (100, 20)), "ink", 6, (50, 1)))
    assert pixel(line, 50, 50) == of_role("accent")
    assert pixel(line, 50, 20) == of_role("ink")


def test_strokes_do_not_hang_together_and_their_dashes_begin_with_each() -> None:
    apart = drawn(Strokes((((0, 20), (100, 20)), ((0, 60), (100, 60))), "decline", 6))
    assert [pixel(apart, 50, y) for y in (20, 60)] == [of_role("decline")] * 2
    assert [pixel(apart, x, 40) for x in (1, 50, 99)] == [(255, 255, 255)] * 3
    dashed = drawn(Strokes((((0, 20), (100, 20)), ((0, 60), (100, 60))), "decline", 10, (3, 1)))
    for y in (20, 60):
        assert [pixel(dashed, x, y) for x in (15, 35, 55)] == [of_role("decline"), (255, 255, 255), of_role("decline")]


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_labels_are_literal_text_in_any_script(anchor: str) -> None:
    pdf = drawn(Label(50, 50, "<b>漢</b> ✓", anchor=anchor, bold=True))  # type: ignore[arg-type]
    assert "<b>漢</b>" in read_text(pdf)
