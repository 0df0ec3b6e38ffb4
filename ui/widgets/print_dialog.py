"""The system's print dialog, on the document's own paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog

_OFFERED, _CHOSEN = "paperOffered", "paperChosen"
"""What is noted on Qt's own dialog of properties."""


def ask_printer(dialog: QPrintDialog, paper: QPageLayout) -> bool:
    """Show the dialog and return whether to print; then its printer has the paper.

    Where Qt draws the dialog itself (on Linux), it puts the paper that the queue has by itself in the place of the
    one asked for: an A4 brief came out smaller, on Letter. Another paper counts only when it was chosen under
    Properties. The dialogs of other systems keep the paper.
    """
    if not QPrinterInfo.availablePrinterNames():
        dialog.setWindowTitle(QCoreApplication.translate("PrintDialog", "No printer is set up here: print to a file"))
    properties = dialog.findChild(QAbstractButton, "properties")
    if isinstance(properties, QAbstractButton):
        # Qt makes the dialog in its own slot, which comes after this signal, and waits there until it is closed.
        properties.released.connect(lambda: QTimer.singleShot(0, dialog, partial(_offer_paper, dialog, paper)))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    if properties is not None and not _is_paper_chosen(dialog) and _takes(dialog.printer(), paper.pageSize()):
        dialog.printer().setPageSize(paper.pageSize())
        dialog.printer().setPageOrientation(paper.orientation())
    return True


def _offer_paper(dialog: QPrintDialog, paper: QPageLayout) -> None:
    """Select the document's paper when Properties opens for the first time, and note whether it is left with OK."""
    offered = dialog.findChild(QComboBox, "pageSizeCombo")
    box = offered.window() if isinstance(offered, QComboBox) else None
    if not isinstance(offered, QComboBox) or not isinstance(box, QDialog) or box.property(_OFFERED):
        return
    box.setProperty(_OFFERED, True)
    box.accepted.connect(lambda: box.setProperty(_CHOSEN, True))
    for at in range(offered.count()):
        size = offered.itemData(at)
        if isinstance(size, QPageSize) and size.isEquivalentTo(paper.pageSize()):
            offered.setCurrentIndex(at)
            return


def _is_paper_chosen(dialog: QPrintDialog) -> bool:
    """Tell whether Properties was left with OK; Qt makes it anew for each printer, so what is noted goes with it."""
    offered = dialog.findChild(QComboBox, "pageSizeCombo")
    return isinstance(offered, QComboBox) and bool(offered.window().property(_CHOSEN))


def _takes(printer: QPrinter, size: QPageSize) -> bool:
    """Tell whether a printer has a paper; one that names none takes all, as does a file."""
    sizes = QPrinterInfo(printer).supportedPageSizes() if not printer.outputFileName() else []
    return not sizes or any(one.isEquivalentTo(size) for one in sizes)
