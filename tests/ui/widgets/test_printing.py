"""The system's print dialog and preview: what they are given, what they print, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from reports.page_pictures import PageSize, read_page_sizes
from tests.ui.dialogs import within
from tests.ui.documents.test_printer_pages import brief
from ui.documents.printed import Made
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.printing import Printing

SOON = 20_000
EMPTY = Made(b"", (PageSize(595.28, 841.89),))


@pytest.fixture
def printing(qtbot: QtBot) -> Printing:
    window = QWidget()
    qtbot.addWidget(window)
    return Printing(window)


@pytest.fixture
def made() -> Made:
    pdf = brief("letter")
    return Made(pdf, read_page_sizes(pdf))


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system's dialog prints to, as if the user had said so."""
    file = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        dialog.printer().setResolution(100)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    return file


def test_a_partner_s_name_is_no_path_in_the_print_dialog(printing: Printing) -> None:
    printer = printing._printer(EMPTY, "../A/B\\C: brief", grey=False)

    assert printer.docName() == "..-A-B-C: brief"


def test_the_systems_dialog_prints_the_pages_in_a_worker(
    qtbot: QtBot, printing: Printing, made: Made, target: Path
) -> None:
    with qtbot.waitSignal(printing.told, timeout=SOON) as told:
        printing.print_document(made, "A", grey=False, current=0)
    printed = read_page_sizes(target.read_bytes())
    assert told.args == [f"{len(made.sizes)} pages in {target}"]
    assert len(printed) == len(made.sizes)
    assert (printed[0].width, printed[0].height) == pytest.approx((612, 792), abs=1.5)


@pytest.mark.parametrize(
    ("count", "stopped", "words"),
    [
        (1, False, "1 page sent to Laser {0} %s"),
        (3, False, "3 pages sent to Laser {0} %s"),
        (3, True, "3 pages sent to Laser {0} %s, which is stopped: they wait in its queue"),
    ],
)
def test_what_a_queue_got_is_called_sent(printing: Printing, count: int, stopped: bool, words: str) -> None:
    class Laser(QPrinter):
        def printerName(self) -> str:
            return "Laser {0} %s"

        def outputFileName(self) -> str:
            return ""

    assert printing._sent(Laser(), count, stopped) == words


def test_given_up_is_said_and_nothing_is_printed(qtbot: QtBot, printing: Printing, made: Made, target: Path) -> None:
    def give_up() -> None:
        (progress,) = printing._window.findChildren(QProgressDialog)
        progress.canceled.emit()

    QTimer.singleShot(0, give_up)
    with qtbot.waitSignal(printing.told, timeout=SOON) as told:
        printing.print_document(made, "A", grey=False, current=0)
    assert told.args == ["Given up: nothing was printed"]
    assert not target.exists()


def test_the_systems_preview_shows_the_pages_and_prints_what_it_shows(
    qtbot: QtBot, printing: Printing, made: Made, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def use(dialog: QPrintPreviewDialog) -> int:
        dialog.show()
        (widget,) = dialog.findChildren(QPrintPreviewWidget)
        qtbot.waitUntil(lambda: widget.pageCount() > 0, timeout=SOON)
        seen.append(widget.pageCount())
        (go,) = (one for one in dialog.findChildren(QAction) if one.text() == "Print")
        go.trigger()
        seen.append(dialog.result())
        return dialog.result()

    monkeypatch.setattr(QPrintPreviewDialog, "exec", use)
    printing.preview_document(made, "A", grey=False)
    assert seen == [len(made.sizes), 1]
    printed = read_page_sizes(target.read_bytes())
    assert len(printed) == len(made.sizes)
    assert (printed[0].width, printed[0].height) == pytest.approx((612, 792), abs=1.5)


@pytest.mark.parametrize("go", [True, False])
def test_text_out_of_its_order_is_said_before_it_is_printed(
    qtbot: QtBot, printing: Printing, made: Made, monkeypatch: pytest.MonkeyPatch, go: bool
) -> None:
    asked: list[str] = []

    def refuse(_dialog: QPrintDialog) -> int:
        asked.append("printer")
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", refuse)
    odd = replace(made, cautions=("Right-to-left text is not in its right order on page 2.",))

    def answer(box: ConfirmDialog) -> None:
        asked.append(box.asked.words.split("\n")[0])
        box.accept() if go else qtbot.keyClick(box, Qt.Key.Key_Return)  # Enter prints nothing that was not meant

    ask: Callable[[], None] = lambda: printing.print_document(odd, "A", grey=False, current=0)  # noqa: E731
    within(qtbot, ConfirmDialog, ask, answer)
    assert asked == ["Right-to-left text is not in its right order on page 2."] + (["printer"] if go else [])
