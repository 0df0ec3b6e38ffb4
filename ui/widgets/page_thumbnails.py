"""Small pictures of all pages beside the preview; the one in view is marked, and each is a way to its page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from ui.documents.page_image import page_image
from ui.jobs.job import Job
from ui.theme import fonts, palette

if TYPE_CHECKING:
    from reports.page_pictures import PageSize

_WIDTH = 96
_ROOM = 14

Drawn = tuple[bytes, int, QImage]


class PageThumbnails(QListWidget):
    """Draws what is in view, one at a time, and only while the preview itself has nothing to draw."""

    page_requested = Signal(int)
    """Number from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(fonts.sans(12))
        self.setProperty("kind", "rail")
        self._pdf = b""
        self._sizes: Sequence[PageSize] = ()
        self._drawn: set[int] = set()
        self._job: Job | None = None
        self._held = False
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._later.start())
        self.currentRowChanged.connect(self._on_row)

    def show_pdf(self, pdf: bytes, sizes: Sequence[PageSize]) -> None:
        """Show the pages of a PDF; old pictures stay until the new ones are drawn."""
        self._pdf, self._sizes = pdf, sizes
        self._drawn.clear()
        highest = max((size.height / size.width for size in sizes), default=1.4)
        box = QSize(fonts.scaled(_WIDTH), round(fonts.scaled(_WIDTH) * min(highest, 1.6)))
        self.setIconSize(box)
        self.setGridSize(QSize(box.width() + 2 * _ROOM, box.height() + fonts.scaled(18) + _ROOM))
        if self.count() != len(sizes):
            self._make_items(len(sizes))
        self._later.start()

    @property
    def is_drawn(self) -> bool:
        """Whether every page in view has its picture."""
        return self._missing() is None

    def show_page(self, number: int) -> None:
        """Mark the page that is in view, without asking for it."""
        if 0 <= number < self.count() and number != self.currentRow():
            self._held = True
            self.setCurrentRow(number)
            self._held = False

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not asked for while it was hidden."""
        super().showEvent(event)
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw what came into view."""
        super().resizeEvent(event)
        self._later.start()

    def _make_items(self, count: int) -> None:
        self._held = True
        self.clear()
        blank = self._icon(QImage())
        for number in range(count):
            item = QListWidgetItem(blank, str(number + 1))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Page {number}").format(number=number + 1))
            self.addItem(item)
        self._held = False

    def _on_row(self, row: int) -> None:
        if not self._held and row >= 0:
            self.page_requested.emit(row)

    def _draw_next(self) -> None:
        if self._job is not None or not self.isVisible():
            return
        missing = self._missing()
        if missing is None:
            return
        size = self._sizes[missing]
        box = self.iconSize() * self.devicePixelRatioF()
        scale = min(box.width() / size.width, box.height() / size.height)
        self._job = Job(partial(_render, self._pdf, missing, scale), ())
        self._job.succeeded.connect(self._take)
        self._job.ended.connect(self._go_on)
        self._job.start()

    def _missing(self) -> int | None:
        """Return the first page in view that is not drawn."""
        view = self.viewport().rect()
        for number in range(self.count()):
            if number not in self._drawn and self.visualItemRect(self.item(number)).intersects(view):
                return number
        return None

    def _take(self, found: Drawn) -> None:
        pdf, number, image = found
        if pdf is self._pdf and number < self.count():
            self._drawn.add(number)
            self.item(number).setIcon(self._icon(image))

    def _go_on(self) -> None:
        self._job = None
        self._draw_next()

    def _icon(self, image: QImage) -> QIcon:
        """Return the page with a hairline, the same whether it is chosen or not."""
        ratio = self.devicePixelRatioF()
        size = image.size() if not image.isNull() else self.iconSize() * ratio
        pixmap = QPixmap(size)
        pixmap.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(pixmap)
        painter.drawImage(0, 0, image)
        painter.setPen(palette.color("control_line"))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        return icon


def _render(pdf: bytes, number: int, scale: float) -> Drawn:
    return pdf, number, page_image(pdf, number, scale)[0]
