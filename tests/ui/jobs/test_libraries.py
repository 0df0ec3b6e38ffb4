from __future__ import annotations

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.jobs import libraries as rooms
from ui.jobs.collecting import Collector, go_on_collecting
from ui.jobs.libraries import Libraries

HEAVY = "rapport_heavy_module"


@pytest.fixture
def heavy(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> str:
    """Stand for the heavy libraries: a module that says in which order it and a page's module were loaded."""
    folder = tmp_path_factory.mktemp("modules")
    for name in (HEAVY, f"{HEAVY}_page"):
        (folder / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(rooms, "_MODULES", (HEAVY,))
    monkeypatch.delitem(sys.modules, HEAVY, raising=False)
    monkeypatch.delitem(sys.modules, f"{HEAVY}_page", raising=False)
    return HEAVY


def test_what_waits_for_the_libraries_comes_before_the_modules_of_pages(heavy: str, qtbot: QtBot) -> None:
    seen: list[tuple[str, bool]] = []
    page = f"{heavy}_page"
    libraries = Libraries(pages=[page])

    libraries.once_loaded(lambda: seen.append((threading.current_thread().name, page in sys.modules)))
    libraries.load()
    qtbot.waitUntil(lambda: page in sys.modules)

    assert seen == [(threading.main_thread().name, False)]


def test_a_page_s_module_is_loaded_though_something_that_waited_failed(heavy: str, qtbot: QtBot) -> None:
    libraries = Libraries(pages=[f"{heavy}_page"])
    libraries.once_loaded(lambda: 1 / 0)
    with qtbot.captureExceptions() as failures:
        libraries.load()
        qtbot.waitUntil(lambda: f"{heavy}_page" in sys.modules)

    assert [kind for kind, _error, _trace in failures] == [ZeroDivisionError]


def test_nothing_is_collected_while_libraries_load_and_again_after_it(heavy: str, qtbot: QtBot) -> None:
    go_on_collecting()
    libraries = Libraries()
    collected: list[str] = []
    libraries.when_ready(lambda: collected.append("ready"))
    app = QCoreApplication.instance()
    assert app is not None
    (collector,) = app.findChildren(Collector)
    assert not collector.timer.isActive()
    assert not gc.isenabled()

    qtbot.waitUntil(lambda: collected == ["ready"])

    assert collector.timer.isActive()


def test_a_program_that_ends_at_once_waits_for_the_libraries_that_are_loading(heavy: str, qtbot: QtBot) -> None:
    libraries = Libraries()
    libraries.finish()
    libraries.load()
    libraries.finish()

    assert heavy in sys.modules
    assert not any(thread.name == "libraries" for thread in threading.enumerate())
