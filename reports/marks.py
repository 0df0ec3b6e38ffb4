"""Which part of which page belongs to which element, and the structure tree of the file that says so.

Source:
    ISO 32000-1 (PDF 1.7), 14.7 and 14.8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.pdf_objects import PdfObjects, text_string
from reports.scripts import DIRECTION_CONTROLS, RIGHT_TO_LEFT
from reports.structure import Element

_CONTROL = re.compile(f"[{DIRECTION_CONTROLS}]")

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the bottom left of the page."""


class Marks:
    """The marked pieces of a document, in the order they are painted."""

    def __init__(self) -> None:
        self._roots: dict[Element, None] = {}
        self._places: dict[Element, list[tuple[int, int]]] = {}
        self._boxes: dict[Element, Box] = {}
        self._lines: dict[Element, list[str]] = {}
        self._pages: list[list[Element]] = []

    def begin_page(self) -> None:
        """Say that what follows is marked on the next page."""
        self._pages.append([])

    def holds(self, element: Element) -> bool:
        """Return whether a piece of an element was marked already."""
        return element in self._places

    def mark(self, element: Element) -> int:
        """Return the number that this page gives to its next piece of an element."""
        marked = self._pages[-1]
        place = (len(self._pages) - 1, len(marked))
        marked.append(element)
        if element in self._places:
            self._places[element].append(place)
            return place[1]
        self._places[element] = [place]
        while element.parent is not None:
            element = element.parent
        self._roots.setdefault(element)
        return place[1]

    def tell(self, element: Element, line: str) -> None:
        """Remember a line of an element as it was typed: text that runs right to left is painted turned around."""
        self._lines.setdefault(element, []).append(line)

    def mark_figure(self, element: Element, box: Box) -> int:
        """Return the number of a figure, and remember where it stands."""
        self._boxes[element] = box
        return self.mark(element)

    def add_tree(self, objects: PdfObjects, pages: Sequence[int]) -> int:
        """Add the structure tree; return the number of its root. `pages` are the objects of the pages."""
        root, whole = objects.promise(), objects.promise()
        numbers: dict[Element, int] = {}
        kids = [self._add(objects, element, whole, pages, numbers) for element in self._roots]
        objects.put(whole, f"<</S/Document/P {root} 0 R/K[{_references(kids)}]>>")
        parents = " ".join(
            f"{place}[{_references([numbers[element] for element in marked])}]"
            for place, marked in enumerate(self._pages)
        )
        tree = objects.add(f"<</Nums[{parents}]>>")
        return objects.put(
            root,
            f"<</Type/StructTreeRoot/K[{whole} 0 R]/ParentTree {tree} 0 R/ParentTreeNextKey {len(self._pages)}>>",
        )

    def _add(
        self, objects: PdfObjects, element: Element, parent: int, pages: Sequence[int], numbers: dict[Element, int]
    ) -> int:
        """Add an element with everything below it, in order."""
        number = numbers[element] = objects.promise()
        places = self._places.get(element, ())
        first = places[0][0] if places else None
        kids = [
            str(mark) if page == first else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>" for page, mark in places
        ]
        kids += [f"{self._add(objects, kid, number, pages, numbers)} 0 R" for kid in element.kids]
        page_entry = "" if first is None else f"/Pg {pages[first]} 0 R"
        body = f"<</S/{element.kind}/P {parent} 0 R{page_entry}{self._attributes(element)}/K[{' '.join(kids)}]>>"
        return objects.put(number, body)

    def _attributes(self, element: Element) -> str:
        entries = f"/Alt{text_string(element.alt)}" if element.alt else ""
        typed = " ".join(self._lines.get(element, ()))
        if not typed.isascii() and RIGHT_TO_LEFT.search(typed):
            entries += f"/ActualText{text_string(_CONTROL.sub('', typed))}"
        if element.scope:
            entries += f"/A<</O/Table/Scope/{element.scope}>>"
        if element.kind == "L" and element.kids and element.kids[0].kids[0].kind == "Lbl":
            # Labels are ids and signs as well as numbers: none that a reader could count on.
            entries += "/A<</O/List/ListNumbering/None>>"
        box = self._boxes.get(element)
        if box:
            entries += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(f'{edge:.2f}' for edge in box)}]>>"
        return entries


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
