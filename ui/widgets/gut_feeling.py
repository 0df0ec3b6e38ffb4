"""The gut feeling: one slider, unset until touched, kept beside the score and never part of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.steady import SteadySlider

_MIDDLE = 50


class GutFeeling(QWidget):
    """0 to 100, or nothing."""

    chosen = Signal(object)
    """An int, or None; once per drag, when the slider is let go."""

    def __init__(self, value: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: int | None = None
        self._slider = SteadySlider()
        self._slider.setRange(0, 100)
        self._slider.setPageStep(10)
        self._slider.setAccessibleName(self.tr("Gut feeling from 0 to 100"))
        self._words = label("", "secondary", fonts.sans(13))
        self._words.setMinimumWidth(fonts.scaled(76))
        self._clear = button(self.tr("Clear"), kind="link")
        self._clear.setAccessibleName(self.tr("Clear the gut feeling"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._slider, 1)
        row.addWidget(self._words)
        row.addWidget(self._clear)
        self._slider.actionTriggered.connect(lambda _action: self._moved())
        self._slider.sliderReleased.connect(self._let_go)
        self._clear.clicked.connect(self._forget)
        self.setFocusProxy(self._slider)
        self.show_value(value)

    def show_value(self, value: int | None) -> None:
        """Show a value without telling."""
        self.value = value
        # Not setSliderPosition: that counts as the user's own move, and an untouched slider would be stored as 50.
        self._slider.setValue(_MIDDLE if value is None else value)
        words = self.tr("not given") if value is None else self.tr("{n} of 100").format(n=value)
        self._words.setText(words)
        self._slider.setAccessibleDescription(words)
        kind = "unset" if value is None else ""  # a bar that is filled to the middle would look like 50
        if self._slider.property("kind") != kind:
            self._slider.setProperty("kind", kind)
            self._slider.style().unpolish(self._slider)
            self._slider.style().polish(self._slider)
        self._clear.setVisible(value is not None)

    def _moved(self) -> None:
        self.show_value(self._slider.sliderPosition())
        if not self._slider.isSliderDown():
            self._tell()

    def _let_go(self) -> None:
        # Also where it was pressed and not moved: who presses the handle in the middle means 50.
        self.show_value(self._slider.sliderPosition())
        self._tell()

    def _forget(self) -> None:
        self.show_value(None)
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.value)
