"""The rail of an assessment's steps."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.section_rail import Section, SectionRail


def test_of_the_steps_only_those_that_an_answer_changes_are_painted(qtbot: QtBot) -> None:
    rail = SectionRail()
    qtbot.addWidget(rail)
    rail.show_sections([Section("goals", "Goals", "0/8"), Section("trust", "Trust", "0/8")])
    rail.show()
    qtbot.waitExposed(rail)
    QApplication.processEvents()
    painted: list[str] = []
    for key, made in rail._buttons.items():
        made.update = lambda key=key: painted.append(key)  # type: ignore[method-assign,assignment]

    rail.show_sections([Section("goals", "Goals", "1/8"), Section("trust", "Trust", "0/8")])

    assert painted == ["goals"]
    assert rail._buttons["goals"].accessibleName() == "Goals, 1/8"
