"""How far a piece of work is, once it takes long, with a way to give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from ui.theme import fonts
from ui.widgets.buttons import literal

_SOON = 600
"""Milliseconds; what is done by then shows nothing."""
_FINE = 1000


class WorkProgress(QProgressDialog):
    """A bar that goes from left to right once, over one or more rounds of steps."""

    def __init__(self, words: str, rounds: int, parent: QWidget) -> None:
        """Wait with showing.

        Args:
            words: What is done, as "Exporting…".
            rounds: How often the steps begin anew.
            parent: The window that waits for it.
        """
        super().__init__(parent)
        self.setLabelText(literal(words))
        self._round, self._done = 0, 0
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setMaximum(_FINE * rounds)
        self.setBar(self._bar)
        self.setCancelButtonText(self.tr("Cancel"))
        self.setMinimumWidth(fonts.scaled(320))
        self.setWindowTitle("Rapport")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setMinimumDuration(_SOON)
        self.setValue(0)

    def show_step(self, done: int, total: int) -> None:
        """Show how many steps of this round are done; fewer than before begin the next round."""
        if done < self._done:
            self._round += 1
        self._done = done
        if not self.wasCanceled():  # straight to the bar: the dialog's own setValue runs the event loop each time
            self._bar.setValue(round(_FINE * (self._round + done / max(1, total))))

    def end(self) -> None:
        """Close for good, whether it was shown or not."""
        self.reset()
        self.close()
        self.deleteLater()
