"""What a program can check of a tagged PDF, point by point, on every document that is printed.

The points are those of the Matterhorn Protocol 1.1 (checks for PDF/UA-1, ISO 14289-1) that need no judgement; the file
itself claims no conformance. Whether headings, tables and figures say the right thing is tested beside this.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from reports.structure import Kind
from tests.reports.documents import NAMES, finished

INSIDE = {
    "Document": {"H1", "H2", "H3", "H4", "P", "L", "Table", "Figure"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
}
"""Element -> what may stand in it; in all others stands text alone."""


@pytest.fixture(params=NAMES)
def file(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(finished(request.param))) as opened:
        yield opened


def below(element: Any) -> Iterator[Any]:
    """Yield an element of the structure tree and everything in it."""
    yield element
    for kid in kids_of(element):
        yield from below(kid)


def kids_of(element: Any) -> list[Any]:
    return [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def kind_of(element: Any) -> str:
    return str(element.S).removeprefix("/")


def elements(file: pikepdf.Pdf) -> list[Any]:
    (whole,) = file.Root.StructTreeRoot.K
    return list(below(whole))


def attributes(element: Any, owner: str) -> Any:
    """Return an element's attributes of one owner; every element has those of one owner at the most."""
    found = element.get("/A")
    return found if found is not None and owner == found.O else pikepdf.Dictionary()


def test_the_catalogue_says_language_title_and_that_it_is_tagged(file: pikepdf.Pdf) -> None:
    # 06-001 to 06-004, 07-001, 07-002, 11-006
    root = file.Root
    assert bool(root.MarkInfo.Marked)
    assert not bool(root.MarkInfo.get("/Suspects", False))
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == str(file.docinfo.Title)
        assert not [key for key in metadata if "pdfuaid" in key or "pdfaid" in key]


def test_every_element_is_of_a_standard_type_and_stands_where_such_a_one_may(file: pikepdf.Pdf) -> None:
    # 02-001 to 02-004, 09-004 to 09-008
    assert "/RoleMap" not in file.Root.StructTreeRoot
    for element in elements(file):
        assert kind_of(element) in {*Kind.__args__, "Document"}  # type: ignore[attr-defined]
        assert {kind_of(kid) for kid in kids_of(element)} <= INSIDE.get(kind_of(element), set())
        if kind_of(element) in INSIDE:
            # What only holds others shows nothing itself.
            assert len(kids_of(element)) == len(element.K) > 0


def test_lists_say_that_their_labels_are_no_numbering(file: pikepdf.Pdf) -> None:
    # 16-001 to 16-003
    for found in elements(file):
        if kind_of(found) == "L":
            shapes = {tuple(kind_of(part) for part in kids_of(item)) for item in kids_of(found)}
            assert shapes in ({("Lbl", "LBody")}, {("LBody",)})
            labelled = shapes == {("Lbl", "LBody")}
            assert ("/ListNumbering" in attributes(found, "/List")) == labelled


def test_tables_are_regular_and_their_header_cells_say_what_they_head(file: pikepdf.Pdf) -> None:
    # 15-001 to 15-005
    for found in elements(file):
        if kind_of(found) == "Table":
            assert len({len(kids_of(row)) for row in kids_of(found)}) == 1
        if kind_of(found) in {"TH", "TD"}:
            assert ("/Scope" in attributes(found, "/Table")) == (kind_of(found) == "TH")


def test_figures_have_words_and_a_place(file: pikepdf.Pdf) -> None:
    # 13-004, and 7.3 of the standard
    for found in elements(file):
        assert ("/Alt" in found) == (kind_of(found) == "Figure")
        if kind_of(found) == "Figure":
            assert str(found.Alt).strip()
            assert len(attributes(found, "/Layout").BBox) == 4


def test_pages_are_read_in_the_order_of_the_tree_and_hold_nothing_to_click_or_fill_in(file: pikepdf.Pdf) -> None:
    # 28-002, 28-008, 28-010, 28-011: there are no annotations and no forms, whose words could be missing
    assert "/AcroForm" not in file.Root
    for page in file.pages:
        assert page.Tabs == pikepdf.Name.S
        assert "/Annots" not in page
        assert "/StructParents" in page


def test_every_font_is_embedded_and_its_codes_are_characters(file: pikepdf.Pdf) -> None:
    # 10-001, 31-001 to 31-030 as far as they speak of this kind of font
    fonts = {font.objgen: font for page in file.pages for font in page.Resources.Font.values()}
    assert fonts
    for font in fonts.values():
        assert "/ToUnicode" in font
        descriptor = font.FontDescriptor if "/FontDescriptor" in font else font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())
