"""The objects of a PDF file, which ReportLab puts together: its head, its table of places and its end.

The objects are text that is ready: a brief has hundreds of structure elements, and ReportLab's own objects for
dictionaries and arrays, formatted one by one, would take most of its time.

Source:
    ISO 32000-1 (PDF 1.7), 7.3 and 7.5.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from types import SimpleNamespace

from reportlab.pdfbase.pdfdoc import PDFCrossReferenceTable, PDFFile, PDFTrailer  # type: ignore[import-untyped]

_VERSION = (1, 7)
_LEVEL = 1
"""Of compression: a brief is 2 % larger than at the usual 6, and packed in less than half the time."""


_IDENTIFIER = 32
"""Hex digits of the file's identifier: 16 bytes, as most programs write."""


class PdfObjects:
    """Objects by number; a number may be promised before its object is known."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def promise(self) -> int:
        """Return the number of an object that is given later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def put(self, number: int, body: str) -> int:
        """Give the object of a promised number: a dictionary or array, in ASCII."""
        self._bodies[number - 1] = body.encode("ascii")
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
        self._bodies[number - 1] = b"%b%b\nendstream" % (head, data)
        return number

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file. Its identifier is a digest of everything in it: no clock, no chance."""
        file = PDFFile(_VERSION)
        numbers = range(1, len(self._bodies) + 1)
        places = {
            number: file.add(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            for number, body in zip(numbers, self._bodies, strict=True)
        }
        table = PDFCrossReferenceTable()
        table.addsection(0, numbers)
        known = SimpleNamespace(
            idToOffset=places, idToObjectNumberAndVersion={number: (number, 0) for number in numbers}
        )
        begins = file.add(table.format(known))
        digest = sha256(b"".join(self._bodies)).hexdigest()[:_IDENTIFIER]
        end = PDFTrailer(
            startxref=begins,
            Size=len(self._bodies) + 1,
            Root=f"{root} 0 R",
            Info=f"{info} 0 R",
            ID=f"[<{digest}><{digest}>]",
        )
        file.add(end.format(None))
        return bytes(file.format(None))


def text_string(words: str) -> str:
    """Return a text as a PDF string object."""
    if words.isascii() and words.isprintable():
        return literal(words)
    return f"<feff{words.encode('utf-16-be', 'replace').hex()}>"


def literal(words: str) -> str:
    """Return printable ASCII between parentheses, as it is but for what would end it."""
    if "(" in words or ")" in words or "\\" in words:
        words = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({words})"
