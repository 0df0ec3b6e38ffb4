from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.strips import Page, Strip, Words, fill_pages, paragraph, space, with_header
from reports.style import BODY

TOP, HEIGHT = 40.0, 100.0


def strip(name: str, height: float = 10, *, keep: bool = False) -> Strip:
    return Strip(height, (Words(0, 5, name, BODY),), keep=keep)


def names(page: Page) -> list[str]:
    return [item.text for placed in page for item in placed.strip.items if isinstance(item, Words)]


def test_strips_fill_a_page_and_go_on_with_the_next() -> None:
    pages = fill_pages([strip(str(number)) for number in range(12)], TOP, HEIGHT)
    assert [names(page) for page in pages] == [[str(number) for number in range(10)], ["10", "11"]]


def test_a_heading_goes_with_what_it_heads() -> None:
    pages = fill_pages([strip("a", 95), strip("heading", keep=True), strip("body")], TOP, HEIGHT)
    assert [names(page) for page in pages] == [["a"], ["heading", "body"]]


def test_a_new_page_repeats_the_header() -> None:
    rows = with_header([strip(str(number), 30) for number in range(5)], [strip("head")])
    pages = fill_pages(rows, TOP, HEIGHT)
    assert [names(page) for page in pages] == [["0", "1", "2"], ["head", "3", "4"]]


def test_empty_room_vanishes_at_the_top_of_a_page() -> None:
    pages = fill_pages([strip("a", 100), space(20), strip("b")], TOP, HEIGHT)
    assert pages[1][0].top == TOP


def test_a_piece_higher_than_a_page_is_divided_between_its_strips() -> None:
    pages = fill_pages([strip(str(number), 30, keep=True) for number in range(7)], TOP, HEIGHT)
    assert [names(page) for page in pages] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_a_paragraph_leaves_no_single_line_on_a_page() -> None:
    lines = paragraph("word " * 200, BODY, 100)
    for room in range(3, len(lines)):
        pages = fill_pages([strip("before", HEIGHT - room * BODY.leading % HEIGHT), *lines], TOP, HEIGHT)
        assert all(len(names(page)) > 1 for page in pages[1:])


@given(st.lists(st.tuples(st.floats(1, 60), st.booleans()), max_size=60))
def test_nothing_is_lost_and_nothing_stands_below_the_page(given_strips: list[tuple[float, bool]]) -> None:
    strips = [strip(str(number), height, keep=keep) for number, (height, keep) in enumerate(given_strips)]
    pages = fill_pages(strips, TOP, HEIGHT)
    assert [name for page in pages for name in names(page)] == [str(number) for number in range(len(strips))]
    for page in pages:
        assert page[0].top == TOP
        assert all(placed.top + placed.strip.height <= TOP + HEIGHT + 1e-6 for placed in page)
