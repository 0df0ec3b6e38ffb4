"""The fonts of one document: the codes its characters get, and the font files that hold just those glyphs.

A font is embedded in pieces of up to 256 characters. The first piece of the fonts that most text is set in is the same
in every document (the letters of western Europe), so that its file is made once for the life of the program; rarer
characters follow in pieces of the document's own.

Source:
    ISO 32000-1 (PDF 1.7), 9.6.3, 9.6.4 and 9.10.3.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, get_args

from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]

from reports.fonts import FaceKind, load_face, load_font
from reports.pdf_objects import PdfObjects, literal

if TYPE_CHECKING:
    from reports.shaping import GlyphKey

    Key = int | GlyphKey
    """A character, or a glyph that shaping chose, in a piece; 0 for none."""

_PIECE = 256
_EVERYDAY = "\u00a0–—‘’“”…•·×€£§°≥≤→" + "".join(map(chr, range(0xC0, 0x100)))
_SYMBOLIC, _NONSYMBOLIC = 4, 32
"""Font flags: the codes are the document's own, not those of a standard encoding."""
_BLOCK = 100
"""Lines in one block of a ToUnicode map."""


class FontInUse:
    """One font in one document."""

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self._number = number
        self._pieces: list[list[Key]] = [list(_first_piece(name)), [0]]
        self._places: dict[str | GlyphKey, int] = {
            chr(code): place for place, code in enumerate(_first_piece(name)) if code
        }
        self._first_codes = {key: place for key, place in self._places.items() if place < _PIECE}
        self._shown: set[int] = set()
        self._first, self._has_ascii = self._resource(0), " " in self._first_codes

    def shown(self, run: str) -> list[tuple[str, str]]:
        """Return the text, whose characters the font has, as resource names of pieces and strings in their codes."""
        if self._has_ascii and run.isascii():
            return [self.plain(run)]
        try:
            string = f"<{bytes([self._first_codes[char] for char in run]).hex()}>"
        except KeyError:
            return self._shown_in_pieces(run)
        self._shown.add(0)
        return [(self._first, string)]

    def plain(self, run: str) -> tuple[str, str]:
        """Return ASCII as the resource name of the first piece, which has all of it, and its string."""
        self._shown.add(0)
        return self._first, literal(run)

    def _shown_in_pieces(self, run: str) -> list[tuple[str, str]]:
        found = []
        for piece, places in groupby(map(self._place, run), lambda place: place // _PIECE):
            self._shown.add(piece)
            found.append((self._resource(piece), f"<{bytes(place % _PIECE for place in places).hex()}>"))
        return found

    def glyph(self, key: GlyphKey) -> tuple[str, int]:
        """Return the resource name of the piece that holds a glyph, and its code there."""
        place = self._place(key)
        self._shown.add(place // _PIECE)
        return self._resource(place // _PIECE), place % _PIECE

    def embed(self, objects: PdfObjects) -> Iterator[tuple[str, int]]:
        """Yield resource name and object number of every piece that is shown."""
        for piece in sorted(self._shown):
            yield self._resource(piece), _add_piece(objects, self.name, piece, tuple(self._pieces[piece]))

    def _resource(self, piece: int) -> str:
        return f"F{self._number}.{piece}" if piece else f"F{self._number}"

    def _place(self, key: str | GlyphKey) -> int:
        place = self._places.get(key)
        if place is None:
            if len(self._pieces[-1]) == _PIECE:
                self._pieces.append([0])
            place = (len(self._pieces) - 1) * _PIECE + len(self._pieces[-1])
            self._pieces[-1].append(ord(key) if isinstance(key, str) else key)
            self._places[key] = place
        return place


@dataclass(frozen=True, slots=True)
class _Embedded:
    """One piece of a font, ready to be written."""

    file: bytes
    length: int
    """Of the file before it was compressed."""
    to_unicode: bytes
    widths: str


@lru_cache(maxsize=16)
def _first_piece(name: str) -> tuple[int, ...]:
    """Return code -> character of the piece that is the same in every document: ASCII at its own places.

    It is empty for a font that only stands in for what the others lack.
    """
    if name not in {load_face(kind).first for kind in get_args(FaceKind)}:
        return (0,)
    known = load_font(name).face.charToGlyph
    own = [ord(char) for char in _EVERYDAY if ord(char) in known]
    return (*(code if code >= 32 and code in known else 0 for code in range(127)), *own)


@lru_cache(maxsize=48)
def _make_piece(name: str, keys: tuple[Key, ...]) -> _Embedded:
    face = load_font(name).face
    numbers = [face.charToGlyph.get(key, 0) if isinstance(key, int) else key.number for key in keys]
    file = TTFontFile.makeSubset(_Numbered(face, numbers), range(len(numbers)))
    widths = " ".join(
        f"{face.getCharWidth(key) if isinstance(key, int) else glyph_width(name, key.number):.4g}" for key in keys
    )
    return _Embedded(zlib.compress(file), len(file), zlib.compress(_to_unicode(keys)), widths)


def glyph_width(name: str, number: int) -> float:
    """Return the width of a glyph in thousandths of an em."""
    face = load_font(name).face
    return float(face.hmetrics[number][0] * 1000 / face.unitsPerEm)


class _Numbered:
    """A face whose characters are the numbers from 0, so that ReportLab cuts a font by glyph."""

    def __init__(self, face: Any, numbers: list[int]) -> None:
        self._face = face
        self.charToGlyph = dict(enumerate(numbers))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._face, name)


def _add_piece(objects: PdfObjects, name: str, piece: int, keys: tuple[Key, ...]) -> int:
    made = _make_piece(name, keys)
    face = load_font(name).face
    base = f"{_tag(piece)}+{face.name.decode('ascii')}"
    file = objects.add_stream(f"/Length1 {made.length}", made.file, compressed=True)
    to_unicode = objects.add_stream("", made.to_unicode, compressed=True)
    flags = face.flags & ~_NONSYMBOLIC | _SYMBOLIC
    box = " ".join(f"{edge:.4g}" for edge in face.bbox)
    descriptor = objects.add(
        f"<</Type/FontDescriptor/FontName/{base}/Flags {flags}/FontBBox[{box}]/ItalicAngle {face.italicAngle:g}"
        f"/Ascent {face.ascent:.4g}/Descent {face.descent:.4g}/CapHeight {face.capHeight:.4g}/StemV {face.stemV:g}"
        f"/MissingWidth {face.defaultWidth:.4g}/FontFile2 {file} 0 R>>"
    )
    return objects.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{base}/FirstChar 0/LastChar {len(keys) - 1}"
        f"/Widths[{made.widths}]/FontDescriptor {descriptor} 0 R/ToUnicode {to_unicode} 0 R>>"
    )


def _tag(piece: int) -> str:
    """Return the six letters that tell one piece of a font from another."""
    letters = ""
    for _ in range(6):
        piece, place = divmod(piece, 26)
        letters = chr(65 + place) + letters
    return letters


def _to_unicode(keys: tuple[Key, ...]) -> bytes:
    """Return the map from codes to texts that copying and searching use."""
    texts = [(chr(key) if key else "") if isinstance(key, int) else key.text for key in keys]
    lines = [f"<{place:02x}><{text.encode('utf-16-be').hex()}>" for place, text in enumerate(texts) if text]
    blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange\n<00><ff>\nendcodespacerange\n{maps}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")
