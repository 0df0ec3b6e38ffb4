"""Cut, copy, paste and select all in the Edit menu, for whatever has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from ui.window.menus import allow


def add_text_commands(menu: QMenu) -> None:
    """Add the four commands to a menu; the fields themselves take the keys, here they are only shown."""

    def say(text: str) -> str:
        return QCoreApplication.translate("text commands", text)

    offered = (
        (say("Cu&t"), "cut", QKeySequence.StandardKey.Cut),
        (say("&Copy"), "copy", QKeySequence.StandardKey.Copy),
        (say("&Paste"), "paste", QKeySequence.StandardKey.Paste),
        (say("Select &all"), "selectAll", QKeySequence.StandardKey.SelectAll),
    )
    reason = say("Go to a text or a table first.")
    actions = {name: menu.addAction(text) for text, name, _keys in offered}
    for _text, name, keys in offered:
        actions[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        actions[name].setShortcut(QKeySequence(keys))
        actions[name].triggered.connect(partial(_run, name))

    def refresh() -> None:
        for name, action in actions.items():
            allow(action, "" if _command(name) is not None else reason)

    menu.aboutToShow.connect(refresh)


def _run(name: str, _checked: bool = False) -> None:
    command = _command(name)
    if command is not None:
        command()


def _command(name: str) -> Callable[[], object] | None:
    """Return what a command does where the keyboard is; None where it has no meaning."""
    widget: QWidget | None = QApplication.focusWidget()
    command = getattr(widget, name, None)
    if widget is None or command is None:
        return None
    reads_only = getattr(widget, "isReadOnly", None)
    if name in ("cut", "paste") and reads_only is not None and reads_only():
        return None
    if name in ("cut", "copy") and isinstance(widget, QLineEdit) and not widget.hasSelectedText():
        return None
    return command  # type: ignore[no-any-return]
