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
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QSettings, QStandardPaths, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QDialog, QPushButton

from resources import FOLDER
from ui.pages.partners_page import PartnersPage
from ui.window.application import make_application
from ui.window.main_window import MainWindow
from ui.window.tour_documents import ask_many, print_views, save_brief
from ui.window.tour_driver import Driver, TourError

if TYPE_CHECKING:
    from ui.documents.assessment_document import AssessmentDocument

TOUR_DAY = date(2026, 11, 23)
"""Counts as today, so that every tour shows the same figures."""
_SIZE = (1280, 800)
_HELP_PICTURES = ("partners", "result", "compare", "portfolio")
_PARTNER, _PURPOSE = "Brightfield Creative", "2026 media partnership"
_NOTE = "AI-use register v3 received: lists models, training sources, sub-suppliers. Human review named per market."
_RATINGS = "454345544534"
"""Pressed in turn; a gate is never rated under 3."""
_GRADES = (2, 3, 2, 3, 1, 2)
_SHOWN = "T4"
"""The question whose card is pictured: a gate."""
_CONTROL = Qt.KeyboardModifier.ControlModifier


def run_tour(out: Path, help_pictures: bool = False) -> int:
    """Go through the job and return the exit code: 0 done, 1 with a sentence on standard error.

    Args:
        out: Folder for the pictures and the brief; made when missing.
        help_pictures: Also renew the pictures that help and README show.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = out.absolute()
    failures: list[BaseException] = []
    qInstallMessageHandler(_pass_on)
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


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Let Qt say what it has to say, but not what its unseen screen cannot do."""
    if not words.startswith("This plugin does not support"):
        print(words, file=sys.stderr)  # noqa: T201 - as Qt itself would


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
        _result(driver, window)
        brief = save_brief(driver, folder)
        _settings(driver)
        _sample(driver, window, scratch)
        _comparison(driver)
        _portfolio(driver, window)
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
        slider = dialog.feeling.focusProxy()
        assert slider is not None
        driver.tab_to(slider)
        for _ in range(2):
            driver.press(Qt.Key.Key_PageUp)
        driver.shoot("new-assessment", dialog)
        driver.press(Qt.Key.Key_Return)

    driver.through_dialog(lambda: driver.press(Qt.Key.Key_N, _CONTROL), fill)


def _answer(driver: Driver, window: MainWindow) -> None:
    from ui.pages.assessment_page import AssessmentPage

    page = driver.page(AssessmentPage)
    document = _assessment(window)
    gates = {gate.question_id for gate in document.result.gates}
    for place, question_id in enumerate(document.result.in_scope):
        if page.card.question.id != question_id:
            raise TourError(f"Enter led to {page.card.question.id}, not to {question_id}.")
        rating = max(int(_RATINGS[place % len(_RATINGS)]), 3 if question_id in gates else 1)
        if question_id == _SHOWN:
            driver.press(Qt.Key.Key_2)
            driver.shoot("gate-notice")
        driver.press(Qt.Key(Qt.Key.Key_0 + rating))
        grades = [made for made in page.card.evidence.findChildren(QPushButton) if made.isCheckable()]
        grades[_GRADES[place % len(_GRADES)]].click()
        if question_id == _SHOWN:
            page.card.note.setFocus()
            driver.type(_NOTE)
            page.setFocus()
            driver.shoot("assessment")
        if document.assessment.answer(question_id).rating != rating:
            raise TourError(f"The key {rating} did not rate {question_id}.")
        page.setFocus()
        driver.press(Qt.Key.Key_Return)
    driver.shoot("review")
    page.show_list(True)
    driver.shoot("list")
    page.show_list(False)


def _result(driver: Driver, window: MainWindow) -> None:
    from ui.pages.result_page import ResultPage
    from ui.pages.weights_page import WeightsPage

    window.show_result(_assessment(window).assessment.id)
    page = driver.page(ResultPage)
    page.finish.setFocus()
    driver.press(Qt.Key.Key_Space)
    if not page.document.assessment.is_final:
        raise TourError("“Finish” did not finish the assessment.")
    driver.shoot("result")
    window.show_weights(page.document.assessment.id)
    driver.page(WeightsPage)
    driver.shoot("weights")
    window.show_result(page.document.assessment.id)
    driver.page(ResultPage)


def _assessment(window: MainWindow) -> AssessmentDocument:
    found = window.current_assessment()
    if window.document is None or found is None:
        raise TourError("No assessment is on screen.")
    return window.document.open_assessment(found)


def _settings(driver: Driver) -> None:
    from ui.pages.settings_page import SettingsPage

    driver.press(Qt.Key.Key_Comma, _CONTROL)
    driver.page(SettingsPage)
    driver.shoot("settings")


def _sample(driver: Driver, window: MainWindow, scratch: Path) -> None:
    from models.sample import create_sample

    path = scratch / "Sample.rapport"
    create_sample(path, TOUR_DAY).close()
    if not window.open_workspace(path):
        raise TourError(window.notice.text)
    page = driver.page(PartnersPage)
    driver.wait("The sample's partners", lambda: page.selected() is not None)
    driver.shoot("partners", ready=page.filters.tags.isEnabled)
    ask_many(driver, window)


def _comparison(driver: Driver) -> None:
    from ui.pages.compare_page import ComparePage

    driver.press(Qt.Key.Key_2, _CONTROL)
    page = driver.page(ComparePage)
    driver.wait("How firm the ranking is", lambda: page.firmness.is_current)
    driver.shoot("compare")


def _portfolio(driver: Driver, window: MainWindow) -> None:
    from ui.pages.portfolio_page import PortfolioPage

    driver.press(Qt.Key.Key_3, _CONTROL)
    page = driver.page(PortfolioPage)
    driver.wait("The map", page.rows.rowCount)
    driver.shoot("portfolio")
    print_views(driver, window)


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
    sys.exit(run_tour(Path(sys.argv[1] if len(sys.argv) > 1 else "tour"), help_pictures=True))
