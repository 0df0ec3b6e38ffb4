"""What the printer gets is the PDF: the same pages at the same size, on whatever paper lies in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis.strategies import integers
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.options import PrintOptions
from reports.page_pictures import PagePicture, PageSize, read_page_sizes, render_page
from reports.style import Paper
from tests.reports.briefs import TODAY, answered
from ui.documents.printer_pages import PrintError, Sheets, calm_row, chosen_pages, page_layout, placed, print_sheets
from ui.jobs.job import Cancelled

A4 = PageSize(595.28, 841.89)


def brief(paper: Paper = "a4", grey: bool = False) -> bytes:
    assessment = answered()
    return document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY), PrintOptions(paper, grey)))


def printer_to(path: Path, paper: QPageSize.PageSizeId = QPageSize.PageSizeId.A4, dots: int = 150) -> QPrinter:
    printer = as_pdf(QPrinter(QPrinter.PrinterMode.ScreenResolution), path)
    printer.setResolution(dots)
    printer.setPageSize(QPageSize(paper))
    return printer


def as_pdf(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("" if path == Path() else str(path))
    return printer


def sheets_of(pdf: bytes, pages: Sequence[int] | None = None, grey: bool = False) -> Sheets:
    sizes = read_page_sizes(pdf)
    return Sheets(pdf, sizes, tuple(pages if pages is not None else range(len(sizes))), grey)


def send(printer: QPrinter, sheets: Sheets, report: Callable[[int], object] = lambda _done: None) -> int:
    return print_sheets(printer, [sheets], report)


def greys(pdf: bytes, page: int) -> QImage:
    """A page as eyes see it from afar: letters blurred alike, however they were drawn."""
    drawn = render_page(pdf, page, 2.0)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        100, 141, mode=Qt.TransformationMode.SmoothTransformation
    )


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures in steps of 255."""
    first, second = (bytes(image.constBits()) for image in (one, other))
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


def test_the_printed_pages_are_those_of_the_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = brief()
    done: list[int] = []
    assert send(printer_to(tmp_path / "out.pdf"), sheets_of(pdf), done.append) == len(read_page_sizes(pdf))
    printed = (tmp_path / "out.pdf").read_bytes()
    sizes = read_page_sizes(printed)
    assert done == list(range(len(sizes) + 1))
    for number, size in enumerate(read_page_sizes(pdf)):
        assert (sizes[number].width, sizes[number].height) == pytest.approx((size.width, size.height), abs=1.5)
        assert difference(greys(pdf, number), greys(printed, number)) < 3
    assert difference(greys(pdf, 0), greys(printed, 1)) > 10  # the measure does tell pages apart
    assert list(tmp_path.glob(".rapport-*")) == []


def test_only_the_chosen_pages_are_printed_in_their_order(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = brief()
    assert send(printer_to(tmp_path / "out.pdf"), sheets_of(pdf, [2, 0])) == 2
    printed = (tmp_path / "out.pdf").read_bytes()
    assert difference(greys(pdf, 2), greys(printed, 0)) < 3
    assert difference(greys(pdf, 0), greys(printed, 1)) < 3


def test_a_grey_document_is_printed_without_colour(qtbot: QtBot, tmp_path: Path) -> None:
    send(printer_to(tmp_path / "out.pdf"), sheets_of(brief(), [0], grey=True))
    drawn = render_page((tmp_path / "out.pdf").read_bytes(), 0, 0.5)
    pixels = drawn.pixels
    assert all(pixels[at] == pixels[at + 1] == pixels[at + 2] for at in range(0, len(pixels), 4))


def test_on_smaller_paper_the_page_is_made_smaller_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf", QPageSize.PageSizeId.A5)
    printer.setFullPage(True)
    place, paper = placed(printer, A4), printer.paperRect(QPrinter.Unit.DevicePixel)
    assert paper.contains(place)
    assert place.height() / place.width() == pytest.approx(A4.height / A4.width)
    assert place.center().x() == pytest.approx(paper.center().x(), abs=2)
    send(printer, sheets_of(brief(), [0]))
    (size,) = read_page_sizes((tmp_path / "out.pdf").read_bytes())
    assert size.width == pytest.approx(420, abs=2)


def test_on_larger_paper_the_page_keeps_its_size(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf", QPageSize.PageSizeId.A3)
    place = placed(printer, A4)
    assert place.width() == pytest.approx(A4.width * 150 / 72)


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_letter_and_a4_fit_on_each_other(qtbot: QtBot, tmp_path: Path, paper: QPageSize.PageSizeId) -> None:
    printer = printer_to(tmp_path / "out.pdf", paper)
    printer.setFullPage(True)
    for size in (A4, PageSize(612, 792)):
        room = printer.paperRect(QPrinter.Unit.DevicePixel).marginsAdded(QMarginsF(2, 2, 2, 2).toMargins())
        assert room.contains(placed(printer, size))


def test_a_page_across_turns_the_paper(qtbot: QtBot) -> None:
    assert page_layout(PageSize(841.89, 595.28)).orientation() is QPageLayout.Orientation.Landscape
    assert page_layout(A4).pageSize().id() is QPageSize.PageSizeId.A4
    assert page_layout(PageSize(612, 792)).pageSize().id() is QPageSize.PageSizeId.Letter


def test_page_ranges_copies_and_order_are_those_of_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    assert chosen_pages(printer, 5, 0) == (0, 1, 2, 3, 4)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 5, 3) == (3,)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(1, 2)
    ranges.addPage(5)
    printer.setPageRanges(ranges)
    assert chosen_pages(printer, 5, 0) == (0, 1, 4)
    assert chosen_pages(printer, 1, 0) == (0,)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert chosen_pages(printer, 5, 0) == (0, 1, 4, 0, 1, 4)
    printer.setCollateCopies(False)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 5, 0) == (4, 4, 1, 1, 0, 0)


def test_giving_up_leaves_the_earlier_file_and_no_part(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_text("earlier")

    def stop(done: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        send(printer_to(target), sheets_of(brief()), stop)
    assert target.read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_no_page_in_the_range_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="no page to print"):
        send(printer_to(tmp_path / "out.pdf"), sheets_of(brief(), []))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="could not be written"):
        send(printer_to(tmp_path / "gone" / "out.pdf"), sheets_of(brief(), [0]))


def test_on_a_full_disk_the_earlier_file_stays(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.pdf"
    target.write_text("earlier")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=999))
    with pytest.raises(PrintError, match="” could not be written: no room is left on the disk"):
        send(printer_to(target), sheets_of(brief(), [0]))
    assert target.read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


class BothSides(QPrinter):
    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


@pytest.mark.parametrize(("kind", "count"), [(QPrinter, 5), (BothSides, 6)])
def test_on_both_sides_each_document_begins_on_a_sheet_of_its_own(
    qtbot: QtBot, tmp_path: Path, kind: type[QPrinter], count: int
) -> None:
    pdf = brief()
    printer = as_pdf(kind(QPrinter.PrinterMode.ScreenResolution), tmp_path / "out.pdf")
    assert print_sheets(printer, [sheets_of(pdf, pages) for pages in ([0, 1], [0], [0, 1])], lambda _done: None) == 5
    printed = (tmp_path / "out.pdf").read_bytes()
    assert len(read_page_sizes(printed)) == count
    assert difference(greys(pdf, 0), greys(printed, count - 2)) < 3


@given(start=integers(0, 50), height=integers(1, 20))
def test_a_cut_goes_through_no_line_of_text(start: int, height: int) -> None:
    line = b"\x00\xff\xff\xff\xff\xff\x00\xff"
    other = b"\xff\x00\xff\xff\x00\xff\xff\xff"
    rows = [b"\xff" * 8] * 100
    rows[start + 30 : start + 30 + height] = [(line, other)[at % 2] for at in range(height)]
    band = PagePicture(0, 2, len(rows), 8, b"".join(rows), "")
    calm = [at for at in range(58, 92) if rows[at - 8 : at + 8] == [b"\xff" * 8] * 16]
    assert calm_row(band) in (calm or range(58, 92))


@pytest.mark.parametrize("height", [1, 2, 3, 20])
def test_a_low_band_is_cut_somewhere(height: int) -> None:
    assert 1 <= calm_row(PagePicture(0, 2, height, 8, bytes(8 * height), "")) <= height


def test_a_fine_printer_gets_bands_and_no_seam(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = brief()
    send(printer_to(tmp_path / "out.pdf", dots=1200), sheets_of(pdf, [0]))
    printed = (tmp_path / "out.pdf").read_bytes()
    with closing(pypdfium2.PdfDocument(printed)) as document:
        pictures = [one for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        assert len(pictures) > 5
        assert all(one.get_px_size()[0] * one.get_px_size()[1] * 4 <= 8_000_000 for one in pictures)
    assert difference(greys(pdf, 0), greys(printed, 0)) < 3
