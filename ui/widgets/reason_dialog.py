"""Dialogs that ask for a reason which is kept and printed: why a question does not apply, why one reopens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from assessments.text_rules import TextRefused, clean_text
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.labels import heading, label

_LIMIT = 2_000
"""Characters: a reason is a few sentences, no report."""


class ReasonDialog(QDialog):
    """One field; it is left with a reason that can be stored. What the reason is for says the class that asks."""

    def __init__(self, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(fonts.scaled(460))
        self.field = QLineEdit(reason)
        self.field.setFont(fonts.sans(13.5))

    def _ask(self, question: str, hint: str, deed: str, *above: QWidget) -> None:
        """Lay out what stands above, the field and the buttons."""
        self._row = FormRow(question, self.field, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for part in (*above, self._row):
            column.addWidget(part)
        column.addLayout(dialog_buttons(self, deed))
        self.field.setFocus()
        self._ring = FocusRing(self)

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self.field.text()

    def accept(self) -> None:
        """Close when there is a reason that can be stored."""
        try:
            text = clean_text(self.field.text(), _LIMIT, own_figures)
        except TextRefused as error:
            self._row.show_error(str(error))
            self.field.setFocus()
            return
        if not text.strip():
            self._row.show_error(self.tr("Give a reason: a few words are enough."))
            self.field.setFocus()
            return
        super().accept()


class NotApplicableDialog(ReasonDialog):
    """Asks why a question does not apply."""

    def __init__(self, question: str, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(reason, parent)
        self.setWindowTitle(self.tr("Not applicable"))
        above = heading(self.tr("Not applicable")), label(question, "secondary", wraps=True)
        deed = self.tr("&Mark as not applicable")
        self._ask(self.tr("&Why does it not apply?"), self.tr("The reason is printed."), deed, *above)


class ReopenDialog(ReasonDialog):
    """Asks why a finished assessment is opened again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWindowTitle(self.tr("Reopen"))
        hint = self.tr("The reason is kept with the assessment and printed.")
        head = heading(self.tr("Reopen this assessment"))
        self._ask(self.tr("&Why is it reopened?"), hint, self.tr("&Reopen"), head)


def ask_to_reopen(document: AssessmentDocument, parent: QWidget) -> None:
    """Ask why a finished assessment is opened again, and open it when a reason is given."""
    dialog = ReopenDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: document.reopen(dialog.reason))
    dialog.open()
