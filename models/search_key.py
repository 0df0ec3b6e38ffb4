"""How texts are compared when they are sorted and searched. Standard library only."""

from __future__ import annotations


def search_key(text: str) -> str:
    """Return the text without differences of case, width and composition.

    Source:
        Unicode Standard, D145 (canonical caseless matching) with compatibility forms (NFKC).
    """
    if text.isascii():  # as below: none of these has another form, and the tables need not be loaded
        return text.lower()
    from unicodedata import normalize

    return normalize("NFKC", normalize("NFKC", text).casefold())
