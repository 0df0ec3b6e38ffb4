"""Enter presses the button that has the keyboard, as Space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterPress(QObject):
    """Acts on what no page had a use for: Qt itself presses with Enter in dialogs only, and on some desktops."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Enter that came up to the window; a box to tick is ticked with Space alone, as everywhere."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        focused = self._window.focusWidget()
        if event.key() not in _KEYS or event.modifiers() not in _PLAIN or not isinstance(focused, QAbstractButton):
            return False
        if isinstance(focused, QCheckBox | QRadioButton):
            return False
        focused.click()
        return True
