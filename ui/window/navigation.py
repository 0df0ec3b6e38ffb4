"""The rail on the left: the pages, the file, and whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import fonts, palette
from ui.widgets.buttons import key_words
from ui.widgets.labels import ElidedLabel

WIDTH, _NARROW_WIDTH = 196, 116
_NARROW = 760
"""Pixels: a narrower window leaves the room to the page; the keys are in the View menu too."""
_BELONGS = {"comparison": "compare", "summary": "portfolio"}
"""Printed page -> the page that it is printed from."""


class NavigationButton(QAbstractButton):
    """One page: its name, and its shortcut paler on the right where there is room."""

    def __init__(self, text: str, shortcut: str) -> None:
        super().__init__()
        self.setText(text)
        self._shortcut = key_words(shortcut)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("onNavigation", True)
        self.setAccessibleName(text)
        self.hint = f"{text} ({self._shortcut})"
        """What the pointer is told while the page can be shown."""
        self.setToolTip(self.hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line with room around it."""
        return QSize(WIDTH - 24, fonts.scaled(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button; the page that is open lies on a raised ground, one that cannot be shown is paler."""
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.isChecked() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("navigation_raised"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(palette.color("navigation_strong" if self.isChecked() else "navigation_text"))
        painter.setFont(fonts.sans(14))
        box = self.rect().adjusted(12, 0, -12, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.width() >= fonts.scaled(WIDTH) - 24:
            painter.setPen(palette.color("navigation_text"))
            painter.setFont(fonts.sans(11.5))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shortcut)


class Navigation(QWidget):
    """The rail. It asks for pages; the window shows them."""

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.scaled(WIDTH))
        self._narrow = False
        self._saved: bool | None = None
        """None without a workspace."""
        self._buttons: dict[str, NavigationButton] = {}
        self._group = QButtonGroup(self)
        self._name = self._line(fonts.serif(17), "brand", self.tr("Rapport"))
        self._file = self._line(fonts.sans(12.5), "navigation")
        self._kind = self._line(fonts.sans(12.5), "navigation")
        self._light = self._line(fonts.sans(12.5), "navigation")
        self._light.setAccessibleName(self.tr("Saved state"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 22)
        column.setSpacing(3)
        column.addWidget(self._name)
        column.addSpacing(14)
        column.addWidget(self._add("partners", self.tr("Partners"), "Ctrl+1"))
        column.addWidget(self._add("compare", self.tr("Compare"), "Ctrl+2"))
        column.addWidget(self._add("portfolio", self.tr("Portfolio"), "Ctrl+3"))
        column.addStretch(1)
        column.addWidget(self._add("settings", self.tr("Settings"), "Ctrl+,"))
        column.addSpacing(8)
        column.addWidget(self._file)
        column.addWidget(self._kind)
        column.addWidget(self._light)
        palette.theme.changed.connect(self.update)

    def fit(self, room: int) -> None:
        """Follow the width of the window, in pixels."""
        narrow = room < fonts.scaled(_NARROW)
        self.setFixedWidth(fonts.scaled(_NARROW_WIDTH if narrow else WIDTH))
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_light()

    def show_page(self, name: str) -> None:
        """Mark the page that is open, or the one that it belongs to: an assessment to the partners."""
        self._buttons.get(_BELONGS.get(name, name), self._buttons["partners"]).setChecked(True)

    def show_file(self, name: str, saved: bool, sample: bool) -> None:
        """Show the workspace's name, whether it is the sample, and whether everything is stored; nothing without one.

        Args:
            name: Of the file; empty when no workspace is open.
            saved: Whether the file holds all that the window shows.
            sample: Whether its partners are invented.
        """
        for page in self._buttons.values():
            page.setEnabled(bool(name))
            page.setToolTip(page.hint if name else self.tr("Open a workspace first."))
        self._file.show_text(name)
        self._kind.show_text(self.tr("Sample: invented partners") if sample else "")
        self._kind.setVisible(sample)
        self._saved = saved if name else None
        self._show_light()

    def _show_light(self) -> None:
        words = ""
        if self._saved is not None and self._narrow:
            words = self.tr("✓ Saved") if self._saved else self.tr("● Not saved")
        elif self._saved is not None:
            words = self.tr("✓ All changes saved") if self._saved else self.tr("● Not saved yet")
        self._light.show_text(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the rail."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("navigation"))
        painter.drawRect(self.rect())

    def _add(self, name: str, text: str, shortcut: str) -> NavigationButton:
        made = NavigationButton(text, shortcut)
        made.clicked.connect(lambda: self.page_requested.emit(name))
        self._group.addButton(made)
        self._buttons[name] = made
        return made

    def _line(self, font: QFont, kind: str, text: str = "") -> ElidedLabel:
        line = ElidedLabel(text, font, kind)
        line.setContentsMargins(10, 0, 4, 0)
        return line


class BesideNavigation(QWidget):
    """All of the window below the menus: the rail on the left, the pages beside it."""

    def __init__(self, navigation: Navigation, pages: QLayout) -> None:
        super().__init__()
        self._navigation = navigation
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(navigation)
        row.addLayout(pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rail narrow in a narrow window."""
        super().resizeEvent(event)
        self._navigation.fit(event.size().width())
