"""The viewer: size, place, pages and search, with mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessments.scoring import score_assessment
from reports.brief import lay_brief
from tests.reports.briefs import TODAY, answered
from ui.documents.print_choices import PrintChoices
from ui.documents.printed import Made, make
from ui.widgets.document_viewer import DocumentViewer

SOON = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def made() -> Made:
    assessment = answered()
    result = score_assessment(assessment, TODAY)
    return make(lambda options: lay_brief(assessment, result, options), PrintChoices())


@pytest.fixture
def viewer(qtbot: QtBot, made: Made) -> Iterator[DocumentViewer]:
    owner = QWidget()
    qtbot.addWidget(owner)
    shown = DocumentViewer(owner, owner)
    owner.resize(900, 700)
    shown.resize(900, 700)
    owner.show()
    with qtbot.waitSignal(shown.page_drawn, timeout=SOON):
        shown.show_document(made)
    yield shown
    QThreadPool.globalInstance().waitForDone()


def test_zooming_keeps_the_place_and_goes_by_steps(viewer: DocumentViewer) -> None:
    preview = viewer.preview
    preview.set_zoom(1.0)
    preview.go_to_page(2)
    preview.zoom_by(1)
    assert preview.share == pytest.approx(1.25)
    assert preview.current == 2
    preview.zoom_by(-1)
    preview.zoom_by(-1)
    assert preview.share == pytest.approx(0.9)
    assert viewer.bar.zoom.currentText() == "90 %"
    for _ in range(30):
        preview.zoom_by(1)
    assert preview.share == pytest.approx(3.0)
    preview.set_zoom("page")
    assert preview.pages[0].height() <= preview.viewport().height()
    assert viewer.bar.zoom.currentText() == "Fit page"
    preview.set_zoom("width")
    assert preview.pages[0].width() <= preview.viewport().width()


def test_the_keys_change_the_size(qtbot: QtBot, viewer: DocumentViewer) -> None:
    preview = viewer.preview
    preview.set_zoom(1.0)
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    assert preview.share == pytest.approx(1.25)
    qtbot.keyClick(preview, Qt.Key.Key_Minus, CONTROL)
    assert preview.share == pytest.approx(1.0)
    qtbot.keyClick(preview, Qt.Key.Key_0, CONTROL)
    assert preview.zoom == "width"


def test_the_wheel_with_ctrl_changes_the_size_and_does_not_scroll(viewer: DocumentViewer) -> None:
    preview = viewer.preview
    preview.set_zoom(1.0)
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(preview.viewport(), event)
    assert preview.share == pytest.approx(1.25)


def test_the_keys_go_from_page_to_page_and_to_the_ends(qtbot: QtBot, viewer: DocumentViewer) -> None:
    preview = viewer.preview
    last = len(preview.pages) - 1
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.current == last
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.current == 0
    qtbot.keyClick(preview, Qt.Key.Key_PageDown, CONTROL)
    assert preview.current == 1
    qtbot.keyClick(preview, Qt.Key.Key_PageUp, CONTROL)
    assert preview.current == 0
    preview.set_zoom("page")
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.current == 2
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.current == 1


def test_a_typed_page_number_shows_that_page(qtbot: QtBot, viewer: DocumentViewer) -> None:
    qtbot.keyClick(viewer.preview, Qt.Key.Key_G, CONTROL)
    field = viewer.bar.page
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert viewer.preview.current == 2
    assert viewer.bar.of.text() == f"of {len(viewer.preview.pages)}"
    viewer.preview.go_to_page(99)
    assert viewer.preview.current == len(viewer.preview.pages) - 1
    assert field.value() == len(viewer.preview.pages)


def test_small_pages_follow_and_lead(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.bar.pages.setChecked(True)
    assert viewer.thumbnails.isVisible()
    assert viewer.thumbnails.count() == len(viewer.preview.pages)
    viewer.preview.go_to_page(1)
    assert viewer.thumbnails.currentRow() == 1
    viewer.thumbnails.setFocus()
    qtbot.keyClick(viewer.thumbnails, Qt.Key.Key_Down)
    assert viewer.preview.current == 2
    assert viewer.thumbnails.item(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 3"


def test_found_words_are_counted_marked_and_walked_through(qtbot: QtBot, viewer: DocumentViewer) -> None:
    bar = viewer.find_bar
    bar.open()
    with qtbot.waitSignal(bar.found, timeout=SOON) as told:
        qtbot.keyClicks(bar.field, "evidence")
    hits, first = told.args
    assert len(hits) > 3
    assert first == hits[0]
    assert bar.count.text() == f"1 of {len(hits)}"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {len(hits)}"
    for _ in range(2):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{len(hits)} of {len(hits)}"
    page = viewer.preview.pages[hits[-1].page]
    assert not page.visibleRegion().isEmpty()
    before = page.grab().toImage()
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.grab().toImage() != before  # nothing is marked any more


def test_words_that_are_not_there_are_said(qtbot: QtBot, viewer: DocumentViewer) -> None:
    bar = viewer.find_bar
    bar.open()
    with qtbot.waitSignal(bar.found, timeout=SOON):
        qtbot.keyClicks(bar.field, "<b>%s</b>")
    assert bar.count.text() == "Not found"
    assert not bar.next.isEnabled()


def test_another_document_is_searched_again(qtbot: QtBot, viewer: DocumentViewer, made: Made) -> None:
    bar = viewer.find_bar
    bar.open()
    with qtbot.waitSignal(bar.found, timeout=SOON):
        qtbot.keyClicks(bar.field, "evidence")
    with qtbot.waitSignal(bar.found, timeout=SOON):
        viewer.show_document(replace(made, pdf=bytes(bytearray(made.pdf))))


def test_parts_of_the_document_are_offered(viewer: DocumentViewer, made: Made) -> None:
    viewer.bar._fill_contents()
    actions = viewer.bar._menu.actions()
    assert len(actions) == len(made.outline)
    actions[-1].trigger()
    assert viewer.preview.current == made.outline[-1].page


def test_a_document_that_cannot_be_made_says_why(viewer: DocumentViewer) -> None:
    viewer.show_document(Made(b"", (), problem="Assess at least two partners."))
    assert not viewer.preview.isVisible()
    assert viewer._waiting.text() == "Assess at least two partners."
    assert viewer.preview.pages == []


def test_a_large_picture_is_drawn_with_bounded_memory(qtbot: QtBot, viewer: DocumentViewer) -> None:
    with qtbot.waitSignal(viewer.page_drawn, timeout=SOON):
        viewer.preview.set_zoom(3.0)
    kept = [page._picture for page in viewer.preview.pages if page.has_picture]
    assert max(picture.width() * picture.height() for picture in kept) <= 16_100_000


def test_a_document_out_of_sight_keeps_one_picture_and_is_drawn_again(qtbot: QtBot, viewer: DocumentViewer) -> None:
    pages = viewer.preview.pages
    viewer.preview.set_zoom(0.33)
    qtbot.waitUntil(lambda: pages[0].drawn and pages[1].drawn, timeout=SOON)
    viewer.hide()
    assert [number for number, page in enumerate(pages) if page.has_picture] == [viewer.preview.current]
    viewer.show()
    qtbot.waitUntil(lambda: pages[0].drawn and pages[1].drawn, timeout=SOON)
