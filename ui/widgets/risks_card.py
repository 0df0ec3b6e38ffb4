"""The risks on the result page: the heat map, and the largest by number."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from assessments.charts_risks import heat_map
from assessments.drawing import Drawing
from assessments.risk_register import Risk, by_exposure
from assessments.sheets import Sheet
from ui.theme import fonts
from ui.widgets.columns import Columns
from ui.widgets.drawing_view import DrawingView
from ui.widgets.pill import say
from ui.widgets.sheet_card import Fact, FactList, SheetCard, sheet_title, shortened

_LISTED = 5
_LONGEST = 60
"""Characters of a risk; the map's description and the sheet have the whole of it."""
_SIDE_BY_SIDE = 330
_TALL, _TALLEST = 0.74, 230


class RisksCard(SheetCard):
    """Shows where the risks stand before their responses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sheet_title(Sheet.RISKS), Sheet.RISKS, parent)
        self.map = DrawingView()
        self.list = FactList()
        both = Columns(fonts.scaled(_SIDE_BY_SIDE), gap=14)
        both.add(self.map, 6)
        both.add(self.list, 5)
        self.column.addWidget(both)
        self.column.addStretch(1)

    def show_risks(self, risks: tuple[Risk, ...]) -> None:
        """Show a register."""
        self.map.show_responsive(partial(_drawn, risks))
        heaviest = list(by_exposure(risks).items())
        facts = tuple(Fact(shortened(risk.risk, _LONGEST), str(risk.exposure), key) for key, risk in heaviest[:_LISTED])
        rest = len(heaviest) - len(facts)
        self.list.show_facts(facts, self.tr("and {n} more").format(n=rest) if rest else "")


def _drawn(risks: tuple[Risk, ...], width: float) -> Drawing:
    tall = min(width * _TALL, float(fonts.scaled(_TALLEST)))
    return heat_map(risks, width, tall, say, text_size=float(fonts.scaled(12)))
