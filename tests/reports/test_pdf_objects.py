from __future__ import annotations

from io import BytesIO

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from reports.outline import Entry, add_outline
from reports.pdf_objects import PdfObjects, text_string


def opened(objects: PdfObjects, root: int, info: int) -> pikepdf.Pdf:
    """Return the file as another library reads it; it finds nothing to repair."""
    file = pikepdf.open(BytesIO(objects.file(root, info)), attempt_recovery=False)
    assert file.check_pdf_syntax() == []
    return file


def begun() -> tuple[PdfObjects, int, int]:
    """Return objects with one empty page, its number and the root's."""
    objects = PdfObjects()
    page, tree = objects.promise(), objects.promise()
    objects.put(page, f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 10 10]/Resources<<>>>>")
    objects.put(tree, f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    return objects, page, tree


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    objects, _, tree = begun()
    root = objects.add(f"<</Type/Catalog/Pages {tree} 0 R/Words{text_string(words)}>>")
    with opened(objects, root, objects.add("<<>>")) as file:
        assert str(file.Root.Words) == words


def test_thousands_of_objects_are_found_by_their_numbers() -> None:
    objects, _, tree = begun()
    numbers = [objects.add(f"<</Number {number}>>") for number in range(1500)]
    streams = [objects.add_stream(f"/Number {number}", b"data %d" % number) for number in range(20)]
    found = " ".join(f"{number} 0 R" for number in (*numbers, *streams))
    root = objects.add(f"<</Type/Catalog/Pages {tree} 0 R/Found[{found}]>>")
    with opened(objects, root, objects.add("<<>>")) as file:
        assert [int(one.Number) for one in file.Root.Found] == [*range(1500), *range(20)]
        assert file.Root.Found[-1].read_bytes() == b"data 19"


def test_a_file_knows_itself_by_what_is_in_it() -> None:
    def identifier(word: str) -> bytes:
        objects, _, tree = begun()
        root = objects.add(f"<</Type/Catalog/Pages {tree} 0 R/Word({word})>>")
        with opened(objects, root, objects.add("<<>>")) as file:
            return bytes(file.trailer.ID[0])

    assert identifier("one") == identifier("one") != identifier("two")


def test_the_outline_nests_by_level_and_a_level_that_is_skipped_does_no_harm() -> None:
    objects, page, tree = begun()
    levels = ((0, "A"), (1, "A1"), (2, "A1a"), (0, "B"), (2, "B1"), (1, "B2"))
    outline = add_outline(objects, [Entry(level, title, page, 5.0) for level, title in levels])
    root = objects.add(f"<</Type/Catalog/Pages {tree} 0 R/Outlines {outline} 0 R>>")
    with opened(objects, root, objects.add("<<>>")) as file, file.open_outline() as found:
        shown = [
            (one.title, [(kid.title, [last.title for last in kid.children]) for kid in one.children])
            for one in found.root
        ]
        assert shown == [("A", [("A1", ["A1a"])]), ("B", [("B1", []), ("B2", [])])]
        assert int(file.Root.Outlines.Count) == 6
        assert file.Root.Outlines.Last.Prev.Title == "A"


def test_nothing_to_list_makes_no_outline() -> None:
    assert add_outline(PdfObjects(), []) is None
