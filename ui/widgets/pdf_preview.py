"""Pages of a PDF one below the other, drawn in a worker thread as they come into view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.jobs.job import Job
from ui.theme import palette

if TYPE_CHECKING:  # pypdfium2 is loaded by the worker, with the first page
    from reports.page_pictures import PagePicture, PageSize

_MARGIN = 24
_OWN_SIZE = 96 / 72
_WIDEST = 1.6
"""Fitting to the width stops here: larger letters are no easier to read."""
_KEPT = 12
"""Pictures kept of pages that are out of view."""


class PageView(QLabel):
    """One sheet: white until it is drawn."""

    def __init__(self, number: int, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page {number} of {count}").format(number=number + 1, count=count))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPixmap(QPixmap(1, 1))
        self._picture = QImage()

    @property
    def drawn(self) -> bool:
        """Whether its picture is there."""
        return not self._picture.isNull()

    def show_picture(self, picture: QImage, words: str) -> None:
        """Show the page and let a screen reader read it."""
        self._picture = picture
        self.setAccessibleDescription(words)
        self.update()

    def forget(self) -> None:
        """Let go of the picture."""
        self._picture = QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet. Paper is white in both schemes, because it prints so."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        if self.drawn:
            painter.drawImage(self.rect(), self._picture)
        painter.setPen(palette.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PdfPreview(QScrollArea):
    """Shows a PDF fitted to the width, or at a chosen zoom."""

    page_drawn = Signal(int)
    """Page number from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Preview of the brief"))
        self._pdf = b""
        self._sizes: Sequence[PageSize] = ()
        self._zoom: float | None = None
        self._job: Job | None = None
        self._wanted_scale = 0.0
        self._sheets = QWidget()
        self._sheets.setObjectName("pageBody")
        self._column = QVBoxLayout(self._sheets)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._sheets)
        self.pages: list[PageView] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(30)
        self._later.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._later.start)

    def show_pdf(self, pdf: bytes, sizes: Sequence[PageSize]) -> None:
        """Show a PDF; the place in it is kept."""
        self._pdf, self._sizes = pdf, sizes
        if len(self.pages) != len(sizes):
            self._make_sheets(len(sizes))
        for page in self.pages:
            page.forget()
        self._fit()

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at a share of their own size (1 is 100 %); None fits them to the width."""
        self._zoom = zoom
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _make_sheets(self, count: int) -> None:
        for page in self.pages:
            self._column.removeWidget(page)
            page.deleteLater()
        self.pages = [PageView(number, count, self._sheets) for number in range(count)]
        for page in self.pages:
            self._column.addWidget(page)

    def _scale(self) -> float:
        """Return logical pixels for a point."""
        if self._zoom is not None or not self._sizes:
            return (self._zoom or 1.0) * _OWN_SIZE
        widest = max(size.width for size in self._sizes)
        room = self.viewport().width() - 2 * _MARGIN
        return min(max(room / widest, 0.3), _WIDEST * _OWN_SIZE)

    def _fit(self) -> None:
        scale = self._scale()
        for page, size in zip(self.pages, self._sizes, strict=True):
            page.setFixedSize(QSize(round(size.width * scale), round(size.height * scale)))
        sharp = scale * self.devicePixelRatioF()
        if sharp != self._wanted_scale:
            self._wanted_scale = sharp
            for page in self.pages:
                page.forget()
        self._later.start()

    def _draw_next(self) -> None:
        """Draw the first page in view that is not drawn yet; one at a time, as the reader scrolls on meanwhile."""
        if self._job is not None or not self.pages:
            return
        in_view = [number for number, page in enumerate(self.pages) if not page.visibleRegion().isEmpty()]
        missing = next((number for number in in_view if not self.pages[number].drawn), None)
        if missing is None:
            self._let_go(in_view)
            return
        self._job = Job(partial(_render, self._pdf, missing, self._wanted_scale), ())
        self._job.succeeded.connect(self._take)
        self._job.ended.connect(self._go_on)
        self._job.start()

    def _take(self, found: tuple[bytes, float, PagePicture]) -> None:
        pdf, scale, picture = found
        if pdf is not self._pdf or scale != self._wanted_scale:
            return  # another PDF or zoom is shown by now
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self.pages[picture.number].show_picture(image.copy(), picture.words)
        self.page_drawn.emit(picture.number)

    def _go_on(self) -> None:
        self._job = None
        self._draw_next()

    def _let_go(self, in_view: Sequence[int]) -> None:
        if not in_view:
            return
        for number, page in enumerate(self.pages):
            if page.drawn and min(abs(number - seen) for seen in in_view) > _KEPT:
                page.forget()


def _render(pdf: bytes, number: int, scale: float) -> tuple[bytes, float, PagePicture]:
    from reports.page_pictures import render_page

    return pdf, scale, render_page(pdf, number, scale)
