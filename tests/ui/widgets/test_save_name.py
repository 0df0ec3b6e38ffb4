"""A name typed without its ending gets it, and no file is replaced that nobody was asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dialogs import within
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.save_name import with_ending


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_ending_is_added_once(parent: QWidget, tmp_path: Path) -> None:
    assert with_ending(parent, str(tmp_path / "Brief"), ".pdf") == tmp_path / "Brief.pdf"
    assert with_ending(parent, str(tmp_path / "v1.2"), ".pdf") == tmp_path / "v1.2.pdf"
    assert with_ending(parent, str(tmp_path / "Brief.PDF"), ".pdf") == tmp_path / "Brief.PDF"
    assert with_ending(parent, "", ".pdf") is None


def test_what_the_dialog_asked_about_is_not_asked_again(parent: QWidget, tmp_path: Path) -> None:
    (tmp_path / "Brief.pdf").write_text("earlier")
    assert with_ending(parent, str(tmp_path / "Brief.pdf"), ".pdf") == tmp_path / "Brief.pdf"


@pytest.mark.parametrize("replace", [True, False])
def test_another_file_is_replaced_only_when_that_is_meant(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, replace: bool
) -> None:
    target = tmp_path / "a <b>&.pdf"
    target.write_text("earlier")
    chosen: list[Path | None] = []

    def answer(dialog: ConfirmDialog) -> None:
        assert dialog.asked.about == target.name
        buttons = {button.text().replace("&", ""): button for button in dialog.findChildren(QPushButton)}
        buttons["Replace" if replace else "Cancel"].click()

    within(qtbot, ConfirmDialog, lambda: chosen.append(with_ending(parent, str(target)[:-4], ".pdf")), answer)
    assert chosen == [target if replace else None]
