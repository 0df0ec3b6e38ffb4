"""What the parts of a page are to a screen reader: headings, paragraphs, lists and tables, in reading order.

Whatever prints words may name the element they belong to; words that name none get one from their style. Everything
else on a page (rules, boxes, running heads, footers, repeated table headers) is decoration and is not read out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure"]
"""Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""

Scope = Literal["", "Column", "Row"]


@dataclass(eq=False, slots=True)
class Element:
    """One element of the logical structure; the same object stands in all words that belong to it, over pages too.

    It is printed where its first words are, with all its kids in their order: a table keeps its empty cells.
    """

    kind: Kind
    parent: Element | None = field(default=None, repr=False)
    scope: Scope = ""
    """Of a header cell: what it heads."""
    alt: str = ""
    """What is read out instead of a figure."""
    kids: list[Element] = field(default_factory=list)

    def add(self, kind: Kind, scope: Scope = "") -> Element:
        """Return a new last kid."""
        kid = Element(kind, self, scope)
        self.kids.append(kid)
        return kid


def list_item(whole: Element) -> Element:
    """Return the body of a new item of a list (an element of kind "L")."""
    return whole.add("LI").add("LBody")


def labelled_item(whole: Element) -> tuple[Element, Element]:
    """Return label and body of a new item of a list; the label is a number, an id or a sign."""
    item = whole.add("LI")
    return item.add("Lbl"), item.add("LBody")


def header_row(whole: Element, titles: Sequence[str]) -> list[Element]:
    """Return a cell for each title of a new row at the end of a table (an element of kind "Table").

    An empty title heads nothing: it is no header cell.
    """
    row = whole.add("TR")
    return [row.add("TH", "Column") if title else row.add("TD") for title in titles]


def table_cells(whole: Element, count: int, heading: int | None = None) -> list[Element]:
    """Return the cells of a new row at the end of a table; `heading` is the place of the one that heads the row."""
    row = whole.add("TR")
    return [row.add("TH", "Row") if place == heading else row.add("TD") for place in range(count)]
