"""Shows what other windows and programs wrote to the workspace, whenever the reader comes back to this window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


class CatchingUp(QObject):
    """Looks when the window becomes the active one, also after a dialog of its own.

    Until then what is shown may be old, which is safe: to change what others changed is refused, see `OvertakenError`.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look soon. Not at once: whoever asked by the dialog that ends here has not taken the answer yet."""
        if event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        window, document = self._window, self._window.document
        if document is None or not window.libraries.ready or not window.isActiveWindow():
            return
        from ui.documents.rereading import look

        seen = window.stack.currentWidget()
        look(document)
        if window.stack.currentWidget() is not seen:
            window.say(self.tr("The assessment that was in view here is gone: another window or program deleted it."))
