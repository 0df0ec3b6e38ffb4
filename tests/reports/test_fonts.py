from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]

from reports.fonts import load_face, load_font
from reports.scripts import font_of_script
from resources import FOLDER, read_toml

FONTS = sorted((FOLDER / "fonts").glob("*.ttf"))


def test_the_fonts_stand_beside_their_licences() -> None:
    assert len(FONTS) == 42
    named = (FOLDER / "fonts" / "README.md").read_text(encoding="utf-8")
    assert all(path.name in named for path in FONTS)
    for licence in ("OFL-NotoSans-NotoSerif.txt", "OFL-NotoSansSC-NotoSansKR.txt", "LICENSE-DejaVuSans.txt"):
        assert licence in named
        assert (FOLDER / "fonts" / licence).stat().st_size > 3000


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_every_font_has_outlines_that_can_be_embedded(path: Path) -> None:
    assert TTFontFile(str(path)).charToGlyph


def test_all_faces_print_the_same_characters() -> None:
    sans = load_face("sans")
    for kind in ("semibold", "serif"):
        face = load_face(kind)
        assert all(face.font_of(chr(code)) for code in range(0x20, 0x3000) if sans.font_of(chr(code)))


@pytest.mark.parametrize("band", ["proceed", "conditions", "pilot", "decline", "hold"])
def test_every_band_symbol_can_be_printed(band: str) -> None:
    assert load_face("semibold").font_of(read_toml("palette.toml")["bands"][band]["symbol"])


@pytest.mark.parametrize(
    "path", [path for path in FONTS if path.name.endswith("-Regular.ttf")], ids=lambda path: path.stem
)
def test_emphasised_letters_of_every_script_come_from_its_semibold_cut_where_there_is_one(path: Path) -> None:
    heavy = path.with_name(path.name.replace("-Regular", "-SemiBold"))
    letters = [chr(code) for code in load_font(path.stem).face.charToGlyph if font_of_script(code) == path.stem]
    wanted = heavy.stem if heavy.exists() else path.stem
    lacking = {char for char in letters if heavy.exists() and ord(char) not in load_font(heavy.stem).face.charToGlyph}
    for kind in ("semibold", "serif"):
        found = {load_face(kind).font_of(char) for char in set(letters) - lacking}
        assert found <= {wanted, load_face(kind).first}
        assert not letters or wanted in found
        assert {load_face(kind).font_of(char) for char in lacking} <= {path.stem}
    assert {load_face("sans").font_of(char) for char in letters} <= {path.stem, "NotoSans-Regular"}


def test_a_line_is_set_in_runs_of_the_fonts_that_have_its_characters() -> None:
    assert load_face("sans").runs("ok ✓ 漢 한") == [
        ("NotoSans-Regular", "ok "),
        ("DejaVuSans", "✓"),
        ("NotoSans-Regular", " "),
        ("NotoSansSC-Regular", "漢"),
        ("NotoSans-Regular", " "),
        ("NotoSansKR-Hangul", "한"),
    ]
