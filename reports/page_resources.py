"""What one document draws with: its colours, fonts, see-through inks and pictures, and the operators for them."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

from reports.embedded_fonts import FontInUse
from reports.inks import ink
from reports.pdf_objects import PdfObjects
from resources import FOLDER

if TYPE_CHECKING:
    from reports.raster import Raster
    from reports.shaping import GlyphKey


class PageResources:
    """Collects what the pages of one document use, so that each thing stands in the file once."""

    def __init__(self, *, grey: bool = False) -> None:
        self.grey = grey
        self._fonts: dict[str, FontInUse] = {}
        self._opacities: dict[float, str] = {}
        self._pictures: dict[bytes, str] = {}

    def fill(self, role: str) -> str:
        """Return the operator that sets the colour of areas and text."""
        return f"{ink(role, grey=True)} g" if self.grey else f"{ink(role)} rg"

    def stroke(self, role: str) -> str:
        """Return the operator that sets the colour of lines."""
        return f"{ink(role, grey=True)} G" if self.grey else f"{ink(role)} RG"

    def opacity(self, share: float) -> str:
        """Return the operator that makes areas see-through; `share` is from 0 to 1."""
        name = self._opacities.setdefault(share, f"A{len(self._opacities) + 1}")
        return f"/{name} gs"

    def text(self, font: str, run: str) -> list[tuple[str, str]]:
        """Return a run of text as font resource and string, one after another where the run needs several."""
        return (self._fonts.get(font) or self._font(font)).shown(run)

    def plain_text(self, font: str, run: str) -> tuple[str, str]:
        """Return a run of ASCII, in the first font of a face, as font resource and string."""
        return (self._fonts.get(font) or self._font(font)).plain(run)

    def glyph(self, font: str, key: GlyphKey) -> tuple[str, int]:
        """Return font resource and code of a glyph that shaping chose."""
        return self._font(font).glyph(key)

    def picture(self, png: bytes) -> str:
        """Return the operator that paints a picture on the square of one by one."""
        name = self._pictures.setdefault(png, f"I{len(self._pictures) + 1}")
        return f"/{name} Do"

    def _font(self, name: str) -> FontInUse:
        used = self._fonts.get(name)
        if used is None:
            used = self._fonts[name] = FontInUse(name, len(self._fonts) + 1)
        return used

    def _raster(self, png: bytes) -> Raster:
        # Late: most documents have no logo, and Pillow takes a fifth of the first brief.
        from reports.raster import read_raster

        return read_raster(png, grey=self.grey)

    def put_resources(self, objects: PdfObjects, number: int) -> None:
        """Add everything that was used, and give the resources that all pages share."""
        fonts = " ".join(
            f"/{name} {number} 0 R" for font in self._fonts.values() for name, number in font.embed(objects)
        )
        opacities = " ".join(f"/{name}<</ca {share:.4g}>>" for share, name in self._opacities.items())
        pictures = " ".join(
            f"/{name} {_add_picture(objects, self._raster(png), grey=self.grey)} 0 R"
            for png, name in self._pictures.items()
        )
        colours = "" if self.grey else f"/ColorSpace<</DefaultRGB[/ICCBased {_add_profile(objects)} 0 R]>>"
        objects.put(number, f"<</Font<<{fonts}>>/ExtGState<<{opacities}>>/XObject<<{pictures}>>{colours}>>")


def _add_picture(objects: PdfObjects, raster: Raster, *, grey: bool) -> int:
    size = f"/Type/XObject/Subtype/Image/Width {raster.width}/Height {raster.height}/BitsPerComponent 8"
    mask = ""
    if raster.opacity:
        mask = f"/SMask {objects.add_stream(f'{size}/ColorSpace/DeviceGray', raster.opacity, compressed=True)} 0 R"
    space = "DeviceGray" if grey else "DeviceRGB"
    return objects.add_stream(f"{size}/ColorSpace/{space}{mask}", raster.pixels, compressed=True)


def _add_profile(objects: PdfObjects) -> int:
    """Say which red, green and blue are meant: those of sRGB."""
    return objects.add_stream("/N 3", _packed_profile(), compressed=True)


@cache
def _packed_profile() -> bytes:
    return zlib.compress((FOLDER / "srgb.icc").read_bytes())
