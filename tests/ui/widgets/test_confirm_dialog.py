"""A question before a deed shows all its words, however narrow the screen makes it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.confirm_dialog import Asked, ConfirmDialog

WORDS = (
    "It is finished.\nThis deletes 1,234 answers, 12 rows of sheets, 1 decision, 12 files and 14 links "
    "from the file and its history of changes.\n"
    "Nothing brings it back. Copies, exports and briefs saved elsewhere stay. The partner stays."
)


@pytest.mark.usefixtures("in_our_look")
@pytest.mark.parametrize("width", [0, 440, 480, 620, 900])
def test_no_word_is_cut_off(qtbot: QtBot, width: int) -> None:
    dialog = ConfirmDialog(Asked("Delete it for good?", "A" * 200, WORDS, "&Delete for good", careful=True))
    qtbot.addWidget(dialog)
    dialog.show()
    if width:
        dialog.resize(width, 100)
    (words,) = (one for one in dialog.findChildren(QLabel) if one.text() == WORDS)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
