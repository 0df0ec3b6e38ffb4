from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from assessments.answer import Grade, State
from assessments.assessment import Scope
from assessments.conditions import Condition
from assessments.sheets import Sheet
from models.sheet_edits import edit_sheet
from models.workspace import open_workspace
from tests.conftest import PARTNER_ID, TODAY
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument


def stored(document: WorkspaceDocument, row: AssessmentDocument) -> object:
    """What another reader finds in the file."""
    reader = open_workspace(document.path)
    try:
        return reader.read_assessment(row.assessment.id)
    finally:
        reader.close()


def test_a_rating_is_on_disk_when_the_signal_comes(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    with qtbot.waitSignal(row.answer_changed) as heard:
        assert row.rate("T4", 4)
    assert heard.args == ["T4"]
    assert row.assessment.answer("T4").rating == 4
    assert stored(document, row) == row.assessment


def test_what_undo_touched_at_questions_is_told_and_no_sheet_with_it(
    document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    seen: list[str] = []
    row.reverted.connect(seen.append)
    conditions = (Condition(UUID(int=1), "Name a data lead", question_id="T4"), Condition(UUID(int=2), "Weekly log"))
    assert row.commit("sheet", lambda: edit_sheet(row.assessment, Sheet.CONDITIONS, conditions))
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert seen == []
    row.rate("T4", 4)
    assert seen == [], "only undo and redo are told"
    document.undo_stack.undo()
    assert seen == ["T4"]


def test_the_same_rating_again_clears_and_keeps_the_note(row: AssessmentDocument) -> None:
    row.set_note("T4", "Asked twice.")
    row.rate("T4", 4)
    row.rate("T4", 4)
    assert row.assessment.answer("T4").state is State.UNANSWERED
    assert row.assessment.answer("T4").note == "Asked twice."


def test_undo_takes_every_kind_of_change_back_and_redo_brings_it_again(
    document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    start = row.assessment
    row.rate("G1", 5)
    row.set_grade("G1", Grade.SEEN)
    row.set_evidence_date("G1", TODAY - timedelta(days=3))
    row.set_flag("G1", True)
    row.set_not_applicable("V5", "No AI in this work.")
    row.set_unknown("R1")
    row.set_details(purpose="Another purpose", scope=Scope.QUICK, partner_type="TEC", gut_feeling=70)
    row.finish()
    row.reopen("New evidence came in.")
    end = row.assessment
    while document.undo_stack.index() > 1:
        document.undo_stack.undo()
        assert stored(document, row) == row.assessment
    assert row.assessment == start
    document.undo_stack.undo()  # the creation
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    again = document.open_assessment(end.id)
    assert again.assessment == end


def test_the_undo_menu_names_the_change(document: WorkspaceDocument, row: AssessmentDocument) -> None:
    row.rate("T4", 4)
    assert document.undo_stack.undoText() == "rating of T4"


def test_changing_the_type_moves_the_partner_along(document: WorkspaceDocument, row: AssessmentDocument) -> None:
    row.set_details(partner_type="PUB")
    assert document.read_partner(PARTNER_ID).type == "PUB"
    assert row.assessment.partner.type == "PUB"


def test_a_finished_assessment_refuses_answers_until_it_is_reopened(
    document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    row.finish()
    said: list[str] = []
    document.refused.connect(said.append)
    assert not row.rate("G1", 3)
    assert said == ["This assessment is finished. Reopen it to change it."]
    assert row.reopen("A reference called back.")
    assert row.rate("G1", 3)
    assert row.assessment.reopenings[0].reason == "A reference called back."


def test_evidence_from_tomorrow_is_refused(document: WorkspaceDocument, row: AssessmentDocument) -> None:
    said: list[str] = []
    document.refused.connect(said.append)
    assert not row.set_evidence_date("G1", TODAY + timedelta(days=1))
    assert len(said) == 1
    assert row.assessment.answers == {}


def test_a_control_character_in_a_note_is_refused_and_nothing_changes(
    document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    said: list[str] = []
    document.refused.connect(said.append)
    before, steps = row.assessment, document.undo_stack.count()
    assert not row.set_note("G1", "a\x00b")
    assert said
    assert row.assessment == before == stored(document, row)
    assert document.undo_stack.count() == steps


def test_a_refused_write_changes_nothing_and_keeps_what_could_be_redone(
    document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    row.rate("G1", 2)
    document.undo_stack.undo()
    before = row.assessment
    lock = sqlite3.connect(document.path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    said: list[str] = []
    document.refused.connect(said.append)
    assert not row.rate("G2", 3)
    assert row.assessment == before
    assert document.was_refused
    assert document.is_saved, "what is shown is what the file holds"
    lock.execute("ROLLBACK")
    lock.close()
    assert said
    assert document.undo_stack.canRedo()
    document.undo_stack.redo()
    assert row.assessment.answer("G1").rating == 2
    assert not document.was_refused


def test_an_edit_that_another_program_overtook_is_refused(
    document: WorkspaceDocument, row: AssessmentDocument, tmp_path: Path
) -> None:
    row.rate("G1", 2)
    other = WorkspaceDocument(document.path, lambda: TODAY)
    other.open_assessment(row.assessment.id).rate("G1", 5)
    said: list[str] = []
    document.refused.connect(said.append)
    assert not row.rate("G1", 4)
    assert said
    assert stored(document, row) == other.open_assessment(row.assessment.id).assessment
    other.close()


def test_after_a_refusal_the_window_shows_what_the_other_program_wrote(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    other = WorkspaceDocument(document.path, lambda: TODAY)
    there = other.open_assessment(row.assessment.id)
    there.set_details(purpose="Told elsewhere")
    there.rate("T4", 2)
    with qtbot.waitSignals([row.answer_changed, row.details_changed, document.partners_changed]):
        assert not row.rate("T4", 4)
    assert row.assessment == there.assessment
    assert row.result == there.result
    assert document.was_refused
    assert row.rate("T4", 4)
    assert stored(document, row) == row.assessment
    other.close()


def test_text_that_waits_is_not_overwritten_by_what_the_other_program_wrote(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    other = WorkspaceDocument(document.path, lambda: TODAY)
    other.open_assessment(row.assessment.id).set_note("T4", "Theirs")
    assert not row.set_note("T4", "Ours")
    document.set_pending("note", True)
    with qtbot.assertNotEmitted(row.answer_changed, wait=50):
        pass
    assert row.assessment.answer("T4").note == ""
    document.set_pending("note", False)
    other.close()


def test_an_assessment_that_the_other_program_took_back_is_gone_here_too(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    with closing(open_workspace(document.path)) as writer:
        first = min(change.seq for change in writer.changes())
        writer.revert(first, today=TODAY)
    said: list[str] = []
    document.refused.connect(said.append)
    with qtbot.waitSignal(row.removed):
        assert not row.rate("T4", 4)
    assert "took away" in said[0]


def test_the_place_survives_closing(document: WorkspaceDocument, row: AssessmentDocument) -> None:
    row.remember_place("T4")
    document.close()
    again = WorkspaceDocument(document.path, lambda: TODAY)
    assert again.open_assessment(row.assessment.id).place == "T4"
    assert not again.undo_stack.canUndo()
    again.close()


def test_undoing_the_creation_removes_the_assessment_and_its_partner(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    with qtbot.waitSignal(row.removed):
        document.undo_stack.undo()
    reader = document.partner_list()
    assert reader.totals().partners == 0
    reader.close()


def test_a_renamed_partner_is_renamed_in_an_open_assessment(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument
) -> None:
    with qtbot.waitSignal(row.details_changed):
        document.edit_partner(replace(row.assessment.partner, name="Brightfield"))
    assert row.assessment.partner.name == "Brightfield"


def test_pending_text_turns_the_saved_light_off(document: WorkspaceDocument) -> None:
    told: list[bool] = []
    document.saved_changed.connect(told.append)
    document.set_pending("note", True)
    document.set_pending("note", False)
    assert told == [False, True]


def test_a_vanished_file_is_a_sentence_and_not_a_crash(
    document: WorkspaceDocument, row: AssessmentDocument, tmp_path: Path
) -> None:
    document.close()
    shutil.move(document.path, tmp_path / "elsewhere.rapport")
    said: list[str] = []
    document.refused.connect(said.append)
    assert not row.rate("G1", 3)
    assert str(document.path.name) in said[0]
