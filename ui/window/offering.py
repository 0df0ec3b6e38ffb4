"""A command of a menu that is filled anew each time it opens; what is in view takes its key itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.window.menus import allow


def offer(menu: QMenu, text: str, act: Callable[[], object], why_not: str = "", keys: str = "") -> QAction:
    """Add a command to a menu.

    Args:
        menu: Its tooltips are shown.
        text: As shown.
        act: Called without arguments.
        why_not: A sentence where the command cannot be used now.
        keys: Only shown: in the whole window they would be taken from the fields that need them.
    """
    action = menu.addAction(text)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcut(QKeySequence(keys))
    allow(action, why_not)
    action.triggered.connect(lambda _checked=False: act())
    return action
