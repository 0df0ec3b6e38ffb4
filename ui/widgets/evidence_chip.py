"""A chip for one file or link behind an answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from assessments.evidence import Attachment, Link, kept_name, opened_extension, size_words
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.buttons import literal
from ui.widgets.labels import plain_tooltip

Evidence = Attachment | Link
_WIDEST = 190
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EvidenceChip(QPushButton):
    """Enter or a click opens, Delete removes, the context menu has all there is. Long names are cut in the middle."""

    open_requested = Signal()
    copy_requested = Signal()
    remove_requested = Signal()

    def __init__(self, evidence: Evidence, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence = evidence
        self.removable = removable
        self.can_open = isinstance(evidence, Link) or bool(opened_extension(evidence.name))
        name = chip_name(evidence)
        self.setProperty("kind", "chip")
        self.setFont(fonts.semibold(12))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._whole = name
        elided = QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, fonts.scaled(_WIDEST))
        self.setText(literal(elided))
        kind = _say("Link: {name}") if isinstance(evidence, Link) else _say("Attached file: {name}")
        self.setAccessibleName(kind.replace("{name}", name))
        self.setAccessibleDescription(self._hint())
        self.setToolTip(plain_tooltip(f"{_whole_words(evidence)}\n{self._hint()}"))
        self.clicked.connect(self._on_click)

    @property
    def whole_name(self) -> str:
        """The name without the ellipsis."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: it is cut already."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes."""
        if event.key() in _REMOVING and self.removable:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done."""
        menu = self.menu_of()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_of(self) -> QMenu:
        """Return a menu with what can be done."""
        menu = QMenu(self)
        is_link = isinstance(self.evidence, Link)
        if self.can_open:
            menu.addAction(_say("Open…") if is_link else _say("Open"), self.open_requested.emit)
        menu.addAction(_say("Copy address") if is_link else _say("Save a copy…"), self.copy_requested.emit)
        if self.removable:
            menu.addSeparator()
            menu.addAction(_say("Remove"), self.remove_requested.emit)
        return menu

    def _on_click(self) -> None:
        if self.can_open:
            self.open_requested.emit()
        else:
            self.copy_requested.emit()

    def _hint(self) -> str:
        deed = _say("Enter opens it.") if self.can_open else _say("Not opened from here. Enter saves a copy.")
        return f"{deed} {_say('Delete removes it.')}" if self.removable else deed


def chip_name(evidence: Evidence) -> str:
    """Return what a chip says: a file's name, or an arrow with the host or mail address of a link."""
    if isinstance(evidence, Attachment):
        return kept_name(evidence.name)
    url = QUrl(evidence.url)
    place = url.host(QUrl.ComponentFormattingOption.FullyEncoded) or url.path(
        QUrl.ComponentFormattingOption.FullyEncoded
    )
    return f"↗ {place}"


def _whole_words(evidence: Evidence) -> str:
    if isinstance(evidence, Attachment):
        return f"{kept_name(evidence.name)} · {size_words(evidence.size, own_figures)}"
    return bytes(QUrl(evidence.url).toEncoded().data()).decode("ascii")


def _say(text: str) -> str:
    return QCoreApplication.translate("evidence", text)
