"""TrueType files: what layout asks of a font, and a font of just the glyphs that a document shows.

Written here because ReportLab takes 12 ms to read a font and 40 ms to be imported for it: half of the first brief.

Source:
    OpenType specification 1.9: cmap formats 4 and 12, glyf, head, hhea, hmtx, loca, maxp, OS/2, post.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from struct import pack, unpack_from

_WORDS, _MORE, _SCALE, _TWO_SCALES, _MATRIX = 1, 32, 8, 64, 128
"""Flags of a part of a composite glyph."""


class TrueType:
    """A font file. Widths and places are in thousandths of an em.

    Attributes:
        data: The whole file.
        glyph_of: Code point -> number of the glyph.
    """

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        (count,) = unpack_from(">H", self.data, 4)
        records = [unpack_from(">4s3L", self.data, 12 + 16 * number) for number in range(count)]
        self._tables = {tag.decode("latin-1"): (start, length) for tag, _, start, length in records}
        self.units_per_em: int = self._read("head", 18, "H")[0]
        self._scale = 1000 / self.units_per_em
        self.box = tuple(edge * self._scale for edge in self._read("head", 36, "4h"))
        self.ascent, self.descent = (edge * self._scale for edge in self._read("hhea", 4, "2h"))
        self.italic_angle: float = self._read("post", 4, "l")[0] / 65536
        self.cap_height: float = self._read("OS/2", 88, "h")[0] * self._scale
        # An estimate of how thick stems are, as common as it is rough: readers use it for fonts they replace.
        self.stem: float = 50 + (self._read("OS/2", 4, "H")[0] / 65) ** 2
        self._advances = self._numbers("hmtx", "H", 2 * self._read("hhea", 34, "H")[0])[::2]
        long_places = self._read("head", 50, "h")[0]
        places = self._numbers("loca", "I" if long_places else "H")
        self._places = places if long_places else array("I", (2 * place for place in places))
        self.glyph_of = self._read_characters()

    def width(self, glyph: int) -> float:
        """Return how far a glyph moves the pen."""
        return self._advances[min(glyph, len(self._advances) - 1)] * self._scale

    def is_blank(self, glyph: int) -> bool:
        """Return whether a glyph shows nothing."""
        return self._places[glyph] == self._places[glyph + 1]

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        start, _ = self._tables["name"]
        _, count, strings = unpack_from(">3H", self.data, start)
        for number in range(count):
            platform, _, _, kind, length, at = unpack_from(">6H", self.data, start + 6 + 12 * number)
            if kind == 6:
                text = self.data[start + strings + at : start + strings + at + length]
                return text.decode("utf-16-be" if platform in {0, 3} else "latin-1")
        return "Font"

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a font in which the code that is a glyph's place in the list shows that glyph; at most 256."""
        kept = {0: 0}
        for glyph in glyphs:
            kept.setdefault(glyph, len(kept))
        outlines = [self._outline(glyph, kept) for glyph in _growing(kept)]
        data, places = bytearray(), [0]
        for outline in outlines:
            data += outline + b"\0" * (-len(outline) % 4)
            places.append(len(data))
        advances = [self._advances[min(glyph, len(self._advances) - 1)] for glyph in kept]
        bearings = [self._bearing(glyph) for glyph in kept]
        codes = [kept[glyph] for glyph in glyphs]
        tables = {
            "cmap": pack(">HHHHL3H", 0, 1, 1, 0, 12, 6, 10 + 2 * len(codes), 0)
            + pack(">HH", 0, len(codes))
            + _packed("H", codes),
            "glyf": bytes(data),
            "head": self._patched("head", {8: pack(">L", 0), 50: pack(">h", 1)}),
            "hhea": self._patched("hhea", {34: pack(">H", len(kept))}),
            "hmtx": b"".join(pack(">Hh", *pair) for pair in zip(advances, bearings, strict=True)),
            "loca": _packed("I", places),
            "maxp": self._patched("maxp", {4: pack(">H", len(kept))}),
            "post": pack(">LlhhLLLLL", 0x00030000, round(self.italic_angle * 65536), 0, 0, 0, 0, 0, 0, 0),
        }
        for tag in ("cvt ", "fpgm", "prep"):
            if tag in self._tables:
                tables[tag] = self._table(tag)
        return _file(tables)

    def _read_characters(self) -> dict[int, int]:
        start, _ = self._tables["cmap"]
        (count,) = unpack_from(">H", self.data, start + 2)
        found = {}
        for number in range(count):
            platform, _, at = unpack_from(">HHL", self.data, start + 4 + 8 * number)
            (form,) = unpack_from(">H", self.data, start + at)
            if platform in {0, 3} and form in {4, 12}:
                found[form] = start + at
        return self._read_wide(found[12]) if 12 in found else self._read_narrow(found[4])

    def _read_wide(self, at: int) -> dict[int, int]:
        (count,) = unpack_from(">L", self.data, at + 12)
        groups = _unpacked("I", self.data[at + 16 : at + 16 + 12 * count])
        glyphs: dict[int, int] = {}
        for first, last, glyph in zip(groups[::3], groups[1::3], groups[2::3], strict=True):
            glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return glyphs

    def _read_narrow(self, at: int) -> dict[int, int]:
        (doubled,) = unpack_from(">H", self.data, at + 6)
        parts = [at + 14, at + 16 + doubled, at + 16 + 2 * doubled, at + 16 + 3 * doubled]
        lasts, firsts, deltas, offsets = (_unpacked("H", self.data[part : part + doubled]) for part in parts)
        glyphs: dict[int, int] = {}
        for number, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = code
                if offset:
                    (glyph,) = unpack_from(">H", self.data, parts[3] + 2 * number + offset + 2 * (code - first))
                glyph = (glyph + delta) & 0xFFFF if glyph or not offset else 0
                if glyph:
                    glyphs[code] = glyph
        return glyphs

    def _outline(self, glyph: int, kept: dict[int, int]) -> bytes:
        """Return a glyph's outline, the parts of a composite renumbered; parts not kept yet are added."""
        start = self._tables["glyf"][0]
        outline = self.data[start + self._places[glyph] : start + self._places[glyph + 1]]
        if not outline or outline[0] < 0x80:
            return outline
        changed = bytearray(outline)
        at, flags = 10, _MORE
        while flags & _MORE:
            flags, part = unpack_from(">HH", changed, at)
            changed[at + 2 : at + 4] = pack(">H", kept.setdefault(part, len(kept)))
            at += 8 if flags & _WORDS else 6
            at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        return bytes(changed)

    def _bearing(self, glyph: int) -> int:
        start, full = self._tables["hmtx"][0], len(self._advances)
        at = start + 4 * glyph + 2 if glyph < full else start + 4 * full + 2 * (glyph - full)
        return int(unpack_from(">h", self.data, at)[0])

    def _read(self, table: str, at: int, form: str) -> tuple[int, ...]:
        return unpack_from(f">{form}", self.data, self._tables[table][0] + at)

    def _table(self, tag: str) -> bytes:
        start, length = self._tables[tag]
        return self.data[start : start + length]

    def _numbers(self, tag: str, kind: str, count: int | None = None) -> array[int]:
        size = array(kind).itemsize
        table = self._table(tag)
        return _unpacked(kind, table[: count * size] if count is not None else table)

    def _patched(self, tag: str, changes: dict[int, bytes]) -> bytes:
        table = bytearray(self._table(tag))
        for at, value in changes.items():
            table[at : at + len(value)] = value
        return bytes(table)


def _growing(kept: dict[int, int]) -> Iterable[int]:
    """Yield the kept glyphs, those too that are added meanwhile."""
    done = 0
    while done < len(kept):
        for glyph in list(kept)[done:]:
            done += 1
            yield glyph


def _file(tables: dict[str, bytes]) -> bytes:
    """Return a font file of the tables."""
    count = len(tables)
    power = count.bit_length() - 1
    head = pack(">L4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    at = len(head) + 16 * count
    index, bodies = b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        index += pack(">4sLLL", tag.encode("latin-1"), _checksum(padded), at + len(bodies), len(table))
        bodies += padded
    whole = head + index + bodies
    # The checksum of the whole file, which the head table holds.
    adjusted = (0xB1B0AFBA - _checksum(whole)) & 0xFFFFFFFF
    (start,) = unpack_from(">L", whole, len(head) + 16 * sorted(tables).index("head") + 8)
    return whole[: start + 8] + pack(">L", adjusted) + whole[start + 12 :]


def _checksum(padded: bytes) -> int:
    return sum(_unpacked("I", padded)) & 0xFFFFFFFF


def _unpacked(kind: str, data: bytes) -> array[int]:
    """Return big-endian numbers, two ("H") or four ("I") bytes each."""
    numbers = array(kind, data)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _packed(kind: str, numbers: Iterable[int]) -> bytes:
    values = array(kind, numbers)
    if sys.byteorder == "little":
        values.byteswap()
    return values.tobytes()
