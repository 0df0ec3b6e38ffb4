"""A name in any script stands among our words without turning them round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from tests.ui.test_strings import TEXTS
from ui.documents.names import breakable, elided_at_its_end, is_right_to_left, isolated, without_isolates
from ui.theme import fonts
from ui.widgets.labels import label

HEBREW, ARABIC = "סוכנות הפרסום", "شركة الأفق"


def place_of(text: str, letter: str) -> float:
    """Return where a letter stands in a line that Qt lays, in pixels from its left."""
    layout = QTextLayout(text, fonts.sans())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    line.setPosition(QPointF(0, 0))
    return float(line.cursorToX(text.index(letter))[0])  # type: ignore[index]


@pytest.mark.parametrize("name", ["", "Orbit DSP", "東京広告", "12 % …", "Orbit שם"])
def test_a_name_that_begins_from_the_left_is_left_as_it_is(name: str) -> None:
    assert isolated(name) == name == elided_at_its_end(name)


@pytest.mark.parametrize("name", [HEBREW, ARABIC, "12 " + HEBREW])
def test_words_of_ours_stand_after_a_name_that_is_read_from_the_right(qtbot: QtBot, name: str) -> None:
    assert is_right_to_left(name)
    turned, kept = f"{name}: result", f"{isolated(name)}: result"
    assert place_of(turned, "r") < place_of(turned, name[-1])
    assert place_of(kept, "r") > place_of(kept, name[-1])


@pytest.mark.parametrize("name", [HEBREW, ARABIC])
def test_the_ellipsis_stands_where_the_reading_ends(name: str) -> None:
    assert elided_at_its_end(name + "…").rstrip("\u200f") == name + "…"
    assert elided_at_its_end(name + "…") != name + "…"
    assert elided_at_its_end(name) == name


@given(st.one_of(st.sampled_from(TEXTS), st.text(max_size=20)))
def test_taking_the_marks_off_gives_the_name_back(name: str) -> None:
    assert without_isolates(isolated(name)) == without_isolates(name)


def test_a_word_without_end_may_break_and_no_other_text_changes(qtbot: QtBot) -> None:
    endless = "W" * 200
    made = label(breakable(f"{endless} leads."), wraps=True)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < made.fontMetrics().horizontalAdvance(endless) / 4
    assert breakable(endless).replace("\u200b", "") == endless
    for text in ("Brightfield Creative leads in 94 %.", "W" * 30, HEBREW * 10, "東京広告" * 20):
        assert breakable(text) == text
