"""Loads the heavy libraries in a thread after the first paint, and says when they are there; then what pages need."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs.collecting import go_on_collecting, wait_with_collecting

# In the order in which they are needed: a click on a partner reads the file first, a brief comes later.
_MODULES = ("models.workspace", "models.edits", "assessments.scoring", "assessments.questionnaire_file")

_TURN = 0.001
"""Seconds that a worker may go on while the GUI thread waits, as that does for each widget that it paints. Python's own
5 ms would add up to what is seen as a stall."""

_PAUSE = 10
"""Milliseconds between two modules of pages, for keys and painting."""


class Libraries(QObject):
    """Runs what needs the libraries once these are loaded; at once when they already are."""

    _loaded = Signal()

    def __init__(self, parent: QObject | None = None, pages: Sequence[str] = ()) -> None:
        """Wait with loading.

        Args:
            parent: The usual one.
            pages: Modules that the first visit of a page would load, which takes longer than a key may wait. They come
                last, and nobody waits for them: a visit before that loads its own. In the GUI thread, one in a turn:
                PySide6 makes each class of Qt when it is first used, and another thread may meet it half made.
        """
        super().__init__(parent)
        self._pages = list(pages)
        self._waiting: list[Callable[[], object]] = []
        self.ready = all(name in sys.modules for name in _MODULES)
        self._loaded.connect(self._on_loaded)
        self._thread: threading.Thread | None = None

    def load(self) -> None:
        """Start loading, once."""
        if self._thread is None and not self.ready:
            wait_with_collecting()
            sys.setswitchinterval(_TURN)
            self._thread = threading.Thread(target=self._import, name="libraries", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Wait, half a second at most, until the thread is through: Python's own end would cut it off anywhere."""
        if self._thread is not None:
            self._thread.join()

    def when_ready(self, act: Callable[[], object]) -> None:
        """Run `act` now, or as soon as everything is loaded."""
        if self.ready:
            act()
        else:
            self._waiting.append(act)
            self.load()

    def once_loaded(self, act: Callable[[], object]) -> None:
        """Run `act` now, or when everything is loaded, without asking for that: it can wait for the first paint."""
        if self.ready:
            act()
        else:
            self._waiting.append(act)

    def _import(self) -> None:
        for name in _MODULES:
            importlib.import_module(name)
        self._loaded.emit()

    def _on_loaded(self) -> None:
        self.ready = True
        go_on_collecting()
        waiting, self._waiting = self._waiting, []
        try:
            for act in waiting:
                act()
        finally:
            self._load_page_soon()

    def _load_page_soon(self) -> None:
        if self._pages:
            QTimer.singleShot(_PAUSE, self, self._load_page)

    def _load_page(self) -> None:
        importlib.import_module(self._pages.pop(0))
        self._load_page_soon()
