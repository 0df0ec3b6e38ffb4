"""How large a dialog may be."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from ui.theme import fonts

_FRAME = QSize(8, 48)
"""Pixels that a window manager may put around it."""


def within_screen(width: int, height: int) -> QSize:
    """Return a size in pixels at 100 % as it is with the text in use, no larger than the screen: the rest scrolls."""
    room = QGuiApplication.primaryScreen().availableSize() - _FRAME
    return QSize(fonts.scaled(width), fonts.scaled(height)).boundedTo(room)
