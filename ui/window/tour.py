"""The tour: the real window goes through the whole job by key presses, unseen, and leaves a picture of each step."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit

from resources import FOLDER
from ui.pages.partners_page import PartnersPage
from ui.window.application import make_application
from ui.window.main_window import MainWindow
from ui.window.tour_driver import Driver, TourError

DEFAULT_FOLDER = Path("rapport-tour")
TOUR_DAY = date(2026, 11, 23)
"""Counts as today, so that every tour shows the same figures."""
_SIZE = (1280, 800)
_HELP_PICTURES = ("partners", "assessment", "result", "brief")
_PARTNER, _PURPOSE = "Brightfield Creative", "2026 media partnership"
_NOTE = "AI-use register v3 received: lists models, training sources, sub-suppliers. Human review named per market."
_RATINGS = "454345544534"
"""Pressed in turn; a gate is never rated under 3."""
_GRADES = (2, 3, 2, 3, 1, 2)
_CONTROL = Qt.KeyboardModifier.ControlModifier


def run_tour(out: Path | None, help_pictures: bool = False) -> int:
    """Go through the job and return the exit code: 0 done, 1 with a sentence on standard error.

    Args:
        out: Folder for the pictures and the brief; made when missing. None takes `rapport-tour` here.
        help_pictures: Also renew the pictures that help and README show.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = (out or DEFAULT_FOLDER).absolute()
    failures: list[BaseException] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="rapport-tour-") as scratch, _own_settings(Path(scratch)):
            written = _go(folder, Path(scratch), failures)
        if failures:
            raise TourError(f"The program met an error of its own: {failures[0]!r}.")
        if help_pictures:
            written += _keep_help_pictures(folder)
    except (TourError, OSError) as error:
        print(f"The tour stopped: {error}", file=sys.stderr)  # noqa: T201 - a command's own output
        return 1
    for path in written:
        print(path)  # noqa: T201 - a command's own output
    return 0


def _go(folder: Path, scratch: Path, failures: list[BaseException]) -> list[Path]:
    app = make_application()
    usual = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: failures.append(error)
    window = MainWindow(lambda: TOUR_DAY)
    driver = Driver(app, window, folder)
    try:
        window.resize(*_SIZE)
        window.show()
        window.activateWindow()
        driver.settle()
        _first_start(driver, window, scratch)
        _answer(driver, window)
        brief = _result_and_brief(driver, window, folder)
        _settings(driver, window)
        _sample(driver, window, scratch)
    finally:
        driver.finish()
        window.deleteLater()
        driver.settle()
        sys.excepthook = usual
    return [*driver.written, brief]


def _first_start(driver: Driver, window: MainWindow, scratch: Path) -> None:
    from models.workspace import create_workspace

    driver.shoot("welcome")
    path = scratch / "Northwind Media.rapport"
    create_workspace(path).close()
    if not window.open_workspace(path):
        raise TourError(window.notice.text)
    driver.shoot("empty")

    def fill(dialog: QDialog) -> None:
        from ui.pages.new_assessment import NewAssessmentDialog

        if not isinstance(dialog, NewAssessmentDialog):
            raise TourError("Ctrl+N did not open the dialog for a new assessment.")
        driver.type(_PARTNER)
        driver.press(Qt.Key.Key_Tab)
        driver.type("Agency")
        driver.tab_to(dialog.form.tags)
        driver.type("creative, genAI")
        driver.tab_to(dialog.purpose)
        driver.type(_PURPOSE)
        driver.tab_to(dialog.quick)
        driver.press(Qt.Key.Key_Down)
        driver.shoot("new-assessment", dialog)
        driver.press(Qt.Key.Key_Return)

    driver.through_dialog(lambda: driver.press(Qt.Key.Key_N, _CONTROL), fill)


def _answer(driver: Driver, window: MainWindow) -> None:
    from ui.pages.assessment_page import AssessmentPage

    driver.wait("The first question", lambda: isinstance(window.stack.currentWidget(), AssessmentPage))
    page = window.stack.currentWidget()
    assert isinstance(page, AssessmentPage)
    assert window.document is not None
    assessment_id = window.current_assessment()
    assert assessment_id is not None
    document = window.document.open_assessment(assessment_id)
    asked = document.result.in_scope
    gates = {gate.question_id for gate in document.result.gates}
    for place, question_id in enumerate(asked):
        if page.card.question.id != question_id:
            raise TourError(f"Enter led to {page.card.question.id}, not to {question_id}.")
        rating = max(int(_RATINGS[place % len(_RATINGS)]), 3 if question_id in gates else 1)
        if question_id == "T4":
            driver.press(Qt.Key.Key_2)
            driver.shoot("gate-notice")
        driver.press(Qt.Key(Qt.Key.Key_0 + rating))
        page.card.evidence.grade_buttons()[_GRADES[place % len(_GRADES)]].click()
        if question_id == "T4":
            page.card.note.setFocus()
            driver.type(_NOTE)
            page.setFocus()
            driver.settle()
            driver.shoot("assessment")
        if document.assessment.answer(question_id).rating != rating:
            raise TourError(f"The key {rating} did not rate {question_id}.")
        page.setFocus()
        driver.press(Qt.Key.Key_Return)
    driver.shoot("review")
    page.show_list(True)
    driver.shoot("list")
    page.show_list(False)


def _result_and_brief(driver: Driver, window: MainWindow, folder: Path) -> Path:
    from ui.pages.brief_page import BriefPage
    from ui.pages.result_page import ResultPage

    assessment_id = window.current_assessment()
    assert assessment_id is not None
    window.show_result(assessment_id)
    result = window.stack.currentWidget()
    assert isinstance(result, ResultPage)
    result.finish.setFocus()
    driver.press(Qt.Key.Key_Space)
    driver.shoot("result")
    driver.press(Qt.Key.Key_P, _CONTROL)
    driver.wait("The brief page", lambda: isinstance(window.stack.currentWidget(), BriefPage))
    page = window.stack.currentWidget()
    assert isinstance(page, BriefPage)
    driver.wait("The preview", lambda: page.preview.pages and page.preview.pages[0].drawn)
    driver.shoot("brief", ready=lambda: page.preview.pages[0].drawn)
    target = folder / page.suggested_path().name
    target.unlink(missing_ok=True)

    def save(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        if not isinstance(dialog, QFileDialog) or field is None:
            raise TourError("“Save brief…” did not ask for a file.")
        field.selectAll()
        field.setFocus()
        driver.type(str(target))
        driver.press(Qt.Key.Key_Return)

    page.save.setFocus()
    driver.through_dialog(lambda: driver.press(Qt.Key.Key_Space), save)
    driver.wait("The saved brief", page.save.isEnabled)
    driver.settle()
    if not target.is_file():
        raise TourError(page.notice.text)
    driver.shoot("brief-saved")
    return target


def _settings(driver: Driver, window: MainWindow) -> None:
    driver.press(Qt.Key.Key_Comma, _CONTROL)
    driver.wait("The settings", lambda: type(window.stack.currentWidget()).__name__ == "SettingsPage")
    driver.shoot("settings")


def _sample(driver: Driver, window: MainWindow, scratch: Path) -> None:
    from models.sample import create_sample

    path = scratch / "Sample.rapport"
    create_sample(path, TOUR_DAY).close()
    if not window.open_workspace(path):
        raise TourError(window.notice.text)
    page = window.stack.currentWidget()
    if not isinstance(page, PartnersPage):
        raise TourError("The sample did not open on its partners.")
    driver.wait("The sample's partners", lambda: page.selected() is not None)
    driver.shoot("partners")


@contextmanager
def _own_settings(scratch: Path) -> Iterator[None]:
    """Keep what the tour's window remembers away from the user's own settings."""
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(scratch))
    try:
        yield
    finally:
        QStandardPaths.setTestModeEnabled(False)


def _keep_help_pictures(folder: Path) -> list[Path]:
    pictures = FOLDER / "help" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    kept = []
    for name in _HELP_PICTURES:
        (found,) = folder.glob(f"[0-9][0-9]-{name}-light.png")
        kept.append(Path(shutil.copyfile(found, pictures / f"{name}.png")))
    return kept


if __name__ == "__main__":
    sys.exit(run_tour(Path(sys.argv[1]) if len(sys.argv) > 1 else None, help_pictures=True))
