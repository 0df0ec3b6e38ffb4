"""Every exception that nobody expected: our own bugs end in one dialog and one log entry, never in silence."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from models.errors import StoreError

if TYPE_CHECKING:
    from types import TracebackType

_LOG_LIMIT = 1_000_000


class CrashReporter(QObject):
    """Shows a crash in the GUI thread, wherever it happened. One dialog at a time."""

    refused = Signal(str, str)
    """Sentence and kind of a notice: a workspace was moved or damaged while it was open, which is no bug of ours."""
    _reported = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._reported.connect(self._show)

    def install(self) -> None:
        """Take over what Python does with an exception that nobody caught."""
        sys.excepthook = self.report
        threading.excepthook = lambda args: self.report(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the exception and show it."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback

        details = "".join(traceback.format_exception(kind, error, trace))
        log_crash(details)
        if isinstance(error, StoreError):
            self.refused.emit(str(error), "alarm")
        else:
            self._reported.emit(details)

    def _show(self, details: str) -> None:
        if self._open:
            return
        self._open = True
        from ui.window.crash_dialog import CrashDialog

        box = CrashDialog(details)
        box.exec()
        box.deleteLater()
        self._open = False


def log_path() -> Path:
    """Return where crashes are logged, on this machine only."""
    from PySide6.QtCore import QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "crashes.log"


def log_crash(details: str) -> None:
    """Append to the log; a log that cannot be written must not hide the crash itself."""
    from datetime import UTC, datetime

    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LOG_LIMIT:
            path.unlink()
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{details}\n")
    except OSError:
        sys.__stderr__ and sys.__stderr__.write(details)
