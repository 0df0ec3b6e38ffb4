"""Which SVG picture may be drawn: one that stands alone, names no file or address, and is no bomb.

Read with the standard library's expat, which loads nothing from elsewhere; entities are refused before they expand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

MOST_ELEMENTS = 20_000
"""Drawn, what `use` repeats counted each time."""
DEEPEST = 100
"""Elements inside each other: drawing goes down them one call each."""

_PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,")
_ADDRESS = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)[^\s)]", re.IGNORECASE)
_FORBIDDEN = frozenset({"script", "foreignObject", "iframe", "audio", "video"})


class SvgRefused(Exception):
    """The picture is not drawn; `str()` is the sentence for the user."""


@dataclass(slots=True)
class _Element:
    name: str
    uses: str = ""
    """Id of what a `use` repeats."""
    children: list[_Element] = field(default_factory=list)


def check_svg(content: bytes) -> None:
    """Pass a picture that is safe to draw.

    Raises:
        SvgRefused: It is no SVG, is damaged, refers to something outside itself, or would take for ever to draw.
    """
    reader = _Reader()
    try:
        reader.parse(content)
    except expat.ExpatError as error:
        raise SvgRefused(f"The picture is damaged (line {error.lineno}). Choose another.") from error
    if reader.root is None or reader.root.name != "svg":
        raise SvgRefused("The file is no SVG picture. Choose a PNG, JPEG or SVG file.")
    reader.count(reader.root, ())


class _Reader:
    def __init__(self) -> None:
        self.root: _Element | None = None
        self._open: list[_Element] = []
        self._by_id: dict[str, _Element] = {}
        self._counted = 0

    def parse(self, content: bytes) -> None:
        """Read the whole picture."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.EntityDeclHandler = self._on_entity
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = lambda _name: self._open.pop()
        parser.CharacterDataHandler = self._on_text
        parser.ProcessingInstructionHandler = self._on_instruction
        parser.Parse(content, True)

    def count(self, element: _Element, inside: tuple[str, ...]) -> None:
        """Count what is drawn, through everything that is repeated."""
        self._counted += 1
        if self._counted > MOST_ELEMENTS:
            raise SvgRefused(f"The picture has more than {MOST_ELEMENTS:,} parts. Save it as a PNG file first.")
        for child in element.children:
            self.count(child, inside)
        if element.uses:
            if element.uses in inside or len(inside) > DEEPEST:
                raise SvgRefused("The picture repeats itself without end. Save it as a PNG file first.")
            repeated = self._by_id.get(element.uses)
            if repeated is not None:
                self.count(repeated, (*inside, element.uses))

    def _on_doctype(self, _name: str, _system: str | None, _public: str | None, has_internal: int) -> None:
        if has_internal:
            raise SvgRefused("The picture declares entities of its own. Save it as a PNG file first.")

    def _on_entity(self, *_declared: object) -> None:
        raise SvgRefused("The picture declares entities of its own. Save it as a PNG file first.")

    def _on_instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _outside()

    def _on_start(self, full_name: str, attributes: Mapping[str, str]) -> None:
        name = full_name.rpartition(":")[2]
        if name in _FORBIDDEN:
            raise SvgRefused(f"The picture has a part that is not drawn here ({name}). Save it as a PNG file first.")
        element = _Element(name)
        for key, value in attributes.items():
            self._check_attribute(element, key.rpartition(":")[2].lower(), value)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > DEEPEST:
            raise SvgRefused("The picture is nested too deep. Save it as a PNG file first.")

    def _check_attribute(self, element: _Element, key: str, value: str) -> None:
        if key == "id":
            self._by_id[value] = element
        if key in ("href", "src"):
            target = value.strip()
            if element.name == "a":
                return  # a link that nobody can press on paper
            if target.startswith("#"):
                element.uses = target[1:] if element.name == "use" else ""
            elif not target.lower().startswith(_PICTURES):
                raise _outside()
        if key == "base" or _ADDRESS.search(value):
            raise _outside()

    def _on_text(self, words: str) -> None:
        if self._open and self._open[-1].name == "style" and (_ADDRESS.search(words) or "@import" in words.lower()):
            raise _outside()


def _outside() -> SvgRefused:
    return SvgRefused("The picture refers to something outside itself. Save it as a PNG file first.")
