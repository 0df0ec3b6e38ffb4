"""Starts the window: from nothing to a list that can be used, then the rest behind it."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.theme import fonts
from ui.theme.palette import theme
from ui.window import memory
from ui.window.crash import CrashReporter
from ui.window.first_paint import REST
from ui.window.main_window import MainWindow


def make_application() -> QApplication:
    """Return the application with our names, style, fonts and colours."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Rapport")
    app.setApplicationDisplayName("Rapport")
    app.setOrganizationName("Rapport")
    app.setDesktopFileName("rapport")
    fonts.load_fonts()
    app.setFont(fonts.sans(13.5))
    theme.apply(app, memory.read_appearance())
    return app


def run_window(path: Path | None, as_of: date | None) -> int:
    """Open the window and return the exit code.

    Args:
        path: The workspace to open; the last one when None, the welcome page when there is none.
        as_of: Counts as today when given.
    """
    app = make_application()
    reporter = CrashReporter(app)
    reporter.install()
    window = MainWindow(lambda: as_of or date.today())  # noqa: DTZ011 - the user's own calendar day is meant
    reporter.refused.connect(window.say)
    memory.restore_window(window)
    first = path or next(iter(memory.read_recent()), None)
    if first is not None:
        window.open_workspace(first)
    window.show()
    window.when_painted(lambda: theme.follow_system(app), REST)
    window.when_painted(lambda: _after_paint(window, alone=as_of is not None), REST)
    code = app.exec()
    from PySide6.QtCore import QThreadPool

    window.libraries.finish()
    QThreadPool.globalInstance().waitForDone()  # a brief is written to its end, and no thread outlives its listeners
    return code


def _after_paint(window: MainWindow, alone: bool) -> None:
    """Do what can wait until the list can be read and scrolled.

    Args:
        window: The one window.
        alone: It shows another day than today, so later starts are not sent to it.
    """
    gc.freeze()  # what start-up made stays for good: later collections pass over it
    window.libraries.load()
    from ui.jobs.job import Job

    Job(_sweep_parts, parent=window).start()
    if not alone:
        window.libraries.once_loaded(lambda: _listen(window))


def _sweep_parts() -> None:
    """Remove what a killed program left of a document it was writing."""
    from reports.part_files import sweep_parts

    sweep_parts()


def _listen(window: MainWindow) -> None:
    from ui.window.instance_server import InstanceServer
    from ui.window.single_instance import address, let_go

    server = InstanceServer(window)
    if not server.listen(address()):
        let_go()
    app = QApplication.instance()
    assert app is not None
    app.aboutToQuit.connect(server.close)
    app.aboutToQuit.connect(let_go)
