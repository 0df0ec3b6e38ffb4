"""A document with every word placed, whatever it is: painted to bytes, or written to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from reports.locked import lock_pdf
from reports.options import PLAIN, PrintOptions
from reports.painting import Imprint, paint_pages
from reports.part_files import sweep_parts
from reports.strips import Page
from reports.style import Frame
from reports.written_file import DocumentError, Expected, replace_file

__all__ = ["Document", "DocumentError", "Report", "WrittenDocument", "document_bytes", "sweep_parts", "write_document"]

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


Report = Callable[[int, int], None]
"""Called between two steps with those done and those in all; what it raises stops the work and leaves no trace."""


def document_bytes(document: Document, report: Report | None = None) -> bytes:
    """Return the PDF, never behind a password: for preview and printer. The same document gives the same bytes.

    Raises:
        DocumentError: Its logo cannot be read, or something stands in it that its reader may not see.
    """
    with _ONE_AT_A_TIME:
        pdf = paint_pages(
            document.pages, document.frame, document.imprint, grey=document.options.grey, report=report or _go_on
        )
    if document.allowed is not None:
        from reports.partner_check import refuse_other_texts

        refuse_other_texts(pdf, document.allowed)
    return pdf


def write_document(
    document: Document, path: Path, report: Report | None = None, records: Path | None = None
) -> WrittenDocument:
    """Write a document to a file, whole or not at all: an earlier file stays until the new one was read back.

    With a password in its options the file is encrypted, and its bytes are others each time.

    Args:
        document: As it was laid.
        path: The target; its folder must be there.
        report: Called after each page, and a last time before the file is put in its place.
        records: Where the unfinished file is recorded for `sweep_parts`; None for the user's own folder.

    Raises:
        DocumentError: It could not be written; the sentence names the file and says what to do.
    """
    tell = report or _go_on
    pdf = document_bytes(document, tell)
    count, password = len(document.pages), document.options.password
    if password:
        pdf = lock_pdf(pdf, password)
    replace_file(
        path, pdf, Expected(count, document.named, password, document.allowed), records, partial(tell, count, count)
    )
    return WrittenDocument(path, count, document.fingerprint)


def _go_on(_done: int, _total: int) -> None:
    """Take no notice."""
