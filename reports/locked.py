"""A finished PDF behind a password."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from reports.written_file import DocumentError

MOST_BYTES = 127
"""Of a password in UTF-8; readers ignore what follows (ISO 32000-2, 7.6.4.3.2)."""


def lock_pdf(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256 (revision 6). The same file and password never give the same bytes twice.

    There is one secret: whoever opens the file may also print, copy and change it. It opens with the password as typed
    and in its compatible form (NFKC), which careful readers make of what is typed into them.

    Raises:
        DocumentError: The password is too long, or no text.
    """
    import pikepdf

    compatible = unicodedata.normalize("NFKC", password)
    try:
        longest = max(len(password.encode()), len(compatible.encode()))
    except UnicodeEncodeError as error:
        raise DocumentError("The password holds half a character, which no reader can take. Type it anew.") from error
    if longest > MOST_BYTES:
        raise DocumentError(f"The password is too long. Choose one of at most {MOST_BYTES} letters.")
    locked = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        everything = pikepdf.Permissions(modify_assembly=True)
        encryption = pikepdf.Encryption(user=compatible, owner=password, allow=everything)
        document.save(locked, encryption=encryption, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return locked.getvalue()
