"""Our own settings inside an exchange file. What an older file does not have is as in a new workspace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from assessments.logo import is_logo
from assessments.record_fields import Fields, RecordError, checked_text
from assessments.text_rules import clean_confidentiality, clean_footer
from models.settings import OwnSettings, Paper

_KNOWN = ("name", "type", "assessor", "paper", "confidentiality", "footer", "logo")


def own_record(own: OwnSettings) -> dict[str, Any]:
    """Return our own settings as JSON values."""
    record = {
        "name": own.name,
        "type": own.type,
        "assessor": own.assessor,
        "paper": own.paper,
        "confidentiality": own.confidentiality,
        "footer": own.footer,
    }
    return record if own.logo is None else {**record, "logo": own.logo}


def read_own(fields: Fields, files: Mapping[str, bytes]) -> OwnSettings:
    """Return our own settings of an exchange file.

    Args:
        fields: The whole file.
        files: SHA-256 -> bytes of the files in it.

    Raises:
        RecordError: One breaks a rule, or the logo is missing or no picture that can be printed.
    """
    if not fields.has("own"):
        return OwnSettings()
    own = Fields(fields.raw("own"), "own", _KNOWN)
    paper: Paper = "letter" if own.has("paper") and own.raw("paper") == "letter" else "a4"
    if own.has("paper") and own.raw("paper") not in get_args(Paper):
        raise RecordError(f"own.paper must be one of {', '.join(get_args(Paper))}.")
    confidentiality = OwnSettings().confidentiality
    if own.has("confidentiality"):
        confidentiality = checked_text(own.raw("confidentiality"), own.at("confidentiality"), clean_confidentiality)
    footer = checked_text(own.raw("footer"), own.at("footer"), clean_footer) if own.has("footer") else ""
    logo = own.code("logo", 64) if own.has("logo") else None
    if logo is not None and not is_logo(files.get(logo, b"")):
        raise RecordError(f"{own.at('logo')} is not a PNG picture among the files of at most 2,000 pixels a side.")
    return OwnSettings(
        own.name_or_empty("name"),
        own.text("type", 20),
        own.name_or_empty("assessor"),
        paper,
        confidentiality,
        footer,
        logo,
    )
