"""The commands of the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.pages.partners_page import PartnersPage
from ui.window.crash import log_path

if TYPE_CHECKING:
    from ui.window.help_window import HelpWindow
    from ui.window.main_window import MainWindow

_PAGES = {
    "PartnersPage": "partners",
    "AssessmentPage": "assessment",
    "ResultPage": "scores",
    "DocumentPage": "brief",
    "ComparePage": "compare",
    "PortfolioPage": "portfolio",
    "WeightsPage": "weights",
    "SettingsPage": "settings",
    "WelcomePage": "first_assessment",
}


class HelpCommands(QObject):
    """Opens the help at the page that fits, and says what this program is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None

    def show_help(self, page: str = "") -> None:
        """Open the help of the page in view."""
        from ui.window.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        shown = self._window.stack.currentWidget()
        self._help.show_page(page or _PAGES.get(type(shown).__name__, "index"))

    def show_keys(self) -> None:
        """Open the list of keys."""
        self.show_help("partners" if isinstance(self._window.stack.currentWidget(), PartnersPage) else "assessment")

    def show_about(self) -> None:
        """Say version, licences, where data lives, and that nothing is sent."""
        from ui.cli import version
        from ui.window.about import AboutDialog

        path = self._window.document.path if self._window.document else self.tr("none is open")
        AboutDialog(version(), str(path), str(log_path()), self._window).exec()
