"""The outline of a document: what a reader's side bar lists, each entry with the place it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.pdf_objects import PdfObjects, text_string


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading."""

    level: int
    """From 0."""
    title: str
    page: int
    """The object of its page."""
    y: float
    """Where it stands, in points from the bottom of the page."""


@dataclass(slots=True)
class _Node:
    number: int
    entry: Entry | None = None
    kids: list[_Node] = field(default_factory=list)

    @property
    def below(self) -> int:
        """How many entries are under it."""
        return sum(1 + kid.below for kid in self.kids)


def add_outline(objects: PdfObjects, entries: Sequence[Entry]) -> int | None:
    """Return the number of the outline; None where nothing is listed. A level that skips one is taken for the next."""
    if not entries:
        return None
    root = _Node(objects.promise())
    open_nodes = [root]
    for entry in entries:
        node = _Node(objects.promise(), entry)
        del open_nodes[entry.level + 1 :]
        open_nodes[-1].kids.append(node)
        open_nodes.append(node)
    _put(objects, root)
    return root.number


def _put(objects: PdfObjects, node: _Node, around: str = "") -> None:
    """Give the objects of a node and of all below; `around` are its references to parent and neighbours."""
    entry = node.entry
    own = f"/Title{text_string(entry.title)}/Dest[{entry.page} 0 R/XYZ null {entry.y:.2f} null]" if entry else ""
    kids = node.kids
    below = f"/First {kids[0].number} 0 R/Last {kids[-1].number} 0 R/Count {node.below}" if kids else ""
    objects.put(node.number, f"<<{own}{around}{below}>>")
    for place, kid in enumerate(kids):
        before = f"/Prev {kids[place - 1].number} 0 R" if place else ""
        after = f"/Next {kids[place + 1].number} 0 R" if place + 1 < len(kids) else ""
        _put(objects, kid, f"/Parent {node.number} 0 R{before}{after}")
