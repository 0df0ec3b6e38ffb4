"""Colours as a PDF writes them; in a grey document, each as the grey of the same lightness.

The grey has the colour's relative luminance, so that every contrast ratio of the palette holds on it.

Source:
    Relative luminance and contrast ratio: WCAG 2.2, after IEC 61966-2-1 (sRGB).
"""

from __future__ import annotations

from functools import lru_cache

from reports.style import Rgb, color

LUMINANCE_PARTS = (0.2126, 0.7152, 0.0722)
"""How much red, green and blue count, each made linear."""


@lru_cache(maxsize=128)
def ink(role: str, *, grey: bool = False) -> str:
    """Return a role's colour as operands: "0.0863 0.369 0.42", or one number in a grey document."""
    parts = color(role)
    shown = (grey_of(luminance(parts)),) if grey else parts
    return " ".join(f"{part:.4g}" for part in shown)


def luminance(parts: Rgb) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    return sum(share * linear(part) for share, part in zip(LUMINANCE_PARTS, parts, strict=True))


def linear(part: float) -> float:
    """Return the light that red, green or blue from 0 to 1 gives, from 0 to 1."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def grey_of(light: float) -> float:
    """Return the grey from 0 to 1 that has a relative luminance."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
