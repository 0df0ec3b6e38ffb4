from __future__ import annotations

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.worked_out import WorkedOut


@pytest.fixture
def place(qtbot: QtBot) -> WorkedOut:
    made = WorkedOut(rest=0)
    qtbot.addWidget(made)
    made.column.addWidget(made.state)
    made.show()
    return made


def test_figures_are_current_only_once_they_were_shown(qtbot: QtBot, place: WorkedOut) -> None:
    seen: list[tuple[object, bool]] = []
    place.arrived.connect(lambda found: seen.append((found, place.is_current)))
    place.wish(lambda: 42)
    assert not place.is_current
    assert place.state.isVisible()
    qtbot.waitUntil(lambda: place.is_current)
    assert seen == [(42, False)]
    assert not place.state.isVisible()


def test_only_the_last_of_several_wishes_arrives(qtbot: QtBot, place: WorkedOut) -> None:
    seen: list[object] = []
    place.arrived.connect(seen.append)
    for number in range(5):
        place.wish(lambda number=number: number)  # type: ignore[misc]
    qtbot.waitUntil(lambda: place.is_current)
    assert seen == [4]


def test_what_was_outdated_meanwhile_never_arrives(qtbot: QtBot, place: WorkedOut) -> None:
    begun, go_on = Event(), Event()
    seen: list[str] = []

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        return "old"

    place.arrived.connect(seen.append)
    place.wish(slow)
    qtbot.waitUntil(begun.is_set)
    place.outdate()
    go_on.set()
    place.wish(lambda: "new")
    qtbot.waitUntil(lambda: place.is_current)
    assert seen == ["new"]


def test_listeners_hear_whether_the_figures_can_be_relied_on(qtbot: QtBot, place: WorkedOut) -> None:
    told: list[bool] = []
    place.settled.connect(told.append)
    place.wish(lambda: None)
    qtbot.waitUntil(lambda: place.is_current)
    place.outdate()
    assert told == [False, True, False]
