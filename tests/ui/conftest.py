"""Fixtures of the window's and the commands' tests: files with partners, the sample as the window has it open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from ui.documents.workspace_document import WorkspaceDocument


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workspace with Brightfield Creative (twice assessed), Ärzte & Söhne, and Zebra (finished)."""
    return filled_workspace(tmp_path / "Partners.rapport")


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[WorkspaceDocument]:
    """The sample as the window has it open, on a fixed day."""
    path = tmp_path / "Sample.rapport"
    create_sample(path, TODAY).close()
    document = WorkspaceDocument(path, lambda: TODAY)
    yield document
    document.close()
