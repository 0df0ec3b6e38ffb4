"""Shortcuts are written as Qt writes them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from ui.widgets.buttons import key_words


@pytest.mark.parametrize("keys", ["Ctrl+N", "Ctrl+,", "Ctrl+Shift+N", "Ctrl+1", "Alt+Left", "Shift+Enter"])
def test_a_shortcut_reads_as_qt_writes_it(qapp: QApplication, keys: str) -> None:
    assert key_words(keys) == QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
