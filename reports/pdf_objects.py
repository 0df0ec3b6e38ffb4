"""The objects of a PDF file, and the file they make: plain bytes, small and the same every time.

Objects without a stream are packed into compressed object streams: a brief has thousands of structure elements.
Written here rather than by a library because most of a brief's time went into formatting objects one by one.

Source:
    ISO 32000-1 (PDF 1.7), 7.3 to 7.5.
"""

from __future__ import annotations

import hashlib
import zlib

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
"""Objects in one object stream."""


class PdfObjects:
    """Objects by number, from 1; a number may be promised before its object is known."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._count = 0

    def promise(self) -> int:
        """Return the number of an object that is given later."""
        self._count += 1
        return self._count

    def put(self, number: int, body: str) -> int:
        """Give the object of a promised number: a dictionary or array, in ASCII."""
        self._plain[number] = body
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
            data = zlib.compress(data)
        packing = "" if readable else "/Filter/FlateDecode"
        self._streams[number] = _stream(f"{entries}{packing}", data)
        return number

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file. Its identifier is a digest of everything in it: no clock, no chance."""
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        parts = [_HEADER]
        at = len(_HEADER)
        plain = sorted(self._plain)
        for start in range(0, len(plain), _PACKED):
            packed = plain[start : start + _PACKED]
            number = self.promise()
            self._streams[number] = _object_stream([(one, self._plain[one]) for one in packed])
            places.update((one, (2, number, place)) for place, one in enumerate(packed))
        for number, stream in sorted(self._streams.items()):
            places[number] = (1, at, 0)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, stream))
            at += len(parts[-1])
        last = self.promise()
        places[last] = (1, at, 0)
        table = b"".join(
            kind.to_bytes(1) + where.to_bytes(4) + place.to_bytes(2)
            for _, (kind, where, place) in sorted(places.items())
        )
        identifier = hashlib.sha256(b"".join(parts)).hexdigest()[:32]
        entries = (
            f"/Type/XRef/Size {last + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
        )
        parts.append(
            b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, _stream(entries, zlib.compress(table)), at)
        )
        return b"".join(parts)


def text_string(words: str) -> str:
    """Return a text as a PDF string object."""
    if words.isascii() and words.isprintable():
        return literal(words)
    return f"<feff{words.encode('utf-16-be', 'replace').hex()}>"


def literal(words: str) -> str:
    """Return printable ASCII between parentheses, as it is but for what would end it."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def _stream(entries: str, data: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries.encode("ascii"), len(data), data)


def _object_stream(objects: list[tuple[int, str]]) -> bytes:
    index: list[str] = []
    at = 0
    for number, body in objects:
        index.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(index) + "\n"
    bodies = "\n".join(body for _, body in objects)
    entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}/Filter/FlateDecode"
    return _stream(entries, zlib.compress((head + bodies).encode("ascii")))
