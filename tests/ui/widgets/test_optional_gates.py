from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessments.questionnaire_file import packaged_questionnaire
from ui.widgets.optional_gates import OptionalGates

QUESTIONNAIRE = packaged_questionnaire()


def test_each_gate_left_to_the_user_has_a_box_with_its_title_below(qtbot: QtBot) -> None:
    gates = OptionalGates(QUESTIONNAIRE)
    qtbot.addWidget(gates)
    title = QUESTIONNAIRE.questions["R2"].title
    assert [(key, box.text(), box.accessibleDescription()) for key, box in gates.boxes.items()] == [
        ("R2", "R2 decides too, as a gate", title)
    ]
    assert [words.text() for words in gates.findChildren(QLabel)] == [title]
    assert gates.switched_on() == frozenset()


def test_only_the_users_own_switch_is_told(qtbot: QtBot) -> None:
    gates = OptionalGates(QUESTIONNAIRE)
    qtbot.addWidget(gates)
    told: list[tuple[str, bool]] = []
    gates.switched.connect(lambda key, on: told.append((key, on)))
    gates.show_switched_on({"R2"})
    assert told == []
    assert gates.switched_on() == {"R2"}
    gates.boxes["R2"].click()
    assert told == [("R2", False)]
    assert gates.switched_on() == frozenset()
