"""Fixtures of the window's and the commands' tests: files with partners, the sample as the window has it open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from ui.documents.workspace_document import WorkspaceDocument
from ui.theme import fonts
from ui.theme.palette import theme


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


@pytest.fixture
def in_our_look(qapp: QApplication) -> Iterator[None]:
    """Fonts and style of the program: how much room a page or a dialog needs, they say."""
    before = qapp.font()
    fonts.load_fonts()
    qapp.setFont(fonts.sans(13.5))
    theme.apply(qapp, "light")
    yield
    qapp.setStyleSheet("")
    qapp.setFont(before)
