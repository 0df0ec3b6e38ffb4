"""A workspace, an assessment and its page, driven step by step with every state remembered."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from assessments.assessment import Assessment, Partner, Scope
from assessments.sheets import Sheet, SheetRow
from models.workspace import create_workspace, open_workspace
from models.workspace_check import check_workspace
from tests.conftest import TODAY
from tests.proofs.screen import refuse_screen
from tests.sheet_strategies import ROWS
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.evidence_changes import EvidenceChanges
from ui.documents.sheet_changes import set_rows
from ui.documents.workspace_document import NewAssessment, WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage

PARTNER = Partner(UUID(int=1), "Undo & Söhne", "AGY")


class UndoSteps(RuleBasedStateMachine):
    """One sequence on a workspace of its own; the rules are added below it."""

    done: ClassVar[Counter[str]] = Counter()
    """What all sequences together have done."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "Undo.rapport"
        create_workspace(self.path).close()
        self.workspace = WorkspaceDocument(self.path, lambda: TODAY)
        self.page: AssessmentPage | None = None
        UndoSteps.done["sequences"] += 1

    @initialize(rows=st.fixed_dictionaries({}, optional={sheet: st.lists(ROWS[sheet], max_size=2) for sheet in Sheet}))
    def start(self, rows: dict[Sheet, list[SheetRow]]) -> None:
        assessment_id = self.workspace.add_assessment(NewAssessment(PARTNER, "Start", Scope.FULL))
        assert assessment_id is not None
        self.document: AssessmentDocument = self.workspace.open_assessment(assessment_id)
        for sheet, given in rows.items():
            self._store_sheet(sheet, list({row.id: row for row in given}.values()))
        self.evidence = EvidenceChanges(self.document)
        self.page = AssessmentPage(self.document)
        self.page.resize(1084, 760)
        self.page.show()
        self.base = self.workspace.undo_stack.index()
        self.states: list[Assessment] = [self.document.assessment]
        self.at = 0

    # --- what must hold

    @invariant()
    def memory_file_and_screen_agree(self) -> None:
        if self.page is None:
            return
        UndoSteps.done["steps"] += 1
        assert self.document.assessment == self.states[self.at]
        self._refuse_other_file()
        refuse_screen(self.page, self.document)

    def teardown(self) -> None:
        try:
            if self.page is not None:
                self._end()
        finally:
            self._close()

    # --- parts

    def _edit(self, act: Callable[[], object]) -> None:
        before = self.workspace.undo_stack.index()
        act()
        steps = self.workspace.undo_stack.index() - before
        assert steps in (0, 1)
        if steps:
            UndoSteps.done["edits"] += 1
            self.states[self.at + 1 :] = [self.document.assessment]
            self.at += 1
        else:
            assert self.document.assessment == self.states[self.at]

    def _undo(self) -> None:
        self.workspace.undo_stack.undo()
        self.at -= 1
        UndoSteps.done["undos"] += 1
        assert self.document.assessment == self.states[self.at]

    def _redo(self) -> None:
        self.workspace.undo_stack.redo()
        self.at += 1
        UndoSteps.done["redos"] += 1
        assert self.document.assessment == self.states[self.at]

    def _store_sheet(self, sheet: Sheet, rows: list[SheetRow]) -> bool:
        return set_rows(self.document, sheet, rows, "sheet")

    def _attach(self, key: str, paths: list[Path]) -> None:
        waiting = QEventLoop()
        self.evidence.busy_changed.connect(waiting.quit)
        QTimer.singleShot(20_000, waiting.quit)
        self.evidence.attach(key, paths)
        waiting.exec()
        assert not self.evidence.is_busy

    def _refuse_other_file(self) -> None:
        reader = open_workspace(self.path)
        try:
            assert reader.read_assessment(self.document.assessment.id) == self.document.assessment
        finally:
            reader.close()

    def _end(self) -> None:
        while self.at:
            self._undo()
        assert self.workspace.undo_stack.index() == self.base
        self.memory_file_and_screen_agree()
        while self.at < len(self.states) - 1:
            self._redo()
        self.memory_file_and_screen_agree()
        assert check_workspace(self.path).problems == ()

    def _close(self) -> None:
        if self.page is not None:
            self.page.close()
            self.page.deleteLater()
        self.workspace.close()
        self.workspace.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.folder.cleanup()
