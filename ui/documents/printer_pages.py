"""A finished PDF on a printer: the same pages, drawn at the printer's resolution in bands of a few megabytes."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from shiboken6 import delete

from ui.documents.print_queue import drawing_folder, nothing_sent, refusal

if TYPE_CHECKING:
    from reports.page_pictures import PagePicture, PageSize

SHARPEST = 600
"""Dots per inch of the pictures: finer ones show no difference in print and take four times the memory."""
_BAND = 4_000_000
"""Bytes of one band: Qt packs it in one go, and keeps Python for so long."""
_ROOM = 1_000_000
"""Bytes that a disk must have left after a page: the next one would not fit, nor perhaps the end of the file."""
_ONE_SIDED = QPrinter.DuplexMode.DuplexNone
_AROUND = 8
"""Rows on both sides of a cut that should be calm: a coarse device's one dot."""
_STOPPED = QPrinter.PrinterState.Error
_SAME = 0.01
"""Share by which paper may be smaller than the page and still count as the same: A4 is not exactly 210 mm in dots."""

Report = Callable[[int], object]
"""Called with the pages done before each page; raises where the user gave up."""


class PrintError(Exception):
    """It was not printed; `str()` is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which pages of which PDF go to the printer."""

    pdf: bytes
    sizes: tuple[PageSize, ...]
    pages: tuple[int, ...]
    """Numbers from 0 in the order of printing; copies that the printer does not make itself are in it."""
    grey: bool = False


def page_layout(size: PageSize) -> QPageLayout:
    """Return the paper that a page is made for, without margins."""
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    kind = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    across = size.width > size.height
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(kind, way, QMarginsF())


def chosen_pages(printer: QPrinter, count: int, current: int) -> tuple[int, ...]:
    """Return the pages that the user chose in the system's dialog, from 0, in the order of printing."""
    numbers = list(range(count))
    kind = printer.printRange()
    if kind is QPrinter.PrintRange.CurrentPage:
        numbers = [current]
    elif kind is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        first, last = printer.fromPage() or 1, printer.toPage() or count
        numbers = [
            one for one in numbers if (first <= one + 1 <= last if ranges.isEmpty() else ranges.contains(one + 1))
        ]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return tuple(numbers * copies)
    return tuple(one for one in numbers for _ in range(copies))


def is_grey(printer: QPrinter) -> bool:
    """Tell whether grey was chosen in the system's dialog; CUPS is not told by Qt, so the pages have to be grey."""
    return printer.colorMode() is QPrinter.ColorMode.GrayScale


def is_stopped(printer: QPrinter) -> bool:
    """Tell whether the pages wait in a queue whose printer is stopped: out of paper, or halted. For a worker."""
    return not printer.outputFileName() and QPrinterInfo.printerInfo(printer.printerName()).state() is _STOPPED


def placed(printer: QPrinter, size: PageSize) -> QRectF:
    """Return where a page stands on the printer's paper, in dots: as large as it is, made smaller only to fit."""
    dots = printer.resolution() / 72
    page = QSizeF(size.width * dots, size.height * dots)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    room = paper
    if page.width() > paper.width() * (1 + _SAME) or page.height() > paper.height() * (1 + _SAME):
        room = printer.pageRect(QPrinter.Unit.DevicePixel)  # the smaller paper's own margins are kept
        share = min(room.width() / page.width(), room.height() / page.height(), 1.0)
        page *= share
    corner = room.center() - QPointF(page.width(), page.height()) / 2
    return QRectF(corner, page)


def print_sheets(printer: QPrinter, all_sheets: Iterable[Sheets], report: Report) -> int:
    """Print pages and return how many; for a worker. Into a PDF file whole or not at all.

    Args:
        printer: As the system's dialog left it.
        all_sheets: One document after the other, in one print job; each is asked for when its turn comes.
        report: Called before each page.

    Raises:
        PrintError: The printer or the file's folder refuses.
    """
    printer.setFullPage(True)
    if not printer.outputFileName():
        done = _print(printer, all_sheets, report)
        why = refusal()
        if why:
            raise PrintError(_refused(printer.printerName(), why))
        return done
    from reports.part_files import part_beside

    target = Path(printer.outputFileName())
    try:
        with part_beside(target) as part:
            printer.setOutputFileName(str(part))
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            done = _print(printer, all_sheets, report)
            part.replace(target)
            return done
    except OSError as error:
        reason = error.strerror or error
        raise PrintError(f"“{target}” could not be written: {reason}. Choose another place.") from error
    finally:
        printer.setOutputFileName(str(target))


def _refused(name: str, why: str) -> str:
    if QPrinterInfo.printerInfo(name).isNull():
        return (
            f"The printer “{name}” is not there any more, or the computer's print service does not answer. "
            "Nothing was printed. Choose another printer."
        )
    return (
        f"The printer “{name}” refused the pages: {why}. "
        "Nothing was printed. Choose another printer, or ask who looks after this one."
    )


def _print(printer: QPrinter, all_sheets: Iterable[Sheets], report: Report) -> int:
    pages = ((sheets, number) for sheets in all_sheets for number in sheets.pages)
    first = next(pages, None)
    if first is None:
        raise PrintError("There is no page to print. Choose other pages.")
    _turn(printer, first[0].sizes[first[1]])
    painter = _begun(printer)
    done, begun, before = 0, 0, first[0]
    try:
        for sheets, number in chain((first,), pages):
            report(done)
            if done:
                _turn(printer, sheets.sizes[number])
                # On both sides, each document begins on a sheet of its own.
                behind = sheets is not before and (done - begun) % 2 and printer.duplex() is not _ONE_SIDED
                if not printer.newPage() or (behind and not printer.newPage()):
                    raise PrintError(f"The printer “{printer.printerName()}” stopped after page {done}.")
            if sheets is not before:
                before, begun = sheets, done
            _draw_page(painter, printer, sheets, number)
            _check_room(printer)
            done += 1
        report(done)
    except BaseException:
        printer.abort()
        with nothing_sent():
            _end(painter)
        raise
    _end(painter)
    return done


def _end(painter: QPainter) -> None:
    """End the drawing, which sends it: `end` would hold Python, and with it the window, until the queue has it all."""
    delete(painter)


def _begun(printer: QPrinter) -> QPainter:
    painter = QPainter()
    if not painter.begin(printer):
        if printer.outputFileName():
            raise OSError("the folder takes no new file")
        name = printer.printerName()
        raise PrintError(f"The printer “{name}” takes no pages. Check that it is there and switched on.")
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    return painter


def _check_room(printer: QPrinter) -> None:
    """Raise where what was drawn may not have reached the disk: Qt writes on over a full one, and prints the rest."""
    name = printer.outputFileName()
    folder = Path(name).parent if name else drawing_folder()
    if folder is None or shutil.disk_usage(folder).free >= _ROOM:
        return
    if name:
        raise OSError(errno.ENOSPC, "no room is left on the disk")
    raise PrintError(f"“{folder}”, the folder for temporary files, is full, so nothing was printed. Make room there.")


def _turn(printer: QPrinter, size: PageSize) -> None:
    """Turn the paper as the page is; which paper it is, the user said."""
    printer.setPageOrientation(page_layout(size).orientation())


def _draw_page(painter: QPainter, printer: QPrinter, sheets: Sheets, number: int) -> None:
    from reports.page_pictures import render_band

    place = placed(printer, sheets.sizes[number])
    finer = min(1.0, SHARPEST / printer.resolution())
    width, height = max(1, round(place.width() * finer)), max(1, round(place.height() * finer))
    rows = max(1, _BAND // (4 * width))
    top = 0
    while top < height:
        band = render_band(sheets.pdf, number, (width, height), top, rows)
        used = calm_row(band) if top + band.height < height else band.height
        image = QImage(band.pixels, band.width, used, band.stride, QImage.Format.Format_RGB32)
        if sheets.grey:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        # Whole dots, so that no seam shows between two bands.
        upper, lower = (round(place.y() + at / height * place.height()) for at in (top, top + used))
        painter.drawImage(QRectF(round(place.x()), upper, round(place.width()), lower - upper), image)
        top += used


def calm_row(band: PagePicture) -> int:
    """Return after how many rows a band is cut best: in its lower half, where the rows around change least.

    Coarser devices place each picture on whole dots of their own: a cut through a line of text makes its letters lower.
    """
    first = band.height // 2
    starts = range(first * band.stride, len(band.pixels), band.stride)
    rows = [int.from_bytes(band.pixels[at : at + band.stride]) for at in starts]
    changes = [0, *((one ^ other).bit_count() for one, other in pairwise(rows))]
    candidates = range(_AROUND, len(rows) - _AROUND) or range(len(rows))
    calmest = min(candidates, key=lambda at: (sum(changes[max(0, at - _AROUND) : at + _AROUND]), -at))
    return max(1, first + calmest)
