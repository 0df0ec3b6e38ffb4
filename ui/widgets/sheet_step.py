"""One step of an assessment that is a sheet: what it is for, its table, and what the rows say together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from assessments.charts_risks import heat_map
from assessments.drawing import Drawing
from assessments.risk_register import Risk
from assessments.sheets import Sheet
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.drawing_view import DrawingView
from ui.widgets.exchange_card import ExchangeCard, GoalsCard
from ui.widgets.labels import heading, label
from ui.widgets.pill import say
from ui.widgets.scrolled_body import ScrolledBody
from ui.widgets.sheet_card import sheet_title
from ui.widgets.sheet_table import SheetTable

_SIDE_BY_SIDE = 560
_TALLEST = 250


class SheetStep(QScrollArea):
    """A heading, a sentence, and below them what `add` was given."""

    question_requested = Signal(str)
    """Id of the question that a row came from."""

    def __init__(self, document: AssessmentDocument, title: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = ScrolledBody()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(26, 18, 26, 24)
        self.column.setSpacing(12)
        self.column.addWidget(heading(title, 19))
        self.column.addWidget(label(purpose, "secondary", wraps=True))
        self.tables: list[SheetTable] = []
        self.setWidget(body)
        document.sheets_changed.connect(self.refresh)

    def add_table(self, sheet: Sheet) -> SheetTable:
        """Add the table of a sheet."""
        table = SheetTable(self.document, sheet)
        self.tables.append(table)
        self.column.addWidget(table)
        return table

    def refresh(self) -> None:
        """Show what the rows say together."""

    def take_focus(self, key: str) -> None:  # noqa: ARG002 - a step with several places looks at it
        """Give the keyboard to the place of a key: the first table, or the one with something not stored yet."""
        if self.tables:
            next((one for one in self.tables if one.model.problem), self.tables[0]).view.setFocus()


class GoalsStep(SheetStep):
    """Shared goals with their alignment."""

    def __init__(self, document: AssessmentDocument) -> None:
        purpose = self.tr(
            "Write each outcome that either side wants, and how much it matters to us and to them, from 0 to 5. "
            "Goals that only one side holds are the finding."
        )
        super().__init__(document, sheet_title(Sheet.GOALS), purpose)
        self.add_table(Sheet.GOALS)
        self.card = GoalsCard()
        self.card.link.hide()
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the alignment."""
        self.card.show_goals(self.document.assessment.sheets.goals)


class ExchangesStep(SheetStep):
    """Value exchange with both sides' returns."""

    def __init__(self, document: AssessmentDocument) -> None:
        purpose = self.tr(
            "Write what each side gives: its cost to the giver and its worth to the receiver, from 0 to 5. "
            "Amounts of money are kept beside the points and never added to them."
        )
        super().__init__(document, sheet_title(Sheet.EXCHANGES), purpose)
        self.add_table(Sheet.EXCHANGES)
        self.card = ExchangeCard()
        self.card.link.hide()
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show balance and returns."""
        self.card.show_exchanges(self.document.assessment.sheets.exchanges)


class RisksStep(SheetStep):
    """The risk register with both heat maps."""

    def __init__(self, document: AssessmentDocument) -> None:
        purpose = self.tr(
            "Write what could go wrong, its likelihood and impact from 1 to 5, and the response: who acts, by when, "
            "what is left."
        )
        super().__init__(document, sheet_title(Sheet.RISKS), purpose)
        self.add_table(Sheet.RISKS)
        self.before, self.after = DrawingView(), DrawingView()
        self.maps = Columns(fonts.scaled(_SIDE_BY_SIDE))
        for title, view in ((self.tr("Before the response"), self.before), (self.tr("After the response"), self.after)):
            card = Card(title)
            card.column.addWidget(view)
            self.maps.add(card, 1)
        self.column.addWidget(self.maps)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show where the risks stand."""
        risks = self.document.assessment.sheets.risks
        self.maps.setVisible(bool(risks))
        self.before.show_responsive(partial(_drawn, risks, False))
        self.after.show_responsive(partial(_drawn, risks, True))


def _drawn(risks: tuple[Risk, ...], after: bool, width: float) -> Drawing:
    tall = min(width * 0.74, float(fonts.scaled(_TALLEST)))
    return heat_map(risks, width, tall, say, after=after, text_size=float(fonts.scaled(12)))
