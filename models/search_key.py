"""How texts are compared when they are sorted and searched. Standard library only."""

from __future__ import annotations

from unicodedata import normalize


def search_key(text: str) -> str:
    """Return the text without differences of case, width and composition.

    Source:
        Unicode Standard, D145 (canonical caseless matching) with compatibility forms (NFKC).
    """
    return normalize("NFKC", normalize("NFKC", text).casefold())
