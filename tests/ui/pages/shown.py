"""Pages as tests look at them: as large as in the usual window, and filled."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessments.answer import Grade
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.pages.compare_page import ComparePage
from ui.pages.portfolio_page import PortfolioPage
from ui.pages.result_page import ResultPage

Page = TypeVar("Page", bound=QWidget)
ReadingPage = TypeVar("ReadingPage", ComparePage, PortfolioPage)


def shown(qtbot: QtBot, page: Page) -> Page:
    """Show a page."""
    qtbot.addWidget(page)
    page.resize(1084, 760)
    page.show()
    return page


def filled(qtbot: QtBot, page: ReadingPage) -> ReadingPage:
    """Show a page that reads the file, and wait until it has."""
    with qtbot.waitSignal(page.shown):
        return shown(qtbot, page)


def assessment_page(qtbot: QtBot, document: AssessmentDocument) -> AssessmentPage:
    """Show the assessment page with the keyboard in it."""
    page = shown(qtbot, AssessmentPage(document))
    page.activateWindow()
    qtbot.waitUntil(page.hasFocus)
    return page


def press(
    qtbot: QtBot, page: AssessmentPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(page.focusWidget() or page, key, modifier)


def chosen(page: AssessmentPage) -> list[int]:
    """The ratings that are marked: one or none."""
    return [shown.rating for shown in page.card.ratings.rows if shown.isChecked()]


def answer_all(document: AssessmentDocument, rating: int = 4, grade: Grade = Grade.SEEN) -> None:
    """Rate every question in scope."""
    for question_id in document.result.in_scope:
        assert document.rate(question_id, rating)
        assert document.set_grade(question_id, grade)


def result_page(qtbot: QtBot, document: AssessmentDocument) -> ResultPage:
    """Show the result of an assessment, and wait for its lower part."""
    page = shown(qtbot, ResultPage(document))
    qtbot.waitUntil(lambda: not page._waits)
    return page


def answered_result(qtbot: QtBot, document: AssessmentDocument) -> ResultPage:
    """Show the result of an assessment in which every question is rated, with how firm it is."""
    answer_all(document)
    page = result_page(qtbot, document)
    qtbot.waitUntil(lambda: page.robustness.is_current)
    return page


def partner_named(document: WorkspaceDocument, name: str) -> UUID:
    """The id of the partner whose name begins so."""
    return next(one.id for one in document.workspace.all_partners() if one.name.startswith(name))
