"""The document is printed on its own paper, unless another was chosen under Properties."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.print_dialog import ask_printer

A5, LETTER = QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter
PAPER = QPageLayout(QPageSize(LETTER), QPageLayout.Orientation.Portrait, QMarginsF())


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> QPrintDialog:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(PAPER.pageSize())
    made = QPrintDialog(printer)
    made._printer = printer  # type: ignore[attr-defined]  # the dialog does not keep it
    qtbot.addWidget(made)
    return made


def paper_after(dialog: QPrintDialog) -> QPageSize.PageSizeId:
    return dialog.printer().pageLayout().pageSize().id()


@pytest.mark.parametrize("go", [True, False])
def test_the_paper_that_the_queue_puts_in_its_place_is_not_taken(
    dialog: QPrintDialog, monkeypatch: pytest.MonkeyPatch, go: bool
) -> None:
    def shown(system: QPrintDialog) -> int:
        system.printer().setPageSize(QPageSize(A5))
        return int(QDialog.DialogCode.Accepted if go else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(QPrintDialog, "exec", shown)
    assert ask_printer(dialog, PAPER) is go
    assert paper_after(dialog) is (LETTER if go else A5)


def use_properties(qtbot: QtBot, dialog: QPrintDialog, target: Path, act: Callable[[QComboBox, QDialog], None]) -> str:
    """Show the dialog, act in its Properties, and print into a file. Return the paper that Properties offered first."""
    seen: list[str] = []

    def in_properties() -> None:
        (offered,) = dialog.findChildren(QComboBox, "pageSizeCombo")
        box = offered.window()
        assert isinstance(box, QDialog)
        seen.append(offered.currentText())
        try:
            act(offered, box)
        finally:
            box.reject()  # else a mistake above would wait for ever

    def in_dialog() -> None:
        QTimer.singleShot(100, in_properties)
        (properties,) = dialog.findChildren(QAbstractButton, "properties")
        properties.click()
        (name,) = dialog.findChildren(QLineEdit, "filename")
        name.setText(str(target))
        dialog.accept()

    QTimer.singleShot(0, in_dialog)
    assert ask_printer(dialog, PAPER)
    return seen[0]


def choose_a5(offered: QComboBox, box: QDialog) -> None:
    sizes = [offered.itemData(at) for at in range(offered.count())]
    offered.setCurrentIndex(next(at for at, size in enumerate(sizes) if size is not None and size.id() is A5))
    box.accept()


def leave(_offered: QComboBox, box: QDialog) -> None:
    box.reject()


def test_a_paper_chosen_under_properties_is_kept(qtbot: QtBot, dialog: QPrintDialog, tmp_path: Path) -> None:
    assert use_properties(qtbot, dialog, tmp_path / "out.pdf", choose_a5).startswith("Letter")
    assert paper_after(dialog) is A5


def test_leaving_properties_with_cancel_keeps_the_documents_paper(
    qtbot: QtBot, dialog: QPrintDialog, tmp_path: Path
) -> None:
    use_properties(qtbot, dialog, tmp_path / "out.pdf", leave)
    assert paper_after(dialog) is LETTER


@pytest.mark.parametrize("names", [[], ["Laser"]])
def test_the_dialog_says_when_there_is_no_printer(
    dialog: QPrintDialog, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: names)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _system: 0)
    ask_printer(dialog, PAPER)
    assert ("No printer" in dialog.windowTitle()) is (names == [])
