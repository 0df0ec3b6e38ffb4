"""Editing a partner's details."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from assessments.assessment import Partner
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import heading
from ui.widgets.partner_form import PartnerForm
from ui.widgets.screen_room import within_screen
from ui.widgets.scrolled_body import ScrolledBody, fill_dialog


class PartnerDialog(QDialog):
    """The details of one partner; they apply to all of its assessments."""

    def __init__(self, partner: Partner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Partner details"))
        self.resize(within_screen(620, 340))
        self._form = PartnerForm(partner)
        body = ScrolledBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(16)
        column.addWidget(heading(self.tr("Partner details"), 18))
        column.addWidget(self._form)
        column.addStretch(1)
        self._area = fill_dialog(self, body, dialog_buttons(self, self.tr("&Save")))
        self._form.name.setFocus()
        self._ring = FocusRing(self)

    def accept(self) -> None:
        """Close when every field is fine, else go to the first that is not."""
        wrong = self._form.check()
        if wrong is None:
            super().accept()
        else:
            wrong.setFocus()
            self._area.ensureWidgetVisible(wrong)

    def partner(self) -> Partner:
        """Return the partner as edited."""
        return self._form.partner()
