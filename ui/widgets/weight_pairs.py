"""Weights from judging the dimensions two by two, with how well the judgements agree with each other."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from assessments.pairwise import Comparison, compare_pairwise
from assessments.questionnaire import Dimension
from assessments.weighting import whole_shares
from assessments.wording_weighting import consistency_sentence, disturbing_sentence
from ui.jobs.newest import Newest
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.pill import say
from ui.widgets.steady import SteadyBox

Pair = tuple[str, str]
_PARTS = 1000
"""Weights are taken as tidy thousandths of the eigenvector, which is irrational."""


class PairsPanel(QWidget):
    """One judgement for each two dimensions, on Saaty's scale from 1 to 9 either way."""

    proposed = Signal(object)
    """Dimension id -> share, sum 1; None until it is worked out."""

    def __init__(self, dimensions: Sequence[Dimension], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids = [dimension.id for dimension in dimensions]
        self._names = {dimension.id: dimension.short for dimension in dimensions}
        self.boxes: dict[Pair, QComboBox] = {}
        self.found: Comparison | None = None
        self._newest = Newest(self)
        self._newest.arrived.connect(self._on_arrived)
        self.consistency = label(wraps=True)
        self.disturbing = label(kind="secondary", wraps=True)
        self.look = button(self.tr("Show that judgement"), kind="link")
        self.look.clicked.connect(self._go_to_disturbing)
        words = self.tr("Which of the two matters more, and how much? The judgements are not kept, their weights are.")
        source = self.tr("Pairwise comparison on Saaty's scale from 1 to 9: principal eigenvector, Saaty 1980.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(words, "secondary", wraps=True))
        column.addLayout(self._grid())
        column.addWidget(self.consistency)
        column.addWidget(self.disturbing)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(source, "faint", fonts.sans(12), wraps=True))
        column.addStretch(1)
        self._show_found(None)

    def judgements(self) -> dict[Pair, float]:
        """Return (one, other) -> how many times the one matters as much as the other."""
        return {pair: float(box.currentData()) for pair, box in self.boxes.items()}

    def propose(self) -> None:
        """Work out the weights of the judgements as they stand; NumPy's first import stays off the GUI thread."""
        self._show_found(None)
        self.proposed.emit(None)
        self._newest.ask(partial(compare_pairwise, self._ids, self.judgements()))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (one, other) in enumerate(combinations(self._ids, 2)):
            names = self._names[one], self._names[other]
            box = SteadyBox()
            box.setFont(fonts.sans(13))
            asked = label(self.tr("{one} or {other}").format(one=names[0], other=names[1]))
            asked.setBuddy(box)
            box.setAccessibleName(asked.text())
            box.setAccessibleDescription(asked.text())  # of a combo box some screen readers take the choice as its name
            for times in [*range(9, 1, -1), *range(1, 10)]:
                first = box.count() < 8  # the first half favours the one, the second half the other
                self._offer(box, names[0] if first else names[1], times, inverse=not first)
            box.setCurrentIndex(8)
            box.activated.connect(self.propose)
            grid.addWidget(asked, place, 0)
            grid.addWidget(box, place, 1)
            self.boxes[one, other] = box
        return grid

    def _offer(self, box: QComboBox, name: str, times: int, inverse: bool) -> None:
        if times == 1:
            box.addItem(self.tr("Equally (1)"), 1.0)
            return
        how = {
            2: self.tr("slightly more"),
            3: self.tr("moderately more"),
            4: self.tr("clearly more"),
            5: self.tr("strongly more"),
            6: self.tr("more than strongly"),
            7: self.tr("very strongly more"),
            8: self.tr("more than very strongly"),
            9: self.tr("extremely more"),
        }[times]
        words = self.tr("{name} {how} ({times})").format(name=name, how=how, times=times)
        box.addItem(words, 1 / times if inverse else float(times))

    def _on_arrived(self, found: Comparison) -> None:
        self._show_found(found)
        self.proposed.emit(whole_shares({key: Fraction(share) for key, share in found.weights.items()}, _PARTS))

    def _show_found(self, found: Comparison | None) -> None:
        self.found = found
        self.consistency.setText(consistency_sentence(found, say) if found else self.tr("Computing…"))
        names = self._names
        worst = disturbing_sentence(found, self.judgements(), names, say) if found and found.second_look else ""
        self.disturbing.setText(worst)
        self.disturbing.setVisible(bool(worst))
        self.look.setVisible(bool(worst))

    def _go_to_disturbing(self) -> None:
        if self.found is not None and self.found.most_disturbing is not None:
            one, other = self.found.most_disturbing
            (self.boxes.get((one, other)) or self.boxes[other, one]).setFocus()
