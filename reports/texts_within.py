"""Every text a finished PDF holds, wherever it stands: shown, in properties, outline and structure, or attached.

The file is read from its bytes alone, by other means than it was written with: each shown string is decoded through the
map its font carries, every string of every object counts, and a stream whose kind is not known is no text to let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

Found = tuple[str, str]
"""Catalogue key of the place, and the text."""

_FONT_STREAMS = frozenset({"/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap", "/CIDSet"})
_NO_TEXT = frozenset({*_FONT_STREAMS, "/DestOutputProfile", "/SMask", "/Mask"})
"""Keys of streams that hold shapes, colours and pixels."""
_BINARY = frozenset({"/ID", "/Encrypt"})
"""Keys of the trailer whose strings are digests."""
_OWN_WORDS = frozenset({"/CIDSystemInfo"})
"""Keys of dictionaries whose strings are a font's own."""
_PLACES = {"/Info": "in_properties", "/Outlines": "in_outline", "/StructTreeRoot": "in_structure"}
_HEX = re.compile(r"<([0-9A-Fa-f\s]*)>")
_SECTION = re.compile(r"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.DOTALL)
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_MOVING = frozenset({"Td", "TD", "Tm", "T*", "BT", "ET", "'", '"'})


class UnknownContentError(Exception):
    """The file holds something that is not known to be free of text; `str()` is the catalogue key of the place."""


def texts_within(pdf: pikepdf.Pdf) -> Iterator[Found]:
    """Yield every text of a file.

    Raises:
        UnknownContentError: It has a stream of another kind (an attached file among them) or a font without a map.
    """
    reading = _Reading()
    for key, value in pdf.trailer.items():
        if key not in _BINARY:
            yield from reading.within(value, key, "in_file")
    for item in pdf.objects:
        loose = isinstance(item, pikepdf.Stream) and item.objgen not in reading.seen
        if loose and item.get("/Type") not in (pikepdf.Name.ObjStm, pikepdf.Name.XRef):
            raise UnknownContentError("in_file")


class _Reading:
    """Objects already read, and the maps of fonts."""

    def __init__(self) -> None:
        self.seen: set[tuple[int, int]] = set()
        self._maps: dict[tuple[int, int], Mapping[bytes, str]] = {}

    def within(self, item: Any, key: str, place: str) -> Iterator[Found]:
        """Yield the texts of an object and of all that hangs on it; `key` is what it is called where it hangs."""
        waiting = [(item, key, place)]
        while waiting:
            item, key, place = waiting.pop()
            if isinstance(item, pikepdf.String):
                yield place, str(item)
                continue
            if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
                continue
            if item.is_indirect:
                if item.objgen in self.seen:
                    continue
                self.seen.add(item.objgen)
            if isinstance(item, pikepdf.Array):
                kind = "ICCBased" if len(item) and item[0] == pikepdf.Name.ICCBased else ""
                waiting += [(one, kind or key, place) for one in item]
                continue
            if isinstance(item, pikepdf.Stream):
                yield from self._stream(item, key, place)
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.Page:
                place = "on_its_pages"
                yield from self._shown(item, item.get("/Resources", pikepdf.Dictionary()))
            waiting += [
                (value, name, _PLACES.get(name, place)) for name, value in item.items() if name not in _OWN_WORDS
            ]

    def _stream(self, stream: Any, key: str, place: str) -> Iterator[Found]:
        """Yield the texts of what is in a stream."""
        if key == "/Contents":
            return  # read with its page, which knows its fonts
        if stream.get("/Subtype") == pikepdf.Name.Form:
            yield from self._shown(stream, stream.get("/Resources", pikepdf.Dictionary()))
        elif key == "/Metadata":
            for words in re.findall(r">([^<]+)<|=\"([^\"]*)\"", stream.read_bytes().decode("utf-8", "replace")):
                yield place, "".join(words)
        elif key not in _NO_TEXT and key != "ICCBased" and stream.get("/Subtype") != pikepdf.Name.Image:
            raise UnknownContentError(place)

    def _shown(self, drawn: Any, resources: Any) -> Iterator[Found]:
        """Yield each piece of text of a page or form, from one change of place to the next."""
        fonts = resources.get("/Font", pikepdf.Dictionary())
        current: Mapping[bytes, str] = {}
        piece = ""
        for step in pikepdf.parse_content_stream(drawn):
            operands, name = step.operands, str(step.operator)
            if name in _MOVING and piece:
                yield "on_its_pages", piece
                piece = ""
            if name == "Tf":
                current = self._map_of(fonts[str(operands[0])])
            elif name in _SHOWING:
                piece += "".join(_decoded(part, current) for part in _strings(operands))
            elif name == "INLINE IMAGE":
                raise UnknownContentError("on_its_pages")
            else:
                for operand in operands:
                    yield from self.within(operand, "", "on_its_pages")
        if piece:
            yield "on_its_pages", piece

    def _map_of(self, font: Any) -> Mapping[bytes, str]:
        if "/ToUnicode" not in font:
            raise UnknownContentError("on_its_pages")
        key = font.objgen
        if key not in self._maps or key == (0, 0):
            self._maps[key] = _read_map(font["/ToUnicode"].read_bytes().decode("latin-1"))
        return self._maps[key]


def _strings(operands: Any) -> Iterator[bytes]:
    """Yield the strings that an operator shows; the numbers between them only move."""
    for operand in operands:
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        yield from (bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _decoded(shown: bytes, mapped: Mapping[bytes, str]) -> str:
    """Return the characters of a shown string.

    Raises:
        UnknownContentError: A code has no character.
    """
    words, at = "", 0
    while at < len(shown):
        for size in (1, 2):
            char = mapped.get(shown[at : at + size])
            if char is not None:
                break
        else:
            raise UnknownContentError("on_its_pages")
        words += char
        at += size
    return words


def _read_map(program: str) -> Mapping[bytes, str]:
    """Return code -> characters of a ToUnicode map.

    Source:
        ISO 32000-1, 9.10.3; Adobe Technical Note 5411.
    """
    mapped: dict[bytes, str] = {}
    for section in _SECTION.finditer(program):
        kind, body = section.groups()
        if kind == "bfchar":
            codes = [bytes.fromhex(code) for code in _HEX.findall(body)]
            mapped |= {code: _characters(char) for code, char in zip(codes[::2], codes[1::2], strict=True)}
        elif kind == "bfrange":
            for low, high, single, several in re.findall(r"<(\w+)>\s*<(\w+)>\s*(?:<([\w\s]+)>|\[([^\]]*)\])", body):
                first, size = int(low, 16), len(low) // 2
                chars = [_characters(bytes.fromhex(one)) for one in _HEX.findall(several)] if several else []
                start = _characters(bytes.fromhex(single)) if single else ""
                for place in range(int(high, 16) - first + 1):
                    char = chars[place] if chars else start[:-1] + chr(ord(start[-1]) + place)
                    mapped[(first + place).to_bytes(size, "big")] = char
    return mapped


def _characters(code: bytes) -> str:
    return code.decode("utf-16-be", "replace")
