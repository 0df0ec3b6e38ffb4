from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.lines import break_lines, measure
from reports.share_columns import share_columns
from reports.style import BODY
from reports.table import Cell

WIDTH, GAP = 508.0, 8.0
SHARES = (0.4, 0.2, 0.2, 0.2)
TITLES = ("Outcome", "Metric", "Due", "To us")
LONG = "Datenverarbeitungsvereinbarung"


def rows(*texts: str) -> list[list[Cell]]:
    return [[Cell(text, BODY) for text in texts]]


def test_columns_have_their_shares_where_every_word_fits() -> None:
    columns = share_columns(SHARES, TITLES, rows("A goal " * 20, "visits", "12 Jul 2026", "5"), WIDTH, GAP)
    assert [column.width + GAP for column in columns[:-1]] == pytest.approx([share * WIDTH for share in SHARES[:-1]])
    assert columns[-1].x + columns[-1].width == pytest.approx(WIDTH)


def test_a_word_too_long_for_its_column_takes_room_from_those_that_have_it() -> None:
    found = rows("A goal " * 20, LONG, "12 Jul 2026", LONG)
    columns = share_columns(SHARES, TITLES, found, WIDTH, GAP)
    assert all(LONG in break_lines(LONG, BODY, columns[place].width) for place in (1, 3))
    assert columns[2].width >= measure("12 Jul 2026", BODY)
    assert columns[2].width < SHARES[2] * WIDTH - GAP


def test_text_that_breaks_anywhere_asks_for_no_room() -> None:
    usual = share_columns(SHARES, TITLES, rows("x", "x", "x", "x"), WIDTH, GAP)
    for text in ("漢字" * 40, "เราตรวจสอบทะเบียน" * 6):
        assert share_columns(SHARES, TITLES, rows("x", text, "x", "x"), WIDTH, GAP) == usual


words = st.text(st.sampled_from("aW ñ-漢ที่"), max_size=90)


@given(st.lists(st.tuples(words, words, words, words), max_size=6))
def test_columns_stand_beside_each_other_and_none_is_lost(drawn: list[tuple[str, str, str, str]]) -> None:
    found = [[Cell(text, BODY) for text in row] for row in drawn]
    columns = share_columns(SHARES, TITLES, found, WIDTH, GAP)
    assert columns[0].x == 0
    assert all(after.x == pytest.approx(before.x + before.width + GAP) for before, after in pairwise(columns))
    assert columns[-1].x + columns[-1].width == pytest.approx(WIDTH)
    for column, share in zip(columns, SHARES, strict=True):
        assert column.width >= (share * WIDTH - GAP) * 0.6 - 1e-6
