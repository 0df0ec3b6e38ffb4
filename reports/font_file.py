"""Fonts as they go into a PDF: what a document uses of them, by character or by shaped glyph.

ReportLab's own class knows characters only and forgets what it embedded. Here a glyph that shaping chose has a code and
its text too, and the embedded parts of the last documents are kept: most briefs use the same letters.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import (  # type: ignore[import-untyped]
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTFont,
    TTFontFile,
)

_ASCII = [chr(code) for code in range(32, 127)]
_FREE_IN_FIRST = (*range(128, 256), *range(1, 32))
_FREE_IN_NEXT = (*range(1, 32), *range(33, 256))
"""Code 0 is the missing glyph and 32 always a space."""
_KEPT = 32
_MOST_IN_BLOCK = 100
"""A block of a CMap holds no more (ISO 32000-1, 9.7.5.4 by way of Adobe's technical note 5014)."""


class GlyphKey(NamedTuple):
    """A glyph by its number in the font, with the text that a reader finds for it."""

    number: int
    text: str


Key = str | GlyphKey


class _Use:
    """What one document uses of one font: subsets of at most 256 codes."""

    def __init__(self) -> None:
        self.codes: dict[Key, int] = {**{char: ord(char) for char in _ASCII}, "\xa0": 32}
        self.subsets: list[list[Key | None]] = [[*[None] * 32, *_ASCII, None]]
        self.name = ""
        self._free = iter(_FREE_IN_FIRST)

    def code_of(self, key: Key) -> int:
        """Return 256 * subset + code, a new one for what was not used before."""
        code = self.codes.get(key)
        if code is not None:
            return code
        low: int | None = next(self._free, None)
        if low is None:
            self.subsets.append([*[None] * 32, " "])
            self._free = iter(_FREE_IN_NEXT)
            low = next(self._free)
        subset = self.subsets[-1]
        subset += [None] * (low + 1 - len(subset))
        subset[low] = key
        self.codes[key] = 256 * (len(self.subsets) - 1) + low
        return self.codes[key]


class FontFile(TTFont):  # type: ignore[misc]
    """A TrueType font for ReportLab's canvas, whose codes ReportLab asks for by `splitString`."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=True, shapable=False)
        self._embedded = lru_cache(maxsize=_KEPT)(self._embed)

    def width_of(self, key: Key) -> float:
        """Return the width of a character or glyph in thousandths of an em."""
        if isinstance(key, GlyphKey):
            return float(self.face.hmetrics[key.number][0] * 1000 / self.face.unitsPerEm)
        return float(self.face.getCharWidth(ord(key)))

    def encode(self, keys: Iterable[Key], doc: Any) -> list[tuple[int, bytes]]:
        """Return the keys as (subset, codes) pieces of a document."""
        use = self._use(doc)
        known = use.codes
        pieces: list[tuple[int, bytearray]] = []
        for key in keys:
            code = known.get(key)
            if code is None:
                code = use.code_of(key)
            if not pieces or pieces[-1][0] != code >> 8:
                pieces.append((code >> 8, bytearray()))
            pieces[-1][1].append(code & 0xFF)
        return [(subset, bytes(codes)) for subset, codes in pieces]

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: ARG002
        """Return a text as (subset, codes) pieces; ReportLab's canvas asks for it under this name."""
        return [(0, text.encode())] if text.isascii() and text.isprintable() else self.encode(text, doc)

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """Return the name of a subset on the pages of a document."""
        use = self._use(doc)
        if not use.name:
            use.name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{use.name}"
            doc.delayedFonts.append(self)
        return f"/{use.name}+{subset}"

    def addObjects(self, doc: Any) -> None:
        """Add the font's objects to a document that is complete."""
        use = self._use(doc)
        for number, subset in enumerate(use.subsets):
            name = f"{use.name}+{number}"
            full = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("latin-1")
            program, length, characters, widths = self._embedded(tuple(subset))
            font = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont, font.FirstChar, font.LastChar = name, full, 0, len(subset) - 1
            font.Widths = pdfdoc.PDFArray(widths)
            font.ToUnicode = doc.Reference(_packed(characters), f"toUnicodeCMap:{full}")
            file = _packed(program)
            file.dictionary["Length1"] = length
            font.FontDescriptor = doc.Reference(
                self._descriptor(full, doc.Reference(file, f"fontFile:{full}")), f"fontDescriptor:{full}"
            )
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]

    def _use(self, doc: Any) -> _Use:
        use = self.state.get(doc)
        if use is None:
            use = self.state[doc] = _Use()
        return use  # type: ignore[no-any-return]

    def _embed(self, subset: tuple[Key | None, ...]) -> tuple[bytes, int, bytes, list[float]]:
        """Return the packed font program, its length unpacked, the packed CMap and the widths of one subset."""
        numbers = [self._number(key) for key in subset]
        program = TTFontFile.makeSubset(_Numbered(self.face, numbers), range(len(numbers)))
        widths = [self.width_of(key) if key else self.face.defaultWidth for key in subset]
        return zlib.compress(program), len(program), zlib.compress(_character_map(subset).encode()), widths

    def _number(self, key: Key | None) -> int:
        if isinstance(key, GlyphKey):
            return key.number
        return self.face.charToGlyph.get(ord(key), 0) if key else 0

    def _descriptor(self, name: str, file: Any) -> Any:
        face = self.face
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": face.ascent,
                "CapHeight": face.capHeight,
                "Descent": face.descent,
                "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(face.bbox),
                "FontName": pdfdoc.PDFName(name),
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "FontFile2": file,
                "MissingWidth": face.defaultWidth,
            }
        )


class _Numbered:
    """A face whose characters are the numbers from 0, so that a subset can be cut by glyph."""

    def __init__(self, face: Any, numbers: Sequence[int]) -> None:
        self._face = face
        self.charToGlyph = dict(enumerate(numbers))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._face, name)


def _packed(data: bytes) -> Any:
    """Return a stream of what is compressed already."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")}), data)


def _character_map(subset: Sequence[Key | None]) -> str:
    """Return the CMap by which a reader finds the text of each code."""
    texts = [(code, key.text if isinstance(key, GlyphKey) else key) for code, key in enumerate(subset) if key]
    entries = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in texts if text]
    blocks = []
    for start in range(0, len(entries), _MOST_IN_BLOCK):
        block = entries[start : start + _MOST_IN_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
