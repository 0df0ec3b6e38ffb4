"""The fields of a partner, each with its own error sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from assessments.assessment import Partner
from assessments.text_rules import NAME_LIMIT, TextRefused, clean_name, clean_text
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.columns import GAP, Columns
from ui.widgets.form import FormRow
from ui.widgets.partner_types import partner_type_names
from ui.widgets.steady import SteadyBox

_PAIR = 440
"""Pixels at 100 % from which two fields stand side by side."""


class PartnerForm(QWidget):
    """Name, type, country, website, contact and tags."""

    def __init__(self, partner: Partner | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: UUID = partner.id if partner else uuid4()
        self._archived = partner.archived if partner else False
        start = partner or Partner(self._id, "", "")
        self.name = _field(start.name)
        self.type = SteadyBox()
        self.type.setFont(fonts.sans(13.5))
        self.type.addItem(self.tr("Choose…"), "")
        for code, words in partner_type_names().items():
            self.type.addItem(words, code)
        self.type.setCurrentIndex(max(0, self.type.findData(start.type)))
        self.country = _field(start.country)
        self.website = _field(start.website)
        self.contact = _field(start.contact)
        self.tags = _field(", ".join(start.tags))
        self.rows = {
            "name": FormRow(self.tr("&Partner"), self.name),
            "type": FormRow(self.tr("What they &are"), self.type),
            "country": FormRow(self.tr("C&ountry"), self.country),
            "website": FormRow(self.tr("&Website"), self.website),
            "contact": FormRow(self.tr("Co&ntact"), self.contact),
            "tags": FormRow(self.tr("Ta&gs, separated by commas"), self.tags),
        }
        for name, row in self.rows.items():
            changed = self.type.activated if row.field is self.type else getattr(self, name).textEdited
            changed.connect(partial(self._look_again, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        rows = list(self.rows.values())
        for left, right in zip(rows[::2], rows[1::2], strict=True):
            pair = Columns(fonts.scaled(_PAIR), GAP)
            pair.add(left, 1, as_tall_as_needed=True)
            pair.add(right, 1, as_tall_as_needed=True)
            column.addWidget(pair)

    def check(self) -> QWidget | None:
        """Show what is wrong beside each field. Return the first wrong field, None when all is fine."""
        first = None
        for name, check in self._checks().items():
            sentence = ""
            try:
                check()
            except (TextRefused, ValueError) as error:
                sentence = str(error)
                first = first or self.rows[name].field
            self.rows[name].show_error(sentence)
        return first

    def _look_again(self, name: str, _new: object) -> None:
        """Take back what was said of a field as soon as it is right."""
        if self.rows[name].error:
            with suppress(TextRefused, ValueError):
                self._checks()[name]()
                self.rows[name].show_error("")

    def _checks(self) -> dict[str, Callable[[], object]]:
        """Return field -> what raises while something is wrong with it."""
        return {
            "name": lambda: clean_name(self.name.text(), own_figures),
            "type": self._check_type,
            "country": lambda: clean_text(self.country.text(), NAME_LIMIT, own_figures),
            "website": self._check_website,
            "contact": lambda: clean_text(self.contact.text(), NAME_LIMIT, own_figures),
            "tags": lambda: [clean_name(tag, own_figures) for tag in self._tags()],
        }

    def partner(self) -> Partner:
        """Return what the fields say. Call it after `check` found nothing."""
        return Partner(
            id=self._id,
            name=self.name.text(),
            type=self.type.currentData(),
            country=self.country.text(),
            website=self.website.text(),
            contact=self.contact.text(),
            tags=tuple(self._tags()),
            archived=self._archived,
        )

    def _tags(self) -> list[str]:
        """Return each tag once, as it was written first: "EU, eu" would stand twice in the list's filter."""
        tags: dict[str, str] = {}
        for tag in filter(None, map(str.strip, self.tags.text().split(","))):
            tags.setdefault(tag.casefold(), tag)
        return list(tags.values())

    def _check_type(self) -> None:
        if not self.type.currentData():
            raise ValueError(self.tr("Choose what they are: it decides which questions apply."))

    def _check_website(self) -> None:
        text = clean_text(self.website.text(), NAME_LIMIT, own_figures)
        if text and "://" in text and urlsplit(text).scheme not in ("http", "https"):
            raise ValueError(self.tr("A website starts with http:// or https://, or is just its name."))


def _field(text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setFont(fonts.sans(13.5))
    field.setCursorPosition(0)
    return field
