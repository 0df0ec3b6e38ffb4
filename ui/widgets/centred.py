"""A few widgets in the middle of an empty place: what is missing, and the button that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


def centred(*widgets: QWidget) -> QWidget:
    """Return a widget with others one above the other, a little over its middle."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addStretch(2)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
    column.addStretch(3)
    return made
