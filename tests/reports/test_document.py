from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from reports.document import DocumentError, document_bytes, write_document
from reports.inks import grey_of, luminance
from reports.options import PrintOptions
from reports.painting import Imprint, paint_pages
from reports.strips import Image, Placed, Strip, Words
from reports.style import BODY, TITLE, color, frame_of
from tests.reports.briefs import TODAY
from tests.reports.documents import NAMES, document, finished, logo
from tests.reports.laid import assert_pages_hold
from tests.reports.tagged import read_tree

FRAME = frame_of("a4")
COLOURED = {"rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"}
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_finished_file_has_no_fault_that_a_checker_finds(name: str) -> None:
    with pikepdf.open(BytesIO(finished(name))) as file:
        assert file.check_pdf_syntax() == []


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_embedded_and_every_colour_is_of_srgb(name: str) -> None:
    with pikepdf.open(BytesIO(finished(name))) as file:
        for page in file.pages:
            assert all("/FontFile2" in font.FontDescriptor for font in page.Resources.Font.values())
            kind, profile = page.Resources.ColorSpace.DefaultRGB
            assert (str(kind), int(profile.N)) == ("/ICCBased", 3)
            assert b"sRGB" in profile.read_bytes().replace(b"\0", b"")


@pytest.mark.parametrize("name", NAMES)
def test_what_the_file_says_of_itself_is_the_same_in_both_places(name: str) -> None:
    made = document(name)
    with pikepdf.open(BytesIO(finished(name))) as file:
        packet = ElementTree.fromstring(file.Root.Metadata.read_bytes())
        info = file.trailer.Info
        for key, path in (
            ("/Title", "title/rdf:Alt"),
            ("/Author", "creator/rdf:Seq"),
            ("/Subject", "description/rdf:Alt"),
        ):
            assert (packet.findtext(f".//dc:{path}/rdf:li", "", SPACES)) == str(info[key])
        assert str(info.Title) == made.imprint.title
        day = made.imprint.as_of
        assert packet.findtext(".//xmp:CreateDate", "", SPACES) == f"{day}T00:00:00Z"
        assert str(info.CreationDate) == f"D:{day:%Y%m%d}000000Z"
        assert packet.findtext(".//dc:language/rdf:Bag/rdf:li", "", SPACES) == str(file.Root.Lang) == "en-GB"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.MarkInfo.Marked
        assert "OutputIntents" not in file.Root
        for claim in (b"pdfaid", b"pdfuaid"):
            assert claim not in file.Root.Metadata.read_bytes()


def test_names_with_markup_and_other_scripts_are_data_in_the_metadata() -> None:
    title = "<b>&amp; {0} 漢字 🚀 \\(x\\)"
    pdf = paint_pages(
        [[Placed(FRAME.top, Strip(20, (Words(0, 10, "x", BODY),)))]], FRAME, Imprint(title, "(", "]]>", TODAY)
    )
    with pikepdf.open(BytesIO(pdf)) as file:
        packet = ElementTree.fromstring(file.Root.Metadata.read_bytes())
        assert packet.findtext(".//dc:title/rdf:Alt/rdf:li", "", SPACES) == str(file.trailer.Info.Title) == title
        assert (str(file.trailer.Info.Author), str(file.trailer.Info.Subject)) == ("(", "]]>")


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_leads_to_the_pages_of_its_headings(name: str) -> None:
    reader = PdfReader(BytesIO(finished(name)))
    assert reader.page_labels == [str(number) for number in range(1, len(reader.pages) + 1)]
    waiting: list[tuple[list[Any], int]] = [(list(reader.outline), 0)]
    while waiting:
        entries, level = waiting.pop()
        assert level < 3
        for entry in entries:
            if isinstance(entry, list):
                waiting.append((entry, level + 1))
            else:
                page = reader.pages[reader.get_destination_page_number(entry)]  # type: ignore[index]
                assert "".join(str(entry.title).split())[:20] in "".join(page.extract_text().split())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_laid_runs_over_an_edge_or_into_another_text(name: str) -> None:
    for paper in ("a4", "letter"):
        assert_pages_hold(document(name, PrintOptions(paper)))


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_of_the_finished_file_stands_beyond_a_margin(name: str) -> None:
    made = document(name)
    file = pypdfium2.PdfDocument(finished(name))
    for page in file:
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1).strip():
                left, bottom, right, top = text.get_charbox(at)
                assert made.frame.left - 1.5 <= left <= right <= made.frame.page_width - made.frame.left + 1.5
                assert 12 <= bottom <= top <= made.frame.page_height - 25
        text.close()
        page.close()
    file.close()


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_is_the_last_on_its_page_and_no_question_parts_from_its_answer(name: str) -> None:
    made = document(name)
    for page in made.pages:
        kinds = [
            item.element.kind if item.element else item.style.kind
            for placed in page
            if placed.top < made.frame.bottom and not placed.repeated
            for item in placed.strip.items
            if isinstance(item, Words)
        ]
        assert kinds[-1] not in {"H1", "H2", "H3", "H4"}


@pytest.mark.parametrize("name", NAMES)
def test_a_grey_document_holds_no_colour_and_the_same_words(name: str) -> None:
    pdf = document_bytes(document(name, PrintOptions(grey=True, logo=logo())))
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            operators = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
            assert not operators & COLOURED
            assert {"g"} <= operators
            for picture in page.Resources.XObject.values():
                assert picture.ColorSpace == pikepdf.Name.DeviceGray
    assert read_tree(pdf).words() == read_tree(document_bytes(document(name, PrintOptions(logo=logo())))).words()


def test_grey_keeps_every_contrast_of_the_palette() -> None:
    def contrast(role: str, ground: str, *, grey: bool) -> float:
        lights = []
        for one in (role, ground):
            shade = grey_of(luminance(color(one)))
            lights.append(luminance((shade, shade, shade) if grey else color(one)))
        return (max(lights) + 0.05) / (min(lights) + 0.05)

    for role in ("ink", "secondary", "faint", "accent"):
        assert contrast(role, "surface", grey=True) >= 4.5
    for band in ("proceed", "conditions", "pilot", "decline", "hold"):
        assert contrast(band, f"{band}_soft", grey=True) >= 4.5
        assert contrast(band, f"{band}_soft", grey=True) == pytest.approx(
            contrast(band, f"{band}_soft", grey=False), 0.01
        )


@pytest.mark.parametrize("password", ["geheim", "Straße 漢字 🔑", "e\u0301ﬁ", " "])
def test_a_password_opens_the_written_file_and_nothing_else_does(tmp_path: Path, password: str) -> None:
    made = document("decider", PrintOptions(password=password, reader="decider"))
    path = write_document(made, tmp_path / "Brief.pdf").path
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path, password="other")
    with pikepdf.open(path, password=password) as file:
        assert (file.encryption.R, file.encryption.V, file.encryption.bits) == (6, 5, 256)
        assert str(file.encryption.stream_method) == "EncryptionMethod.aesv3"
        assert file.allow.accessibility
        assert file.Root.MarkInfo.Marked
    raw = path.read_bytes()
    assert made.imprint.title.encode() not in raw
    assert document_bytes(made) == document_bytes(replace(made, options=PrintOptions(reader="decider")))


def test_a_password_as_another_keyboard_types_it_opens_too(tmp_path: Path) -> None:
    made = document("decider", PrintOptions(password="e\u0301", reader="decider"))
    path = write_document(made, tmp_path / "Brief.pdf").path
    with pikepdf.open(path, password="é") as file:
        assert len(file.pages) == 1


@pytest.mark.parametrize(("password", "words"), [("é" * 64, "can have 127 bytes"), ("\ud83d", "half a character")])
def test_a_password_that_no_reader_takes_whole_is_refused_and_the_earlier_file_stays(
    tmp_path: Path, password: str, words: str
) -> None:
    path = tmp_path / "Brief.pdf"
    path.write_bytes(b"before")
    with pytest.raises(DocumentError, match=words):
        write_document(document("decider", PrintOptions(password=password)), path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def shown(*items: Image, grey: bool = False) -> bytes:
    words = Words(0, 90, "Title", TITLE)
    return paint_pages([[Placed(FRAME.top, Strip(100, (*items, words)))]] * 2, FRAME, _imprint(), grey=grey)


def test_a_picture_stands_in_the_file_once_keeps_what_is_see_through_and_says_what_it_is() -> None:
    png = logo()
    pdf = shown(Image(0, 0, 40, 40, png, "Logo of Northwind"), Image(60, 0, 20, 20, png, "Logo of Northwind"))
    with pikepdf.open(BytesIO(pdf)) as file:
        pictures = [one for one in file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert sorted("/SMask" in one for one in pictures) == [False, True]
    assert [figure.alt for figure in read_tree(pdf).all("Figure")] == ["Logo of Northwind"] * 4
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_numpy()
    left, top = round(FRAME.left), round(FRAME.top)
    assert tuple(image[top + 5, left + 5][:3]) == (255, 255, 255)
    assert tuple(image[top + 30, left + 30][:3]) == (30, 30, 200)


def test_a_picture_is_grey_in_a_grey_document() -> None:
    pdf = shown(Image(0, 0, 40, 40, logo(see_through=False), "Logo"), grey=True)
    blue, green, red = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_numpy()[round(FRAME.top) + 20, 60][:3]
    assert blue == green == red
    assert abs(int(red) / 255 - grey_of(luminance((200 / 255, 30 / 255, 30 / 255)))) < 0.01


@pytest.mark.parametrize("png", [b"", b"GIF89a", logo()[:80], logo()[:60] + b"\0" * 100, logo(side=2001)])
def test_a_picture_that_is_damaged_or_too_large_is_refused_with_a_sentence(png: bytes) -> None:
    with pytest.raises(DocumentError, match="The logo"):
        shown(Image(0, 0, 40, 40, png, "Logo"))


def _imprint() -> Imprint:
    return Imprint("Title", "Author", "Subject", TODAY)
