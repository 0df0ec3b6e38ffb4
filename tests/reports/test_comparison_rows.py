"""The rows of a comparison's page one: every word of them is there, or the page says where."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.questionnaire import Questionnaire
from assessments.questionnaire_file import packaged_questionnaire
from reports.comparison_rows import Row, rows_that_fit
from reports.options import PrintOptions
from reports.strips import Words
from reports.style import CELL, Paper
from tests.assessments.test_charts import LONG_NAMES
from tests.reports.compared import laid, partners
from tests.reports.test_front import with_dimensions


def front(count: int, options: PrintOptions, questionnaire: Questionnaire) -> list[Words]:
    """Return the words of page one without what stands outside the frame."""
    made = laid(partners(count, lambda _number: {"questionnaire": questionnaire}), options)
    return [
        item
        for placed in made.pages[0]
        if placed.top < made.frame.bottom
        for item in placed.strip.items
        if isinstance(item, Words)
    ]


@pytest.mark.parametrize("paper", get_args(Paper))
@pytest.mark.parametrize("count", range(2, 7))
def test_titles_of_questions_are_never_cut_and_no_word_is_broken(count: int, paper: Paper) -> None:
    questionnaire = packaged_questionnaire()
    words = front(count, PrintOptions(paper=paper), questionnaire)
    assert not [one.text for one in words if one.text.endswith("…")]
    titles = {f"{key} {question.title}" for key, question in questionnaire.questions.items()}
    known = {word for title in titles for word in title.split()}
    rows = [one for one in words if one.x == 0 and one.style.size == 8.2]
    assert len(rows) > 3
    assert {word for one in rows for word in one.text.split()} <= known


def test_where_a_title_is_too_long_for_its_row_the_page_says_where_it_stands_in_full() -> None:
    usual = packaged_questionnaire()
    longer = replace(
        usual,
        dimensions=tuple(
            replace(
                dimension,
                questions=tuple(replace(one, title=f"{one.title} and so on" * 12) for one in dimension.questions),
            )
            for dimension in usual.dimensions[:1]
        ),
    )
    printed = [one.text for one in front(2, PrintOptions(), longer)]
    assert any(one.endswith("…") for one in printed)
    assert sum("in full on page" in one or "more: all on page" in one for one in printed) == 2


def of_lines(count: int) -> Row:
    return Row(["line"] * count, (), CELL, CELL, "", is_cut=False)


lines = st.lists(st.integers(1, 3), max_size=12)


@given(st.floats(0, 400), lines, lines)
def test_two_lists_share_the_room_in_turn_from_the_top_of_each(
    room: float, first: list[int], second: list[int]
) -> None:
    lists = [[of_lines(count) for count in counts] for counts in (first, second)]
    some, few = rows_that_fit(room, *lists)
    assert (some, few) == (lists[0][: len(some)], lists[1][: len(few)])
    used = sum(row.height for row in (*some, *few))
    assert used <= room + 1e-6
    # Nothing that comes next would still fit.
    left = [rows[len(taken) :] for rows, taken in zip(lists, (some, few), strict=True)]
    assert all(used + rows[0].height > room - 1e-6 for rows in left if rows)
    alike = rows_that_fit(room, [of_lines(1)] * 9, [of_lines(1)] * 9)
    assert len(alike[1]) - len(alike[0]) in {0, 1}


@pytest.mark.parametrize("paper", get_args(Paper))
def test_twelve_long_names_of_dimensions_are_whole_where_there_is_room(paper: Paper) -> None:
    twelve = with_dimensions(12, "x")
    named = [replace(one, title=name, short=name) for one, name in zip(twelve.dimensions, LONG_NAMES, strict=True)]
    words = front(3, PrintOptions(paper=paper), replace(twelve, dimensions=tuple(named)))
    printed = " ".join(one.text for one in words if one.x == 0)
    assert all(name in printed for name in LONG_NAMES)
