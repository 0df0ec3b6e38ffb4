from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.conftest import TODAY
from ui.window import tour_driver
from ui.window.main_window import MainWindow
from ui.window.tour_driver import Driver, TourError


def test_a_dialog_that_stays_open_ends_the_tour_with_a_sentence(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour_driver, "_PATIENCE", 200)
    window = MainWindow(lambda: TODAY)
    qtbot.addWidget(window)
    dialog = QDialog(window)
    dialog.setWindowTitle("Save")
    with pytest.raises(TourError, match="“Save” stayed open"):
        Driver(qapp, window, tmp_path).through_dialog(dialog.exec, lambda _dialog: None)
    assert not dialog.isVisible()
