"""The page of a document: the preview is the PDF that is saved, and what came of saving is said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QSettings, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from reports import options
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.page_pictures import read_page_sizes
from tests.ui.dialogs import within
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.print_choices import PARTS, READERS, first_choices
from ui.documents.printed import brief_of
from ui.pages.document_page import DocumentPage
from ui.widgets.page_view import PageView
from ui.widgets.password_dialog import PasswordDialog

SOON = 20_000


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> Iterator[DocumentPage]:
    made = DocumentPage(brief_of(row))
    qtbot.addWidget(made)
    made.resize(1084, 760)
    with qtbot.waitSignal(made.preview.page_drawn, timeout=SOON):
        made.show()
    yield made
    QThreadPool.globalInstance().waitForDone()


def is_blank(page: PageView) -> bool:
    image: QImage = page.grab().toImage()
    colors = {image.pixel(x, y) for x in range(4, image.width() - 4, 7) for y in range(4, image.height() - 4, 7)}
    return len(colors) < 3


def test_the_preview_shows_the_pages_and_reads_them_out(page: DocumentPage) -> None:
    first = page.preview.pages[0]
    assert not is_blank(first)
    assert first.accessibleName() == f"Page 1 of {len(page.preview.pages)}"
    assert "Brightfield Creative" in first.accessibleDescription()
    assert page.header.subtitle.whole_text() == f"{len(page.preview.pages)} pages · as of 23 Nov 2026"


def test_what_is_saved_is_what_is_shown(
    qtbot: QtBot, page: DocumentPage, row: AssessmentDocument, tmp_path: Path
) -> None:
    target = tmp_path / "brief.pdf"
    with qtbot.waitSignal(page.told, timeout=SOON) as told:
        page.save_to(target)
    assert told.args == [f"Saved to {target}"]
    assert target.read_bytes() == document_bytes(lay_brief(row.assessment, row.result))
    qtbot.waitUntil(page.save.isEnabled, timeout=SOON)
    assert page.notice.open_folder.isVisible()
    assert page.notice.open_file.isVisible()


def test_a_save_that_fails_says_what_to_do_and_leaves_nothing(qtbot: QtBot, page: DocumentPage, tmp_path: Path) -> None:
    page.save_to(tmp_path / "missing" / "brief.pdf")
    qtbot.waitUntil(page.save.isEnabled, timeout=SOON)
    assert "does not exist. Choose another folder." in page.notice.text
    assert page.notice.notice.property("kind") == "alarm"
    assert not page.notice.open_folder.isVisible()
    assert list(tmp_path.glob("**/*.pdf")) == []


def test_letter_paper_is_wider_than_a4(qtbot: QtBot, page: DocumentPage) -> None:
    page.preview.set_zoom(1.0)
    narrow = page.preview.pages[0].width()
    with qtbot.waitSignal(page.shown, timeout=SOON):
        page.options.paper.setCurrentIndex(page.options.paper.findData("letter"))
        page.options.paper.activated.emit(1)
    assert page.preview.pages[0].width() > narrow


def test_a_change_behind_the_page_is_in_the_next_preview(
    qtbot: QtBot, page: DocumentPage, row: AssessmentDocument
) -> None:
    with qtbot.waitSignals([page.shown, page.preview.page_drawn], timeout=SOON):
        row.set_details(purpose="Another purpose altogether")
    qtbot.waitUntil(lambda: "Another purpose" in page.preview.pages[0].accessibleDescription(), timeout=SOON)


def test_pages_out_of_view_are_drawn_when_they_come_into_view(qtbot: QtBot, page: DocumentPage) -> None:
    last = page.preview.pages[-1]
    assert not last.drawn
    page.preview.verticalScrollBar().setValue(page.preview.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: last.drawn, timeout=SOON)


def test_the_suggested_name_is_one_safe_component(page: DocumentPage) -> None:
    assert page.suggested_path().name == "Brightfield Creative brief 2026-11-23.pdf"


def press(qtbot: QtBot, page: DocumentPage, button: QAbstractButton) -> None:
    with qtbot.waitSignal(page.shown, timeout=SOON):
        button.click()


def test_the_reader_decides_which_pages_there_are(qtbot: QtBot, page: DocumentPage) -> None:
    assert len(page.preview.pages) > 1
    press(qtbot, page, page.options.readers["decider"])
    assert len(page.preview.pages) == 1
    assert page.header.subtitle.whole_text().startswith("1 page ·")
    assert not page.options.parts["answers"].isVisible()
    assert page.suggested_path().name == "Brightfield Creative brief (decider) 2026-11-23.pdf"
    page.notice.say("Saved to brief.pdf")
    press(qtbot, page, page.options.readers["partner"])
    assert page.suggested_path().name == "Brightfield Creative partner copy 2026-11-23.pdf"
    assert page.header.subtitle.whole_text().endswith("the partner's copy")
    assert not page.notice.isVisible(), "it told of another document"


def test_what_the_user_prefers_is_remembered_for_the_next_document(
    qtbot: QtBot, page: DocumentPage, row: AssessmentDocument
) -> None:
    press(qtbot, page, page.options.readers["decider"])
    page.options.colour.setCurrentIndex(1)
    with qtbot.waitSignal(page.shown, timeout=SOON):
        page.options.colour.activated.emit(1)
    found = first_choices(row.workspace)
    assert (found.reader, found.grey) == ("decider", True)


def test_a_part_that_is_left_out_makes_another_document(qtbot: QtBot, page: DocumentPage) -> None:
    before = page.made
    assert before is not None
    press(qtbot, page, page.options.parts["method"])
    assert "method" not in page.options.choices.parts
    assert page.made is not before


def test_the_newest_wish_wins(qtbot: QtBot, page: DocumentPage) -> None:
    shown: list[int] = []
    page.shown.connect(lambda: shown.append(len(page.preview.pages)))
    for reader in ("decider", "partner", "decider"):
        page.options.readers[reader].click()
    qtbot.waitUntil(lambda: shown == [1], timeout=SOON)
    assert not page._making.is_busy


def test_the_confidentiality_line_is_the_workspaces_until_it_is_changed_here(
    qtbot: QtBot, page: DocumentPage, row: AssessmentDocument
) -> None:
    assert page.options.confidentiality.text() == "Confidential"
    hostile = "</b> %s {name} \u202e & <img src=x>"
    with qtbot.waitSignal(page.shown, timeout=SOON):
        page.options.confidentiality.setText(hostile)
        page.options.confidentiality.textEdited.emit(hostile)
    assert page.options.choices.confidentiality == hostile
    assert row.workspace.own.confidentiality == "Confidential"
    with qtbot.waitSignal(page.shown, timeout=SOON):
        row.workspace.set_own(replace(row.workspace.own, footer="A & B <i>{0}", confidentiality="Board only"))
    assert page.options.confidentiality.text() == "Board only"
    assert page.options.choices.footer == "A & B <i>{0}"


def test_a_line_that_cannot_be_kept_is_said_and_the_last_good_one_stays(qtbot: QtBot, page: DocumentPage) -> None:
    page.options.confidentiality.setText("a\u2028b")
    page.options.confidentiality.editingFinished.emit()
    assert page.options.choices.confidentiality == "Confidential"
    assert "separator" in page.options._rows["line"].error


def test_a_password_is_asked_twice_and_used_for_saving_only(qtbot: QtBot, page: DocumentPage) -> None:
    def type_it(dialog: PasswordDialog) -> None:
        dialog.accept()
        assert dialog._first_row.error == "Type a password, or cancel."
        assert dialog.first.echoMode() is QLineEdit.EchoMode.Password
        dialog.first.setText("correct horse")
        dialog.second.setText("correct house")
        dialog.accept()
        assert "not the same" in dialog._second_row.error
        dialog.shown.click()
        assert dialog.first.echoMode() is QLineEdit.EchoMode.Normal
        dialog.second.setText("correct horse")
        dialog.accept()

    before = page.made
    within(qtbot, PasswordDialog, page.options.set_password.click, type_it)
    assert page.options.password == "correct horse"
    assert page.made is before
    assert "cannot be recovered" in page.options.password_words.text()
    stored = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Rapport", "Rapport")
    assert not any("correct" in str(stored.value(key)) for key in stored.allKeys())
    page.options.set_password.click()
    assert page.options.password == ""


def test_saving_remembers_the_folder(qtbot: QtBot, page: DocumentPage, tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    with qtbot.waitSignal(page.told, timeout=SOON):
        page.save_to(tmp_path / "briefs" / "one.pdf")
    assert page.suggested_path().parent == tmp_path / "briefs"
    shutil.rmtree(tmp_path / "briefs")
    assert page.suggested_path().parent != tmp_path / "briefs"


def test_a_narrow_page_leaves_the_room_to_the_document(qtbot: QtBot, page: DocumentPage) -> None:
    assert page.options.isVisible()
    page.resize(500, 500)
    assert not page.options.isVisible()
    assert not page.viewer.thumbnails.isVisible()
    page.viewer.bar.options.click()
    assert page.options.isVisible()


def test_the_window_and_the_reports_know_the_same_readers_and_parts() -> None:
    assert get_args(options.Reader) == READERS
    assert options.PARTS == PARTS


def test_a_file_saved_with_a_password_opens_with_it_only(qtbot: QtBot, page: DocumentPage, tmp_path: Path) -> None:
    page.options.password = "correct horse"
    with qtbot.waitSignal(page.told, timeout=SOON):
        page.save_to(tmp_path / "locked.pdf")
    content = (tmp_path / "locked.pdf").read_bytes()
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(content)
    with closing(pypdfium2.PdfDocument(content, password="correct horse")) as document:
        assert len(document) == len(page.preview.pages)
    assert page.made is not None
    assert len(read_page_sizes(page.made.pdf)) == len(page.preview.pages)  # what is shown and printed stays open
