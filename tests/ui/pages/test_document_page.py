"""The page of a document: the preview is the PDF that is saved, and what came of saving is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reports.brief import lay_brief
from reports.document import document_bytes
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.printed import brief_of
from ui.pages.document_page import DocumentPage
from ui.widgets.page_view import PageView

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
