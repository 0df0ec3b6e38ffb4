"""What the order would be at other weights: sliders whose wishes are never stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessments.questionnaire import Dimension
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.weight_sliders import WeightSliders

Weights = Mapping[str, Fraction]


class WhatIfPanel(Card):
    """One slider a dimension. The sum stays whole; Reset goes back to the weights that the partners share."""

    moved = Signal(object)
    """Dimension id -> share, sum 1; while a slider is dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What if the weights were…"), parent)
        self._shared: dict[str, Fraction] = {}
        self.weights: dict[str, Fraction] = {}
        self.sliders: WeightSliders | None = None
        self.reset = button(self.tr("Reset"))
        self.state = label(kind="secondary", wraps=True, font=fonts.sans(13))
        self.column.addSpacing(4)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addWidget(self.state, 1)
        self.column.addSpacing(4)
        self.column.addLayout(foot)
        self.column.addStretch(1)
        self.reset.clicked.connect(self._go_back)
        self._tell()

    @property
    def is_what_if(self) -> bool:
        """Whether other weights are shown than those the partners share."""
        return self.weights != self._shared

    def show_weights(self, dimensions: Sequence[Dimension], shared: Weights, keep: bool) -> None:
        """Show the weights that the partners share.

        Args:
            dimensions: A slider each.
            shared: Dimension id -> share, sum 1.
            keep: Leave the sliders where the user put them if they are still those of the same dimensions.
        """
        if self.sliders is not None and set(shared) == set(self._shared) and keep and self.is_what_if:
            self._shared = dict(shared)
            self._tell()
            return
        if self.sliders is None or set(shared) != set(self._shared):
            self._make_sliders(dimensions)
        assert self.sliders is not None
        self._shared = dict(shared)
        self.weights = dict(shared)
        self.sliders.show_weights(self.weights)
        self._tell()

    def _make_sliders(self, dimensions: Sequence[Dimension]) -> None:
        if self.sliders is not None:
            self.column.removeWidget(self.sliders)
            self.sliders.deleteLater()
        self.sliders = WeightSliders(dimensions, Fraction(0))
        self.sliders.moved.connect(self._on_moved)
        self.sliders.released.connect(self._on_moved)
        self.column.insertWidget(2, self.sliders)

    def _on_moved(self, weights: dict[str, Fraction]) -> None:
        if weights == self.weights:
            return
        self.weights = dict(weights)
        self._tell()
        self.moved.emit(self.weights)

    def _go_back(self) -> None:
        if self.sliders is not None:
            self.sliders.show_weights(self._shared)
            self._on_moved(self._shared)

    def _tell(self) -> None:
        self.reset.setEnabled(self.is_what_if)
        self.state.setText(
            self.tr("What-if weights. Not stored.") if self.is_what_if else self.tr("The weights in use.")
        )
