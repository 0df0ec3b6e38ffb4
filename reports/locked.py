"""A finished PDF behind a password."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from reports.written_file import DocumentError

MOST_BYTES = 127
"""Of a password in UTF-8; readers ignore what follows (ISO 32000-2, 7.6.4.3.3, algorithm 2.A)."""


def lock_pdf(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (revision 6). The same file and password never give the same bytes twice.

    There is one secret: whoever opens the file may also print, copy and change it. It opens with the password as typed
    and in its compatible form (NFKC), which careful readers make of what is typed into them.

    Raises:
        DocumentError: The password is too long, or no text.
    """
    import pikepdf

    if problem := password_problem(password):
        raise DocumentError(problem)
    locked = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        everything = pikepdf.Permissions(modify_assembly=True)
        encryption = pikepdf.Encryption(user=_compatible(password), owner=password, allow=everything)
        document.save(locked, encryption=encryption, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return locked.getvalue()


def password_problem(password: str) -> str:
    """Return why no file can be locked with a password, in a sentence; empty where one can."""
    try:
        longest = max(len(form.encode()) for form in (password, _compatible(password)))
    except UnicodeEncodeError:
        return "The password holds half a character, which no reader can take. Type it anew."
    if longest > MOST_BYTES:
        return f"A password can have {MOST_BYTES} bytes; letters beyond a to z count twice or more."
    return ""


def _compatible(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
