"""Every figure that the window shows is written as the user's locale writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessments.sheets import Sheet
from tests.locales import in_locale
from tests.reports.sheeted import sheets
from tests.ui.pages.shown import answer_all
from tests.ui.pages.test_result_beside import store
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import ListTotals
from ui.pages.result_page import ResultPage
from ui.pages.weights_page import WeightsPage
from ui.widgets.partner_rows import totals_words
from ui.widgets.sheet_table import SheetTable


@dataclass(frozen=True)
class Written:
    """How a locale writes some figures."""

    name: str
    thousands: str
    lakh: str
    alignment: str
    balance: str
    none: str
    limit: str
    draws: str
    money: str


WRITTEN = (
    Written("de_DE", "90.000", "1.234.567,50", "63,6", "0,98", "0,00", "0,10", "10.000", "110.000 to 120.000,50"),
    Written(
        "fr_FR",
        "90\u202f000",
        "1\u202f234\u202f567,50",
        "63,6",
        "0,98",
        "0,00",
        "0,10",
        "10\u202f000",
        "110\u202f000 to 120\u202f000,50",
    ),
    Written("de_CH", "90'000", "1'234'567.50", "63.6", "0.98", "0.00", "0.10", "10'000", "110'000 to 120'000.50"),
    Written("en_IN", "90,000", "12,34,567.50", "63.6", "0.98", "0.00", "0.10", "10,000", "1,10,000 to 1,20,000.50"),
    Written("en_US", "90,000", "1,234,567.50", "63.6", "0.98", "0.00", "0.10", "10,000", "110,000 to 120,000.50"),
)


@pytest.fixture(params=WRITTEN, ids=lambda one: one.name)
def own(request: pytest.FixtureRequest) -> Iterator[Written]:
    """A user from each of some countries."""
    written: Written = request.param
    with in_locale(written.name):
        yield written


def test_an_amount_is_shown_copied_and_pasted_back_in_the_users_writing(
    qtbot: QtBot, row: AssessmentDocument, own: Written
) -> None:
    table = SheetTable(row, Sheet.EXCHANGES)
    qtbot.addWidget(table)
    QApplication.clipboard().setText("Fee\tThey\tMoney\t3\t4\t90000\t1234567.50\tEUR")
    table.view.paste()
    columns = [one.id for one in table.model.columns]
    low, high = (table.model.index(0, columns.index(one)) for one in ("amount_low", "amount_high"))
    assert (low.data(), high.data()) == (own.thousands, own.lakh)
    table.view.selectRow(0)
    table.view.copy()
    assert f"\t{own.thousands}\t{own.lakh}\tEUR" in QApplication.clipboard().text()
    table.view.paste()
    first, second = row.assessment.sheets.exchanges
    assert (first.amount_low, first.amount_high) == (second.amount_low, second.amount_high)
    steps = row.workspace.undo_stack.count()
    table.model.setData(low, own.thousands)
    table.model.setData(high, own.lakh)
    assert row.workspace.undo_stack.count() == steps
    table.model.setData(low, "ninety")
    assert f"write it as {own.thousands} or " in table.problem.text()


def test_the_result_page_writes_sums_returns_and_draws(qtbot: QtBot, row: AssessmentDocument, own: Written) -> None:
    answer_all(row)
    store(row, sheets())
    page = ResultPage(row)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.robustness.is_current)
    assert f"Balance {own.balance}: it favours them." in page.beside.exchange.words.text()
    assert page.beside.exchange.words.text().endswith(f"Money from us: EUR\u00a0{own.money}.")
    assert page.beside.goals.words.text().startswith(f"Alignment {own.alignment} of 100.")
    assert f"{own.draws} weightings" in page.robustness.words.text()


def test_the_weights_page_writes_how_consistent_judgements_are(
    qtbot: QtBot, row: AssessmentDocument, own: Written
) -> None:
    answer_all(row)
    page = WeightsPage(row)
    qtbot.addWidget(page)
    page.show()
    page.show_method(3)
    qtbot.waitUntil(lambda: page.pairs.found is not None)
    assert f"Consistency ratio {own.none}, at most {own.limit}: consistent enough." in page.pairs.consistency.text()


def test_the_list_counts_its_partners(own: Written) -> None:
    assert totals_words(ListTotals(90_000, 6)) == f"{own.thousands} partners · 6 final assessments"
