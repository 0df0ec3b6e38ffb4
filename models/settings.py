"""Our own side, as kept in the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.rows import Row

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """Who we are and what we print on."""

    name: str = ""
    """Our own organisation; may be empty."""
    type: str = ""
    """Our own type code, as for partners; may be empty."""
    assessor: str = ""
    """Who answers; may be empty."""
    paper: Paper = "a4"
    confidentiality: str = "Confidential"
    """What a new document says about who may read it, one line of at most 100 characters; may be empty."""
    footer: str = ""
    """Our own words in every footer, one line of at most 200 characters; may be empty."""
    logo: str | None = None
    """SHA-256 of the bytes of our logo, which are kept as attached files are; None for none."""

    def row(self) -> Row:
        """Return the row without its key and the sample mark."""
        return {
            "own_name": self.name,
            "own_type": self.type,
            "assessor": self.assessor,
            "paper": self.paper,
            "confidentiality": self.confidentiality,
            "footer": self.footer,
            "logo": self.logo,
        }
