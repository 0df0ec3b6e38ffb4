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
        whole = [_words(one) for one in allowed]
        self._whole = {"".join(words) for words in whole}
        self._counts = [Counter("".join(words)) for words in whole]
        self._all = "\0"
        starts = set()
        for words in whole:
            for word in words:
                # A long word may be broken anywhere.
                inside = range(len(word)) if len(word) > _WHOLE else (0,)
                starts |= {len(self._all) + place for place in inside}
                self._all += word
            starts.add(len(self._all))
            self._all += "\0"
        self._starts = starts

    def holds(self, found: str) -> bool:
        """Return whether a text is one of the allowed ones or a piece of one."""
        piece = "".join(_words(found))
        if not piece or piece in self._whole:
            return True
        if any(unicodedata.bidirectional(char) in {"R", "AL"} for char in piece):
            letters = Counter(piece)  # a line that was turned around for printing
            return any(letters <= one for one in self._counts)
        return self._stands(piece) or (piece.endswith(_CUT) and self._stands(piece.removesuffix(_CUT), cut=True))

    def _stands(self, piece: str, *, cut: bool = False) -> bool:
        at = self._all.find(piece)
        while at >= 0:
            end = at + len(piece)
            if self._may_begin(at) and (cut or self._may_begin(end)):
                return True
            at = self._all.find(piece, at + 1)
        return False

    def _may_begin(self, at: int) -> bool:
        """Return whether a line can begin there: with a word, in a long word, or where the font changes."""
        return at in self._starts or not (self._all[at - 1].isascii() and self._all[at].isascii())


def _words(typed: str) -> list[str]:
    """Return the words with their letters taken apart from marks, and ligatures from each other."""
    plain = unicodedata.normalize("NFKD", typed)
    kept = (char for char in plain if unicodedata.category(char) not in {"Mn", "Cf", "Cc"} or char.isspace())
    return "".join(kept).split()
