"""Letters that join, stack or change their place, shaped by HarfBuzz with the bundled fonts."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]

from reports.fonts import load_font

_FEATURES = {"dlig": False}
_HIGHEST = 450.0
"""Marks stacked on marks rise no further above or below their letter than this, in thousandths of an em."""

_NEAR = 60.0
"""A mark that stands further beside the pen, in thousandths of an em, is painted apart."""
_NO_TEXT = "\u200b"
"""What a reader finds for a glyph that carries no text of its own."""


class GlyphKey(NamedTuple):
    """A glyph by its number in the font, with the text that a reader finds for it."""

    number: int
    text: str


class Glyph(NamedTuple):
    """A glyph in thousandths of an em: how far the pen moves, and where it stands beside the pen."""

    key: GlyphKey
    advance: float
    right: float
    up: float
    apart: bool
    """Painted behind the line's other glyphs: a reader would take a mark away from the line for a word of its own."""


class Cluster(NamedTuple):
    """Glyphs that belong to the same characters.

    Attributes:
        text: The characters, in the order typed.
        start: Place of the first of them in what was shaped.
        glyphs: First those that are apart, then the others from left to right. These carry the text, in right-to-left
            text one character each: readers turn around what they take for right-to-left, also inside a ligature.
        told: Whether they carry the whole text; else it must be told beside them.
    """

    text: str
    start: int
    glyphs: tuple[Glyph, ...]
    told: bool

    @property
    def advance(self) -> float:
        """How far the pen moves over it, in thousandths of an em."""
        return sum(glyph.advance for glyph in self.glyphs)


def shape(font: str, text: str, *, right_to_left: bool) -> list[Cluster]:
    """Return the clusters of a text of one font and direction, from left to right as they stand on paper."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    face, scale = _font_of(font)
    hb.shape(face, buffer, _FEATURES)
    found: dict[int, list[Glyph]] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        right, up = place.x_offset * scale, max(-_HIGHEST, min(_HIGHEST, place.y_offset * scale))
        apart = not place.x_advance and (up != 0 or abs(right) > _NEAR)
        key = GlyphKey(info.codepoint, _NO_TEXT)
        found.setdefault(info.cluster, []).append(Glyph(key, place.x_advance * scale, right, up, apart))
    starts = sorted(found)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))
    empty = Glyph(GlyphKey(_empty_glyph(font), _NO_TEXT), 0.0, 0.0, 0.0, apart=False)
    return [
        _with_text(
            Cluster(_visible(text[start : ends[start]]), start, tuple(found[start]), told=True), empty, right_to_left
        )
        for start in found
    ]


def _visible(text: str) -> str:
    return text.replace("\u200c", "").replace("\u200d", "")


def _with_text(cluster: Cluster, empty: Glyph, right_to_left: bool) -> Cluster:
    """Return a cluster whose text is dealt out to its glyphs, with empty glyphs where there are too few."""
    apart = []
    pen = 0.0
    for glyph in cluster.glyphs:
        if glyph.apart:
            apart.append(glyph._replace(right=pen + glyph.right))
        pen += glyph.advance
    line = [glyph for glyph in cluster.glyphs if not glyph.apart]
    chars = list(cluster.text)
    if right_to_left:
        line = [empty] * (len(chars) - len(line)) + line
        shares = chars[::-1] + [_NO_TEXT] * (len(line) - len(chars))
        told = True
    else:
        line = line or [empty] * bool(chars)
        last = len(line) - 1
        told = len(line) <= max(1, len(chars))
        shares = [*chars[:last], "".join(chars[last:])] if told else [cluster.text] + [_NO_TEXT] * last
    texted = [
        glyph._replace(key=GlyphKey(glyph.key.number, share or _NO_TEXT))
        for glyph, share in zip(line, shares, strict=False)
    ]
    return cluster._replace(glyphs=(*apart, *texted), told=told)


@lru_cache(maxsize=32)
def _empty_glyph(name: str) -> int:
    """Return a glyph of a font that shows nothing, without width if there is one."""
    face = load_font(name).face
    found = [
        face.charToGlyph[ord(char)] for char in "\u200b\u200c\u200d\u200e\u2060\ufeff" if ord(char) in face.charToGlyph
    ]
    found = [
        glyph for glyph in found if not face.hmetrics[glyph][0] and face.glyphPos[glyph] == face.glyphPos[glyph + 1]
    ]
    return int(found[0] if found else face.charToGlyph[32])


@lru_cache(maxsize=64)
def _font_of(name: str) -> tuple[hb.Font, float]:
    """Return HarfBuzz's font over the same bytes, and what makes its units thousandths of an em."""
    face = hb.Face(hb.Blob(load_font(name).face._ttf_data))
    return hb.Font(face), 1000 / face.upem
