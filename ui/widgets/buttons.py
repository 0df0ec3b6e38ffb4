"""Buttons, with their shortcut beside the words."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from ui.theme import fonts, palette

_GAP = 6


def literal(text: str) -> str:
    """Return a text for a place that reads "&" as a mnemonic, so that it is shown as typed."""
    return text.replace("&", "&&")


def key_words(keys: str) -> str:
    """Return a shortcut as the system writes it: "Ctrl+N"."""
    if sys.platform == "darwin":
        from PySide6.QtGui import QKeySequence

        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # As Qt does it elsewhere. Its class for shortcuts is loaded with seventy standard ones, after the first paint.
    return "+".join(QCoreApplication.translate("QShortcut", key) for key in keys.split("+"))


class PlainButton(QPushButton):
    """A push button of ours without a shortcut beside its words: Qt draws it."""

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)  # given the text too, PySide6 first loads icons, to see that it is none of them
        self.setText(text)
        self.setProperty("kind", kind)
        self.setFont(fonts.sans(13.5))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)


class Button(PlainButton):
    """A push button whose shortcut hint stands beside its words, paler, or in a key cap."""

    def __init__(self, text: str, hint: str = "", kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self._hint = key_words(hint) if "+" in hint else hint
        if hint:
            self.setToolTip(f"{text.replace('&', '')} ({self._hint})")

    @property
    def hint(self) -> str:
        """The shortcut as shown."""
        return self._hint

    def sizeHint(self) -> QSize:
        """Return room for words and hint."""
        size = super().sizeHint()
        return QSize(size.width() + self._hint_width(), size.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a button is never cut."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leave the words out where they are drawn together with the hint."""
        super().initStyleOption(option)
        if self._hint:
            option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then words and hint as one centred group."""
        super().paintEvent(event)
        if self._hint:
            self._draw_words(QPainter(self))

    def _draw_words(self, painter: QPainter) -> None:
        words = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        width = self.fontMetrics().horizontalAdvance(words)
        left = (self.width() - width - self._hint_width()) // 2
        primary = self.property("kind") == "primary"
        on_accent = self.isChecked() if self.property("kind") == "plain" else primary and self.isEnabled()
        ink = "ink" if self.isEnabled() else "faint"
        painter.setPen(palette.color("accent_text" if on_accent else ink))
        painter.setFont(self.font())
        box = self.rect().adjusted(left, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, flags, words)
        hint = self.rect().adjusted(left + width + _GAP, 0, 0, 0)
        painter.setFont(fonts.sans(11.5) if not primary else fonts.sans(13.5))
        if not primary:
            high = fonts.scaled(20)
            cap = hint.adjusted(0, (self.height() - high) // 2, 0, 0)
            cap.setSize(QSize(self._hint_width() - _GAP, high))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(palette.color("line"))
            painter.setBrush(palette.color("surface"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(palette.color("secondary"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._hint)
        else:
            painter.setOpacity(0.85)
            painter.drawText(hint, flags, self._hint)

    def _hint_width(self) -> int:
        if not self._hint:
            return 0
        if self.property("kind") == "primary":
            return self.fontMetrics().horizontalAdvance(self._hint) + _GAP
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(fonts.sans(11.5)).horizontalAdvance(self._hint) + 12 + _GAP


def button(text: str, hint: str = "", kind: str = "plain") -> Button:
    """Return a button. `kind` is plain, primary, or another kind of the style sheet."""
    return Button(text, hint, kind)


def sign_button(sign: str, name: str, keys: str, act: Callable[[], object]) -> Button:
    """Return a button that shows a sign; its name and keys are in the tooltip, the name for screen readers too."""
    made = button(sign)
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({keys})")
    made.clicked.connect(lambda: act())  # noqa: PLW0108 - without the button's own argument
    return made
