"""Everything on the result page that stands beside the score, and where to enter what is not there yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.check_again import CheckAgain, check_again
from assessments.contradictions import contradictions
from assessments.result import Result
from assessments.sheets import Sheet, Sheets
from ui.theme import fonts
from ui.widgets.buttons import Button, button
from ui.widgets.card import Card
from ui.widgets.columns import GAP, Columns
from ui.widgets.conditions_card import ConditionsCard, DecisionCard
from ui.widgets.doubts_card import ContradictionsCard, check_again_words_of
from ui.widgets.exchange_card import ExchangeCard, GoalsCard
from ui.widgets.labels import label
from ui.widgets.list_card import ListCard, ListEntry, RowList
from ui.widgets.risks_card import RisksCard
from ui.widgets.sheet_card import sheet_title
from ui.widgets.wrapping_row import WrappingRow

_SIDE_BY_SIDE = 760
_CHECKED = 6
_LED_TO = (Sheet.GOALS, Sheet.EXCHANGES, Sheet.RISKS, Sheet.CONDITIONS)


class BesideScore(QWidget):
    """Cards of the sheets that have rows, and one quiet card that leads to the others."""

    sheet_requested = Signal(Sheet)
    decision_requested = Signal()
    question_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.risks = RisksCard()
        self.conditions = ConditionsCard()
        self.exchange = ExchangeCard()
        self.goals = GoalsCard()
        self.decision = DecisionCard()
        self.contradictions = ContradictionsCard()
        self.again = RowList(self.tr("What to check again"))
        self.again_card = ListCard(self.again)
        self.empty = EmptySheets()
        self._lay_out()

    def show_assessment(self, assessment: Assessment, result: Result) -> None:
        """Show what is entered beside the score of an assessment."""
        sheets = assessment.sheets
        self.risks.show_risks(sheets.risks)
        self.conditions.show_conditions(sheets.conditions)
        self.exchange.show_exchanges(sheets.exchanges)
        self.goals.show_goals(sheets.goals)
        self.decision.show_decision(sheets.decision, assessment.is_final)
        self.contradictions.show_contradictions(contradictions(assessment, result), assessment)
        self._show_again(assessment, check_again(assessment, result.as_of))
        cards = {
            Sheet.RISKS: self.risks,
            Sheet.CONDITIONS: self.conditions,
            Sheet.EXCHANGES: self.exchange,
            Sheet.GOALS: self.goals,
        }
        for sheet, card in cards.items():
            card.setVisible(bool(sheets.rows(sheet)))
        for row, held in self._rows:
            row.setVisible(any(not card.isHidden() for card in held))
        self.empty.show_sheets(sheets)

    def _show_again(self, assessment: Assessment, found: tuple[CheckAgain, ...]) -> None:
        entries = [ListEntry(one.question_id, check_again_words_of(one, assessment)) for one in found[:_CHECKED]]
        rest = len(found) - len(entries)
        more = self.tr("{n} more in the brief").format(n=rest) if rest else ""
        self.again.show_entries(entries, "", more)
        self.again_card.setVisible(bool(found))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._rows: list[tuple[Columns, tuple[Card, ...]]] = []
        for held, widths in (
            ((self.risks, self.conditions), (38, 61)),
            ((self.exchange, self.goals), (50, 50)),
            ((self.contradictions, self.again_card), (50, 50)),
        ):
            row = Columns(fonts.scaled(_SIDE_BY_SIDE))
            for card, width in zip(held, widths, strict=True):
                row.add(card, width)
            self._rows.append((row, held))
            column.addWidget(row)
        column.insertWidget(0, self.decision)
        column.addWidget(self.empty)
        for card in (self.risks, self.conditions, self.exchange, self.goals, self.contradictions):
            card.sheet_requested.connect(self.sheet_requested)
        self.decision.sheet_requested.connect(self.decision_requested)
        self.empty.sheet_requested.connect(self.sheet_requested)
        for leading in (self.contradictions, self.again_card):
            leading.question_requested.connect(self.question_requested)


class EmptySheets(Card):
    """One quiet line for the sheets that have no rows, each a link to its step."""

    sheet_requested = Signal(Sheet)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, kind="sunken")
        self.links: dict[Sheet, Button] = {}
        row = WrappingRow()
        row.addWidget(label(self.tr("Nothing is entered yet in"), "secondary"))
        for sheet in _LED_TO:
            link = self.links[sheet] = button(sheet_title(sheet), kind="link")
            link.clicked.connect(lambda _on=False, sheet=sheet: self.sheet_requested.emit(sheet))
            row.addWidget(link)
        self.column.addLayout(row)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show which sheets have no rows; hide where all have some."""
        empty = [sheet for sheet in _LED_TO if not sheets.rows(sheet)]
        for sheet, link in self.links.items():
            link.setVisible(sheet in empty)
        self.setVisible(bool(empty))
