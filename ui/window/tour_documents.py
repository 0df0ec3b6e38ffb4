"""The part of the tour that goes on paper: the brief, the other documents, many briefs at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit

from ui.pages.document_page import DocumentPage
from ui.window.main_window import MainWindow
from ui.window.tour_driver import Driver, TourError

_CONTROL = Qt.KeyboardModifier.ControlModifier


def save_brief(driver: Driver, folder: Path) -> Path:
    """Look at the brief of the assessment in view, and save it."""
    driver.press(Qt.Key.Key_P, _CONTROL)
    page = driver.page(DocumentPage)
    _read_brief(driver, page)
    target = folder / page.suggested_path().name
    target.unlink(missing_ok=True)

    def save(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        if not isinstance(dialog, QFileDialog) or field is None:
            raise TourError("“Save…” did not ask for a file.")
        field.setFocus()
        field.selectAll()
        driver.type(str(target))
        driver.press(Qt.Key.Key_Return)
        if dialog.isVisible():  # Qt, still reading the folder that was typed, has only gone into it
            driver.press(Qt.Key.Key_Return)

    page.save.setFocus()
    driver.through_dialog(lambda: driver.press(Qt.Key.Key_Space), save)
    driver.wait("The saved brief", page.save.isEnabled)
    if not target.is_file():
        raise TourError(page.notice.text)
    driver.shoot("brief-saved", ready=lambda: _is_drawn(page))
    return target


def _read_brief(driver: Driver, page: DocumentPage) -> None:
    """Search it, and look at it as another reader."""
    driver.wait("The preview", lambda: page.preview.pages and page.preview.pages[0].drawn)
    driver.shoot("brief", ready=lambda: _is_drawn(page))
    driver.press(Qt.Key.Key_F, _CONTROL)
    driver.type("evidence")
    driver.press(Qt.Key.Key_Return)
    driver.wait("What was found", page.viewer.find_bar.next.isEnabled)
    driver.shoot("brief-found", ready=lambda: _is_drawn(page))
    driver.press(Qt.Key.Key_Escape)
    page.options.readers["decider"].click()
    driver.wait("The decider's page", lambda: len(page.preview.pages) == 1 and _is_drawn(page))
    driver.shoot("brief-decider", ready=lambda: _is_drawn(page))
    page.options.readers["team"].click()
    driver.wait("The team's brief", lambda: len(page.preview.pages) > 1)


def print_views(driver: Driver, window: MainWindow) -> None:
    """Look at the portfolio summary and the comparison."""
    window.menus.print.show_summary()
    _shoot_document(driver, "portfolio-summary")
    window.show_page("compare")
    window.menus.print.show_compared()
    _shoot_document(driver, "comparison")


def ask_many(driver: Driver, window: MainWindow) -> None:
    """Look at the dialog for many briefs."""

    def look(dialog: QDialog) -> None:
        driver.shoot("print-briefs", dialog)
        dialog.reject()

    driver.through_dialog(window.menus.print.ask_many, look)


def _shoot_document(driver: Driver, name: str) -> None:
    page = driver.page(DocumentPage)
    driver.wait("The pages", lambda: page.preview.pages and _is_drawn(page))
    driver.shoot(name, ready=lambda: _is_drawn(page))


def _is_drawn(page: DocumentPage) -> bool:
    pages = all(view.drawn for view in page.preview.pages if not view.visibleRegion().isEmpty())
    return pages and page.viewer.thumbnails.is_drawn
