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
from PySide6.QtCore import QThreadPool
from ui.window.main_window import MainWindow

looked_for, by_workers = set(), set()


class Noted:
    def find_spec(name, path=None, target=None):
        (looked_for if threading.current_thread() is threading.main_thread() else by_workers).add(name)


sys.meta_path.insert(0, Noted)
window = MainWindow(lambda: date(2026, 11, 23))
assert window.open_workspace(Path(sys.argv[1]))
window.show()
window.libraries.load()
while window.libraries._pages or not (window.libraries.ready and window.menus._is_full):
    app.processEvents()
found = window.current_assessment()
for show in (window.show_assessment, window.show_result, window.show_weights, window.show_brief, window.show_page):
    for given in ("settings", "compare", "portfolio") if show == window.show_page else (found,):
        looked_for.clear()
        show(given)
        assert type(window.stack.currentWidget()).__name__ != "PartnersPage", given
        ours = {name for name in looked_for if name.partition(".")[0] in ("ui", "assessments", "models")}
        print(show.__name__, given, *sorted(ours), sep=",")
    while not QThreadPool.globalInstance().waitForDone(10):
        app.processEvents()
print("workers", *sorted(name for name in by_workers if name.partition(".")[0] in ("ui", "PySide6")), sep=",")
sys.stdout.flush()
os._exit(0)
"""
"""Says which modules of ours the first visit of each page still loads, and which of the window workers load."""


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


def test_no_first_visit_loads_a_module_and_no_worker_one_of_the_window(tmp_path: Path) -> None:
    """PySide6 makes each class of Qt when it is first used; made by two threads at once, it crashed the program."""
    path = filled_workspace(tmp_path / "Partners.rapport")
    done = subprocess.run(
        [sys.executable, "-c", VISITS, path], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    *visits, workers = done.stdout.splitlines()
    assert len(visits) == 7
    assert workers == "workers"
    assert [line for line in visits if line.count(",") > 1] == []


def test_closing_the_workspace_while_figures_are_worked_out_is_safe(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.show_result(ASSESSMENT)
    page = page_of(qtbot, window, ResultPage)
    window.close_workspace()
    qtbot.waitUntil(lambda: not isValid(page))
    assert window.stack.currentWidget() is window.welcome
