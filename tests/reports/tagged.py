"""The structure of a finished PDF, read from its bytes by pikepdf: what a screen reader is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_CHARACTER = re.compile(r"<([0-9a-f]{2})><([0-9a-f]{4,})>")


@dataclass
class Node:
    """One element of the structure tree."""

    kind: str
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Page from 0 and number of each piece that is its own."""
    text: str = ""
    """What is shown in its own pieces."""
    alt: str = ""
    scope: str = ""
    box: tuple[float, ...] = ()

    def all(self, kind: str = "") -> Iterator[Node]:
        """Yield it and everything below in reading order, or those of one kind."""
        if not kind or self.kind == kind:
            yield self
        for kid in self.kids:
            yield from kid.all(kind)

    def words(self) -> str:
        """Return all that is shown in it and below."""
        return " ".join(filter(None, (node.text.strip() for node in self.all())))


def read_tree(pdf: bytes) -> Node:
    """Return the document's element; every reference from page to element and back is checked on the way."""
    with pikepdf.open(BytesIO(pdf)) as file:
        shown = {(place, mark): text for place, page in enumerate(file.pages) for mark, text in _marked(page).items()}
        pages = {page.objgen: place for place, page in enumerate(file.pages)}
        parents = {int(key): value for key, value in _pairs(file.Root.StructTreeRoot.ParentTree.Nums)}
        seen: set[tuple[int, int]] = set()
        root = file.Root.StructTreeRoot
        (whole,) = root.K
        tree = _node(whole, root, pages, shown, parents, seen)
        assert seen == set(shown)
        for place, page in enumerate(file.pages):
            assert len(parents[int(page.StructParents)]) == sum(1 for at, _ in shown if at == place)
        return tree


def unmarked_text(pdf: bytes) -> list[str]:
    """Return the operators that show text or pictures outside of any marked piece."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            depth = 0
            for step in pikepdf.parse_content_stream(page):
                name = str(step.operator)
                if name in {"BDC", "BMC"}:
                    depth += 1
                elif name == "EMC":
                    depth -= 1
                elif name in SHOWING | {"Do", "f", "S", "s"} and not depth:
                    found.append(name)
            assert depth == 0
    return found


def artifacts(pdf: bytes) -> str:
    """Return all text that is not read out."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return " ".join(_marked(page, artifacts=True).get(-1, "") for page in file.pages)


def _node(element: Any, parent: Any, pages: Any, shown: Any, parents: Any, seen: Any) -> Node:
    assert element.P.objgen == parent.objgen
    made = Node(str(element.S).removeprefix("/"), alt=str(element.get("/Alt", "")))
    attributes = element.get("/A")
    if attributes is not None:
        made.scope = str(attributes.get("/Scope", "")).removeprefix("/")
        made.box = tuple(float(edge) for edge in attributes.get("/BBox", ()))
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            made.kids.append(_node(kid, element, pages, shown, parents, seen))
            continue
        page, mark = (kid.Pg, int(kid.MCID)) if isinstance(kid, pikepdf.Dictionary) else (element.Pg, int(kid))
        place = (pages[page.objgen], mark)
        assert parents[int(page.StructParents)][mark].objgen == element.objgen
        assert place not in seen
        seen.add(place)
        made.marks.append(place)
        made.text += shown[place]
    return made


def _pairs(array: Any) -> Iterator[tuple[Any, Any]]:
    entries = list(array)
    return zip(entries[::2], entries[1::2], strict=True)


def _marked(page: Any, *, artifacts: bool = False) -> dict[int, str]:
    """Return number -> text of the marked pieces of a page; the artifacts' text has the number -1."""
    found: dict[int, str] = {}
    open_pieces: list[int | None] = []
    characters: dict[str, str] = {}
    kept: list[dict[str, str]] = []
    for step in pikepdf.parse_content_stream(page):
        name, operands = str(step.operator), step.operands
        if name in {"BDC", "BMC"}:
            number = None
            if str(operands[0]) == "/Artifact":
                number = -1
            elif len(operands) > 1 and "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                assert number not in found
                found[number] = ""
            open_pieces.append(number)
        elif name == "EMC":
            open_pieces.pop()
        elif name == "q":
            kept.append(characters)
        elif name == "Q":
            characters = kept.pop()
        elif name == "Tf":
            characters = _characters(page.Resources.Font[str(operands[0])])
        elif name in SHOWING:
            text = "".join(characters[code] for part in _strings(operands[-1]) for code in map(str, bytes(part)))
            number = next(number for number in open_pieces if number is not None)
            found[number] = found.get(number, "") + text
    return {number: text for number, text in found.items() if artifacts or number >= 0}


def _strings(operand: Any) -> Iterator[Any]:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return (part for part in parts if isinstance(part, pikepdf.String))


def _characters(font: Any) -> dict[str, str]:
    program = font.ToUnicode.read_bytes().decode("ascii")
    return {str(int(code, 16)): bytes.fromhex(text).decode("utf-16-be") for code, text in _CHARACTER.findall(program)}
