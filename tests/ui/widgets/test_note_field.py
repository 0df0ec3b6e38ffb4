"""A note takes what a person pastes, and says what it cannot take."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from assessments.text_rules import TEXT_LIMIT
from ui.widgets.note_field import NoteField


def paste(field: NoteField, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def test_a_paste_that_no_note_can_hold_leaves_the_note_as_it_was(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    said: list[str] = []
    field.refused.connect(said.append)
    paste(field, "words\n" * 3)
    paste(field, "x" * TEXT_LIMIT)
    assert field.text() == "words\n" * 3
    assert said == ["Nothing was pasted: a note can have 100,000 characters, and this would make 100,018."]


def test_a_paste_over_all_that_is_there_may_fill_the_note(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    field.setPlainText("words")
    field.selectAll()
    full = "a line\n" * (TEXT_LIMIT // 7)
    paste(field, full)
    assert field.text() == full
    with qtbot.waitSignal(field.typed) as typed:
        assert field.store()
    assert typed.args == [full]
