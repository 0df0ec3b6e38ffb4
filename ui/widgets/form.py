"""Form rows: a label above its field, and what is wrong with it below; and a field that offers one of several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.labels import label
from ui.widgets.steady import SteadyBox


class FormRow(QWidget):
    """One field with its name, an optional hint, and room for one error sentence."""

    def __init__(self, name: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        spoken = name.replace("&", "")
        self._name: QLabel = label(name, font=fonts.semibold(13))
        self._name.setBuddy(field.focusProxy() or field)  # Qt goes to no field that passes the keyboard on
        self._error = label("", "error", fonts.sans(12.5), wraps=True)
        self._error.hide()
        if not field.accessibleName():
            field.setAccessibleName(spoken)
        if hint:
            field.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(field)
        if hint:
            column.addWidget(label(hint, "secondary", fonts.sans(12.5), wraps=True))
        column.addWidget(self._error)

    def show_error(self, sentence: str) -> None:
        """Show what the field needs; nothing when it is fine."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.field.setProperty("kind", "wrong" if sentence else "")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    @property
    def error(self) -> str:
        """The sentence shown."""
        return self._error.text()


def chooser(offered: Mapping[str, str] | Mapping[bool, str]) -> QComboBox:
    """Return a box that offers one of several; its data is what is chosen.

    Args:
        offered: What can be chosen and the words for it, in the order shown.
    """
    box = SteadyBox()
    box.setFont(fonts.sans())
    for value, words in offered.items():
        box.addItem(words, value)
    return box
