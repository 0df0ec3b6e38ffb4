"""How a document is printed, beside its preview: reader, paper, colour, parts, logo, who may read it, password."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assessments.text_rules import CONFIDENTIALITY_LIMIT, TextRefused, clean_confidentiality
from ui.documents.print_choices import PARTS, PartKey, PrintChoices, ReaderKey
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.buttons import button
from ui.widgets.form import FormRow, chooser
from ui.widgets.labels import label
from ui.widgets.password_dialog import PasswordDialog
from ui.widgets.radio_group import lead_to_chosen

_REST = 300
"""Milliseconds without a key before a typed line is printed."""


class PrintOptionsPanel(QScrollArea):
    """Shows choices and tells when the user makes others."""

    changed = Signal()

    def __init__(self, choices: PrintChoices, for_readers: bool, parent: QWidget | None = None) -> None:
        """Make the controls.

        Args:
            choices: What is chosen at first.
            for_readers: Whether the document is made for different readers, with parts to choose.
            parent: The usual one.
        """
        super().__init__(parent)
        self._choices = choices
        self.password = ""
        """For saving only; kept nowhere else."""
        self.readers: dict[ReaderKey, QRadioButton] = {}
        self.parts: dict[PartKey, QCheckBox] = {}
        self.paper = chooser({"a4": self.tr("A4"), "letter": self.tr("Letter")})
        self.colour = chooser({False: self.tr("Colour"), True: self.tr("Grey")})
        self.logo = QCheckBox(self.tr("Our logo"))
        self.logo.setFont(fonts.sans())
        self.confidentiality = QLineEdit()
        self.confidentiality.setFont(fonts.sans())
        self.confidentiality.setMaxLength(CONFIDENTIALITY_LIMIT)
        self.set_password = button(self.tr("Set password…"))
        self.password_words = label("", "secondary", fonts.sans(12.5), wraps=True)
        self._rows = {
            "paper": FormRow(self.tr("Paper"), self.paper),
            "colour": FormRow(self.tr("Colours"), self.colour),
            "line": FormRow(self.tr("Who may read it"), self.confidentiality, self.tr("Empty prints no line.")),
        }
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._take)
        self._lay_out(for_readers)
        self._connect()
        self.show_choices(choices)

    @property
    def choices(self) -> PrintChoices:
        """What the controls say."""
        return self._choices

    def show_choices(self, choices: PrintChoices) -> None:
        """Show other choices without telling."""
        self._choices = choices
        for key, radio in self.readers.items():
            radio.setChecked(key == choices.reader)
        for part, check in self.parts.items():
            check.setChecked(part in choices.parts)
        self.paper.setCurrentIndex(self.paper.findData(choices.paper))
        self.colour.setCurrentIndex(self.colour.findData(choices.grey))
        self.logo.setEnabled(bool(choices.logo))
        self.logo.setChecked(choices.with_logo and bool(choices.logo))
        self.logo.setToolTip("" if choices.logo else self.tr("Choose a logo in the settings first."))
        if self.confidentiality.text() != choices.confidentiality:
            self.confidentiality.setText(choices.confidentiality)
        self._show_parts()
        self._show_password()

    # --- inside

    def _connect(self) -> None:
        for radio in self.readers.values():
            radio.clicked.connect(self._take)
        for check in (*self.parts.values(), self.logo):
            check.clicked.connect(self._take)
        for box in (self.paper, self.colour):
            box.activated.connect(self._take)
        self.confidentiality.textEdited.connect(lambda _text: self._rest.start())
        self.confidentiality.editingFinished.connect(self._take)
        self.set_password.clicked.connect(self._ask_password)

    def _take(self) -> None:
        self._rest.stop()
        line = self.confidentiality.text()
        try:
            clean_confidentiality(line, own_figures)
            self._rows["line"].show_error("")
        except TextRefused as error:
            self._rows["line"].show_error(str(error))
            line = self._choices.confidentiality
        reader = next((key for key, radio in self.readers.items() if radio.isChecked()), self._choices.reader)
        chosen = frozenset(part for part, check in self.parts.items() if check.isChecked())
        after = replace(
            self._choices,
            reader=reader,
            parts=chosen if self.parts else self._choices.parts,
            paper=self.paper.currentData(),
            grey=self.colour.currentData(),
            with_logo=self.logo.isChecked() if self._choices.logo else self._choices.with_logo,
            confidentiality=line,
        )
        if after != self._choices:
            self._choices = after
            self._show_parts()
            self.changed.emit()

    def _show_parts(self) -> None:
        """Only the team's brief has an appendix to choose from."""
        if self.parts:
            self._parts_box.setVisible(self._choices.reader == "team")

    def _ask_password(self) -> None:
        if self.password:
            self.password = ""
        else:
            dialog = PasswordDialog(self)
            if dialog.exec() == QDialog.DialogCode.Accepted:
                self.password = dialog.password
        self._show_password()

    def _show_password(self) -> None:
        words = self.tr("None: anyone opens the saved file.")
        if self.password:
            words = self.tr("Set for the files saved from this page. It cannot be recovered.")
        self.password_words.setText(words)
        self.set_password.setText(self.tr("Remove password") if self.password else self.tr("Set password…"))

    def _lay_out(self, for_readers: bool) -> None:
        body = QFrame()
        body.setProperty("kind", "aside")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(14)
        if for_readers:
            column.addWidget(self._readers_box())
            self._parts_box = self._make_parts_box()
        for name in ("paper", "colour"):
            column.addWidget(self._rows[name])
        column.addWidget(self.logo)
        column.addWidget(self._rows["line"])
        if for_readers:
            column.addWidget(self._parts_box)
        column.addWidget(self._password_box())
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("How it is printed"))

    def _readers_box(self) -> QWidget:
        words: dict[ReaderKey, tuple[str, str]] = {
            "decider": (self.tr("Decider"), self.tr("One page for the decision")),
            "team": (self.tr("Team"), self.tr("That page with the appendix")),
            "partner": (self.tr("Partner copy"), self.tr("Only what they may see")),
        }
        box, column = _group(self.tr("Reader"))
        group = QButtonGroup(box)
        for key, (name, hint) in words.items():
            radio = QRadioButton(name)
            radio.setFont(fonts.sans())
            radio.setAccessibleDescription(hint)
            group.addButton(radio)
            self.readers[key] = radio
            column.addWidget(radio)
            line = label(hint, "secondary", fonts.sans(12))
            line.setContentsMargins(25, 0, 0, 2)
            column.addWidget(line)
        lead_to_chosen(self.readers.values())
        return box

    def _make_parts_box(self) -> QWidget:
        words: dict[PartKey, str] = {
            "robustness": self.tr("How firm it is"),
            "sheets": self.tr("Beside the score"),
            "answers": self.tr("Answers"),
            "lists": self.tr("Open, out of scope"),
            "weights": self.tr("Weights and thresholds"),
            "record": self.tr("About this assessment"),
            "method": self.tr("Method"),
        }
        box, column = _group(self.tr("Parts of the appendix"))
        for part in PARTS:
            check = QCheckBox(words[part])
            check.setFont(fonts.sans())
            self.parts[part] = check
            column.addWidget(check)
        return box

    def _password_box(self) -> QWidget:
        box, column = _group(self.tr("Password"))
        column.addWidget(self.password_words)
        column.addWidget(self.set_password, 0, Qt.AlignmentFlag.AlignLeft)
        return box


def _group(title: str) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    box.setAccessibleName(title)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.addWidget(label(title, font=fonts.semibold(13)))
    return box, column
