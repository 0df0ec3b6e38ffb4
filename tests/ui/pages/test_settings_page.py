"""Settings: each field is stored as it is left, can be undone, and says beside itself what it cannot take."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.test_strings import TEXTS, why_not
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.settings_page import SettingsPage
from ui.theme.palette import theme


@pytest.fixture
def page(qtbot: QtBot, document: WorkspaceDocument) -> SettingsPage:
    made = SettingsPage(document)
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(qtbot: QtBot, box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_names_are_stored_when_their_field_is_left(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument
) -> None:
    qtbot.keyClicks(page._texts["name"], "Nordwind")
    assert not document.is_saved  # the light tells the truth
    qtbot.keyClick(page._texts["name"], Qt.Key.Key_Return)
    type_into(qtbot, page._texts["assessor"], "Media lead")
    assert document.is_saved
    assert (document.own.name, document.own.assessor) == ("Nordwind", "Media lead")


def test_choices_are_stored_at_once(qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument) -> None:
    choose(qtbot, page._type, "ADV")
    choose(qtbot, page._paper, "letter")
    assert (document.own.type, document.own.paper) == ("ADV", "letter")


def test_undo_takes_a_setting_back_and_shows_it(qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument) -> None:
    type_into(qtbot, page._texts["name"], "Nordwind")
    choose(qtbot, page._paper, "letter")
    assert document.undo_stack.undoText() == "settings"
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert page._texts["name"].text() == ""
    assert page._paper.currentData() == "a4"


def test_the_appearance_is_asked_for_and_follows_a_change_from_the_menu(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.appearance_chosen) as asked:
        choose(qtbot, page._appearance, "dark")
    assert asked.args == ["dark"]
    theme.changed.emit()
    assert page._appearance.currentData() == theme.appearance


def test_every_name_is_stored_as_typed_or_refused_beside_the_field(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument
) -> None:
    for text in TEXTS:
        page._texts["name"].setText(text)
        page._texts["name"].textEdited.emit(text)
        typed = page._texts["name"].text()
        page._texts["name"].editingFinished.emit()
        refused = why_not(typed, name=True) if typed else ""
        assert page._rows["name"].error == refused
        assert document.is_saved == (not refused)
        if not refused:
            assert document.own.name == typed


def test_a_refused_write_shows_what_is_stored(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(document), "set_own", lambda *_: False)
    choose(qtbot, page._paper, "letter")
    assert page._paper.currentData() == "a4"


def test_a_name_that_the_file_refuses_stays_typed_until_it_is_stored(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(document), "set_own", lambda *_: False)
        type_into(qtbot, page._texts["name"], "Nordwind")
        choose(qtbot, page._paper, "letter")
    assert page._texts["name"].text() == "Nordwind"
    assert not document.is_saved
    qtbot.keyClick(page._texts["name"], Qt.Key.Key_Return)
    assert document.own.name == "Nordwind"
    assert document.is_saved


def test_the_page_says_where_the_file_is_and_asks_for_its_folder(
    qtbot: QtBot, page: SettingsPage, document: WorkspaceDocument
) -> None:
    from PySide6.QtWidgets import QPushButton

    from ui.widgets.labels import ElidedLabel

    assert str(document.path) in [label.whole_text() for label in page.findChildren(ElidedLabel)]
    (show,) = (made for made in page.findChildren(QPushButton) if made.text() == "Show in folder")
    with qtbot.waitSignal(page.folder_requested):
        show.click()
