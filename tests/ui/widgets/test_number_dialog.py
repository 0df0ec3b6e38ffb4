"""Go to a question: what is typed names it at once, or is said to name none and what a number must be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from assessments.questionnaire_file import packaged_questionnaire
from ui.widgets.number_dialog import NumberDialog

IDS = list(packaged_questionnaire().questions)


@pytest.fixture
def dialog(qtbot: QtBot) -> NumberDialog:
    made = NumberDialog(packaged_questionnaire(), "G4")
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(dialog: NumberDialog, text: str) -> None:
    """Type what no key of the test's keyboard may have."""
    dialog.field.setText(text)
    dialog.field.textEdited.emit(text)


def test_it_begins_at_the_question_in_view_ready_to_be_overtyped(dialog: NumberDialog) -> None:
    assert dialog.field.selectedText() == "4"
    assert dialog.shown.text().startswith("G4 · ")
    assert "From 1 to 36" in dialog.field.accessibleDescription()


@pytest.mark.parametrize(("typed", "meant"), [("1", 0), (" 36 ", 35), ("007", 6), ("t4", IDS.index("T4")), ("٣", 2)])
def test_a_number_or_an_id_names_its_question_while_it_is_typed(
    qtbot: QtBot, dialog: NumberDialog, typed: str, meant: int
) -> None:
    type_in(dialog, typed)
    assert dialog.shown.text().startswith(f"{IDS[meant]} · ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.question is not None
    assert dialog.question.id == IDS[meant]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("37", "There is no question 37: they go from 1 to 36."),
        ("0", "There is no question 0: they go from 1 to 36."),
        ("abc", "“abc” is no number. Type one from 1 to 36."),
        ("-3", "“-3” is no number. Type one from 1 to 36."),
        ("²", "“²” is no number. Type one from 1 to 36."),
        (" ", "Type a number from 1 to 36."),
    ],
)
def test_what_names_no_question_keeps_it_open_and_is_said_beside_the_field(
    qtbot: QtBot, dialog: NumberDialog, typed: str, said: str
) -> None:
    type_in(dialog, typed)
    assert dialog._row.error == "", "nothing is wrong while it is still typed"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog._row.error == said
    assert dialog.field.selectedText() == typed
    qtbot.keyClicks(dialog.field, "5")
    assert dialog._row.error == ""
