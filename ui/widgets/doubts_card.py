"""What does not fit together and what to check again, with a link to each place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.check_again import CheckAgain
from assessments.contradictions import Contradiction, Place
from assessments.sheets import Sheet
from assessments.wording_contradictions import contradiction_words
from assessments.wording_evidence import check_again_words
from ui.widgets.buttons import Button, button, literal
from ui.widgets.card import Card
from ui.widgets.day_reading import day_words
from ui.widgets.labels import heading, label, plain_tooltip
from ui.widgets.link_row import RowWords
from ui.widgets.pill import say
from ui.widgets.sheet_card import sheet_title, shortened

_LISTED = 6
_LONGEST = 300
"""Characters of a sentence with a user's words in it."""


def check_again_words_of(one: CheckAgain, assessment: Assessment) -> RowWords:
    """Return the row of an answer whose evidence is stale or goes stale soon."""
    title = assessment.questionnaire.questions[one.question_id].title
    return RowWords(
        f"{one.question_id} {title} · {check_again_words(one, say, day_words)}",
        mark="!" if one.is_stale else "·",
        mark_role="conditions" if one.is_stale else "secondary",
    )


class ContradictionsCard(Card):
    """Shows contradictions; they never change the score."""

    question_requested = Signal(str)
    sheet_requested = Signal(Sheet)

    def __init__(self, most: int = _LISTED, parent: QWidget | None = None) -> None:
        """Make an empty card.

        Args:
            most: So many are listed; the rest is counted.
            parent: The usual one.
        """
        super().__init__(parent=parent)
        self._most = most
        self.column.addWidget(heading(self.tr("Contradictions")))
        self.links: list[Button] = []
        self._shown: tuple[object, ...] = ()
        self._rows: list[QWidget] = []

    def show_contradictions(self, found: tuple[Contradiction, ...], assessment: Assessment) -> None:
        """Show them in order, or hide where there are none."""
        self.setVisible(bool(found))
        words = tuple((contradiction_words(one, assessment, say), one.places) for one in found)
        if words == self._shown:
            return
        self._shown = words
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.links = []
        self._rows = [self._row(sentence, places) for sentence, places in words[: self._most]]
        if len(words) > self._most:
            self._rows.append(label(self.tr("{n} more in the brief").format(n=len(words) - self._most), "secondary"))
        for row in self._rows:
            self.column.addWidget(row)

    def _row(self, sentence: str, places: tuple[Place, ...]) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        shown = label("! " + shortened(sentence, _LONGEST), wraps=True)
        if shortened(sentence, _LONGEST) != sentence:
            shown.setToolTip(plain_tooltip(sentence))
        row.addWidget(shown, 1)
        for place in places:
            row.addWidget(self._link(place))
        return made

    def _link(self, place: Place) -> Button:
        name = place.question_id or sheet_title(place.sheet or Sheet.RISKS)
        link = button(literal(name), kind="link")
        link.setAccessibleName(self.tr("Open {place}").format(place=name))
        link.clicked.connect(lambda: self._follow(place))
        self.links.append(link)
        return link

    def _follow(self, place: Place) -> None:
        if place.sheet is None:
            self.question_requested.emit(place.question_id)
        else:
            self.sheet_requested.emit(place.sheet)
