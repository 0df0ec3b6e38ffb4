"""Pages painted on a ReportLab canvas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from reports.drawing import paint_drawing, paint_shape
from reports.fonts import load_face, load_font
from reports.lines import measure
from reports.strips import Image, Page, Picture, Words
from reports.style import Frame, color

_FIRST_FONT = "NotoSans-Regular"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself. No clock: the same brief has the same bytes."""

    title: str
    author: str
    subject: str
    as_of: date


def paint_pages(pages: Sequence[Page], frame: Frame, imprint: Imprint) -> bytes:
    """Return the PDF of the pages."""
    load_font(_FIRST_FONT)
    file = BytesIO()
    size = (frame.page_width, frame.page_height)
    # ReportLab's own first font would be Helvetica, which is not embedded.
    canvas = Canvas(file, pagesize=size, invariant=1, initialFontName=_FIRST_FONT, pageCompression=1, lang="en-GB")
    _describe(canvas, imprint)
    for number, page in enumerate(pages):
        _paint_page(canvas, page, frame)
        _mark_outline(canvas, page, frame, number)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def text_runs(page: Page, frame: Frame) -> Iterator[tuple[float, float, str, float, str, str]]:
    """Yield every piece of text on a page as x, y, font name, size, colour role and text; y from the page's bottom."""
    for placed in page:
        for item in placed.strip.items:
            if isinstance(item, Words):
                style = item.style
                x = frame.left + item.x
                if item.anchor != "start":
                    x -= measure(item.text, style) / (1 if item.anchor == "end" else 2)
                y = frame.page_height - placed.top - item.y
                face = load_face(style.face)
                runs = face.runs(item.text)
                for font, run in runs:
                    yield x, y, font, style.size, style.role, run
                    if len(runs) > 1:
                        x += face.measure(run) * style.size


def _paint_page(canvas: Canvas, page: Page, frame: Frame) -> None:
    """Paint shapes first, then all text in one text object."""
    for placed in page:
        for item in placed.strip.items:
            if isinstance(item, Words):
                continue
            origin = (frame.left, frame.page_height - placed.top)
            if isinstance(item, Picture):
                paint_drawing(canvas, item.drawing, (origin[0] + item.x, origin[1] - item.y), item.scale)
            elif isinstance(item, Image):
                corner = (origin[0] + item.x, origin[1] - item.y - item.height)
                canvas.drawImage(ImageReader(BytesIO(item.png)), *corner, item.width, item.height, mask="auto")
            else:
                paint_shape(canvas, item, origin)
    written = canvas.beginText()
    role_before = ""
    font_before = ("", 0.0)
    for x, y, font, size, role, run in text_runs(page, frame):
        if role != role_before:
            written.setFillColorRGB(*color(role))
            role_before = role
        if (font, size) != font_before:
            load_font(font)
            written.setFont(font, size)
            font_before = (font, size)
        written.setTextOrigin(x, y)
        written.textLine(run)
    canvas.drawText(written)


def _mark_outline(canvas: Canvas, page: Page, frame: Frame, number: int) -> None:
    for placed in page:
        if placed.strip.outline:
            level, title = placed.strip.outline
            key = f"{number}-{placed.top:.0f}"
            canvas.bookmarkHorizontal(key, 0, frame.page_height - placed.top + 8)
            canvas.addOutlineEntry(title, key, level, closed=False)


def _describe(canvas: Canvas, imprint: Imprint) -> None:
    canvas.setTitle(imprint.title)
    canvas.setAuthor(imprint.author)
    canvas.setSubject(imprint.subject)
    canvas.setCreator("Rapport")
    canvas.setProducer("Rapport")
    # The day of the evidence, not of the printing.
    canvas.setDateFormatter(lambda *_clock: f"D:{imprint.as_of:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
