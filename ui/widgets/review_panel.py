"""Ready for a brief? Gaps, contradictions and what to check again, each a link to its place, and finishing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessments.check_again import CheckAgain, check_again
from assessments.contradictions import Contradiction, contradictions
from assessments.review import ReviewGap, Severity, review_gaps
from assessments.wording_gaps import gap_words, severity_word
from assessments.wording_result import confirmed_sentence
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.doubts_card import ContradictionsCard, check_again_words_of
from ui.widgets.labels import heading, label
from ui.widgets.link_row import LinkRow, RowWords
from ui.widgets.pill import say
from ui.widgets.scrolled_body import ScrolledBody

_LISTED = 50
"""So many contradictions; a thousand risks without owners would take the window half a second to show."""
_ALIKE = 3
"""From so many gaps of one kind on, what is wrong with them is said once, above them."""
_MARKS = {Severity.ERROR: ("✕", "decline"), Severity.WARNING: ("!", "conditions"), Severity.INFO: ("·", "secondary")}


class ReviewPanel(QScrollArea):
    """Built anew when it is shown and when something changed meanwhile."""

    question_requested = Signal(str)
    details_requested = Signal()
    result_requested = Signal()
    reopen_requested = Signal()
    sheet_requested = Signal(str)
    """Value of a `Sheet`."""

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.links: list[LinkRow] = []
        self._said: tuple[object, ...] = ()

    def follow(self) -> None:
        """Show the gaps as they are now; a new day that changes none of them leaves the reader at the same place."""
        if self._says() != self._said:
            self.refresh()

    def _says(self) -> tuple[object, ...]:
        """Return what decides about everything that is shown."""
        assessment, result = self._document.assessment, self._document.result
        again = check_again(assessment, result.as_of)
        return assessment, replace(result, as_of=date.min), review_gaps(assessment, result), again

    def refresh(self) -> None:
        """Build everything as it is now."""
        self._said = self._says()
        assessment, result = self._document.assessment, self._document.result
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        gaps = review_gaps(assessment, result)
        doubts = contradictions(assessment, result)
        self.links = []
        body = ScrolledBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 18, 26, 24)
        column.setSpacing(14)
        column.addWidget(heading(self.tr("Ready for a brief?"), 19.5))
        column.addWidget(label(self._summary(gaps, doubts), "secondary", wraps=True))
        column.addLayout(self._deeds(gaps))
        groups = {severity: [gap for gap in gaps if gap.severity is severity] for severity in Severity}
        cards = [self._group(severity, found) for severity, found in groups.items() if found]
        # Before what is only worth a look.
        at = len(cards) - bool(groups[Severity.INFO])
        cards[at:at] = [*self._contradictions(doubts), *self._check_again(check_again(assessment, result.as_of))]
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(body)
        if held:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what changes nothing: Enter brought many here, and is pressed once more."""
        self.result.setFocus(Qt.FocusReason.TabFocusReason)

    def _contradictions(self, doubts: tuple[Contradiction, ...]) -> list[Card]:
        self.contradictions = ContradictionsCard(most=_LISTED)
        self.contradictions.show_contradictions(doubts, self._document.assessment)
        self.contradictions.question_requested.connect(self.question_requested)
        self.contradictions.sheet_requested.connect(lambda sheet: self.sheet_requested.emit(sheet.value))
        return [self.contradictions] if doubts else []

    def _check_again(self, items: tuple[CheckAgain, ...]) -> list[Card]:
        card = Card(self.tr("What to check again ({n})").format(n=len(items)))
        card.column.setSpacing(0)
        for item in items:
            link = LinkRow(check_again_words_of(item, self._document.assessment))
            link.setMinimumHeight(fonts.scaled(30))
            link.clicked.connect(partial(self.question_requested.emit, item.question_id))
            self.links.append(link)
            card.column.addWidget(link)
        return [card] if items else []

    def _summary(self, gaps: tuple[ReviewGap, ...], doubts: tuple[Contradiction, ...]) -> str:
        if self._document.assessment.is_final:
            return self.tr("Finished. The brief prints what is below as it was on the day of finishing.")
        if any(gap.severity is Severity.ERROR for gap in gaps):
            words = self.tr("The brief can be printed now, and it will say so.")
            return f"{confirmed_sentence(self._document.result, say)} {words}"
        if gaps or doubts:
            return self.tr("Nothing stands in the way of a recommendation. What is below would make it firmer.")
        return self.tr("Nothing is missing.")

    def _deeds(self, gaps: tuple[ReviewGap, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.result = button(self.tr("See the result"), kind="primary" if not gaps else "plain")
        self.result.clicked.connect(self.result_requested)
        if self._document.assessment.is_final:
            deed = button(self.tr("Reopen…"))
            deed.clicked.connect(self.reopen_requested)
        else:
            deed = button(self.tr("Finish assessment"), kind="primary")
            deed.setToolTip(self.tr("Freezes the answers as of today. It can be reopened with a reason."))
            deed.clicked.connect(self._document.finish)
        row.addWidget(deed)
        row.addWidget(self.result)
        row.addStretch(1)
        return row

    def _group(self, severity: Severity, gaps: list[ReviewGap]) -> Card:
        card = Card(f"{severity_word(severity, say)} ({len(gaps)})")
        card.column.setSpacing(0)
        alike: dict[str, list[ReviewGap]] = {}
        for gap in gaps:
            alike.setdefault(gap_words(gap, self._document.assessment, self._document.result, say), []).append(gap)
        for words, same in alike.items():
            once = len(same) >= _ALIKE
            if once:
                card.column.addSpacing(8)
                card.column.addWidget(label(f"{words} ({len(same)})", "secondary", wraps=True))
                card.column.addSpacing(2)
            for gap in same:
                card.column.addWidget(self._gap(gap, words, once))
        return card

    def _gap(self, gap: ReviewGap, words: str, said: bool) -> LinkRow:
        """Return the row of a gap, with what is wrong unless that is `said` above it."""
        text = words
        if gap.question_id is not None:
            name = f"{gap.question_id} {self._document.questionnaire.questions[gap.question_id].title}"
            text = name if said else f"{name}: {words}"
        mark, role = _MARKS[gap.severity]
        link = LinkRow(RowWords(text, mark=mark, mark_role=role), hint=words if said else "")
        link.setMinimumHeight(fonts.scaled(30))
        link.clicked.connect(lambda: self._follow(gap))
        self.links.append(link)
        return link

    def _follow(self, gap: ReviewGap) -> None:
        if gap.question_id is None:
            self.details_requested.emit()
        else:
            self.question_requested.emit(gap.question_id)
