"""Pages painted as a PDF: words with what they are to a screen reader, shapes, figures, outline and imprint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from assessments.drawing import Label
from reports.drawing import drawing_operators, shape_operators
from reports.fonts import load_face
from reports.imprint import Imprint, add_imprint
from reports.lines import measure
from reports.marks import Box, Marks
from reports.outline import Entry, add_outline
from reports.page_resources import PageResources
from reports.pdf_objects import PdfObjects, text_string
from reports.shown_text import left_end, only_font, pieces_from_left, show_piece
from reports.strips import Image, Page, Picture, Placed, Words
from reports.structure import Element
from reports.style import Frame

if TYPE_CHECKING:
    from reports.shaping import Cluster

__all__ = ["Imprint", "paint_pages", "text_runs"]

_ABOVE_OUTLINE = 8.0
"""Points of page that a reader's window shows above a heading it opens."""
_ONE_TEXT = 1.2
"""Lines of one text are at most this many leadings apart."""


def paint_pages(
    pages: Sequence[Page],
    frame: Frame,
    imprint: Imprint,
    *,
    grey: bool = False,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> bytes:
    """Return the PDF of the pages: the same pages give the same bytes.

    Args:
        pages: At least one.
        frame: Their size and margins; what stands outside the margins is a running head or footer.
        imprint: What the file says of itself.
        grey: Whether every colour becomes the grey of the same lightness.
        report: Called before each page with the pages done and all of them; what it raises ends the work.

    Raises:
        DocumentError: A picture on them cannot be read.
    """
    objects, used, marks = PdfObjects(), PageResources(grey=grey), Marks()
    numbers = [objects.promise() for _ in pages]
    tree, resources = objects.promise(), objects.promise()
    size = f"/MediaBox[0 0 {frame.page_width:.2f} {frame.page_height:.2f}]"
    for place, (number, page) in enumerate(zip(numbers, pages, strict=True)):
        report(place, len(pages))
        content = objects.add_stream("", _Painting(page, frame, used, marks).content().encode("ascii"))
        objects.put(
            number,
            f"<</Type/Page/Parent {tree} 0 R{size}/Resources {resources} 0 R/Contents {content} 0 R"
            f"/StructParents {place}/Tabs/S>>",
        )
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects.put(tree, f"<</Type/Pages/Kids[{kids}]/Count {len(numbers)}>>")
    used.put_resources(objects, resources)
    info, xmp = add_imprint(objects, imprint)
    outline = add_outline(objects, _entries(pages, frame, numbers))
    listed = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
    root = objects.add(
        f"<</Type/Catalog/Pages {tree} 0 R/Metadata {xmp} 0 R/Lang{text_string(imprint.language)}{listed}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {marks.add_tree(objects, numbers)} 0 R"
        "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>>>"
    )
    return objects.file(root, info)


def text_runs(page: Page, frame: Frame) -> Iterator[tuple[float, float, str, float, str, str | tuple[Cluster, ...]]]:
    """Yield every piece of text on a page as x, y, font name, size, colour role and what is shown; y from the bottom.

    What is shown is the text itself, or clusters where letters join, stack or run right to left.
    """
    for placed in page:
        for item in placed.strip.items:
            if isinstance(item, Words):
                for x, font, run in _pieces(item, frame):
                    yield x, frame.page_height - placed.top - item.y, font, item.style.size, item.style.role, run


def _pieces(words: Words, frame: Frame) -> list[tuple[float, str, str | tuple[Cluster, ...]]]:
    """Return where each piece of the words begins, its font and what is shown."""
    style = words.style
    if words.anchor == "start" and (font := only_font(words.text, style.face)):
        return [(frame.left + words.x, font, words.text)]
    shown = pieces_from_left(words.text, style.face)
    x = frame.left + left_end(words.text, words.x, sum(width for *_, width in shown) * style.size, words.anchor)
    found = []
    for font, run, width in shown:
        found.append((x, font, run))
        x += width * style.size
    return found


class _Painting:
    """One page being painted: shapes first, then words and figures in reading order."""

    def __init__(self, page: Page, frame: Frame, used: PageResources, marks: Marks) -> None:
        self._page = page
        self._frame = frame
        self._used = used
        self._marks = marks
        self._parts: list[str] = []
        self._open: Element | str | None = None
        """What the words painted now belong to: an element, or the operands of an artifact."""
        self._role = ""
        self._font = ("", 0.0)
        """Colour role, font resource and size as they were set last."""
        self._last = ""
        """The character shown last."""

    def content(self) -> str:
        """Return the operators of the page. Everything on it is marked, as some element's or as an artifact."""
        self._marks.begin_page()
        self._paint_shapes()
        for placed in self._page:
            artifact = self._artifact(placed)
            words_before: Words | None = None
            element: Element | None = None
            for item in placed.strip.items:
                if isinstance(item, Words):
                    if item.element is not None or not _goes_on(words_before, item):
                        element = item.element or Element(item.style.kind)
                    words_before = item
                    self._paint_words(item, placed.top, artifact or element)
                elif isinstance(item, Picture | Image | Label):
                    self._paint_figure(item, placed.top, artifact)
        self._close()
        return "\n".join(self._parts)

    def _paint_shapes(self) -> None:
        shapes = [
            shape_operators(item, (self._frame.left, self._frame.page_height - placed.top), self._used)
            for placed in self._page
            for item in placed.strip.items
            if not isinstance(item, Words | Picture | Image | Label)
        ]
        if shapes:
            self._parts += ["/Artifact BMC", *shapes, "EMC"]

    def _artifact(self, placed: Placed) -> str:
        """Return the operands of what is not read out: repeated headers, and what stands outside the frame."""
        if placed.repeated:
            return "/Artifact<</Type/Pagination>>"
        if placed.top < self._frame.top:
            return "/Artifact<</Type/Pagination/Subtype/Header>>"
        return "/Artifact<</Type/Pagination/Subtype/Footer>>" if placed.top >= self._frame.bottom else ""

    def _paint_words(self, words: Words, top: float, owner: Element | str | None) -> None:
        text = words.text
        if not text:
            return
        font, size, role = load_face(words.style.face).first, words.style.size, words.style.role
        y = self._frame.page_height - top - words.y
        if isinstance(owner, Element):
            self._marks.tell(owner, text)
        if owner is self._open:
            if _is_spaced(self._last, text[0]):
                # The space at which the line was broken; without it two words would be read as one.
                self._show(font, size, " ")
        elif self._begin(owner) and _is_spaced("", text[0]) and words.anchor == "start":
            x = self._frame.left + words.x - measure(" ", words.style)
            self._parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            self._show(font, size, " ")
        if role != self._role:
            self._parts.append(self._used.fill(role))
            self._role = role
        if words.anchor == "start" and text.isascii():  # most of all words: every first font has them
            name, string = self._used.plain_text(font, text)
            chosen = "" if (name, size) == self._font else f"/{name} {size:.4g} Tf "
            self._font = (name, size)
            self._parts.append(f"1 0 0 1 {self._frame.left + words.x:.2f} {y:.2f} Tm {chosen}{string} Tj")
        else:
            self._paint_pieces(words, y)
        self._last = text[-1]

    def _paint_pieces(self, words: Words, y: float) -> None:
        size = words.style.size
        for x, font, run in _pieces(words, self._frame):
            if isinstance(run, str):
                self._parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                self._show(font, size, run)
            else:
                self._parts += show_piece(run, (x, y), font, size, self._used)
                self._font = ("", 0.0)

    def _show(self, font: str, size: float, run: str) -> None:
        for name, string in self._used.text(font, run):
            if (name, size) != self._font:
                self._parts.append(f"/{name} {size:.4g} Tf")
                self._font = (name, size)
            self._parts.append(f"{string} Tj")

    def _begin(self, owner: Element | str | None) -> bool:
        """Open the marked piece that words of an owner stand in; return whether they go on what stands elsewhere."""
        if owner == self._open:
            return False
        if self._open is None:
            self._parts.append("BT")
        else:
            self._parts.append("EMC")
        self._open = owner
        if not isinstance(owner, Element):
            self._parts.append(f"{owner} BDC")
            return False
        goes_on = self._marks.holds(owner)
        self._parts.append(f"/{owner.kind}<</MCID {self._marks.mark(owner)}>>BDC")
        return goes_on

    def _close(self) -> None:
        if self._open is not None:
            self._parts.append("EMC ET")
            self._open = None

    def _paint_figure(self, item: Picture | Image | Label, top: float, artifact: str) -> None:
        """Paint a picture as one figure with what is read out instead of it."""
        self._close()
        origin = (self._frame.left, self._frame.page_height - top)
        x, y = origin[0] + item.x, origin[1] - item.y
        if isinstance(item, Label):
            element, box, painted = Element("P"), None, shape_operators(item, origin, self._used)
            self._role, self._font = "", ("", 0.0)
        elif isinstance(item, Image):
            element = Element("Figure", alt=item.alt)
            box = (x, y - item.height, x + item.width, y)
            painted = (
                f"q {item.width:.2f} 0 0 {item.height:.2f} {x:.2f} {box[1]:.2f} cm {self._used.picture(item.png)} Q"
            )
        else:
            drawing, scale = item.drawing, item.scale
            element = Element("Figure", alt=item.alt or _read_out(drawing.title, drawing.description))
            box = (x, y - drawing.height * scale, x + drawing.width * scale, y)
            painted = drawing_operators(drawing, (x, y), self._used, scale)
        begun = f"{artifact} BDC" if artifact else self._mark(element, box)
        self._parts += [begun, painted, "EMC"]

    def _mark(self, element: Element, box: Box | None) -> str:
        number = self._marks.mark_figure(element, box) if box else self._marks.mark(element)
        return f"/{element.kind}<</MCID {number}>>BDC"


def _goes_on(before: Words | None, words: Words) -> bool:
    """Return whether words are the next line of the text before them."""
    if before is None or before.element is not None:
        return False
    same = (before.style, before.x, before.anchor) == (words.style, words.x, words.anchor)
    return same and 0 < words.y - before.y <= words.style.leading * _ONE_TEXT


def _is_spaced(before: str, after: str) -> bool:
    """Return whether a line was broken at a space: Chinese and kana are broken anywhere."""
    around = before + after
    return around.isascii() or not any(east_asian_width(char) in {"W", "F"} for char in around)


def _read_out(title: str, description: str) -> str:
    """Return what is said instead of a drawing: its name, then its numbers."""
    return ". ".join(part.strip().rstrip(".") for part in (title, description) if part.strip()) or "Figure"


def _entries(pages: Sequence[Page], frame: Frame, numbers: Sequence[int]) -> list[Entry]:
    """Return the outline's entries in the order of the pages."""
    return [
        Entry(*placed.strip.outline, number, frame.page_height - placed.top + _ABOVE_OUTLINE)
        for number, page in zip(numbers, pages, strict=True)
        for placed in page
        if placed.strip.outline and not placed.repeated
    ]
