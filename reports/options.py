"""What the reader of a document chooses: how it is printed, never what its figures are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reports.style import Paper

Part = Literal["robustness", "sheets", "answers", "lists", "weights", "record", "method"]
"""A part of the team's appendix, by its catalogue key; what page one had to cut is always printed."""

Reader = Literal["decider", "team", "partner"]
"""Whom a brief is for: one page for the decision, that page with the appendix, or what the partner may see."""

PARTS: tuple[Part, ...] = ("robustness", "sheets", "answers", "lists", "weights", "record", "method")


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a document is printed. Texts are as typed; `reports.text` makes them printable."""

    paper: Paper = "a4"
    grey: bool = False
    """Every colour as the grey of the same lightness, for printers that would choose their own."""
    reader: Reader = "team"
    parts: frozenset[Part] = frozenset(PARTS)
    """Which parts of the appendix a team's brief has."""
    logo: bytes = b""
    """Our logo as a PNG of at most 2,000 pixels a side; empty for none."""
    confidentiality: str = "Confidential"
    """Stands in the title block; empty for none."""
    footer: str = ""
    """Stands in the middle of every page's footer, above the fingerprint; empty for none."""
    password: str = ""
    """Opens the file (AES-256, revision 6); empty for a file that anyone opens."""


PLAIN = PrintOptions()
