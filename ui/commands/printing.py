"""What goes to the terminal: user text can't steer it, and no encoding of it can make a command fail."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TextIO

# Bidirectional controls would turn the rest of a line around.
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shown(text: str) -> str:
    """Return user text as one line, with escapes for what would steer the terminal."""
    return "".join(_escaped(character) if _steers(character) else character for character in text)


def say(text: str) -> None:
    """Print a line to standard output."""
    _write(sys.stdout, text)


def say_json(value: object) -> None:
    """Print JSON in plain ASCII, which no terminal and no encoding can spoil."""
    _write(sys.stdout, json.dumps(value, indent=2, allow_nan=False))


def say_bytes(content: bytes) -> None:
    """Give standard output the bytes of a file."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def complain(text: str) -> None:
    """Print a line to standard error; the sentence stays on one line."""
    _write(sys.stderr, shown(text))


def _steers(character: str) -> bool:
    return character in _STEERING or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed before the start: nobody listens
        return
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()
