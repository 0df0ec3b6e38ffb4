from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.dialogs import within
from tests.ui.pages.shown import press
from tests.ui.pages.test_assessment_page import page
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.link_dialogs import OpenLinkDialog

__all__ = ["page"]


def test_undo_of_a_link_brings_its_question_back_on_screen(
    page: AssessmentPage, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    page.show_question("G1")
    page.card.files.changes.add_link("G1", "https://example.org/charter")
    page.show_question("T4")
    document.undo_stack.undo()
    assert page.card.question.id == "G1"
    assert page.card.files.chips == []


def test_enter_on_a_chip_opens_it_and_does_not_go_on(qtbot: QtBot, page: AssessmentPage) -> None:
    page.show_question("G1")
    page.card.files.changes.add_link("G1", "https://example.org/charter")
    page.card.files.chips[0].setFocus()
    within(qtbot, OpenLinkDialog, lambda: press(qtbot, page, Qt.Key.Key_Return), lambda dialog: dialog.reject())
    assert page.card.question.id == "G1"
