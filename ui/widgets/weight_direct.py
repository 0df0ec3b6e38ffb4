"""Weights set directly: sliders that keep the sum, locks, and presets to start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessments.questionnaire import Dimension
from assessments.weighting import presets
from assessments.wording_weighting import preset_words
from ui.theme import fonts
from ui.widgets.buttons import button, literal
from ui.widgets.labels import heading, label
from ui.widgets.pill import say
from ui.widgets.weight_sliders import WeightSliders
from ui.widgets.wrapping_row import WrappingRow

LEAST = Fraction(1, 100)
"""A weight of an assessment stays above 0: a dimension that does not matter would have no place in it. Ours."""


class DirectPanel(QWidget):
    """A finished drag, a step by key or a preset is a wish at once; it needs no further button."""

    proposed = Signal(object)
    """Dimension id -> share, sum 1, while it is moved."""
    wanted = Signal(object)
    """The same, to be stored."""

    def __init__(self, dimensions: Sequence[Dimension], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders = WeightSliders(dimensions, LEAST, locks=True)
        self.sliders.moved.connect(self.proposed)
        self.sliders.released.connect(self.wanted)
        self.presets = []
        names = {dimension.id: dimension.short for dimension in dimensions}
        row = WrappingRow(8)
        for preset in presets(dimensions):
            made = button(literal(preset_words(preset, names, say)))
            made.clicked.connect(partial(self.wanted.emit, dict(preset.weights)))
            row.addWidget(made)
            self.presets.append(made)
        words = self.tr("Move one weight and the others share the rest. A locked one stays.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(words, "secondary", wraps=True))
        column.addWidget(self.sliders)
        column.addSpacing(4)
        column.addWidget(heading(self.tr("Start from"), 13.5))
        column.addLayout(row)
        column.addWidget(
            label(
                self.tr("Equal weights are hard to beat when nobody can say why they should differ."),
                "faint",
                fonts.sans(12),
                wraps=True,
            )
        )
        column.addStretch(1)

    def show_weights(self, weights: Mapping[str, Fraction]) -> None:
        """Show stored weights, dimension id -> share, sum 1."""
        self.sliders.show_weights(weights)
