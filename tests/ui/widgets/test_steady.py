"""Scrolling a page changes nothing that happens to come under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from assessments.questionnaire_file import packaged_questionnaire
from ui.widgets.form import chooser
from ui.widgets.gut_feeling import GutFeeling
from ui.widgets.partner_form import PartnerForm
from ui.widgets.weight_pairs import PairsPanel
from ui.widgets.weight_sliders import WeightSlider
from ui.widgets.weight_swing import SwingPanel

Control = TypeVar("Control", bound=QWidget)
_DIMENSIONS = packaged_questionnaire().dimensions
_MADE: dict[str, Callable[[], QWidget]] = {
    "one of several": lambda: chooser({"a4": "A4", "letter": "Letter"}),
    "what a partner is": PartnerForm,
    "gut feeling": lambda: GutFeeling(30),
    "weight": lambda: WeightSlider(_DIMENSIONS[0], "goals"),
    "swing": lambda: SwingPanel(_DIMENSIONS),
    "two by two": lambda: PairsPanel(_DIMENSIONS),
}


def _takes_the_wheel(widget: QWidget, turned: int) -> bool:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def _values(widget: QWidget) -> list[int]:
    boxes = [box.currentIndex() for box in _of(widget, QComboBox)]
    sliders = [slider.sliderPosition() for slider in _of(widget, QSlider)]
    return boxes + sliders + [number.value() for number in _of(widget, QSpinBox)]


def _of(widget: QWidget, kind: type[Control]) -> list[Control]:
    return [*([widget] if isinstance(widget, kind) else []), *widget.findChildren(kind)]


@pytest.mark.parametrize("what", _MADE)
def test_the_wheel_is_left_to_the_page_and_changes_no_value(qtbot: QtBot, what: str) -> None:
    made = _MADE[what]()
    controls = [*_of(made, QComboBox), *_of(made, QSlider), *_of(made, QSpinBox)]
    assert controls
    qtbot.addWidget(made)
    QThreadPool.globalInstance().waitForDone()  # two by two is worked out in a thread
    before = _values(made)
    for control in controls:
        assert not _takes_the_wheel(control, 120)
        assert not _takes_the_wheel(control, -120)
        assert control.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert _values(made) == before
