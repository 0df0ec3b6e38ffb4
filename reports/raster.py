"""A picture of pixels, read once for every document that shows it."""

from __future__ import annotations

import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image as Pillow

from reports.inks import LUMINANCE_PARTS, grey_of, linear
from reports.written_file import DocumentError

MOST_PIXELS = 4_000_000
"""A logo may have 2,000 pixels a side; more would only make every file large."""
_STEPS = 16_383
"""Steps of luminance, fine enough that no grey is more than one of 256 off."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels as a PDF keeps them, compressed: three bytes each, or one where the document is grey."""

    width: int
    height: int
    pixels: bytes
    opacity: bytes
    """One byte a pixel, 255 is opaque; empty where every pixel is."""


@lru_cache(maxsize=4)
def read_raster(png: bytes, *, grey: bool = False) -> Raster:
    """Return the pixels of a PNG.

    Raises:
        DocumentError: It is no PNG, is cut off, or is larger than a logo may be.
    """
    try:
        picture = _open(png).convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise DocumentError(_UNREADABLE) from error
    opacity = picture.getchannel("A")
    solid = opacity.getextrema() == (255, 255)
    shown = picture.convert("RGB")
    if grey:
        shown = _grey(shown)
    return Raster(
        *picture.size,
        zlib.compress(shown.tobytes()),
        b"" if solid else zlib.compress(opacity.tobytes()),
    )


_UNREADABLE = "The logo is damaged or not a PNG picture. Choose another logo in Settings."


def _open(png: bytes) -> Pillow.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Pillow.open(BytesIO(png), formats=("PNG",))
    except (OSError, SyntaxError, ValueError, Warning, Pillow.DecompressionBombError) as error:
        raise DocumentError(_UNREADABLE) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise DocumentError(
            f"The logo has {picture.width} by {picture.height} pixels. Choose one of at most 2,000 a side in Settings."
        )
    return picture


def _grey(picture: Pillow.Image) -> Pillow.Image:
    """Return the picture with every pixel as the grey of the same lightness."""
    import numpy as np

    light = np.array([linear(value / 255) for value in range(256)], dtype=np.float32)
    greys = np.array([round(grey_of(step / _STEPS) * 255) for step in range(_STEPS + 1)], dtype=np.uint8)
    luminance = light[np.asarray(picture)] @ np.array(LUMINANCE_PARTS, dtype=np.float32)
    return Pillow.fromarray(greys[np.rint(luminance * _STEPS).astype(np.int32)])
