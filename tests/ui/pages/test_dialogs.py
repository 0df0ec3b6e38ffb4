"""Small dialogs: begin on the first field, say what is wrong beside it, Enter does the deed, Escape does nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from assessments.assessment import Partner
from assessments.questionnaire_file import packaged_questionnaire
from reports.locked import password_problem
from tests.conftest import TODAY
from tests.ui.test_strings import NOTES, TEXTS, why_not
from ui.documents.many_briefs import Wish
from ui.documents.print_choices import PrintChoices
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.blank_dialog import BlankDialog
from ui.pages.new_assessment import NewAssessmentDialog
from ui.pages.partner_dialog import PartnerDialog
from ui.pages.print_many_dialog import PrintManyDialog
from ui.widgets.jump_dialog import JumpDialog, JumpTarget
from ui.widgets.number_dialog import NumberDialog
from ui.widgets.password_dialog import PasswordDialog
from ui.widgets.reason_dialog import NotApplicableDialog, ReasonDialog, ReopenDialog
from ui.widgets.section_progress import progress_of

PARTNER = Partner(UUID(int=1), "Brightfield Creative", "AGY", tags=("creative", "genAI"), website="example.org")
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog


def button(dialog: QDialog, text: str) -> QPushButton:
    (found,) = (made for made in dialog.findChildren(QPushButton) if made.text().replace("&", "") == text)
    return found


MADE: dict[str, Callable[[], QDialog]] = {
    "partner": lambda: PartnerDialog(PARTNER),
    "reason": lambda: NotApplicableDialog("Why <b>this</b>?", "Because"),
    "reopen": ReopenDialog,
    "jump": lambda: JumpDialog([JumpTarget("Page", "Settings", list)]),
    "number": lambda: NumberDialog(packaged_questionnaire(), "G1"),
    "password": PasswordDialog,
}


@pytest.mark.parametrize("name", MADE)
def test_the_keyboard_is_in_the_first_field_and_escape_closes_without_the_deed(qtbot: QtBot, name: str) -> None:
    dialog = shown(qtbot, MADE[name]())
    first = next(field for field in dialog.findChildren(QLineEdit) if field.isVisible())
    assert dialog.focusWidget() is first
    qtbot.keyClick(first, ESCAPE)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


WISH = Wish(Path("none.rapport"), TODAY, PrintChoices())
ON_PAPER: dict[str, Callable[[], QDialog]] = {
    "blank": BlankDialog,
    "many": lambda: PrintManyDialog(WISH, WISH, 3),
}


@pytest.mark.parametrize("name", ["partner", "reason", "reopen", "password", *ON_PAPER])
def test_enter_on_cancel_cancels(qtbot: QtBot, name: str) -> None:
    dialog = shown(qtbot, {**MADE, **ON_PAPER}[name]())
    cancel = button(dialog, "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, ENTER)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_enter_in_a_field_saves_the_partner_as_edited(qtbot: QtBot) -> None:
    dialog = PartnerDialog(PARTNER)
    shown(qtbot, dialog)
    dialog._form.name.setText("Brightfield & Söhne")
    dialog._form.tags.setText(" creative , , EU, creative, eu")
    qtbot.keyClick(dialog._form.name, ENTER)
    assert dialog.result() == QDialog.DialogCode.Accepted
    saved = dialog.partner()
    assert (saved.name, saved.tags, saved.id) == ("Brightfield & Söhne", ("creative", "EU"), PARTNER.id)


def test_wrong_fields_keep_the_partner_open_with_the_keyboard_in_the_first(qtbot: QtBot) -> None:
    dialog = PartnerDialog(PARTNER)
    shown(qtbot, dialog)
    dialog._form.name.setText("")
    dialog._form.website.setText("javascript://alert")
    dialog._form.country.setFocus()
    qtbot.keyClick(dialog._form.country, ENTER)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog._form.name
    assert dialog._form.rows["name"].error
    assert dialog._form.rows["website"].error == "A website starts with http:// or https://, or is just its name."
    assert dialog._form.rows["country"].error == ""


@pytest.mark.parametrize("make", [lambda: NotApplicableDialog("Why?"), ReopenDialog], ids=["reason", "reopen"])
def test_a_reason_is_more_than_white_space(qtbot: QtBot, make: Callable[[], ReasonDialog]) -> None:
    dialog = make()
    shown(qtbot, dialog)
    field = next(iter(dialog.findChildren(QLineEdit)))
    for empty in ("", "   ", "\u00a0"):
        field.setText(empty)
        qtbot.keyClick(field, ENTER)
        assert dialog.isVisible()
        assert dialog._row.error == "Give a reason: a few words are enough."
    field.setText("No AI in this work.")
    qtbot.keyClick(field, ENTER)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.reason == "No AI in this work."


@pytest.mark.parametrize("make", [lambda: NotApplicableDialog("Why?"), ReopenDialog], ids=["reason", "reopen"])
def test_every_reason_is_taken_as_typed_or_refused_beside_the_field(
    qtbot: QtBot, make: Callable[[], ReasonDialog]
) -> None:
    dialog = make()
    shown(qtbot, dialog)
    field = next(iter(dialog.findChildren(QLineEdit)))
    for text in TEXTS:
        field.setText(text[:2000])
        typed = field.text()
        dialog.accept()
        if why_not(typed) or not typed.strip():
            assert dialog._row.error
            assert dialog.isVisible()
            assert dialog.focusWidget() is field
        else:
            assert dialog.reason == typed
            dialog.show()


@pytest.mark.parametrize("typed", ["é" * 64, "ﷺ" * 10], ids=["long", "long when its letters are written out"])
def test_a_password_that_no_file_takes_is_refused_beside_the_field(qtbot: QtBot, typed: str) -> None:
    dialog = PasswordDialog()
    shown(qtbot, dialog)
    for field in (dialog.first, dialog.second):
        field.setText(typed)
    assert dialog.first.text() == typed
    dialog.accept()
    assert dialog.isVisible()
    assert dialog._first_row.error == password_problem(typed) != ""


def test_the_question_in_the_reason_dialog_is_plain_text(qtbot: QtBot) -> None:
    dialog = shown(qtbot, NotApplicableDialog("Why <b>this</b>?"))
    assert any(label.text() == "Why <b>this</b>?" for label in dialog.findChildren(QLabel))
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_the_jump_is_closed_by_enter_only_with_somewhere_to_go(qtbot: QtBot) -> None:
    dialog = JumpDialog([JumpTarget("Page", "Settings", list)])
    shown(qtbot, dialog)
    for text in ("xyzzy", *(one for one in NOTES if len(one) > 20)):
        dialog.field.setText(text)
        dialog.field.textEdited.emit(dialog.field.text())
        qtbot.keyClick(dialog.field, ENTER)
        assert dialog.isVisible()
        assert dialog.chosen() is None
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "sett")
    qtbot.keyClick(dialog.field, ENTER)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_new_assessment_without_a_name_stays_open_at_the_name(qtbot: QtBot, document: WorkspaceDocument) -> None:
    dialog = NewAssessmentDialog(document)
    shown(qtbot, dialog)
    assert dialog.focusWidget() is dialog.form.name
    qtbot.keyClick(dialog.purpose, ENTER)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.form.name
    assert dialog.form.rows["type"].error == "Choose what they are: it decides which questions apply."


def test_what_was_wrong_with_a_field_is_taken_back_as_soon_as_it_is_right(
    qtbot: QtBot, document: WorkspaceDocument
) -> None:
    dialog = NewAssessmentDialog(document)
    shown(qtbot, dialog)
    dialog.accept()
    assert dialog.form.rows["name"].error
    assert dialog.form.rows["type"].error
    qtbot.keyClicks(dialog.form.name, " ")
    assert dialog.form.rows["name"].error, "a space is no name"
    qtbot.keyClicks(dialog.form.name, "K")
    assert dialog.form.rows["name"].error == ""
    qtbot.keyClick(dialog.form.type, Qt.Key.Key_Down)
    assert dialog.form.rows["type"].error == ""
    qtbot.keyClicks(dialog.form.website, "ftp://x")
    assert dialog.form.rows["website"].error == "", "nothing is said of it while it is typed"


@pytest.mark.usefixtures("in_our_look")
def test_a_new_assessment_scrolls_only_where_there_is_no_room(qtbot: QtBot, document: WorkspaceDocument) -> None:
    dialog = NewAssessmentDialog(document)
    dialog.feeling.show_value(70)
    dialog.resize(680, 712)  # as on an ordinary screen
    shown(qtbot, dialog)
    (scroll,) = (area for area in dialog.findChildren(QScrollArea) if area.widget() is not None)
    assert scroll.verticalScrollBar().maximum() == 0
    dialog.resize(dialog.width(), 240)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)


def test_a_new_assessment_on_a_narrow_screen_scrolls_down_and_never_sideways(
    qtbot: QtBot, document: WorkspaceDocument
) -> None:
    dialog = NewAssessmentDialog(document)
    dialog.feeling.show_value(50)
    shown(qtbot, dialog)
    (scroll,) = (area for area in dialog.findChildren(QScrollArea) if area.widget() is not None)
    form = dialog.form.rows
    assert form["name"].mapTo(dialog, QPoint()).y() == form["type"].mapTo(dialog, QPoint()).y()
    dialog.resize(392, 352)
    qtbot.waitUntil(lambda: form["name"].mapTo(dialog, QPoint()).y() < form["type"].mapTo(dialog, QPoint()).y())
    assert scroll.horizontalScrollBar().maximum() == 0


def test_the_time_said_before_an_assessment_is_the_time_said_when_it_begins(
    qtbot: QtBot, document: WorkspaceDocument
) -> None:
    dialog = NewAssessmentDialog(document)
    shown(qtbot, dialog)
    dialog.form.name.setText("Northwind")
    dialog.form.type.setCurrentIndex(dialog.form.type.findData("ADV"))
    said = dialog.quick.text()
    dialog.form.type.setCurrentIndex(dialog.form.type.findData("AGY"))
    assert dialog.quick.text() != said, "an agency is asked more than an advertiser"
    for radio in (dialog.quick, dialog.full):
        radio.setChecked(True)
        count, minutes = (int(figure) for figure in re.findall(r"\d+", radio.text()))
        made = document.add_assessment(dialog.new_assessment())
        assert made is not None
        begun = document.open_assessment(made)
        progress = progress_of(begun.assessment, begun.result)
        assert progress.asked == count
        assert progress.words.endswith(f"about {minutes} min left")


def letters(dialog: QDialog) -> list[str]:
    """The letters that Alt reaches something with: of buttons, and of labels that belong to a field."""
    texts = [made.text() for made in dialog.findChildren(QAbstractButton)]
    texts += [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    found = (text.replace("&&", "") for text in texts)
    return [text[text.index("&") + 1].casefold() for text in found if "&" in text]


@pytest.mark.parametrize("name", ["partner", "reason", "reopen", "new", "number", "password", *ON_PAPER])
def test_every_field_and_button_of_a_dialog_has_a_letter_of_its_own(
    qtbot: QtBot, document: WorkspaceDocument, name: str
) -> None:
    dialog = shown(qtbot, NewAssessmentDialog(document) if name == "new" else {**MADE, **ON_PAPER}[name]())
    used = letters(dialog)
    assert len(used) >= 3
    assert len(set(used)) == len(used), sorted(used)


def test_the_letter_of_a_label_is_not_read_out(qtbot: QtBot) -> None:
    dialog = PartnerDialog(PARTNER)
    shown(qtbot, dialog)
    assert dialog._form.type.accessibleName() == "What they are"
