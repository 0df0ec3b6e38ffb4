"""The result page leads to the steps of its assessment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.window.windows import page_of
from ui.pages.assessment_page import AssessmentPage
from ui.pages.result_page import ResultPage
from ui.widgets.section_progress import DETAILS, REVIEW
from ui.window.main_window import MainWindow

ASSESSMENT = UUID(int=14)
ROOT = Path(__file__).parents[3]
VISITS = """
import os, sys, threading
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from ui.window.application import make_application

app = make_application()
from ui.window.main_window import MainWindow

window = MainWindow(lambda: date(2026, 11, 23))
assert window.open_workspace(Path(sys.argv[1]))
window.show()
window.libraries.load()
while window.libraries._thread.is_alive() or not window.menus._is_full:
    app.processEvents()
found = window.current_assessment()
looked_for = set()


class Noted:
    def find_spec(name, path=None, target=None):
        if threading.current_thread() is threading.main_thread():  # workers may load what they like
            looked_for.add(name)


sys.meta_path.insert(0, Noted)
for show in (window.show_assessment, window.show_result, window.show_weights, window.show_brief, window.show_page):
    for given in ("settings", "compare", "portfolio") if show == window.show_page else (found,):
        looked_for.clear()
        show(given)
        assert type(window.stack.currentWidget()).__name__ != "PartnersPage", given
        ours = {name for name in looked_for if name.partition(".")[0] in ("ui", "assessments", "models")}
        print(show.__name__, given, *sorted(ours), sep=",")
sys.stdout.flush()
os._exit(0)
"""
"""Says which modules of ours the first visit of each page still loads."""


def opened(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window that has just been shown: nothing is loaded for it yet."""
    window = MainWindow(lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    assert window.open_workspace(filled_workspace(tmp_path / "Partners.rapport"))
    return window


def test_a_step_asked_for_on_the_result_page_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.show_result(ASSESSMENT)
    result = page_of(qtbot, window, ResultPage)
    for key, panel in ((DETAILS, "details"), (REVIEW, "review")):
        window.show_result(ASSESSMENT)
        result.section_requested.emit(key)
        page = window.stack.currentWidget()
        assert isinstance(page, AssessmentPage)
        assert getattr(page, panel).isVisible()


def test_no_first_visit_loads_what_the_thread_of_the_libraries_could(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    done = subprocess.run(
        [sys.executable, "-c", VISITS, path], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    visits = done.stdout.splitlines()
    assert len(visits) == 7
    assert [line for line in visits if line.count(",") > 1] == []


def test_closing_the_workspace_while_figures_are_worked_out_is_safe(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.show_result(ASSESSMENT)
    page = page_of(qtbot, window, ResultPage)
    window.close_workspace()
    qtbot.waitUntil(lambda: not isValid(page))
    assert window.stack.currentWidget() is window.welcome
