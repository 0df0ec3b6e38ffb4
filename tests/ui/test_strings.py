"""Every text of the collection is refused with a reason or shown literally by every widget that shows it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessments.text_rules import TextRefused, clean_name, clean_text
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.assessment_page import AssessmentPage
from ui.pages.new_assessment import NewAssessmentDialog
from ui.pages.partners_page import PartnersPage
from ui.pages.result_page import ResultPage
from ui.widgets.labels import plain_tooltip
from ui.widgets.note_field import NoteField

STRINGS = json.loads((Path(__file__).parents[1] / "data" / "strings.json").read_text("utf-8"))
TEXTS = [one["text"] for one in STRINGS]


def why_not(text: str, *, name: bool = False) -> str:
    """Return why a text is refused, empty when it is kept."""
    try:
        (clean_name if name else clean_text)(text)
    except TextRefused as error:
        return str(error)
    return ""


NAMES = [text for text in TEXTS if not why_not(text, name=True)]
NOTES = [text for text in TEXTS if not why_not(text)]


def formats(widget: QWidget) -> set[Qt.TextFormat]:
    return {label.textFormat() for label in widget.findChildren(QLabel) if label.text()}


def test_most_strings_are_kept_and_each_refusal_is_a_sentence() -> None:
    assert len(TEXTS) == 140
    assert len(NOTES) > 100
    for text in TEXTS:
        for refusal in (why_not(text), why_not(text, name=True)):
            assert not refusal or refusal.endswith(".")


def test_no_label_of_any_page_reads_its_text_as_markup(qtbot: QtBot, row: AssessmentDocument) -> None:
    row.workspace.edit_partner(replace(row.assessment.partner, name="<b>A</b> & <i>B</i>", contact="<u>C</u>"))
    row.set_details(purpose="<h1>Purpose</h1>")
    row.rate("G1", 4)
    row.set_note("G1", "<img src=x>")
    pages = [AssessmentPage(row), ResultPage(row), PartnersPage(row.workspace)]
    pages.append(NewAssessmentDialog(row.workspace, row.assessment.partner))
    for page in pages:
        qtbot.addWidget(page)
        page.show()
        if isinstance(page, AssessmentPage):
            page.show_review()
            page.show_details()
        assert formats(page) == {Qt.TextFormat.PlainText}
        page.hide()
        if isinstance(page, PartnersPage):
            page.close_reader()


def test_every_name_is_shown_literally_in_list_header_details_and_undo(qtbot: QtBot, row: AssessmentDocument) -> None:
    page, listed = AssessmentPage(row), PartnersPage(row.workspace)
    for widget in (page, listed):
        qtbot.addWidget(widget)
    listed.show()
    for name in NAMES:
        assert row.workspace.edit_partner(replace(row.assessment.partner, name=name, tags=()))
        assert page.header.title.whole_text() == name
        shown = listed.table.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole)
        assert shown == name
        assert name in row.workspace.undo_stack.undoText().replace("&&", "&")
    listed.table.resize(600, 200)
    assert not listed.table.grab().isNull()
    listed.close_reader()


def test_every_purpose_is_shown_literally(qtbot: QtBot, row: AssessmentDocument) -> None:
    page, result = AssessmentPage(row), ResultPage(row)
    for widget in (page, result):
        qtbot.addWidget(widget)
    for text in NOTES:
        assert row.set_details(purpose=text)
        result.refresh()
        line = " ".join(text.split("\n"))
        assert page.header.subtitle.whole_text().startswith(line)
        assert result.header.subtitle.whole_text().startswith(line)
        assert page.details.purpose.text() == text


def test_every_note_is_shown_as_it_is_stored(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = AssessmentPage(row)
    qtbot.addWidget(page)
    page.show_question("G1")
    for text in NOTES:
        assert row.set_note("G1", text)
        assert page.card.note.text() == text
        place = page.table.rows.row_of("G1")
        assert page.table.rows.index(place, 5).data() == " ".join(text[:160].split())


@pytest.mark.parametrize("text", NOTES, ids=lambda text: str(len(text)))
def test_typed_text_is_stored_character_by_character(qtbot: QtBot, text: str) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.typed.connect(told.append)
    field.insertPlainText(text)
    field.store()
    assert told == ([text] if text else [])


def test_refused_text_stays_in_the_field_and_says_why(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = AssessmentPage(row)
    qtbot.addWidget(page)
    page.show()
    said: list[str] = []
    page.card.note.refused.connect(said.append)
    page.card.note.insertPlainText("a\x07b")
    page.card.note.store()
    assert "control character" in said[-1]
    assert page.card.note.text() == "a\x07b"
    assert not row.workspace.is_saved
    assert row.assessment.answers == {}


def test_a_new_partner_with_any_name_is_kept_or_refused_beside_the_field(qtbot: QtBot, row: AssessmentDocument) -> None:
    dialog = NewAssessmentDialog(row.workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.type.setCurrentIndex(1)
    for text in TEXTS:
        dialog.form.name.setText(text)
        typed = dialog.form.name.text()
        wrong = dialog.form.check()
        assert dialog.form.rows["name"].error == why_not(typed, name=True)
        assert (wrong is None) == (not why_not(typed, name=True))
        if wrong is None:
            assert dialog.new_assessment().partner.name == typed


def test_tooltips_are_escaped() -> None:
    assert "<b>" not in plain_tooltip("<b>bold</b>")
    assert "&lt;b&gt;" in plain_tooltip("<b>bold</b>")
