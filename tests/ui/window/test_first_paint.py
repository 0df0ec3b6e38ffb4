"""What waits for the first paint: it comes after it, and nothing is missing then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from ui.pages.partners_page import PartnersPage
from ui.widgets.focus_ring import FocusRing
from ui.window import memory
from ui.window.first_paint import FirstPaintWindow
from ui.window.main_window import MainWindow

ROOT = Path(__file__).parents[3]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The workspaces that were remembered."""
    found: list[Path] = []
    monkeypatch.setattr(memory, "keep_recent", found.append)
    return found


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, kept: list[Path]) -> MainWindow:
    path = tmp_path / "Sample.rapport"
    create_sample(path, TODAY).close()
    made = MainWindow(lambda: TODAY)
    qtbot.addWidget(made)
    assert made.open_workspace(path)
    return made


def commands(window: MainWindow) -> dict[str, QAction]:
    return {action.text().replace("&", ""): action for action in window.findChildren(QAction) if action.text()}


def test_what_can_wait_runs_once_and_only_after_the_first_paint(qtbot: QtBot) -> None:
    seen: list[str] = []

    class Window(FirstPaintWindow):
        def event(self, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                seen.append("painted")
            return super().event(event)

    window = Window()
    qtbot.addWidget(window)
    window.when_painted(lambda: seen.append("last"), 5)
    window.when_painted(lambda: seen.append("first"))
    QCoreApplication.processEvents()
    assert seen == []
    window.show()
    qtbot.waitUntil(lambda: "last" in seen)
    window.repaint()
    window.when_painted(lambda: seen.append("soon"))
    qtbot.waitUntil(lambda: "soon" in seen)
    assert [word for word in seen if word != "painted"] == ["first", "last", "soon"]
    assert seen[0] == "painted"


def test_the_menus_are_full_and_true_once_the_window_is_painted(qtbot: QtBot, window: MainWindow) -> None:
    titles = ["&File", "&Edit", "&Partner", "&Assessment", "&View", "&Help"]
    assert [action.text() for action in window.menuBar().actions()] == titles
    assert "Quit" not in commands(window)
    window.show()
    qtbot.waitUntil(lambda: "Quit" in commands(window))
    found = commands(window)
    assert found["Brief (PDF)…"].isEnabled()
    assert all(action.isEnabled() for action in window.menus._with_sample)
    assert [action.text() for action in window.menus._edit.actions()][:2] == ["&Undo", "&Redo"]


def test_keys_work_as_soon_as_the_window_is_painted(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: "Quit" in commands(window) and window.isActiveWindow())
    page = window.stack.currentWidget()
    assert isinstance(page, PartnersPage)
    assert not page.filters.search.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()


def test_the_focus_ring_follows_the_keyboard_from_the_first_paint_on(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.findChild(FocusRing) is not None and window.isActiveWindow())
    ring, page = window.findChild(FocusRing), window.stack.currentWidget()
    assert ring is not None
    assert isinstance(page, PartnersPage)
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry().contains(page.table.mapTo(window, page.table.rect().center()))


def test_the_opened_file_is_remembered_after_the_first_paint(
    qtbot: QtBot, window: MainWindow, kept: list[Path], tmp_path: Path
) -> None:
    QCoreApplication.processEvents()
    assert kept == []
    window.show()
    qtbot.waitUntil(lambda: kept == [tmp_path / "Sample.rapport"])


def test_the_menus_load_nothing_that_a_key_in_the_list_would_wait_for(tmp_path: Path) -> None:
    path = tmp_path / "Sample.rapport"
    create_sample(path, TODAY).close()
    code = f"""
import sys
from datetime import date
from pathlib import Path
from ui.window.application import make_application
from ui.window.main_window import MainWindow

app = make_application()
window = MainWindow(lambda: date(2026, 11, 23))
assert window.open_workspace(Path({str(path)!r}))
window.show()
while len(window.menus._edit.actions()) < 2:
    app.processEvents()
print(*sorted({{"assessments.scoring", "ui.widgets.question_card", "ui.widgets.answer_keys"}} & set(sys.modules)))
window.close()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "\n"), done.stderr
