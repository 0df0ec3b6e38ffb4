"""Whether a document shows text in another order than it is read: windows say so before it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from reports.strips import Page, Words
from reports.text import RIGHT_TO_LEFT_NOTE

_WANTED = RIGHT_TO_LEFT_NOTE.replace(" ", "")


def shows_typing_order(pages: Sequence[Page]) -> bool:
    """Return whether a page bears the note on right-to-left letters that no bundled font has."""
    return any(
        _WANTED
        in "".join(
            item.text.replace(" ", "") for placed in page for item in placed.strip.items if isinstance(item, Words)
        )
        for page in pages
    )
