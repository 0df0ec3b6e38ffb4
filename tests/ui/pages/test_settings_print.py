"""Settings of what goes on paper: stored when a field is left, undone like everything, refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from assessments.logo import is_logo
from tests.assessments.logos import png
from ui.documents.print_choices import first_choices, read_logo
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.settings_page import SettingsPage

SOON = 20_000


@pytest.fixture
def page(qtbot: QtBot, document: WorkspaceDocument) -> Iterator[SettingsPage]:
    made = SettingsPage(document)
    qtbot.addWidget(made)
    made.show()
    yield made
    QThreadPool.globalInstance().waitForDone()


def type_into(page: SettingsPage, name: str, text: str) -> None:
    field = page._texts[name]
    field.setText(text)
    field.editingFinished.emit()


def test_footer_and_confidentiality_are_stored_as_typed(page: SettingsPage, document: WorkspaceDocument) -> None:
    hostile = "<b>&amp; %s {0} ; DROP TABLE ©"
    type_into(page, "footer", hostile)
    type_into(page, "confidentiality", "")
    assert (document.own.footer, document.own.confidentiality) == (hostile, "")
    choices = first_choices(document)
    assert (choices.footer, choices.confidentiality) == (hostile, "")
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert (document.own.footer, document.own.confidentiality) == ("", "Confidential")
    assert page._texts["confidentiality"].text() == "Confidential"


def test_a_line_that_cannot_be_kept_is_said_beside_its_field(page: SettingsPage, document: WorkspaceDocument) -> None:
    type_into(page, "footer", "a\u2029b")
    assert "separator" in page._rows["footer"].error
    assert document.own.footer == ""


@pytest.mark.parametrize(("name", "limit"), [("name", 200), ("footer", 200), ("confidentiality", 100)])
def test_a_text_that_is_too_long_is_said_and_not_cut_off(
    page: SettingsPage, document: WorkspaceDocument, name: str, limit: int
) -> None:
    before = getattr(document.own, name)
    type_into(page, name, "ä" * (limit + 1))
    assert str(limit) in page._rows[name].error
    assert page._texts[name].text() == "ä" * (limit + 1)
    assert getattr(document.own, name) == before
    type_into(page, name, "ä" * limit)
    assert page._rows[name].error == ""
    assert getattr(document.own, name) == "ä" * limit


def test_a_logo_is_read_shown_stored_removed_and_brought_back(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(png(300, 90))
    with qtbot.waitSignal(page.logo.chosen, timeout=SOON):
        page.logo.read_file(tmp_path / "logo.png")
    stored = read_logo(document)
    assert is_logo(stored)
    assert first_choices(document).logo == stored
    qtbot.waitUntil(lambda: page.logo.picture.accessibleName() == "Our logo as it prints", timeout=SOON)
    page.logo.remove.click()
    assert read_logo(document) == b""
    assert not page.logo.remove.isEnabled()
    document.undo_stack.undo()
    assert read_logo(document) == stored
    assert page.logo.remove.isEnabled()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (png()[:60], "is damaged. Choose another file."),
        (png(claims=10_000), "50 million are the most"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><image href="a.png"/></svg>', "something outside itself"),
    ],
)
def test_a_picture_that_is_refused_changes_nothing(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument, tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    page.logo.read_file(tmp_path / "logo.png")
    qtbot.waitUntil(page.logo.error.isVisible, timeout=SOON)
    assert sentence in page.logo.error.text()
    assert document.own.logo is None
    assert page.logo.choose.isEnabled()


def test_a_logo_whose_bytes_are_gone_is_said_and_the_page_still_opens(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    with qtbot.waitSignal(page.logo.chosen, timeout=SOON):
        page.logo.read_file(tmp_path / "logo.png")
    raw = document.workspace._file._raw
    raw.execute("DROP TRIGGER attachment_blob_no_update")
    raw.execute("UPDATE attachment_blob SET content = x'00'")
    with qtbot.waitSignal(document.refused) as told:
        assert read_logo(document) == b""
    assert "as it was attached" in told.args[0]
