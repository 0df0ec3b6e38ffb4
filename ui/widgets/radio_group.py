"""Choices of which one is chosen: Tab comes to that one, and the arrow keys choose another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton


def lead_to_chosen(choices: Iterable[QRadioButton]) -> None:
    """Let Tab come to the chosen one of several; Qt would come to the first until one of them had the keyboard."""
    held = list(choices)
    for one in held:
        one.toggled.connect(partial(_follow, held, one))
        if one.isChecked():
            _follow(held, one, True)


def _follow(held: list[QRadioButton], one: QRadioButton, chosen: bool) -> None:
    if chosen:
        for other in held:
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is one else Qt.FocusPolicy.ClickFocus)
