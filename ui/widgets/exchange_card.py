"""Value exchange and shared goals on the result page."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from assessments.charts_sheets import exchange_columns
from assessments.drawing import Drawing
from assessments.shared_goals import Goal, one_sided
from assessments.sheets import Sheet
from assessments.value_exchange import Exchange, money_sums
from assessments.wording_beside import alignment_sentence, balance_sentence, holder_words, money_sentences
from ui.theme import fonts
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import label
from ui.widgets.pill import say
from ui.widgets.sheet_card import Fact, FactList, SheetCard, sheet_title

_TALL = 150
_LISTED = 5


class ExchangeCard(SheetCard):
    """Shows what each side gives and receives, both returns and the side they favour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sheet_title(Sheet.EXCHANGES), Sheet.EXCHANGES, parent)
        self.words = label(kind="secondary", wraps=True)
        self.columns = DrawingView()
        self.column.addWidget(self.words)
        self.column.addWidget(self.columns)
        self.column.addStretch(1)

    def show_exchanges(self, exchanges: tuple[Exchange, ...]) -> None:
        """Show a sheet."""
        money = money_sentences(money_sums(exchanges), say)
        self.words.setText(" ".join((balance_sentence(exchanges, say), *money)))
        self.columns.show_responsive(partial(_drawn, exchanges))


class GoalsCard(SheetCard):
    """Shows how alike both sides want their goals, and the goals that only one side holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sheet_title(Sheet.GOALS), Sheet.GOALS, parent)
        self.words = label(kind="secondary", wraps=True)
        self.list = FactList()
        self.column.addWidget(self.words)
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def show_goals(self, goals: tuple[Goal, ...]) -> None:
        """Show a sheet: the goals that only one side holds first."""
        alone = one_sided(goals)
        finding = self.tr("Held by one side only: {n}.").format(n=len(alone))
        self.words.setText(f"{alignment_sentence(goals, say)} {finding if alone else ''}".strip())
        shown = [*alone, *(goal for goal in goals if goal not in alone)][:_LISTED]
        self.list.show_facts(tuple(Fact(goal.outcome, self._held(goal)) for goal in shown), self._more(goals))

    def _held(self, goal: Goal) -> str:
        words = self.tr("us {ours}, them {theirs}").format(ours=goal.ours, theirs=goal.theirs)
        return holder_words(goal, say) or words

    def _more(self, goals: tuple[Goal, ...]) -> str:
        rest = len(goals) - _LISTED
        return self.tr("and {n} more").format(n=rest) if rest > 0 else ""


def _drawn(exchanges: tuple[Exchange, ...], width: float) -> Drawing:
    return exchange_columns(exchanges, width, float(fonts.scaled(_TALL)), say, float(fonts.scaled(12)))
