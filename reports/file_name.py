"""A file name that every system takes, made from a partner's name or what else a document is about."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from reports.catalogue import printed

_MOST_CHARACTERS = 80
_MOST_BYTES = 180
"""Of the partner's part; a whole name may have 255 on common systems."""
_FORBIDDEN = '<>:"/\\|?*'
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
_KEPT_FORMAT = "\u200c\u200d"
"""Joiners belong to words of some scripts; all other invisible characters could disguise a name."""


def document_file_name(subject: str, as_of: date, kind: str = "brief") -> str:
    """Return "Brightfield Creative brief 2026-11-23.pdf": one path component, safe on Windows, macOS and Linux.

    `kind` is our own word in the reader's language, put in as it is.
    """
    words = "".join(_safe(character) for character in unicodedata.normalize("NFC", subject))
    words = " ".join(words.split())[:_MOST_CHARACTERS]
    while len(words.encode("utf-8", "ignore")) > _MOST_BYTES:
        words = words[:-1]
    words = words.strip(" .-~") or printed("partner")
    if _DEVICES.fullmatch(words.split(".")[0].strip()):
        words = "_" + words  # Windows takes "CON.anything" for the console
    return f"{words} {kind} {as_of.isoformat()}.pdf"


def _safe(character: str) -> str:
    if character in _KEPT_FORMAT:
        return character
    if character in _FORBIDDEN or unicodedata.category(character) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}:
        return " "
    return character
