"""A dialog whose answer the file refuses stays, with what was typed and the reason."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import shown_window
from ui.pages.new_assessment import NewAssessmentDialog
from ui.pages.partner_dialog import PartnerDialog
from ui.widgets.card import Notice
from ui.window.main_window import MainWindow


def refusing(qtbot: QtBot, path: Path) -> tuple[MainWindow, sqlite3.Connection]:
    """Return a window whose file refuses every write, as on a full disk, and what has to be closed for the next one."""
    window = shown_window(qtbot, filled_workspace(path))
    window.libraries.load()
    qtbot.waitUntil(lambda: window.libraries.ready)
    lock = sqlite3.connect(path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    return window, lock


def test_a_new_assessment_that_the_file_refuses_is_not_typed_twice(qtbot: QtBot, tmp_path: Path) -> None:
    window, lock = refusing(qtbot, tmp_path / "Partners.rapport")
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewAssessmentDialog)
        notice = dialog.findChildren(Notice)[0].text
        seen.append(notice)
        if not notice:
            dialog.form.name.setText("Orbit")
            dialog.form.type.setCurrentIndex(1)
            dialog.purpose.setText("a pilot")
        else:
            lock.close()
        assert (dialog.form.name.text(), dialog.purpose.text()) == ("Orbit", "a pilot")
        if not notice:
            QTimer.singleShot(0, answer)
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.menus.file.new_assessment()
    assert seen[0] == ""
    assert "Partners.rapport" in seen[1]
    assert len(seen) == 2
    assert window.document is not None
    assert window.document.undo_stack.count() == 1


def test_partner_details_that_the_file_refuses_can_be_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    window, lock = refusing(qtbot, tmp_path / "Partners.rapport")
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PartnerDialog)
        seen.append(dialog._form.name.text())
        if len(seen) == 1:
            dialog._form.name.setText("Another name")
            QTimer.singleShot(0, answer)
            dialog.accept()
        else:
            dialog.reject()

    QTimer.singleShot(0, answer)
    window.menus.file.edit_selected()
    lock.close()
    assert seen[1:] == ["Another name"]
    assert window.document is not None
    assert window.document.undo_stack.count() == 0
