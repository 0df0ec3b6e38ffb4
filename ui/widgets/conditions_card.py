"""Conditions and the decision on the result page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessments.conditions import Condition, ConditionState, Decision, by_urgency
from assessments.sheets import Sheet
from assessments.wording_beside import decision_words, state_symbol, state_word
from ui.widgets.day_reading import day_words
from ui.widgets.labels import label
from ui.widgets.pill import say
from ui.widgets.sheet_card import Fact, FactList, SheetCard, sheet_title, shortened

_LISTED = 6


class ConditionsCard(SheetCard):
    """Shows what is to be done, by whom, by when, and how one can tell that it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sheet_title(Sheet.CONDITIONS), Sheet.CONDITIONS, parent)
        self.list = FactList()
        self.column.addWidget(self.list)
        self.column.addStretch(1)

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show the most urgent ones."""
        ordered = by_urgency(conditions)
        facts = tuple(_fact(one) for one in ordered[:_LISTED])
        rest = len(ordered) - len(facts)
        self.list.show_facts(facts, self.tr("and {n} more").format(n=rest) if rest else "")


class DecisionCard(SheetCard):
    """Shows what was decided, and why it differs from the recommendation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Decision taken"), Sheet.CONDITIONS, parent)
        self.words = label(wraps=True)
        self.why = label(kind="secondary", wraps=True)
        self.column.addWidget(self.words)
        self.column.addWidget(self.why)
        self.column.addStretch(1)

    def show_decision(self, decision: Decision | None, is_final: bool) -> None:
        """Show a decision; a finished assessment without one says so, an open one shows nothing."""
        self.setVisible(decision is not None or is_final)
        self.link.setText(self.tr("Open") if decision else self.tr("Record it"))
        self.link.setAccessibleName(self.tr("Open the decision") if decision else self.tr("Record the decision"))
        if decision is None:
            self.words.setText(self.tr("Not recorded yet."))
            self.why.hide()
            return
        self.words.setText(decision_words(decision, day_words(decision.on), say))
        why = decision.why_different
        self.why.setText(self.tr("Differs from the recommendation: {why}").format(why=why) if why.strip() else "")
        self.why.setVisible(bool(why.strip()))


def _fact(one: Condition) -> Fact:
    parts = [shortened(one.owner), day_words(one.due) if one.due else "", shortened(one.closes)]
    if one.state is not ConditionState.OPEN:
        parts.insert(0, state_word(one.state, say))
    return Fact(one.what, " · ".join(part for part in parts if part), state_symbol(one.state))
