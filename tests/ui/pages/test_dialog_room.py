"""Dialogs on small screens and with long names: what does not fit scrolls, and nothing is cut or made too wide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.documents.test_many_briefs import a_workspace
from tests.ui.pages.test_dialogs import PARTNER, shown
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.new_assessment import NewAssessmentDialog
from ui.pages.partner_dialog import PartnerDialog
from ui.pages.print_many_dialog import PrintManyDialog
from ui.widgets.card import Notice
from ui.widgets.link_dialogs import OpenLinkDialog
from ui.widgets.password_dialog import PasswordDialog

LONGEST_HOST = ".".join(("a" * 60, "b" * 60, "c" * 60, "d" * 49, "example"))


@pytest.mark.usefixtures("in_our_look")
def test_partner_details_with_a_sentence_at_every_field_scroll_where_there_is_no_room(qtbot: QtBot) -> None:
    dialog = PartnerDialog(PARTNER)
    shown(qtbot, dialog)
    dialog.resize(620, 200)
    for field in (dialog._form.name, dialog._form.website):
        field.setText("javascript://x" if field is dialog._form.website else "")
    dialog._form.type.setCurrentIndex(0)
    dialog.accept()
    names = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in names if one.wordWrap()))
    assert [one.text() for one in names if one.height() < one.minimumSizeHint().height() and not one.wordWrap()] == []


def test_an_endless_name_makes_no_dialog_wider(qtbot: QtBot, document: WorkspaceDocument) -> None:
    dialog = NewAssessmentDialog(document, replace(PARTNER, name="A" * 200))
    notice = Notice("alarm")
    layout = dialog.layout()
    assert isinstance(layout, QBoxLayout)
    layout.insertWidget(0, notice)
    notice.show_text(f"“{'A' * 200}” is gone.", "alarm")
    shown(qtbot, dialog)
    assert notice.text == f"“{'A' * 200}” is gone."
    for made in (dialog, OpenLinkDialog(f"mailto:{'a' * 60}@{'b' * 60}.example")):
        shown(qtbot, made)
        assert made.minimumSizeHint().width() < 700
    (scroll,) = (area for area in dialog.findChildren(QScrollArea) if area.widget() is not None)
    assert scroll.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("in_our_look")
def test_a_password_that_is_refused_can_be_read_about_on_a_small_screen(qtbot: QtBot) -> None:
    dialog = PasswordDialog()
    shown(qtbot, dialog)
    dialog.resize(420, 352)
    dialog.accept()
    assert dialog.height() == 352
    names = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in names))


@pytest.mark.usefixtures("in_our_look")
@pytest.mark.parametrize(
    "url", [f"https://{LONGEST_HOST}/a", f"http://us@{LONGEST_HOST}/?q={'z' * 400}", "https://example.org/a"]
)
def test_the_place_that_a_link_leads_to_is_seen_whole_as_it_decides(qtbot: QtBot, url: str) -> None:
    dialog = OpenLinkDialog(url)
    shown(qtbot, dialog)
    for room in (dialog.size(), QSize(632, 352)):
        dialog.resize(room)
        QCoreApplication.processEvents()
        (place,) = (one for one in dialog.findChildren(QLabel) if one.text().startswith("This leads to"))
        assert place.text().replace("\u200b", "").endswith(dialog.words)
        assert place.height() >= place.heightForWidth(place.width())
        for part in (place, dialog.warning):
            assert not part.visibleRegion().isEmpty() or part.isHidden()
            assert part.isHidden() or part.visibleRegion().boundingRect() == part.rect()
        assert dialog.go.visibleRegion().boundingRect() == dialog.go.rect()


@pytest.mark.usefixtures("in_our_look")
def test_print_briefs_scrolls_where_there_is_no_room_and_not_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("Beta",), ())
    dialog = PrintManyDialog(wish, wish, 1)
    shown(qtbot, dialog)
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    dialog.resize(632, 352)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert dialog.height() == 352
    for part in (dialog.reader, dialog.choose, dialog.go):
        assert part.height() >= part.minimumSizeHint().height()
    assert dialog.go.visibleRegion().boundingRect() == dialog.go.rect()
    dialog.to_printer.setFocus(Qt.FocusReason.TabFocusReason)
    area.ensureWidgetVisible(dialog.to_printer)
    assert dialog.to_printer.visibleRegion().boundingRect() == dialog.to_printer.rect()
