"""What the window can show on paper, in one shape: what it is called, how it is laid, when it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, SignalInstance

from ui.documents.names import isolated
from ui.documents.print_choices import PrintChoices, options_of

if TYPE_CHECKING:  # ReportLab and PDFium are loaded by the worker
    from assessments.assessment import Assessment
    from assessments.result import Result
    from reports.document import Document, WrittenDocument
    from reports.options import PrintOptions
    from reports.page_pictures import PageSize
    from reports.page_search import OutlineEntry
    from ui.documents.assessment_document import AssessmentDocument
    from ui.documents.workspace_document import WorkspaceDocument

Lay = Callable[["PrintOptions"], "Document"]
"""Lays a document from what was there when it was asked for; runs in a worker."""


class NotLaid(Exception):
    """There is nothing to print now; `str()` is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One document of a workspace. Its functions are called in the GUI thread and return at once."""

    workspace: WorkspaceDocument
    title: Callable[[], str]
    """The page's heading, such as "Brightfield Creative: brief"."""
    as_of: Callable[[], date]
    laying: Callable[[], Lay]
    """Takes what is there now and returns what lays it, later and elsewhere, or raises `NotLaid` then."""
    file_name: Callable[[PrintChoices], str]
    """One safe path component."""
    changes: tuple[SignalInstance, ...]
    """Told when the document would be laid otherwise."""
    back: str
    """Where the page leads back to, in words."""
    for_readers: bool = False
    """Whether it is made for different readers, and has parts to choose."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document as bytes, with what the viewer shows of it."""

    pdf: bytes
    sizes: tuple[PageSize, ...]
    outline: tuple[OutlineEntry, ...] = ()
    cautions: tuple[str, ...] = ()
    """What the user should know before it is printed: text that is not in its right order."""
    problem: str = ""
    """Why there is nothing; the PDF is empty then."""


def make(lay: Lay, choices: PrintChoices) -> Made:
    """Return a document for the preview, without a password; for a worker."""
    from reports.document import DocumentError, document_bytes
    from reports.page_pictures import read_page_sizes
    from reports.page_search import read_outline

    try:
        laid = lay(options_of(choices))
        pdf = document_bytes(laid)
    except (NotLaid, DocumentError) as error:  # the second, when a logo was changed behind our back
        return Made(b"", (), problem=str(error))
    return Made(pdf, read_page_sizes(pdf), read_outline(pdf), _cautions(laid))


def write(lay: Lay, choices: PrintChoices, password: str, path: Path) -> WrittenDocument:
    """Write a document to a file; for a worker.

    Raises:
        DocumentError: It could not be written.
        NotLaid: There is nothing to write any more.
    """
    from reports.document import write_document

    return write_document(lay(options_of(choices, password)), path)


def brief_of(document: AssessmentDocument) -> Printed:
    """Return the brief of an assessment."""

    def laying() -> Lay:
        return partial(_lay_brief, document.assessment, document.result)

    def file_name(choices: PrintChoices) -> str:
        return file_name_of(document.assessment.partner.name, document.result.as_of, reader_word(choices))

    return Printed(
        workspace=document.workspace,
        title=lambda: _say("{partner}: brief").format(partner=isolated(document.assessment.partner.name)),
        as_of=lambda: document.result.as_of,
        laying=laying,
        file_name=file_name,
        changes=(document.result_changed, document.details_changed),
        back=_say("Result"),
        for_readers=True,
    )


def reader_word(choices: PrintChoices) -> str:
    """Return what a file is called by its reader: the partner's copy must not be taken for ours."""
    return {"decider": _say("brief (decider)"), "team": _say("brief"), "partner": _say("partner copy")}[choices.reader]


def file_name_of(subject: str, as_of: date, kind: str) -> str:
    """Return what a document's file is called: what it is about, our word for its kind, and its day."""
    from reports.file_name import document_file_name

    return document_file_name(subject, as_of, kind)


def _lay_brief(assessment: Assessment, result: Result, options: PrintOptions) -> Document:
    from reports.brief import lay_brief

    return lay_brief(assessment, result, options)


def _cautions(laid: Document) -> tuple[str, ...]:
    from reports.order_note import pages_in_typing_order

    pages = [str(number) for number in pages_in_typing_order(laid.pages)]
    if not pages:
        return ()
    return (_say("Right-to-left text is not in its right order on page {pages}.").format(pages=", ".join(pages)),)


def _say(words: str) -> str:
    return QCoreApplication.translate("Printed", words)
