"""Pages of a PDF one below the other, drawn in a worker thread as they come into view."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.documents.page_image import page_image
from ui.jobs.job import Job
from ui.widgets.page_view import PageView

if TYPE_CHECKING:  # pypdfium2 is loaded by the worker, with the first page
    from reports.page_pictures import PageSize
    from reports.page_search import Hit

Zoom = Literal["width", "page"] | float
"""Fitted to the room, or a share of the page's own size: 1 is 100 %."""

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_MARGIN, _GAP = 20, 14
_OWN_SIZE = 96 / 72
_WIDEST = 1.6
"""Fitting to the width stops here: larger letters are no easier to read."""
_LARGEST = 16_000_000
"""Pixels of one picture: beyond, the page is drawn smaller and stretched."""
_KEPT = 48_000_000
"""Pixels of all pictures kept while their pages are out of view."""

Drawn = tuple[bytes, int, float, QImage, str]
"""PDF, page number, scale, picture, words."""


class PdfPreview(QScrollArea):
    """Shows a PDF, scrolled and zoomed with mouse and keys. It draws one page at a time."""

    page_drawn = Signal(int)
    """Page number from 0."""
    page_changed = Signal(int)
    """Another page is in the middle of the view; number from 0."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else fitting to the width would swing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        self._pdf = b""
        self._sizes: Sequence[PageSize] = ()
        self._hits: Sequence[Hit] = ()
        self._meant: Hit | None = None
        self._zoom: Zoom = "width"
        self._current = 0
        self._job: Job | None = None
        self._sheets = QWidget()
        self._sheets.setObjectName("pageBody")
        self.setWidget(self._sheets)
        self.pages: list[PageView] = []
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # --- what it shows

    def show_pdf(self, pdf: bytes, sizes: Sequence[PageSize]) -> None:
        """Show a PDF; the place in it is kept, and old pictures stay until the new ones are drawn."""
        self._pdf, self._sizes = pdf, sizes
        self.show_hits((), None)
        if len(self.pages) != len(sizes):
            self._make_sheets(len(sizes))
        for page in self.pages:
            page.spoil()
        self._fit()

    def show_hits(self, hits: Sequence[Hit], meant: Hit | None) -> None:
        """Mark what was found, and bring the one that is meant into view."""
        self._hits, self._meant = hits, meant
        self._mark()
        if meant is not None and meant.boxes:
            page, scale = self.pages[meant.page], self.scale()
            left, top, right, bottom = (round(length * scale) for length in meant.boxes[0])
            middle = page.pos() + QPoint((left + right) // 2, (top + bottom) // 2)
            self.ensureVisible(middle.x(), middle.y(), (right - left) // 2 + 40, self.viewport().height() // 3)

    # --- zoom

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown."""
        return self._zoom

    @property
    def share(self) -> float:
        """The share of a page's own size that is shown now, 1 for 100 %."""
        return self.scale() / _OWN_SIZE

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages fitted to width or page, or at a share of their own size."""
        self._zoom = zoom
        self._fit()
        self.zoom_changed.emit()

    def zoom_by(self, steps: int) -> None:
        """Show pages larger (1) or smaller (-1) by a step."""
        share = self.share
        further = [one for one in ZOOMS if (one > share + 0.01 if steps > 0 else one < share - 0.01)]
        if further:
            self.set_zoom(further[0] if steps > 0 else further[-1])

    def scale(self) -> float:
        """Return logical pixels for a point."""
        if isinstance(self._zoom, float) or not self._sizes:
            return (self._zoom if isinstance(self._zoom, float) else 1.0) * _OWN_SIZE
        widest = max(size.width for size in self._sizes)
        scale = (self.viewport().width() - 2 * _MARGIN) / widest
        if self._zoom == "page":
            highest = max(size.height for size in self._sizes)
            scale = min(scale, (self.viewport().height() - 2 * _GAP) / highest)
        return min(max(scale, 0.2), _WIDEST * _OWN_SIZE)

    # --- pages

    @property
    def current(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._current

    def go_to_page(self, number: int) -> None:
        """Show a page from its top; numbers beyond the ends mean the first or last."""
        if self.pages:
            page = self.pages[min(max(number, 0), len(self.pages) - 1)]
            self.verticalScrollBar().setValue(page.y() - _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends, Ctrl+PageUp and Ctrl+PageDown from page to page; the rest scrolls."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif control and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go_to_page(self._current + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            bar.setValue(bar.value() + self._screenful())
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            bar.setValue(bar.value() - self._screenful())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of every picture but that of the page in view: many documents may be open behind each other."""
        super().hideEvent(event)
        for number, page in enumerate(self.pages):
            if number != self._current:
                page.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is in view again."""
        super().showEvent(event)
        self._later.start()

    # --- inside

    def _screenful(self) -> int:
        if self._zoom == "page" and self.pages:
            return self.pages[0].height() + _GAP
        return round(self.viewport().height() * 0.9)

    def _make_sheets(self, count: int) -> None:
        for page in self.pages:
            page.hide()
            page.deleteLater()
        self.pages = [PageView(number, count, self._sheets) for number in range(count)]
        for page in self.pages:
            page.show()

    def _fit(self) -> None:
        """Place the sheets; what is in the middle of the view stays there."""
        bar = self.verticalScrollBar()
        half = self.viewport().height() / 2
        place = (bar.value() + half) / max(1, self._sheets.height())
        began = bar.value() == 0
        scale, top = self.scale(), _GAP
        sizes = [QSize(math.ceil(size.width * scale), math.ceil(size.height * scale)) for size in self._sizes]
        room = max(self.viewport().width(), max((size.width() for size in sizes), default=0) + 2 * _MARGIN)
        for page, size in zip(self.pages, sizes, strict=True):
            if page.size() != size:
                page.spoil()
            page.setGeometry(QRect(QPoint((room - size.width()) // 2, top), size))
            top += size.height() + _GAP
        self._sheets.resize(room, top)
        bar.setValue(0 if began else round(place * top - half))
        self._mark()
        self._on_scrolled()

    def _mark(self) -> None:
        scale = self.scale()
        for number, page in enumerate(self.pages):
            boxes = [box for hit in self._hits if hit.page == number for box in hit.boxes]
            meant = self._meant.boxes if self._meant is not None and self._meant.page == number else ()
            page.mark(boxes, meant, scale)

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [number for number, page in enumerate(self.pages) if page.y() <= middle]
        now = above[-1] if above else 0
        if now != self._current:
            self._current = now
            self.page_changed.emit(now)
        self._later.start()

    def _in_view(self) -> list[int]:
        return [number for number, page in enumerate(self.pages) if not page.visibleRegion().isEmpty()]

    def _sharp_scale(self, number: int) -> float:
        size = self._sizes[number]
        most = math.sqrt(_LARGEST / (size.width * size.height))
        return min(self.scale() * self.devicePixelRatioF(), most)

    def _draw_next(self) -> None:
        """Draw the first page in view that is not drawn yet; one at a time, as the reader scrolls on meanwhile."""
        if self._job is not None or not self.pages:
            return
        in_view = self._in_view()
        missing = next((number for number in in_view if not self.pages[number].drawn), None)
        if missing is None:
            self._let_go(in_view)
            return
        self._job = Job(partial(_render, self._pdf, missing, self._sharp_scale(missing)), ())
        self._job.succeeded.connect(self._take)
        self._job.ended.connect(self._go_on)
        self._job.start()

    def _take(self, found: Drawn) -> None:
        pdf, number, scale, image, words = found
        if pdf is not self._pdf or scale != self._sharp_scale(number):
            return  # another PDF or zoom is shown by now
        self.pages[number].show_picture(image, words)
        if number == self._current:
            self.setAccessibleDescription(words)
        self.page_drawn.emit(number)

    def _go_on(self) -> None:
        self._job = None
        self._draw_next()

    def _let_go(self, in_view: Sequence[int]) -> None:
        if not in_view:
            return
        size = self.pages[in_view[0]].size() * self.devicePixelRatioF()
        kept = max(1, _KEPT // max(1, size.width() * size.height()) // 2)
        for number, page in enumerate(self.pages):
            if page.has_picture and min(abs(number - seen) for seen in in_view) > kept:
                page.forget()


def _render(pdf: bytes, number: int, scale: float) -> Drawn:
    return pdf, number, scale, *page_image(pdf, number, scale)
