"""The pages of a finished PDF as pictures: the preview shows the very bytes that are saved."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]

ONE_READER = Lock()
"""PDFium keeps state of its own and may be in one thread at a time. Whoever uses it holds this."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as pixels, four bytes each: blue, green, red, unused."""

    number: int
    """From 0."""
    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""
    pixels: bytes
    words: str
    """The page's text, for a screen reader."""


def read_page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """Return the size of every page.

    Raises:
        pypdfium2.PdfiumError: These bytes are no PDF.
    """
    with ONE_READER, closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def render_page(pdf: bytes, number: int, scale: float) -> PagePicture:
    """Return one page as it prints.

    Args:
        pdf: The whole file.
        number: From 0.
        scale: Pixels for a point: 96/72 is a page's own size on an ordinary screen.

    Raises:
        pypdfium2.PdfiumError: These bytes are no PDF.
    """
    with ONE_READER, closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[number]
        # Everything of PDFium's is closed in here, not whenever the garbage collector comes by in another thread.
        with closing(page.get_textpage()) as text:
            words = text.get_text_range()
        with closing(page.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)) as bitmap:
            return PagePicture(number, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), words)


def render_band(pdf: bytes, number: int, size: tuple[int, int], top: int, rows: int) -> PagePicture:
    """Return some rows of one page at a printer's resolution, so that no page is ever whole in memory.

    Args:
        pdf: The whole file, without a password.
        number: Page from 0.
        size: Width and height of the whole page in pixels.
        top: The first row.
        rows: How many rows; fewer come at the page's end.

    Returns:
        A picture as high as the band, without words.
    """
    width, height = size
    rows = min(rows, height - top)
    raw = pypdfium2.raw
    with ONE_READER, closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[number]
        with closing(pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)) as bitmap:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, rows)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, raw.FPDF_PRINTING)
            return PagePicture(number, width, rows, bitmap.stride, bytes(bitmap.buffer), "")
