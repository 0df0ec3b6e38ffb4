from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from assessments.answer import Grade
from tests.ui.dialogs import within
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.widgets.evidence_strip import EvidenceStrip
from ui.widgets.link_dialogs import AddLinkDialog, OpenLinkDialog
from ui.widgets.question_card import QuestionCard

NO_BUTTON, LEFT, NONE = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def card(qtbot: QtBot, row: AssessmentDocument) -> QuestionCard:
    made = QuestionCard(row)
    qtbot.addWidget(made)
    made.resize(628, 700)
    made.show_question("T4")
    row.evidence_changed.connect(lambda _key: made.refresh())
    row.details_changed.connect(made.refresh)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What was handed to the system instead of being opened."""
    found: list[QUrl] = []

    def take(url: QUrl) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def attach(qtbot: QtBot, card: QuestionCard, tmp_path: Path, name: str, content: bytes = b"%PDF-1.7") -> None:
    (tmp_path / name).write_bytes(content)
    before = len(card.files.chips)
    card.files.attach_files([tmp_path / name])
    qtbot.waitUntil(lambda: len(card.files.chips) > before and not card.files.changes.is_busy)


def drop(target: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and let go. Return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("a text beside them")
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(5, 5), copy, data, LEFT, NONE)
    QApplication.sendEvent(target, let_go)
    return let_go.isAccepted()


def test_the_button_asks_for_files_and_a_chip_shows_each(
    qtbot: QtBot, card: QuestionCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [tmp_path / "b.pdf", tmp_path / "a & b <i>.pdf"]
    for path in names:
        path.write_bytes(path.name.encode())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path) for path in names], ""))
    qtbot.mouseClick(card.files.attach, LEFT)
    qtbot.waitUntil(lambda: len(card.files.chips) == 2)
    first, second = card.files.chips
    assert (first.whole_name, second.whole_name) == ("b.pdf", "a & b <i>.pdf")
    assert second.text() == "a && b <i>.pdf"
    assert second.accessibleName() == "Attached file: a & b <i>.pdf"
    assert "&lt;i&gt;" in second.toolTip()
    assert card.files.attach.text() == "＋ Attach file"


def test_enter_opens_a_read_only_copy_and_no_program_ever(
    qtbot: QtBot, card: QuestionCard, tmp_path: Path, opened: list[QUrl], monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(qtbot, card, tmp_path, "register.pdf")
    attach(qtbot, card, tmp_path, "tool.exe", b"MZ")
    register, tool = card.files.chips
    qtbot.keyClick(register, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(opened))
    path = Path(opened[0].toLocalFile())
    assert path.read_bytes() == b"%PDF-1.7"
    assert path.name != "register.pdf"
    saved = tmp_path / "copy.exe"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saved), ""))
    qtbot.keyClick(tool, Qt.Key.Key_Space)
    qtbot.waitUntil(saved.exists)
    qtbot.waitUntil(lambda: not card.files.changes.is_busy)
    assert len(opened) == 1
    assert [action.text() for action in tool.menu_of().actions() if action.text()] == ["Save a copy…", "Remove"]
    assert next(action.text() for action in register.menu_of().actions() if action.text()) == "Open"


def test_a_file_that_no_program_opens_says_so(
    qtbot: QtBot, card: QuestionCard, document: WorkspaceDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    document.refused.connect(said.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    attach(qtbot, card, tmp_path, "register.pdf")
    card.files.chips[0].click()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["No program here opens .pdf files. Save a copy instead."]


def test_delete_removes_and_the_keyboard_goes_on_to_the_next(
    qtbot: QtBot, card: QuestionCard, document: WorkspaceDocument, tmp_path: Path
) -> None:
    attach(qtbot, card, tmp_path, "a.pdf", b"a")
    attach(qtbot, card, tmp_path, "b.pdf", b"b")
    card.files.chips[0].setFocus()
    qtbot.keyClick(card.files.chips[0], Qt.Key.Key_Delete)
    assert [chip.whole_name for chip in card.files.chips] == ["b.pdf"]
    qtbot.waitUntil(card.files.chips[0].hasFocus)
    qtbot.keyClick(card.files.chips[0], Qt.Key.Key_Backspace)
    assert card.files.chips == []
    qtbot.waitUntil(card.files.attach.hasFocus)
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [chip.whole_name for chip in card.files.chips] == ["a.pdf", "b.pdf"]


def test_a_link_is_asked_for_shown_whole_and_then_opened(
    qtbot: QtBot, card: QuestionCard, row: AssessmentDocument, opened: list[QUrl]
) -> None:
    def type_address(dialog: AddLinkDialog) -> None:
        for wrong in ("ftp://x", "https://", "https:///nowhere", "mailto:nobody", "http://a b"):
            dialog.field.setText(wrong)
            dialog.accept()
            assert dialog.isVisible(), wrong
        dialog.field.setText("  https://register.example.org/v3?a=1  ")
        dialog.accept()

    within(qtbot, AddLinkDialog, card.files.link.click, type_address)
    assert [link.url for link in row.assessment.links] == ["https://register.example.org/v3?a=1"]
    (chip,) = card.files.chips
    assert chip.whole_name == "↗ register.example.org"
    within(qtbot, OpenLinkDialog, chip.click, lambda dialog: dialog.cancel.click())
    assert opened == []
    within(qtbot, OpenLinkDialog, chip.click, lambda dialog: dialog.go.click())
    assert opened == [QUrl("https://register.example.org/v3?a=1")]


def test_dropped_files_are_attached_and_a_workspace_is_left_to_the_window(
    qtbot: QtBot, card: QuestionCard, row: AssessmentDocument, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    assert drop(card.viewport(), tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: len(row.assessment.attachments) == 1)
    assert not drop(card.viewport(), tmp_path / "Other.rapport")
    (tmp_path / "b.pdf").write_bytes(b"b")
    assert drop(card.note.viewport(), tmp_path / "b.pdf")  # not into the note, as a path
    qtbot.waitUntil(lambda: len(row.assessment.attachments) == 2)
    assert card.note.text() == ""


def test_a_finished_assessment_shows_its_evidence_and_takes_none(
    qtbot: QtBot, card: QuestionCard, row: AssessmentDocument, tmp_path: Path, opened: list[QUrl]
) -> None:
    attach(qtbot, card, tmp_path, "register.pdf")
    row.finish()
    (chip,) = card.files.chips
    assert not card.files.attach.isEnabled()
    assert not card.files.link.isEnabled()
    assert not drop(card.viewport(), tmp_path / "register.pdf")
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert len(row.assessment.attachments) == 1
    assert "Remove" not in [action.text() for action in chip.menu_of().actions()]
    chip.click()
    qtbot.waitUntil(lambda: bool(opened))


def test_each_question_shows_its_own_evidence(qtbot: QtBot, card: QuestionCard, tmp_path: Path) -> None:
    attach(qtbot, card, tmp_path, "register.pdf")
    card.show_question("R1")
    assert card.files.chips == []
    card.show_question("T4")
    assert [chip.whole_name for chip in card.files.chips] == ["register.pdf"]


def test_tab_goes_from_attaching_over_the_chips_to_next(qtbot: QtBot, card: QuestionCard, tmp_path: Path) -> None:
    attach(qtbot, card, tmp_path, "register.pdf")
    strip: EvidenceStrip = card.files
    order: list[QWidget] = [strip.attach, strip.link, *strip.chips, card.back, card.next]
    order[0].setFocus()
    for now, then in itertools.pairwise(order):
        qtbot.waitUntil(now.hasFocus)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        qtbot.waitUntil(then.hasFocus)


def test_chips_stay_inside_the_card_however_long_their_names(qtbot: QtBot, card: QuestionCard, tmp_path: Path) -> None:
    for number in range(6):
        attach(qtbot, card, tmp_path, f"{number}{'n' * 180}.pdf", str(number).encode())
    QApplication.processEvents()
    width = card.files.width()
    assert all(chip.geometry().right() < width and chip.geometry().left() >= 0 for chip in card.files.chips)
    boxes = [one.geometry() for one in (*card.files.chips, card.files.attach, card.files.link, card.back, card.next)]
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    assert all(chip.text().endswith(".pdf") for chip in card.files.chips)


def test_the_card_says_since_when_and_from_when_evidence_is_stale(card: QuestionCard, row: AssessmentDocument) -> None:
    row.rate("T4", 4)
    assert card.evidence.freshness.isHidden()
    row.set_grade("T4", Grade.SEEN)
    assert card.evidence.freshness.text() == "Fresh until 23 Nov 2027, stale from 24 Nov 2027."
    row.set_evidence_date("T4", date(2025, 11, 1))
    assert card.evidence.freshness.text().startswith("Stale since 2 Nov 2026: counts one rating lower")


def test_a_link_s_address_can_be_copied_from_its_chip(card: QuestionCard) -> None:
    card.files.changes.add_link("T4", "https://example.org/a")
    card.files.chips[0].copy_requested.emit()
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
