"""A step of the undo history that the file refuses can be tried again."""

from __future__ import annotations

from typing import Never

import pytest
from pytestqt.qtbot import QtBot

from models.errors import StoreError
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument


def full(*_args: object, **_named: object) -> Never:
    raise StoreError("The disk is full.")


def test_a_refused_undo_changes_nothing_and_can_be_tried_again(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = document.undo_stack
    row.rate("G1", 3)
    row.rate("G1", 4)
    place, label = stack.index(), stack.undoText()
    said: list[str] = []
    document.refused.connect(said.append)
    with monkeypatch.context() as broken:
        broken.setattr(document.workspace, "revert", full)
        stack.undo()
        qtbot.waitUntil(lambda: stack.index() == place)
    assert said == ["The disk is full."]
    assert row.assessment.answer("G1").rating == 4
    assert stack.undoText() == label
    stack.undo()
    assert row.assessment.answer("G1").rating == 3
    assert stack.index() == place - 1


def test_a_refused_redo_can_be_tried_again(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack = document.undo_stack
    row.rate("G1", 3)
    row.rate("G1", 4)
    stack.undo()
    place = stack.index()
    with monkeypatch.context() as broken:
        broken.setattr(document.workspace, "revert", full)
        stack.redo()
        qtbot.waitUntil(lambda: stack.index() == place)
    assert row.assessment.answer("G1").rating == 3
    stack.redo()
    assert row.assessment.answer("G1").rating == 4
    stack.undo()
    assert row.assessment.answer("G1").rating == 3
