"""What stands behind an answer: files kept in the workspace, and addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from assessments.text_rules import NAME_LIMIT, QUESTION_ID_LIMIT, TextRefused, clean_name, clean_text
from assessments.wording_figures import Say, figure

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes: 20 MB a file."""
SCHEMES = ("http://", "https://", "mailto:")
LONGEST_URL = 2_000
_DOCUMENTS = ("pdf", "txt", "md", "csv", "docx", "xlsx", "pptx", "odt", "ods", "odp")
_PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff")
_RECORDINGS = ("mp3", "mp4", "wav", "m4a")
OPENED = frozenset((*_DOCUMENTS, *_PICTURES, *_RECORDINGS))
"""Extensions of files that are looked at, not run. All others are only copied out: programs, scripts, pages with
scripts, documents with macros, shortcuts, archives."""
_LONGEST_EXTENSION = 20
_DISGUISING = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff/\\")
"""Turn the order of letters around or are not seen, so that a name reads as another; and what separates folders."""
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is known of a file behind an answer; its bytes are found by their hash.

    Raises:
        ValueError: A name that is no file name, a hash that is none, or a size over 20 MB.
    """

    id: UUID
    question_id: str
    name: str
    """The file's own name as it was added, without folders. Only shown: nothing is ever opened under it."""
    sha256: str
    """64 hex digits over the bytes."""
    size: int
    """Bytes."""
    added_at: datetime
    """UTC."""

    def __post_init__(self) -> None:
        clean_name(self.name)
        _check_question(self.question_id)
        if "/" in self.name or "\\" in self.name:
            raise ValueError("The name of a file has no slash or backslash.")
        if len(self.sha256) != 64 or not _HEX.issuperset(self.sha256):
            raise ValueError("A file's hash is 64 small hex digits.")
        if not 0 <= self.size <= LARGEST_FILE:
            raise ValueError(too_large(self.name))
        _check_moment(self.added_at)


@dataclass(frozen=True, slots=True)
class Link:
    """An address behind an answer.

    Raises:
        ValueError: It is not an http, https or mailto address, or has a space or a character that cannot be kept.
    """

    id: UUID
    question_id: str
    url: str
    added_at: datetime
    """UTC."""

    def __post_init__(self) -> None:
        check_url(self.url)
        _check_question(self.question_id)
        _check_moment(self.added_at)


Evidence = TypeVar("Evidence", Attachment, Link)


def in_order(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return attachments or links as they were added."""
    return tuple(sorted(items, key=lambda one: (one.added_at, str(one.id))))


def check_url(url: str, say: Say = str) -> None:
    """Refuse an address that the system should not be asked to open; `say` writes the figures of a refusal.

    Raises:
        ValueError: A sentence with what is expected.
    """
    clean_text(url, LONGEST_URL, say)
    scheme = next((start for start in SCHEMES if url.startswith(start)), None)
    if scheme is None:
        raise ValueError("A link starts with http://, https:// or mailto: in small letters.")
    if len(url) == len(scheme):
        raise ValueError(f"The link has nothing after {scheme}")
    if any(character.isspace() for character in url):
        raise ValueError("A link has no spaces or line breaks. Write %20 for a space.")


def kept_name(name: str) -> str:
    """Return a file's own name as it can be kept and shown; what cannot be, or would disguise it, becomes "_".

    Args:
        name: Of any file, also one whose name is not text; without folders.
    """
    text = "".join("_" if _is_refused(character) else character for character in name)
    if len(text) > NAME_LIMIT:
        dot = text.rfind(".")
        end = text[dot:] if 0 <= len(text) - dot <= _LONGEST_EXTENSION and dot > 0 else ""
        text = text[: NAME_LIMIT - len(end) - 1] + "…" + end
    try:
        return clean_name(text)
    except TextRefused:
        return "_" + text[: NAME_LIMIT - 1]


def opened_extension(name: str) -> str:
    """Return the extension under which a file may be opened, small letters without a dot; empty where it may not."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    return extension if extension in OPENED else ""


def size_words(size: int, say: Say) -> str:
    """Return a size in bytes as people read it: "340 B", "1.2 MB"."""
    amount, unit = float(size), "B"
    for larger in ("kB", "MB"):
        if amount < 1000:
            break
        amount, unit = amount / 1024, larger
    return f"{amount:.0f} {unit}" if unit == "B" or amount >= 10 else f"{figure(f'{amount:.1f}', say)} {unit}"


def too_large(name: str) -> str:
    """Return the sentence for a file that is not taken."""
    return f"“{name}” is larger than {LARGEST_FILE // (1024 * 1024)} MB. Attach a smaller copy, or a link to it."


def _is_refused(character: str) -> bool:
    if character in _DISGUISING:
        return True
    try:
        clean_name("x" + character)
    except TextRefused:
        return True
    return False


def _check_question(question_id: str) -> None:
    clean_text(question_id, QUESTION_ID_LIMIT)
    if not question_id:
        raise ValueError("Evidence belongs to a question.")


def _check_moment(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
