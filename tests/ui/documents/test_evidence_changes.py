from __future__ import annotations

import gc
import sqlite3
import threading
import weakref
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from pytestqt.qtbot import QtBot

from assessments.assessment import Partner, Scope
from assessments.evidence import LARGEST_FILE
from models.workspace import open_workspace
from models.workspace_check import check_workspace
from tests.conftest import TODAY
from tests.ui.documents.test_assessment_document import stored
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.evidence_changes import EvidenceChanges
from ui.documents.workspace_document import NewAssessment, WorkspaceDocument
from ui.jobs.job import Job


@pytest.fixture
def changes(row: AssessmentDocument) -> EvidenceChanges:
    return EvidenceChanges(row)


@pytest.fixture
def said(document: WorkspaceDocument) -> list[str]:
    heard: list[str] = []
    document.refused.connect(heard.append)
    return heard


def attach(qtbot: QtBot, changes: EvidenceChanges, question_id: str, *paths: Path) -> None:
    changes.attach(question_id, paths)
    qtbot.waitUntil(lambda: not changes.is_busy)


def blobs(document: WorkspaceDocument) -> int:
    connection = sqlite3.connect(document.path)
    count: int = connection.execute("SELECT count(*) FROM attachment_blob").fetchone()[0]
    connection.close()
    return count


def write(tmp_path: Path, name: str, content: bytes = b"%PDF-1.7") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_file_is_attached_in_one_step_that_can_be_undone_and_redone(
    qtbot: QtBot, document: WorkspaceDocument, row: AssessmentDocument, changes: EvidenceChanges, tmp_path: Path
) -> None:
    start, steps = row.assessment, document.undo_stack.count()
    with qtbot.waitSignal(row.evidence_changed) as heard:
        attach(qtbot, changes, "T4", write(tmp_path, "register.pdf"))
    assert heard.args == ["T4"]
    (one,) = row.assessment.attachments
    assert (one.name, one.size, one.question_id) == ("register.pdf", 8, "T4")
    assert document.undo_stack.count() == steps + 1
    assert document.undo_stack.undoText() == "file for T4"
    document.undo_stack.undo()
    assert row.assessment == start == stored(document, row)
    document.undo_stack.redo()
    assert row.assessment.attachments == (one,)
    assert stored(document, row) == row.assessment
    assert document.workspace.read_blob(one.sha256) == b"%PDF-1.7"


def test_several_files_are_one_step_in_their_order_and_a_refused_one_is_named(
    qtbot: QtBot,
    document: WorkspaceDocument,
    row: AssessmentDocument,
    changes: EvidenceChanges,
    said: list[str],
    tmp_path: Path,
) -> None:
    paths = [write(tmp_path, f"{name}.pdf", name.encode()) for name in "cab"]
    steps = document.undo_stack.count()
    attach(qtbot, changes, "T4", *paths, tmp_path)
    assert [one.name for one in row.assessment.attachments] == ["c.pdf", "a.pdf", "b.pdf"]
    assert document.undo_stack.count() == steps + 1
    assert len(said) == 1
    assert "is a folder" in said[0]


def test_the_same_bytes_are_kept_once_and_attached_once_to_a_question(
    qtbot: QtBot,
    document: WorkspaceDocument,
    row: AssessmentDocument,
    changes: EvidenceChanges,
    said: list[str],
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "register.pdf")
    attach(qtbot, changes, "T4", path, write(tmp_path, "copy.pdf"))
    attach(qtbot, changes, "T4", path)
    attach(qtbot, changes, "R1", path)
    assert [one.question_id for one in row.assessment.attachments] == ["T4", "R1"]
    assert blobs(document) == 1
    assert said == ["“copy.pdf” is attached here already.", "“register.pdf” is attached here already."]


def test_one_byte_too_much_changes_nothing(
    qtbot: QtBot,
    document: WorkspaceDocument,
    row: AssessmentDocument,
    changes: EvidenceChanges,
    said: list[str],
    tmp_path: Path,
) -> None:
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    steps = document.undo_stack.count()
    attach(qtbot, changes, "T4", tmp_path / "film.mp4")
    assert said == ["“film.mp4” is larger than 20 MB. Attach a smaller copy, or a link to it."]
    assert (row.assessment.attachments, document.undo_stack.count(), blobs(document)) == ((), steps, 0)


def test_twenty_megabytes_are_read_beside_the_window(
    qtbot: QtBot,
    row: AssessmentDocument,
    changes: EvidenceChanges,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from models import evidence_files

    readers, real = [], evidence_files.read_file

    def read_file(path: Path) -> bytes:
        readers.append(threading.current_thread())
        return real(path)

    monkeypatch.setattr(evidence_files, "read_file", read_file)
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(LARGEST_FILE)
    attach(qtbot, changes, "T4", tmp_path / "film.mp4")
    assert row.assessment.attachments[0].size == LARGEST_FILE
    assert readers
    assert threading.main_thread() not in readers


def test_a_locked_workspace_takes_no_file_and_says_so(
    qtbot: QtBot,
    document: WorkspaceDocument,
    row: AssessmentDocument,
    changes: EvidenceChanges,
    said: list[str],
    tmp_path: Path,
) -> None:
    lock = sqlite3.connect(document.path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    attach(qtbot, changes, "T4", write(tmp_path, "register.pdf"))
    lock.close()
    assert row.assessment.attachments == ()
    assert "Another program is writing" in said[0]


def test_a_finished_assessment_takes_nothing_and_gives_copies(
    qtbot: QtBot,
    document: WorkspaceDocument,
    row: AssessmentDocument,
    changes: EvidenceChanges,
    said: list[str],
    tmp_path: Path,
) -> None:
    attach(qtbot, changes, "T4", write(tmp_path, "register.pdf"))
    changes.add_link("T4", "https://example.org")
    row.finish()
    (file,), (link,) = row.assessment.attachments, row.assessment.links
    attach(qtbot, changes, "T4", write(tmp_path, "late.pdf", b"late"))
    assert not changes.remove_attachment(file)
    assert not changes.remove_link(link)
    assert not changes.add_link("T4", "https://example.com")
    assert said == ["This assessment is finished. Reopen it to change it."] * 4
    assert blobs(document) == 1
    with qtbot.waitSignal(changes.opened) as heard:
        changes.open_copy(file)
    assert heard.args[0].read_bytes() == b"%PDF-1.7"
    changes.save_copy(file, tmp_path / "copy.pdf")
    qtbot.waitUntil(lambda: not changes.is_busy)
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF-1.7"


def test_too_many_files_at_a_time_are_refused_before_one_is_read(
    changes: EvidenceChanges, said: list[str], tmp_path: Path
) -> None:
    changes.attach("T4", [tmp_path / str(number) for number in range(21)])
    assert not changes.is_busy
    assert said == ["Attach at most 20 files at a time."]


def test_links_are_added_once_removed_and_undone(
    document: WorkspaceDocument, row: AssessmentDocument, changes: EvidenceChanges
) -> None:
    start = row.assessment
    assert changes.add_link("T4", "https://example.org/register?v=3#a")
    assert changes.add_link("T4", "https://example.org/register?v=3#a")
    (link,) = row.assessment.links
    assert changes.remove_link(link)
    document.undo_stack.undo()
    assert row.assessment.links == (link,)
    document.undo_stack.undo()
    assert row.assessment == start == stored(document, row)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "HTTPS://x", "https://", "http://a b", ""]
)
def test_other_addresses_are_refused(
    row: AssessmentDocument, changes: EvidenceChanges, said: list[str], url: str
) -> None:
    assert not changes.add_link("T4", url)
    assert row.assessment.links == ()
    assert said[0].startswith(("A link", "The link"))


def test_closing_the_workspace_while_a_file_is_read_leaves_it_whole(
    qtbot: QtBot, workspace: Path, row: AssessmentDocument, document: WorkspaceDocument, tmp_path: Path
) -> None:
    closing = WorkspaceDocument(workspace, lambda: TODAY)
    own = closing.open_assessment(row.assessment.id)
    changes = EvidenceChanges(own)
    changes.attach("T4", [write(tmp_path, "register.pdf")])
    (job,) = changes._jobs
    with qtbot.waitSignal(closing.destroyed):
        closing.close()
        closing.deleteLater()
    qtbot.waitUntil(lambda: not changes._jobs)
    assert job is not None
    reader = open_workspace(workspace)
    kept = reader.read_assessment(row.assessment.id).attachments
    reader.close()
    assert [one.name for one in kept] in ([], ["register.pdf"])  # whichever was first, the file or the closing
    assert check_workspace(workspace).problems == ()


def test_an_attached_file_does_not_keep_a_closed_workspace_in_memory(
    qtbot: QtBot, workspace: Path, tmp_path: Path
) -> None:
    opened = WorkspaceDocument(workspace, lambda: TODAY)
    partner = Partner(UUID(int=9), "Held", "AGY")
    key = opened.add_assessment(NewAssessment(partner, "", Scope.FULL))
    assert key is not None
    changes = EvidenceChanges(opened.open_assessment(key))
    kept = weakref.ref(changes)
    attach(qtbot, changes, "T4", write(tmp_path, "register.pdf"))
    opened.close()
    opened.deleteLater()
    del changes, opened
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    following = Job(str)
    with qtbot.waitSignal(following.ended):
        following.start()
    gc.collect()
    assert kept() is None
