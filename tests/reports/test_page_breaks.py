from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.options import PrintOptions
from reports.page_breaks import break_pages
from reports.strips import Strip, Words, fill_pages, space, with_header
from reports.style import Paper
from tests.reports.documents import NAMES, document
from tests.reports.test_strips import HEIGHT, TOP, names, strip


def heading(name: str, level: int) -> Strip:
    return Strip(10, strip(name).items, keep=True, outline=(level, name))


def rows(count: int, first: int = 0) -> list[Strip]:
    return [strip(str(number)) for number in range(first, first + count)]


def test_a_last_page_that_is_filled_well_stays_as_it_is() -> None:
    strips = [*rows(4), space(10), *rows(9, 4)]
    assert break_pages(strips, TOP, HEIGHT) == fill_pages(strips, TOP, HEIGHT)


def test_room_is_made_tighter_where_that_saves_a_leftover() -> None:
    strips = [*rows(3), space(7), *rows(3, 3), space(7), *rows(3, 6)]
    assert len(fill_pages(strips, TOP, HEIGHT)) == 2
    (page,) = break_pages(strips, TOP, HEIGHT)
    assert [placed.strip.height for placed in page if not placed.strip.items] == pytest.approx([4.2, 4.2])


def test_the_last_page_begins_with_the_heading_of_its_part() -> None:
    strips = [*rows(6), heading("list", 1), strip("a"), heading("part", 0), strip("b"), strip("c")]
    assert [names(page) for page in break_pages(strips, TOP, HEIGHT)] == [
        [*map(str, range(6)), "list", "a"],
        ["part", "b", "c"],
    ]


def test_a_list_goes_over_as_a_whole_where_no_part_begins() -> None:
    strips = [*rows(6), heading("list", 1), *rows(4, 6)]
    assert names(break_pages(strips, TOP, HEIGHT)[1]) == ["list", "6", "7", "8", "9"]


def test_as_many_rows_go_over_as_make_it_worth_a_page_and_repeat_their_header() -> None:
    strips = with_header(rows(11), [strip("head")])
    assert [names(page) for page in break_pages(strips, TOP, HEIGHT)] == [
        [*map(str, range(9))],
        ["head", "9", "10"],
    ]


def test_what_is_kept_together_goes_over_together() -> None:
    strips = [*rows(6), *(strip(name, keep=True) for name in "abc"), strip("d"), strip("e")]
    assert names(break_pages(strips, TOP, HEIGHT)[1]) == ["a", "b", "c", "d", "e"]


def test_a_part_that_would_leave_the_page_before_empty_stays_where_it_is() -> None:
    strips = [*rows(2), heading("part", 0), *rows(8, 2)]
    assert names(break_pages(strips, TOP, HEIGHT)[1]) == ["7", "8", "9"]


_strips = st.lists(
    st.tuples(st.floats(1, 60), st.booleans(), st.sampled_from([None, None, None, 0, 1]), st.booleans()), max_size=40
)


@given(_strips)
def test_nothing_is_lost_nothing_stands_below_the_page_and_no_page_is_added(
    drawn: list[tuple[float, bool, int | None, bool]],
) -> None:
    strips = [
        space(height, keep=keep)
        if empty
        else Strip(height, strip(str(n)).items, keep, outline=None if level is None else (level, "title"))
        for n, (height, keep, level, empty) in enumerate(drawn)
    ]
    usual, pages = fill_pages(strips, TOP, HEIGHT), break_pages(strips, TOP, HEIGHT)
    assert [name for page in pages for name in names(page)] == [name for page in usual for name in names(page)]
    assert len(pages) <= len(usual)
    for page in pages:
        assert page[0].top == TOP
        assert all(after.top >= before.top + before.strip.height - 1e-6 for before, after in pairwise(page))
        assert all(placed.top + placed.strip.height <= TOP + HEIGHT + 1e-6 for placed in page)


@pytest.mark.parametrize("paper", get_args(Paper))
@pytest.mark.parametrize("name", NAMES)
def test_no_page_ends_with_a_heading_and_a_single_line_of_what_goes_on_behind_it(name: str, paper: Paper) -> None:
    made = document(name, PrintOptions(paper=paper))
    pages = [
        [
            placed.strip
            for placed in page
            if made.frame.top <= placed.top < made.frame.bottom and not placed.repeated and words(placed.strip)
        ]
        for page in made.pages
    ]
    for page, following in pairwise(pages):
        assert not is_heading(page[-1])
        assert not (len(page) > 1 and is_heading(page[-2])) or is_heading(following[0])


def words(shown: Strip) -> list[Words]:
    return [item for item in shown.items if isinstance(item, Words)]


def is_heading(shown: Strip) -> bool:
    """Tell whether a strip has nothing beside headings: a question's stands in one strip with the question."""
    return all((one.element.kind if one.element else one.style.kind).startswith("H") for one in words(shown))


@pytest.mark.parametrize("paper", get_args(Paper))
@pytest.mark.parametrize("name", NAMES)
def test_no_document_ends_with_a_page_of_a_few_lines(name: str, paper: Paper) -> None:
    made = document(name, PrintOptions(paper=paper))
    last = [placed for placed in made.pages[-1] if made.frame.top <= placed.top < made.frame.bottom]
    assert len(made.pages) == 1 or last[-1].top + last[-1].strip.height > made.frame.height * 0.25
