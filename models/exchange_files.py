"""Attached files inside an exchange file: base64, each content once, checked against its hash."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping

from assessments.assessment import Assessment
from assessments.evidence import LARGEST_FILE
from assessments.record_fields import Fields, RecordError

_MOST_FILES = 100_000


def file_record(sha256: str, content: bytes) -> dict[str, str]:
    """Return a file as JSON values."""
    return {"sha256": sha256, "content": base64.b64encode(content).decode("ascii")}


def read_files(fields: Fields, assessments: Iterable[Assessment]) -> Mapping[str, bytes]:
    """Return SHA-256 -> bytes of the files that assessments name.

    Raises:
        RecordError: One is missing, or is not the file that its hash and size say.
    """
    found: dict[str, bytes] = {}
    for place, item in fields.items("files", _MOST_FILES):
        one = Fields(item, place, ("sha256", "content"))
        sha256 = one.code("sha256", 64)
        content = _content(one)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise RecordError(f"{one.at('content')} is not the file of that hash.")
        found[sha256] = content
    for assessment in assessments:
        for attachment in assessment.attachments:
            if len(found.get(attachment.sha256, b"")) != attachment.size or attachment.sha256 not in found:
                raise RecordError(
                    f"files: the attachment “{attachment.name}” of “{assessment.partner.name}” is missing or has "
                    "another size."
                )
    return found


def _content(one: Fields) -> bytes:
    text = one.raw("content")
    if isinstance(text, str) and len(text) <= LARGEST_FILE * 4 // 3 + 4:
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            pass
    raise RecordError(f"{one.at('content')} must be base64 of at most {LARGEST_FILE // (1024 * 1024)} MB.")
