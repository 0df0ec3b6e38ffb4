"""A document with every word placed, whatever it is: painted to bytes, or written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from reports.options import PLAIN, PrintOptions
from reports.painting import Imprint, paint_pages
from reports.strips import Page
from reports.style import Frame
from reports.written_file import DocumentError, replace_file

__all__ = ["Document", "DocumentError", "WrittenDocument", "document_bytes", "write_document"]

_ONE_AT_A_TIME = Lock()
"""A font is cut to its glyphs by reading in it from place to place; two documents at once would mix the places."""


@dataclass(frozen=True, slots=True)
class Document:
    """Pages that are laid and not painted yet."""

    pages: Sequence[Page]
    frame: Frame
    imprint: Imprint
    named: str
    """Printed text that page one must show when the file is read back."""
    fingerprint: str
    """SHA-256 of everything that is printed, 64 hex digits."""
    options: PrintOptions = PLAIN
    allowed: frozenset[str] | None = None
    """Every text that the finished file may hold, checked whenever it is made; None for a file that is not checked."""


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A document that stands on the disk and was read back."""

    path: Path
    pages: int
    fingerprint: str


def document_bytes(document: Document) -> bytes:
    """Return the PDF. The same document gives the same bytes, but for one with a password.

    Raises:
        DocumentError: Something stands in it that its reader may not see.
    """
    with _ONE_AT_A_TIME:
        pdf = paint_pages(document.pages, document.frame, document.imprint, grey=document.options.grey)
    if document.allowed is not None:
        from reports.partner_check import refuse_other_texts

        refuse_other_texts(pdf, document.allowed, document.options.password)
    return pdf


def write_document(document: Document, path: Path) -> WrittenDocument:
    """Write a document to a file, whole or not at all: an earlier file stays until the new one was read back.

    Raises:
        DocumentError: It could not be written; the sentence names the file and says what to do.
    """
    pdf = document_bytes(document)
    replace_file(path, pdf, len(document.pages), document.named)
    return WrittenDocument(path, len(document.pages), document.fingerprint)
