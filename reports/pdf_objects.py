"""The objects of a PDF file, which ReportLab numbers and writes.

Their bodies are text that is ready: a brief has thousands of structure elements, and ReportLab's own objects for
dictionaries and arrays, formatted one by one, would take most of its time.

Source:
    ISO 32000-1 (PDF 1.7), 7.3.
"""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject  # type: ignore[import-untyped]

_VERSION = (1, 7)
_LEVEL = 4
"""Of compression: a brief is 1 % larger than at the usual 6, and packed in two thirds of the time."""


class _Body(PDFObject):  # type: ignore[misc]
    """One object as it stands in the file."""

    def __init__(self) -> None:
        self.written = b"null"

    def format(self, _document: PDFDocument) -> bytes:
        """Return it; ReportLab asks when it writes the file."""
        return self.written


class PdfObjects:
    """Objects by number; a number may be promised before its object is known."""

    def __init__(self) -> None:
        self._document = PDFDocument(invariant=1, pdfVersion=_VERSION)
        self._bodies: dict[int, _Body] = {}

    def promise(self) -> int:
        """Return the number of an object that is given later."""
        body = _Body()
        self._document.Reference(body)
        number = int(self._document.objectcounter)
        self._bodies[number] = body
        return number

    def put(self, number: int, body: str) -> int:
        """Give the object of a promised number: a dictionary or array, in ASCII."""
        self._bodies[number].written = body.encode("ascii")
        return number

    def add(self, body: str) -> int:
        """Return the number of a new object."""
        return self.put(self.promise(), body)

    def add_stream(self, entries: str, data: bytes, *, compressed: bool = False, readable: bool = False) -> int:
        """Return the number of a new stream.

        Args:
            entries: Of its dictionary, without length and filter.
            data: What it holds.
            compressed: Whether that is compressed already.
            readable: Leave it as it is, for programs that search files for it.
        """
        number = self.promise()
        if not compressed and not readable:
            data = zlib.compress(data, _LEVEL)
        packing = "" if readable else "/Filter/FlateDecode"
        head = f"<<{entries}{packing}/Length {len(data)}>>stream\n".encode("ascii")
        self._bodies[number].written = b"%b%b\nendstream" % (head, data)
        return number

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file. Its identifier is a digest of everything in it: no clock, no chance."""
        self._document.Catalog, self._document.info = self._bodies[root], self._bodies[info]
        for body in self._bodies.values():
            self._document.updateSignature(body.written)
        return bytes(self._document.format())


def text_string(words: str) -> str:
    """Return a text as a PDF string object."""
    if words.isascii() and words.isprintable():
        return literal(words)
    return f"<feff{words.encode('utf-16-be', 'replace').hex()}>"


def literal(words: str) -> str:
    """Return printable ASCII between parentheses, as it is but for what would end it."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"
