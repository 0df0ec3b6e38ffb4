"""The system's print dialog and print preview. The pages themselves are drawn in a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QRectF, Signal
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QWidget

from ui.documents.names import without_isolates
from ui.documents.page_image import page_image
from ui.documents.printer_pages import (
    PrintError,
    Sheets,
    chosen_pages,
    is_grey,
    is_stopped,
    page_layout,
    placed,
    print_sheets,
)
from ui.jobs.job import Job
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.print_dialog import ask_printer
from ui.widgets.work_progress import WorkProgress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.documents.printed import Made

_PREVIEW = 150
"""Dots per inch of the print preview, fewer for many pages."""
_PREVIEW_BYTES = 160_000_000


class Printing(QObject):
    """Prints one finished document. It asks nothing but what the system asks."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._grey = False
        self._pictures: Sequence[QImage] = ()

    def print_document(self, made: Made, name: str, *, grey: bool, current: int) -> None:
        """Show the system's dialog, then print; `current` is the page in view, from 0."""
        if self._may_print(made):
            self._ask(self._printer(made, name, grey), made, current)

    def preview_document(self, made: Made, name: str, *, grey: bool) -> None:
        """Show what the system's print preview makes of it."""
        if not self._may_print(made):
            return
        self._pictures = self._draw_pictures(made)
        if len(self._pictures) < len(made.sizes):
            return
        printer = self._printer(made, name, grey)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.resize(self._window.window().size() * 0.9)
        dialog.paintRequested.connect(partial(self._paint, made))
        self._print_from(dialog, made)
        dialog.exec()
        self._pictures = ()

    def send(self, printer: QPrinter, sheets: Sequence[Sheets]) -> None:
        """Print in a worker, with progress and a way to give up, and tell what came of it."""
        total = sum(len(one.pages) for one in sheets)

        def report(done: int) -> None:
            job.report(done, total)

        job = Job(lambda: (print_sheets(printer, sheets, report), is_stopped(printer)), (PrintError,))
        outcome = _run(job, WorkProgress(self.tr("Printing…"), 1, self._window))
        if isinstance(outcome, tuple):
            self.told.emit(self._sent(printer, *outcome))
        elif isinstance(outcome, str):
            self.failed.emit(outcome)
        else:
            self.told.emit(self.tr("Given up: nothing was printed"))

    # --- inside

    def _print_from(self, dialog: QPrintPreviewDialog, made: Made) -> None:
        """Let the preview print what it shows: its own way would take the queue's paper instead of the one in view."""
        words = QCoreApplication.translate("QPrintPreviewDialog", "Print")
        (pages,) = dialog.findChildren(QPrintPreviewWidget)
        (go,) = (one for one in dialog.findChildren(QAction) if one.text() == words)

        def ask() -> None:
            if self._ask(dialog.printer(), made, pages.currentPage() - 1):
                dialog.accept()

        go.triggered.disconnect()
        go.triggered.connect(ask)

    def _ask(self, printer: QPrinter, made: Made, current: int) -> bool:
        """Show the system's dialog and print. Return whether the user said so there."""
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(made.sizes))
        dialog.setFromTo(1, len(made.sizes))
        if not ask_printer(dialog, printer.pageLayout()):
            return False
        self.send(printer, [self._sheets(printer, made, current)])
        return True

    def _sent(self, printer: QPrinter, count: int, stopped: bool) -> str:
        """Return what can be known: what is printed when is up to the queue, which may also pick pages itself."""
        if printer.outputFileName():
            words = self.tr("1 page in {name}") if count == 1 else self.tr("{n} pages in {name}")
            return words.format(n=count, name=printer.outputFileName())
        words = self.tr("1 page sent to {name}") if count == 1 else self.tr("{n} pages sent to {name}")
        if stopped:
            words = self.tr("{pages}, which is stopped: they wait in its queue").replace("{pages}", words)
        return words.format(n=count, name=printer.printerName())

    def _may_print(self, made: Made) -> bool:
        """Warn where text is not in its right order on paper."""
        if not made.cautions:
            return True
        words = "\n".join((*made.cautions, self.tr("The pages say so too.")))
        asked = Asked(self.tr("Print these pages as they are?"), "", words, self.tr("&Print as it is"), careful=True)
        return ConfirmDialog(asked, self._window).is_meant()

    def _printer(self, made: Made, name: str, grey: bool) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        # The system's dialog makes a path of it when it prints into a file.
        printer.setDocName(without_isolates(name).replace("/", "-").replace("\\", "-"))
        printer.setCreator("Rapport")
        paper = page_layout(made.sizes[0])
        printer.setPageSize(paper.pageSize())
        printer.setPageOrientation(paper.orientation())
        printer.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)
        self._grey = grey
        return printer

    def _sheets(self, printer: QPrinter, made: Made, current: int) -> Sheets:
        pages = chosen_pages(printer, len(made.sizes), current)
        return Sheets(made.pdf, made.sizes, pages, self._grey or is_grey(printer))

    def _paint(self, made: Made, printer: QPrinter) -> None:
        """Draw for the preview, from pictures made before."""
        printer.setFullPage(True)
        painter = QPainter(printer)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, picture in enumerate(self._pictures):
            if number:
                printer.newPage()
            painter.drawImage(placed(printer, made.sizes[number]), picture, QRectF(picture.rect()))
        painter.end()

    def _draw_pictures(self, made: Made) -> list[QImage]:
        square = sum(size.width * size.height for size in made.sizes) / 72 / 72
        dots = min(_PREVIEW, int((_PREVIEW_BYTES / 4 / square) ** 0.5))
        job = Job(lambda: _pictures(made, dots / 72, job), ())
        outcome = _run(job, WorkProgress(self.tr("Making the print preview…"), 1, self._window))
        return outcome if isinstance(outcome, list) else []


def _pictures(made: Made, scale: float, job: Job) -> list[QImage]:
    found = []
    for number in range(len(made.sizes)):
        job.report(number, len(made.sizes))
        found.append(page_image(made.pdf, number, scale)[0])
    return found


def _run(job: Job, progress: WorkProgress) -> object:
    """Run a job while the window goes on, and return its outcome: a sentence when it failed, None when given up.

    The system's preview wants its pages before the call returns, hence the loop.
    """
    outcome: list[object] = []
    loop = QEventLoop()
    job.progressed.connect(progress.show_step)
    job.succeeded.connect(outcome.append)
    job.failed.connect(outcome.append)
    job.ended.connect(loop.quit)
    progress.canceled.connect(job.cancel)
    job.start()
    loop.exec()
    progress.end()
    return outcome[0] if outcome else None
