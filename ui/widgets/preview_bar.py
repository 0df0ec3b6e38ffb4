"""The controls above the preview: which page, how large, what is shown beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QSpinBox, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import Button, button, literal, sign_button
from ui.widgets.labels import label
from ui.widgets.pdf_preview import ZOOMS, PdfPreview
from ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from reports.page_search import OutlineEntry

_SHOWN_TITLE = 60
_NARROW = 560


class PreviewBar(QFrame):
    """Shows and changes the place and size of one preview."""

    find_requested = Signal()

    def __init__(self, preview: PdfPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self._preview = preview
        self._outline: Sequence[OutlineEntry] = ()
        self.pages = self._toggle(self.tr("Pages"), self.tr("Show small pictures of the pages"))
        self.contents = button(self.tr("Contents") + " ▾")
        self.contents.setAccessibleName(self.tr("Contents: go to a part"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_contents)
        self.contents.setMenu(self._menu)
        self.page = QSpinBox()
        self.page.setFont(fonts.sans())
        for part in (self.page, self.page.lineEdit()):
            part.setAccessibleName(self.tr("Page number"))
        self.page.setToolTip(self.tr("Page number (Ctrl+G)"))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setKeyboardTracking(False)
        self.page.setFixedWidth(fonts.scaled(52))
        self.of = label("", "secondary")
        self.smaller = sign_button("−", self.tr("Smaller"), "Ctrl+-", lambda: preview.zoom_by(-1))
        self.zoom = self._zoom_box()
        self.larger = sign_button("+", self.tr("Larger"), "Ctrl++", lambda: preview.zoom_by(1))
        self.look = button(self.tr("Find"))
        self.look.setToolTip(self.tr("Find in this document (Ctrl+F)"))
        self.options = self._toggle(self.tr("Options"), self.tr("Show how it is printed"))
        self._lay_out()
        self.page.valueChanged.connect(lambda number: preview.go_to_page(number - 1))
        self.look.clicked.connect(self.find_requested)
        preview.page_changed.connect(self._show_page)
        preview.zoom_changed.connect(self.show_zoom)

    def show_document(self, pages: int, outline: Sequence[OutlineEntry]) -> None:
        """Offer the pages and parts of a document."""
        self._outline = outline
        self.contents.setEnabled(bool(outline))
        self.page.blockSignals(True)
        self.page.setRange(1, max(1, pages))
        self.page.blockSignals(False)
        self.of.setText(self.tr("of {count}").format(count=pages))
        self._show_page(min(self._preview.current, max(0, pages - 1)))

    def focus_page(self) -> None:
        """Let a page number be typed."""
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.selectAll()

    def show_zoom(self) -> None:
        """Show how large pages are; a size between the usual ones is shown as it is."""
        zoom = self._preview.zoom
        at = self.zoom.findData(zoom)
        if at < 0:
            self.zoom.setItemText(self.zoom.count() - 1, f"{self._preview.share:.0%}".replace("%", " %"))
            at = self.zoom.count() - 1
        self.zoom.setCurrentIndex(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away where there is little room what the list of sizes does too."""
        super().resizeEvent(event)
        for control in (self.smaller, self.larger):
            control.setVisible(event.size().width() >= fonts.scaled(_NARROW))

    def _show_page(self, number: int) -> None:
        if not self.page.hasFocus() or self.page.value() != number + 1:
            self.page.blockSignals(True)
            self.page.setValue(number + 1)
            self.page.blockSignals(False)

    def _zoom_box(self) -> QComboBox:
        box = QComboBox()
        box.setFont(fonts.sans())
        box.setAccessibleName(self.tr("Zoom"))
        box.setToolTip(self.tr("Zoom (Ctrl+0 fits the width)"))
        box.addItem(self.tr("Fit width"), "width")
        box.addItem(self.tr("Fit page"), "page")
        for share in ZOOMS:
            box.addItem(f"{round(share * 100)} %", share)
        box.activated.connect(lambda _at: self._preview.set_zoom(box.currentData()))
        return box

    def _toggle(self, words: str, tip: str) -> Button:
        made = button(words, kind="toggle")
        made.setCheckable(True)
        made.setToolTip(tip)
        return made

    def _lay_out(self) -> None:
        place = QWidget()  # the number and what it is out of stay on one line
        together = QHBoxLayout(place)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(6)
        together.addWidget(self.page)
        together.addWidget(self.of)
        row = WrappingRow(6)
        for control in (self.pages, self.contents, place, self.smaller, self.zoom, self.larger):
            row.addWidget(control)
        for control in (self.look, self.options):
            row.add_end(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 6)
        column.addLayout(row)

    def _fill_contents(self) -> None:
        self._menu.clear()
        for entry in self._outline:
            title = entry.title if len(entry.title) <= _SHOWN_TITLE else entry.title[:_SHOWN_TITLE] + "…"
            action = self._menu.addAction("    " * entry.level + literal(title) + f"\t{entry.page + 1}")
            action.triggered.connect(lambda _on=False, page=entry.page: self._preview.go_to_page(page))
