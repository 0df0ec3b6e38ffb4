"""The check of a finished partner copy: nothing stands in it but what a partner may see."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection
from io import BytesIO

import pikepdf

from reports.catalogue import printed
from reports.texts_within import UnknownContentError, texts_within
from reports.written_file import DocumentError

_WHOLE = 6
"""Characters of a word that the narrowest column still keeps in one piece."""
_CUT = "..."


def refuse_other_texts(pdf: bytes, allowed: Collection[str], password: str = "") -> None:
    """Accept a file every text of which is one of the allowed texts or a piece of one.

    A piece is what stands on one line or between two changes of font. It begins and ends with a word, unless the word
    is so long that a column may break it. Spaces, marks and ligatures count for nothing: a reader drops them too.

    Args:
        pdf: The whole file.
        allowed: As printed: see `reports.text`.
        password: Opens the file.

    Raises:
        DocumentError: Something else stands in it, or something that cannot be read; the sentence says where.
    """
    known = _Known(allowed)
    try:
        with pikepdf.open(BytesIO(pdf), password=password) as file:
            for place, found in texts_within(file):
                if not known.holds(found):
                    raise DocumentError(_refusal(place))
    except UnknownContentError as error:
        raise DocumentError(_refusal(str(error))) from error
    except pikepdf.PdfError as error:
        raise DocumentError(_refusal("in_file")) from error


def _refusal(place: str) -> str:
    return printed("partner_refused", place=printed(place))


class _Known:
    """The allowed texts, without what a reader drops."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._whole = {_letters(one) for one in allowed}
        self._counts = [Counter(one) for one in self._whole]
        self._all = "\0"
        self._starts: set[int] = set()
        """Places in `_all` at which a line or a change of font can begin."""
        for one in allowed:
            turned = _runs_left(one)
            for word in one.split():
                # A long word may be broken anywhere, and so may one that stands among words from right to left.
                self._add(word, anywhere=turned or len(word) > _WHOLE)
            self._starts.add(len(self._all))
            self._all += "\0"

    def _add(self, word: str, *, anywhere: bool) -> None:
        before = "\0"
        for place, char in enumerate(word):
            if not place or anywhere or not (before.isascii() and char.isascii()):
                self._starts.add(len(self._all))
            self._all += _letters(char)
            before = char

    def holds(self, found: str) -> bool:
        """Return whether a text is one of the allowed ones or a piece of one."""
        piece = _letters(found)
        if not piece or piece in self._whole:
            return True
        if _runs_left(piece):
            letters = Counter(piece)  # a line that was turned around for printing
            return any(letters <= one for one in self._counts)
        return self._stands(piece) or (piece.endswith(_CUT) and self._stands(piece.removesuffix(_CUT), cut=True))

    def _stands(self, piece: str, *, cut: bool = False) -> bool:
        at = self._all.find(piece)
        while at >= 0:
            if at in self._starts and (cut or at + len(piece) in self._starts):
                return True
            at = self._all.find(piece, at + 1)
        return False


def _runs_left(words: str) -> bool:
    """Return whether there are letters that are written from right to left."""
    return not words.isascii() and any(unicodedata.bidirectional(char) in {"R", "AL"} for char in words)


def _letters(typed: str) -> str:
    """Return the letters without spaces and marks, and ligatures taken apart."""
    if typed.isascii():
        return "".join(typed.split())
    plain = unicodedata.normalize("NFKD", typed)
    return "".join(
        char for char in plain if not char.isspace() and unicodedata.category(char) not in {"Mn", "Cf", "Cc"}
    )
