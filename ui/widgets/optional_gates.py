"""The gates that a questionnaire leaves to its users: a box for each."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from assessments.questionnaire import GateRule, Questionnaire
from ui.theme import fonts
from ui.widgets.labels import label

_INDENT = 24
"""Pixels from a box to its words."""


class OptionalGates(QWidget):
    """A title can be long and a box does not wrap its words, so the title stands below its box."""

    switched = Signal(str, bool)
    """A question's id, and whether it decides from now on; only when the user did it."""

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for question in questionnaire.questions.values():
            if question.gate is not GateRule.OPTIONAL:
                continue
            box = QCheckBox(self.tr("{id} decides too, as a gate").format(id=question.id))
            box.setFont(fonts.sans(13.5))
            box.setAccessibleDescription(question.title)
            box.clicked.connect(lambda on, key=question.id: self.switched.emit(key, on))
            title = label(question.title, "secondary", fonts.sans(12.5), wraps=True)
            title.setIndent(_INDENT)
            column.addWidget(box)
            column.addWidget(title)
            self.boxes[question.id] = box

    def switched_on(self) -> frozenset[str]:
        """Return the ids of the questions that decide too."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def show_switched_on(self, keys: Collection[str]) -> None:
        """Show which questions decide too, without telling."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)
