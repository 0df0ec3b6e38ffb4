"""How firm the order of the compared partners is: in words first, then as bars. Worked out off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessments.charts_robustness import rank_bars
from assessments.comparison import Comparison
from assessments.firmness import Firmness, firmness
from assessments.wording_comparison import central_words, draws_sentence, firmness_sentence, partner_names
from ui.documents.names import breakable, isolated
from ui.theme import fonts
from ui.widgets.card import Card
from ui.widgets.drawing_view import DrawingView
from ui.widgets.head_to_head import HeadToHead
from ui.widgets.labels import heading, label
from ui.widgets.pill import say
from ui.widgets.worked_out import WorkedOut

Weights = Mapping[str, Fraction]
_REST = 120
"""Milliseconds without a change until the work begins: a slider being dragged has the processor to itself."""


class FirmnessPanel(Card):
    """Shows shares of draws. What belongs to earlier weights or answers is dimmed and says so until it is replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._comparison: Comparison | None = None
        self._weights: Weights = {}
        self.found: Firmness | None = None
        self.figures = WorkedOut(_REST)
        self.state = self.figures.state
        self.sentence = label(wraps=True, font=fonts.sans(14))
        self.draws = label(kind="secondary", wraps=True)
        self.bars = DrawingView()
        self.head_to_head = HeadToHead()
        self.favoured = label(kind="secondary", wraps=True, font=fonts.sans(12.5))
        self._lay_out()
        self.figures.arrived.connect(self._on_arrived)
        self.figures.settled.connect(self._on_settled)
        self.outdate()

    @property
    def is_current(self) -> bool:
        """Whether the figures belong to the partners and weights that were given last."""
        return self.figures.is_current

    def outdate(self) -> None:
        """Say that the figures no longer belong to what the page shows, and let go of the work on them."""
        self._comparison = None
        self.found = None
        self.figures.outdate()

    def show_comparison(self, comparison: Comparison, weights: Weights) -> None:
        """Work out how firm the order is at these weights, dropping whatever is under way for earlier ones."""
        if comparison is self._comparison and weights == self._weights:
            return
        self._comparison, self._weights, self.found = comparison, dict(weights), None
        self.figures.wish(partial(firmness, comparison, self._weights))

    def _on_arrived(self, found: Firmness) -> None:
        comparison = self._comparison
        assert comparison is not None
        self.found = found
        names = partner_names(comparison)
        self.sentence.setText(breakable(firmness_sentence(comparison, found, say)))
        self.draws.setText(draws_sentence(found, say))
        self.bars.show_responsive(partial(rank_bars, names, found.ranks, say=say, text_size=float(fonts.scaled(13))))
        self.head_to_head.show_wins(names, found.wins)
        self.favoured.setText(
            "\n".join(
                f"{breakable(isolated(name))}: {central_words(centre, comparison.dimensions, say)}"
                for name, centre in zip(names, found.central_weights, strict=True)
            )
        )

    def _on_settled(self, current: bool) -> None:
        self.sentence.setAccessibleName("" if current else self.state.text())
        if not current:
            self.bars.setAccessibleDescription(self.state.text())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("How firm is the ranking?")))
        head.addStretch(1)
        head.addWidget(self.state)
        inner = self.figures.column
        inner.addWidget(self.sentence)
        inner.addWidget(self.draws)
        inner.addWidget(self.bars)
        inner.addSpacing(6)
        inner.addWidget(heading(self.tr("Head to head"), 13.5))
        words = self.tr("Share of the draws in which the partner of the line beats the partner of the column.")
        inner.addWidget(label(words, "secondary", fonts.sans(12.5), wraps=True))
        inner.addWidget(self.head_to_head)
        inner.addSpacing(6)
        inner.addWidget(heading(self.tr("Weights that put each first, on average"), 13.5))
        inner.addWidget(self.favoured)
        inner.addWidget(
            label(
                self.tr("Method: SMAA-2 (Lahdelma, Hokkanen & Salminen 1998; Tervonen & Lahdelma 2007)."),
                "faint",
                fonts.sans(12),
                wraps=True,
            )
        )
        self.column.addLayout(head)
        self.column.addWidget(self.figures)
        self.column.addStretch(1)
