"""Fixtures shared by all rooms: real files in a temporary folder, real widgets offscreen, a fixed day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale, QSettings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
if "PYTEST_XDIST_WORKER" in os.environ:  # its own coverage has begun; the programs that tests start run as they are
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
settings.register_profile("rapport", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("rapport")
QLocale.setDefault(QLocale.c())  # days and figures are the same wherever the tests run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.documents.assessment_document import AssessmentDocument
    from ui.documents.workspace_document import WorkspaceDocument

TODAY = date(2026, 11, 23)
PARTNER_ID = UUID("00000000-0000-4000-8000-000000000001")


@pytest.fixture(autouse=True)
def _own_settings_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a test's settings and records away from the user's, from other tests' and from its own files."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR", "HOME"):
        monkeypatch.setenv(name, home)
    # Qt looks at the environment once only: without this, what one test's window remembers would meet the next one.
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, home)


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Collect between two tests: with threads about, Python does so no more by itself."""
    yield
    from ui.jobs.collecting import collect_garbage

    collect_garbage()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A new, empty workspace file."""
    from models.workspace import create_workspace

    path = tmp_path / "Partners.rapport"
    create_workspace(path).close()
    return path


@pytest.fixture
def document(qtbot: QtBot, workspace: Path) -> Iterator[WorkspaceDocument]:
    """The workspace as the window has it open, on a fixed day."""
    from ui.documents.workspace_document import WorkspaceDocument

    opened = WorkspaceDocument(workspace, lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def row(document: WorkspaceDocument) -> AssessmentDocument:
    """An open, empty full assessment of one agency."""
    from assessments.assessment import Partner, Scope
    from ui.documents.workspace_document import NewAssessment

    partner = Partner(PARTNER_ID, "Brightfield Creative", "AGY", tags=("creative", "genAI"))
    assessment_id = document.add_assessment(NewAssessment(partner, "2026 media partnership", Scope.FULL))
    assert assessment_id is not None
    return document.open_assessment(assessment_id)
