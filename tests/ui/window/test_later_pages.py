"""The result page leads to the steps of its assessment."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from ui.pages.assessment_page import AssessmentPage
from ui.pages.result_page import ResultPage
from ui.widgets.section_progress import DETAILS, REVIEW
from ui.window.main_window import MainWindow

ASSESSMENT = UUID(int=14)


def test_a_step_asked_for_on_the_result_page_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    assert window.open_workspace(filled_workspace(tmp_path / "Partners.rapport"))
    window.show_result(ASSESSMENT)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ResultPage))
    result = window.stack.currentWidget()
    assert isinstance(result, ResultPage)
    for key, panel in ((DETAILS, "details"), (REVIEW, "review")):
        window.show_result(ASSESSMENT)
        result.section_requested.emit(key)
        page = window.stack.currentWidget()
        assert isinstance(page, AssessmentPage)
        assert getattr(page, panel).isVisible()


def test_closing_the_workspace_while_figures_are_worked_out_is_safe(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    assert window.open_workspace(filled_workspace(tmp_path / "Partners.rapport"))
    window.show_result(ASSESSMENT)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ResultPage))
    page = window.stack.currentWidget()
    window.close_workspace()
    qtbot.waitUntil(lambda: not isValid(page))
    assert window.stack.currentWidget() is window.welcome
