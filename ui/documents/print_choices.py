"""How the user wants documents printed: what the workspace says, what was chosen last, what is chosen now.

Paper, confidentiality line, footer and logo belong to the workspace; a document may differ in the first two while its
page is open. Reader, colours, parts and whether the logo stands there are remembered for this user. A password never.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QSettings

from models.errors import StoreError
from ui.documents.folders import start_folder

if TYPE_CHECKING:  # ReportLab is loaded by the worker
    from reports.options import Part, PrintOptions, Reader
    from ui.documents.workspace_document import WorkspaceDocument

Paper = Literal["a4", "letter"]
ReaderKey = Literal["decider", "team", "partner"]
PartKey = Literal["robustness", "sheets", "answers", "lists", "weights", "record", "method"]

READERS: tuple[ReaderKey, ...] = get_args(ReaderKey)
PARTS: tuple[PartKey, ...] = get_args(PartKey)
"""As in `reports.options`, which the window loads only in a worker; a test holds the two together."""


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """What the options beside a preview say."""

    paper: Paper = "a4"
    grey: bool = False
    reader: ReaderKey = "team"
    parts: frozenset[PartKey] = frozenset(PARTS)
    with_logo: bool = True
    confidentiality: str = ""
    footer: str = ""
    logo: bytes = b""
    """Of the workspace; empty when it has none."""


def first_choices(document: WorkspaceDocument) -> PrintChoices:
    """Return what a document is printed with until the user says otherwise."""
    own = document.own
    kept = _settings()
    reader = str(kept.value("print/reader", "team"))
    left_out = set(str(kept.value("print/left_out", "")).split())
    return PrintChoices(
        paper=own.paper,
        grey=str(kept.value("print/grey", "")) == "yes",
        reader=next((one for one in READERS if one == reader), "team"),
        parts=frozenset(part for part in PARTS if part not in left_out),
        with_logo=str(kept.value("print/logo", "yes")) == "yes",
        confidentiality=own.confidentiality,
        footer=own.footer,
        logo=read_logo(document),
    )


def read_logo(document: WorkspaceDocument) -> bytes:
    """Return our logo as a PNG, at most 2 MB; empty for none. One that cannot be read is told as refused."""
    sha256 = document.own.logo
    try:
        return document.workspace.read_blob(sha256) if sha256 else b""
    except StoreError as error:
        document.refused.emit(str(error))
        return b""


def keep_choices(choices: PrintChoices) -> None:
    """Remember for this user what is theirs."""
    kept = _settings()
    kept.setValue("print/reader", choices.reader)
    kept.setValue("print/grey", "yes" if choices.grey else "no")
    kept.setValue("print/logo", "yes" if choices.with_logo else "no")
    kept.setValue("print/left_out", " ".join(sorted(set(PARTS) - choices.parts)))


def options_of(choices: PrintChoices, password: str = "") -> PrintOptions:
    """Return the choices as the reports take them. Loads them: for a worker."""
    from reports.options import PrintOptions

    reader: Reader = choices.reader
    parts: frozenset[Part] = choices.parts
    return PrintOptions(
        paper=choices.paper,
        grey=choices.grey,
        reader=reader,
        parts=parts,
        logo=choices.logo if choices.with_logo else b"",
        confidentiality=choices.confidentiality,
        footer=choices.footer,
        password=password,
    )


def last_folder() -> Path:
    """Return where a document was saved last; the user's documents when that folder is gone, else the home folder."""
    kept = str(_settings().value("print/folder", ""))
    if kept and Path(kept).is_dir():
        return Path(kept)
    return start_folder()


def keep_folder(folder: Path) -> None:
    """Remember where a document was saved."""
    _settings().setValue("print/folder", str(folder))


def shown_beside() -> tuple[bool, bool]:
    """Return whether small pages and options are shown beside a preview."""
    kept = _settings()
    return str(kept.value("print/pages", "yes")) == "yes", str(kept.value("print/options", "yes")) == "yes"


def keep_shown(pages: bool, options: bool) -> None:
    """Remember what is shown beside a preview."""
    _settings().setValue("print/pages", "yes" if pages else "no")
    _settings().setValue("print/options", "yes" if options else "no")


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Rapport", "Rapport")
