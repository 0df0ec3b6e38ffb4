"""Pages with their requests connected to the window; all but the partners are built on their first visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.window.list_memory import remember_list

if TYPE_CHECKING:
    from uuid import UUID

    from ui.pages.assessment_page import AssessmentPage
    from ui.pages.compare_page import ComparePage
    from ui.pages.partners_page import PartnersPage
    from ui.pages.portfolio_page import PortfolioPage
    from ui.pages.result_page import ResultPage
    from ui.pages.settings_page import SettingsPage
    from ui.pages.weights_page import WeightsPage
    from ui.pages.welcome_page import WelcomePage
    from ui.window.main_window import MainWindow


def connect_partners(window: MainWindow, page: PartnersPage) -> None:
    """Let the list of partners ask the window for other pages and for dialogs."""
    page.open_requested.connect(window.show_assessment)
    page.compare_requested.connect(partial(compare_partners, window))
    # By name, so that the commands of the File menu are loaded after the first paint.
    page.new_requested.connect(lambda: window.menus.file.new_assessment())  # noqa: PLW0108
    page.new_for_requested.connect(lambda partner_id: window.menus.file.new_assessment_of(partner_id))  # noqa: PLW0108
    page.partner_requested.connect(lambda partner_id: window.menus.file.edit_partner(partner_id))  # noqa: PLW0108
    page.told.connect(window.tell)
    if page.sample_notice is not None:
        page.sample_notice.left.connect(lambda: window.menus.sample.leave())  # noqa: PLW0108
        page.sample_notice.afresh.connect(lambda: window.menus.sample.start_afresh())  # noqa: PLW0108
        page.sample_notice.removed.connect(lambda: window.menus.sample.remove())  # noqa: PLW0108
    page.menu_requested.connect(lambda at: window.menus.partner.show_at(at))  # noqa: PLW0108
    remember_list(window, page)
    window.when_painted(partial(_offer_commands, window, page))


def _offer_commands(window: MainWindow, page: PartnersPage) -> None:
    """Put what the menus have for many partners beside the filters."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence, QShortcut

    if isValid(page):
        delete = QShortcut(QKeySequence("Shift+Del"), page.table, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(lambda: window.menus.deletion.delete_selected())  # noqa: PLW0108 - loaded when used
        page.filters.add_command(window.tr("Import…"), window.menus.exchange.import_file)
        page.filters.add_command(window.tr("Print briefs…"), window.menus.print.ask_many)


def welcome_page(window: MainWindow) -> WelcomePage:
    """Return the page that is shown while no workspace is open, put into the window's stack."""
    from ui.pages.welcome_page import WelcomePage

    page = WelcomePage()
    page.new_requested.connect(lambda: window.menus.file.new_assessment())  # noqa: PLW0108
    page.sample_requested.connect(lambda: window.menus.sample.open_sample())  # noqa: PLW0108
    page.open_requested.connect(lambda: window.menus.file.choose_workspace())  # noqa: PLW0108
    window.stack.addWidget(page)
    return page


def assessment_page(window: MainWindow, assessment_id: UUID) -> AssessmentPage | None:
    """Return the questions and sheets of an assessment; None when it cannot be read."""
    from ui.pages.assessment_page import AssessmentPage

    document = window.read_assessment(assessment_id)
    if document is None:
        return None
    page = AssessmentPage(document, window.stack)
    page.result_requested.connect(lambda: window.show_result(assessment_id))
    page.brief_requested.connect(lambda: window.show_brief(assessment_id))
    page.partner_requested.connect(window.menus.file.edit_partner)
    page.jump_requested.connect(window.menus.jump)
    return page


def go_to_step(page: QWidget, question_id: str | None, review: bool, section: str) -> None:
    """Go to a place in an assessment; without any it stays where it was left."""
    from ui.pages.assessment_page import AssessmentPage

    assert isinstance(page, AssessmentPage)
    if review:
        page.show_review()
    elif section:
        page.show_section(section)
    elif question_id:
        page.show_question(question_id)


def result_page(window: MainWindow, assessment_id: UUID) -> ResultPage | None:
    """Return the result of an assessment; None when it cannot be read."""
    from ui.pages.result_page import ResultPage

    document = window.read_assessment(assessment_id)
    if document is None:
        return None
    page = ResultPage(document, window.stack)
    page.question_requested.connect(lambda key: window.show_assessment(assessment_id, question_id=key))
    page.review_requested.connect(lambda: window.show_assessment(assessment_id, review=True))
    page.section_requested.connect(lambda key: window.show_assessment(assessment_id, section=key))
    page.brief_requested.connect(lambda: window.show_brief(assessment_id))
    page.agenda_requested.connect(lambda: window.menus.print.show_agenda())  # noqa: PLW0108
    page.weights_requested.connect(lambda: window.show_weights(assessment_id))
    return page


def weights_page(window: MainWindow, assessment_id: UUID) -> WeightsPage | None:
    """Return the weights of an assessment; None when it cannot be read."""
    from ui.pages.weights_page import WeightsPage

    document = window.read_assessment(assessment_id)
    if document is None:
        return None
    page = WeightsPage(document, window.stack)
    page.result_requested.connect(lambda: window.show_result(assessment_id))
    return page


def settings_page(window: MainWindow) -> SettingsPage | None:
    """Return the settings of the open workspace."""
    from ui.pages.settings_page import SettingsPage

    if window.document is None:
        return None
    page = SettingsPage(window.document, window.stack)
    page.appearance_chosen.connect(window.choose_appearance)
    page.folder_requested.connect(window.menus.file.show_folder)
    return page


def compare_page(window: MainWindow) -> ComparePage | None:
    """Return the comparison of partners of the open workspace."""
    from ui.pages.compare_page import ComparePage

    if window.document is None:
        return None
    page = ComparePage(window.document, window.stack)
    page.result_requested.connect(window.show_result)
    page.question_requested.connect(lambda assessment_id, key: window.show_assessment(assessment_id, question_id=key))
    page.print_requested.connect(lambda ids, weights: window.menus.print.show_comparison(ids, weights))  # noqa: PLW0108
    return page


def compare_partners(window: MainWindow, partners: Sequence[UUID]) -> None:
    """Show the comparison of some partners."""
    from ui.pages.compare_page import ComparePage

    def choose(page: QWidget) -> None:
        assert isinstance(page, ComparePage)
        page.compare(partners)

    window.visit("compare", compare_page, then=choose)


def portfolio_page(window: MainWindow) -> PortfolioPage | None:
    """Return the map of the open workspace's partners."""
    from ui.pages.portfolio_page import PortfolioPage

    if window.document is None:
        return None
    page = PortfolioPage(window.document, window.stack)
    page.open_requested.connect(window.show_result)
    page.new_requested.connect(lambda: window.menus.file.new_assessment())  # noqa: PLW0108
    page.shown.connect(window.menus.refresh)
    window.document.choice.partner_changed.connect(window.menus.refresh)
    page.print_requested.connect(lambda: window.menus.print.show_summary())  # noqa: PLW0108
    return page


PAGE_MODULES = (
    "ui.documents.assessment_document",
    "ui.widgets.details_panel",
    "ui.widgets.evidence_strip",
    "ui.widgets.question_card",
    "ui.widgets.section_progress",
    "ui.widgets.review_panel",
    "ui.widgets.sheet_step",
    "ui.widgets.assessment_panels",
    "ui.pages.assessment_page",
    "ui.widgets.robustness_panel",
    "ui.pages.result_page",
    "ui.window.document_pages",
    "ui.pages.document_page",
    "ui.documents.printed",
    "ui.pages.settings_page",
    "ui.pages.portfolio_page",
    "ui.pages.compare_page",
    "ui.pages.weights_page",
    "ui.pages.new_assessment",
    "ui.window.jumping",
    "ui.window.help_window",
)
"""What is visited first stands first; a page of many parts after these, each of which takes 10 ms at most."""
PAGES: Mapping[str, Callable[[MainWindow], QWidget | None]] = {
    "compare": compare_page,
    "portfolio": portfolio_page,
    "settings": settings_page,
}
"""What the navigation and the menus show by name, besides the partners."""
