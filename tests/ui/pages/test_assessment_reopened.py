"""Why a finished assessment was opened again stands in the window too."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.pages.shown import assessment_page
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.day_reading import day_words
from ui.widgets.labels import ElidedLabel


def _lines(page: AssessmentPage) -> list[str]:
    return [one.whole_text() for one in page.details.findChildren(ElidedLabel) if one.isVisibleTo(page.details)]


def test_each_reopening_is_listed_with_its_day_and_reason(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = assessment_page(qtbot, row)
    before = _lines(page)
    for reason in ("<b>The call</b> changed it", "Once more"):
        row.finish()
        assert row.reopen(reason)
    listed = [f"{day_words(again.at.date())}: {again.reason}" for again in row.assessment.reopenings]
    assert len(listed) == 2
    qtbot.waitUntil(lambda: _lines(page) == [*before, *listed])


def test_an_undone_reopening_is_not_listed(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = assessment_page(qtbot, row)
    before = _lines(page)
    row.finish()
    row.reopen("Too early")
    assert _lines(page) != before
    row.workspace.undo_stack.undo()
    qtbot.waitUntil(lambda: _lines(page) == before)
