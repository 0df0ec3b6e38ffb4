"""Our own side, paper, and how the window looks. Every field is stored as soon as it is left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from assessments.text_rules import (
    TextRefused,
    clean_confidentiality,
    clean_footer,
    clean_name,
)
from ui.documents.print_choices import read_logo
from ui.documents.workspace_document import WorkspaceDocument
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.theme.palette import theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.form import FormRow, chooser
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.logo_field import LogoField
from ui.widgets.page_header import PageHeader
from ui.widgets.partner_types import partner_type_names
from ui.widgets.scrolled_body import scroll_area


class SettingsPage(QWidget):
    """Settings of this workspace, and the appearance on this machine."""

    appearance_chosen = Signal(str)
    folder_requested = Signal()

    def __init__(self, document: WorkspaceDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._document = document
        self._waiting: set[str] = set()
        self._texts = {name: self._text_field(name) for name in ("name", "assessor", "confidentiality", "footer")}
        self.logo = LogoField()
        self.logo.chosen.connect(self._keep_logo)
        self._type = self._chooser("type", {"": self.tr("Not said"), **partner_type_names()})
        self._paper = self._chooser("paper", {"a4": self.tr("A4"), "letter": self.tr("Letter")})
        self._appearance = chooser(
            {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        )
        self._appearance.activated.connect(lambda _at: self.appearance_chosen.emit(self._appearance.currentData()))
        self._rows = {
            "name": FormRow(
                self.tr("Our organisation"), self._texts["name"], self.tr("Printed on every document as “for …”.")
            ),
            "type": FormRow(self.tr("What we are"), self._type),
            "assessor": FormRow(
                self.tr("Your name or role"),
                self._texts["assessor"],
                self.tr("Stands on new assessments as the assessor."),
            ),
            "paper": FormRow(self.tr("Paper for documents"), self._paper),
            "confidentiality": FormRow(
                self.tr("Confidentiality line"),
                self._texts["confidentiality"],
                self.tr("Heads new documents; empty prints none. It can be changed beside each preview."),
            ),
            "footer": FormRow(
                self.tr("Footer"), self._texts["footer"], self.tr("Stands at the foot of every page, as an address.")
            ),
        }
        self._lay_out()
        document.own_changed.connect(self.refresh)
        document.store_requested.connect(self._store)
        theme.changed.connect(self._show_appearance)
        self.refresh()
        self._show_appearance()

    def refresh(self) -> None:
        """Show what the file holds; typed text that it does not hold yet stays."""
        own = self._document.own
        for name, field in self._texts.items():
            if name not in self._waiting and field.text() != getattr(own, name):
                field.setText(getattr(own, name))
        for box, value in ((self._type, own.type), (self._paper, own.paper)):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.logo.show_logo(read_logo(self._document))

    def go_to(self, name: str) -> str:
        """Give the keyboard to a text field. Return what stands above it."""
        self._texts[name].setFocus()
        return self._texts[name].accessibleName()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the first field."""
        super().showEvent(event)
        if not event.spontaneous():
            self._texts["name"].setFocus()

    def _show_appearance(self) -> None:
        self._appearance.setCurrentIndex(self._appearance.findData(theme.appearance))

    def _text_field(self, name: str) -> QLineEdit:
        field = QLineEdit()  # of any length: what is too long is said, and not cut off unsaid
        field.setFont(fonts.sans(13.5))
        field.textEdited.connect(lambda: self._wait(name))
        field.editingFinished.connect(lambda: self._keep_text(name, field))
        return field

    def _chooser(self, name: str, offered: dict[str, str]) -> QComboBox:
        box = chooser(offered)
        box.activated.connect(lambda _at: self._keep_choice(name, box.currentData()))
        return box

    def _wait(self, name: str) -> None:
        self._waiting.add(name)
        self._document.set_pending(f"settings {name}", True)

    def _keep_text(self, name: str, field: QLineEdit) -> None:
        checks = {"confidentiality": clean_confidentiality, "footer": clean_footer}
        try:
            text = checks.get(name, clean_name)(field.text(), own_figures) if field.text() else ""
        except TextRefused as error:
            self._rows[name].show_error(str(error))
            return
        self._rows[name].show_error("")
        self._waiting.discard(name)  # so that it is shown as it was stored
        if self._keep(name, text):
            self._document.set_pending(f"settings {name}", False)
        else:
            self._waiting.add(name)

    def _store(self) -> None:
        for name in sorted(self._waiting):
            self._keep_text(name, self._texts[name])

    def _keep_choice(self, name: str, value: str) -> None:
        if not self._keep(name, value):
            self.refresh()

    def _keep(self, name: str, value: str) -> bool:
        changed: dict[str, Any] = {name: value}
        after = replace(self._document.own, **changed)
        return after == self._document.own or self._document.set_own(after)

    def _keep_logo(self, png: bytes) -> None:
        sha256 = hashlib.sha256(png).hexdigest() if png else None
        self._document.set_own(replace(self._document.own, logo=sha256), png)
        self.refresh()

    def _lay_out(self) -> None:
        ours = Card(self.tr("Our side"))
        for name in ("name", "type", "assessor"):
            ours.column.addWidget(self._rows[name])
        paper = Card(self.tr("On paper"))
        paper.column.addWidget(self.logo)
        for name in ("confidentiality", "footer", "paper"):
            paper.column.addWidget(self._rows[name])
        look = Card(self.tr("Window"))
        look.column.addWidget(FormRow(self.tr("Appearance"), self._appearance, self.tr("On this computer only.")))
        file = Card(self.tr("Where everything is"))
        path = ElidedLabel(str(self._document.path), kind="secondary")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        file.column.addWidget(path)
        words = self.tr("One file. Copy it to keep a backup; nothing is stored anywhere else and nothing is sent.")
        file.column.addWidget(label(words, "secondary", fonts.sans(12.5), wraps=True))
        show = button(self.tr("Show in folder"))
        show.clicked.connect(self.folder_requested)
        file.column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        scroll = _scrolled((ours, paper, look, file))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PageHeader(self.tr("Settings"), self.tr("Stored as soon as you leave a field")))
        whole.addWidget(scroll, 1)


def _scrolled(cards: Iterable[Card]) -> QScrollArea:
    body = QWidget()
    body.setObjectName("pageBody")
    body.setMaximumWidth(fonts.scaled(680))
    column = QVBoxLayout(body)
    column.setContentsMargins(24, 18, 24, 24)
    column.setSpacing(14)
    for card in cards:
        card.column.setSpacing(14)
        column.addWidget(card)
    column.addStretch(1)
    area = scroll_area(body)
    area.setObjectName("page")
    return area
