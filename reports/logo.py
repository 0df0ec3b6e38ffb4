"""Our logo in a title block."""

from __future__ import annotations

from functools import lru_cache

from assessments.logo import is_logo
from reports.catalogue import printed
from reports.options import PrintOptions
from reports.strips import Image
from reports.text import one_line
from reports.written_file import DocumentError

_WIDEST = 84.0
_HIGHEST = 36.0
"""As high as the three lines beside it."""
_GAP = 14.0


def logo_at_right(options: PrintOptions, own_name: str, right: float) -> tuple[Image | None, float]:
    """Return the logo with its right edge at `right`, and the room it takes from there; None and 0 where there is none.

    Raises:
        DocumentError: The bytes are no PNG that can be printed.
    """
    if not options.logo:
        return None, 0.0
    wide, high = _pixels(options.logo)
    scale = min(_WIDEST / wide, _HIGHEST / high)
    name = one_line(own_name).strip()
    alt = printed("logo_of", name=name) if name else printed("logo")
    image = Image(right - wide * scale, 0.0, wide * scale, high * scale, options.logo, alt)
    return image, wide * scale + _GAP


@lru_cache(maxsize=4)
def _pixels(png: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a picture that was checked whole."""
    if not is_logo(png):
        raise DocumentError("The logo is no PNG picture that can be printed. Choose another one in the settings.")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
