"""Print briefs: asked, worked on while the window goes on, told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.documents.test_many_briefs import a_workspace
from tests.ui.window.windows import bare
from ui.pages.print_many_dialog import PrintManyDialog

SOON = 60_000


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> PrintManyDialog:
    wish = a_workspace(tmp_path / "a.rapport", ("Ärzte & <b>Söhne</b>", "Beta", "Gamma"), ("Nobody yet",))
    selected = replace(wish, partners=(str(UUID(int=1)), str(UUID(int=2))))
    made = PrintManyDialog(selected, wish, 4)
    qtbot.addWidget(made)
    made.folder = tmp_path / "out"
    made.folder.mkdir()
    made.show()
    return made


def test_several_selected_partners_are_meant_first(dialog: PrintManyDialog) -> None:
    assert dialog.of_selected.isChecked()
    assert bare(dialog.of_selected.text()) == "Selected: 2 partners"
    assert bare(dialog.of_listed.text()) == "All listed: 4 partners"


def test_all_listed_are_saved_and_the_summary_can_be_copied(qtbot: QtBot, dialog: PrintManyDialog) -> None:
    dialog.of_listed.click()
    with qtbot.waitSignal(dialog.ended, timeout=SOON):
        qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    words = dialog.summary.toPlainText()
    assert words.startswith(f"3 briefs saved, 1 skipped\nIn {dialog.folder}\n")
    assert "Skipped, because there is no assessment yet\nNobody yet" in words
    assert "Ärzte & b Söhne b brief (decider) 2026-11-23.pdf" in words
    assert len(list(dialog.folder.glob("*.pdf"))) == 3
    assert dialog.open_folder.isVisible()
    next(one for one in dialog.findChildren(QPushButton) if bare(one.text()) == "Copy").click()
    assert QGuiApplication.clipboard().text() == words


def test_a_reader_and_a_paper_are_chosen_here(qtbot: QtBot, dialog: PrintManyDialog) -> None:
    dialog.reader.setCurrentIndex(dialog.reader.findData("partner"))
    with qtbot.waitSignal(dialog.ended, timeout=SOON):
        dialog.start()
    assert sorted(path.name for path in dialog.folder.iterdir()) == [
        "Beta partner copy 2026-11-23.pdf",
        "Ärzte & b Söhne b partner copy 2026-11-23.pdf",
    ]


def test_esc_gives_up_and_the_summary_says_so(qtbot: QtBot, dialog: PrintManyDialog) -> None:
    dialog.of_listed.click()
    with qtbot.waitSignal(dialog.ended, timeout=SOON):
        dialog.start()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.stop.isEnabled()
    assert dialog.isVisible()
    assert dialog.outcome is not None
    assert dialog.outcome.cancelled
    assert "given up" in dialog.summary.toPlainText()
    assert list(dialog.folder.glob(".rapport-*")) == []


def test_a_folder_that_is_gone_is_said_for_each(qtbot: QtBot, dialog: PrintManyDialog) -> None:
    dialog.folder.rmdir()
    with qtbot.waitSignal(dialog.ended, timeout=SOON):
        dialog.start()
    assert "does not exist. Choose another folder." in dialog.summary.toPlainText()
    assert not dialog.open_folder.isVisible()


def test_a_printer_is_asked_for_and_gets_them_all(
    qtbot: QtBot, dialog: PrintManyDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(system: QPrintDialog) -> int:
        system.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        system.printer().setOutputFileName(str(tmp_path / "all.pdf"))
        system.printer().setResolution(72)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog.to_printer.click()
    assert bare(dialog.go.text()) == "Print"
    with qtbot.waitSignal(dialog.ended, timeout=SOON):
        dialog.start()
    assert dialog.summary.toPlainText().startswith("2 briefs sent to print")
    assert (tmp_path / "all.pdf").stat().st_size > 1000
