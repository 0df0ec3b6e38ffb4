"""Archiving partners, few or many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from assessments.assessment import Partner
from models import edits
from models.workspace import create_workspace
from tests.conftest import TODAY
from ui.documents.archiving import archive
from ui.documents.workspace_document import WorkspaceDocument

IDS = [UUID(int=number) for number in range(1, 12)]


@pytest.fixture
def eleven(qtbot: QtBot, tmp_path: Path) -> Iterator[WorkspaceDocument]:
    """A workspace of eleven partners."""
    path = tmp_path / "Partners.rapport"
    workspace = create_workspace(path)
    partners = [Partner(one, f"Partner {one.int:02}", "AGY") for one in IDS]
    workspace.commit("partners", [edits.add_partner(one) for one in partners], today=TODAY)
    workspace.close()
    document = WorkspaceDocument(path, lambda: TODAY)
    yield document
    document.close()


def archived(document: WorkspaceDocument) -> int:
    return sum(document.read_partner(one).archived for one in IDS)


def test_many_are_archived_in_turns_and_each_can_be_undone(qtbot: QtBot, eleven: WorkspaceDocument) -> None:
    told: list[str] = []
    archive(eleven, IDS, told.append)
    assert 0 < archived(eleven) < 11

    qtbot.waitUntil(lambda: archived(eleven) == 11)
    assert told == [f"Partner {number:02} is archived." for number in range(1, 12)]
    assert eleven.undo_stack.undoText() == "archiving Partner 11"
    eleven.undo_stack.undo()
    assert archived(eleven) == 10

    told.clear()
    archive(eleven, IDS[:2], told.append)
    assert told == ["Partner 01 is back in the list.", "Partner 02 is back in the list."]


def test_one_that_the_file_refuses_ends_it(
    qtbot: QtBot, eleven: WorkspaceDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[UUID] = []

    def refuse(partner_id: UUID) -> bool:
        tried.append(partner_id)
        return False

    monkeypatch.setattr(eleven, "archive_partner", refuse)
    told: list[str] = []
    archive(eleven, IDS, told.append)

    assert tried == IDS[:1]
    assert told == []


def test_a_partner_that_is_gone_is_passed_over(qtbot: QtBot, eleven: WorkspaceDocument) -> None:
    told: list[str] = []
    archive(eleven, [UUID(int=99), IDS[0]], told.append)

    assert told == ["Partner 01 is archived."]
