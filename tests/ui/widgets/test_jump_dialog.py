"""Jump to any place: the best fit comes first, with its kind; more may come while one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from assessments.questionnaire_file import packaged_questionnaire
from ui.widgets.jump_dialog import JumpDialog, JumpTarget

PLACES = [
    JumpTarget("Page", "Partners", list),
    JumpTarget("Page", "Portfolio", list),
    JumpTarget("Step", "Partner & purpose", list),
    JumpTarget("Step", "Trust & communication", list),
    *(
        JumpTarget(f"Question {number}", one.title, list, one.id, number, one.text)
        for number, one in enumerate(packaged_questionnaire().questions.values(), start=1)
    ),
    JumpTarget("Help", "The partners page", list),
]
LUMEN = JumpTarget("Partner", "Lumen Ätherlabs", list, words="programmatic EU")


def type_in(dialog: JumpDialog, text: str) -> None:
    """Type letters that no key of the test's keyboard has."""
    dialog.field.setText(text)
    dialog.field.textEdited.emit(text)


@pytest.fixture
def dialog(qtbot: QtBot) -> JumpDialog:
    made = JumpDialog(PLACES)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def names(dialog: JumpDialog) -> list[str]:
    return [dialog.list.item(place).text() for place in range(dialog.list.count())]


def test_before_anything_is_typed_every_place_stands_in_order_with_its_kind(dialog: JumpDialog) -> None:
    assert len(names(dialog)) == len(PLACES)
    assert names(dialog)[0] == "Partners, Page"
    assert names(dialog)[4].startswith("G1, ")
    assert names(dialog)[4].endswith(", Question 1")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("partners", "Partners, Page"),
        ("port", "Portfolio, Page"),
        ("purp", "Partner & purpose, Step"),
        ("t4", "T4, "),
        ("7", "V1, "),
        ("36", "L6, "),
        ("OPENNESS ai", "T4, "),
        ("trust", "Trust & communication, Step"),
    ],
)
def test_the_best_fit_comes_first(qtbot: QtBot, dialog: JumpDialog, typed: str, first: str) -> None:
    qtbot.keyClicks(dialog.field, typed)
    assert names(dialog)[0].startswith(first)


def test_names_come_before_what_only_has_the_word_in_its_text(qtbot: QtBot, dialog: JumpDialog) -> None:
    qtbot.keyClicks(dialog.field, "partner")
    found = names(dialog)
    assert found[:2] == ["Partners, Page", "Partner & purpose, Step"]
    assert found[2] == "The partners page, Help"
    assert len(found) > 3
    assert all(", Question " in one for one in found[3:])


def test_digits_mean_numbers_only(qtbot: QtBot, dialog: JumpDialog) -> None:
    qtbot.keyClicks(dialog.field, "3")
    assert [one.rpartition(" ")[2] for one in names(dialog)] == ["3", "30", "31", "32", "33", "34", "35", "36"]


def test_where_nothing_fits_it_says_so(qtbot: QtBot, dialog: JumpDialog) -> None:
    assert not dialog.nothing.isVisible()
    qtbot.keyClicks(dialog.field, "xyzzy")
    assert dialog.nothing.isVisible()
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "t4")
    assert not dialog.nothing.isVisible()


def test_arrow_keys_move_the_choice_while_typing_goes_on(qtbot: QtBot, dialog: JumpDialog) -> None:
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.chosen() is PLACES[1]
    assert dialog.focusWidget() is dialog.field


def test_more_is_ranked_among_the_others_and_goes_with_the_letters(qtbot: QtBot, dialog: JumpDialog) -> None:
    dialog.typed.connect(lambda _text: dialog.offer_more([LUMEN]))
    type_in(dialog, "lumen ä")
    assert dialog.chosen() is LUMEN
    qtbot.keyClicks(dialog.field, "x")
    assert names(dialog) == []


def test_enter_waits_for_what_is_still_looked_for(qtbot: QtBot, dialog: JumpDialog) -> None:
    dialog.typed.connect(lambda _text: dialog.await_more())
    qtbot.keyClicks(dialog.field, "lum")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.offer_more([LUMEN])
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.chosen() is LUMEN


def test_letters_typed_after_enter_take_it_back(qtbot: QtBot, dialog: JumpDialog) -> None:
    dialog.typed.connect(lambda _text: dialog.await_more())
    qtbot.keyClicks(dialog.field, "lum")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.field, "e")
    dialog.offer_more([LUMEN])
    assert dialog.isVisible()
