"""Which picture can be our logo on paper: a complete PNG of a modest size, checked before anything decodes it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

LOGO_SIDE = 2_000
"""Pixels of the longer side at most: 17 cm at 300 dots per inch, more than any page gives it."""
LOGO_BYTES = 2_000_000
"""Of the stored PNG; it travels in every brief."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def is_logo(png: bytes) -> bool:
    """Return whether the bytes are a whole PNG of at most 2,000 pixels a side and 2 MB, eight bits a channel.

    Every check sum is taken and the pixels are unpacked up to their promised size, so that a picture from an import
    can neither be half a picture nor a bomb.

    Source:
        PNG (Portable Network Graphics) Specification, W3C, third edition: chunks 5.3, header 11.2.1, no interlace 8.
    """
    if len(png) > LOGO_BYTES or not png.startswith(_SIGNATURE):
        return False
    chunks = list(_chunks(png))
    if len(chunks) < 3 or chunks[0][0] != b"IHDR" or chunks[-1] != (b"IEND", b"") or len(chunks[0][1]) != 13:
        return False
    head = chunks[0][1]
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, kind, interlaced = head[8], head[9], head[12]
    if not (1 <= width <= LOGO_SIDE and 1 <= height <= LOGO_SIDE and depth == 8 and kind in _CHANNELS):
        return False
    if interlaced or (kind == 3 and all(name != b"PLTE" for name, _ in chunks)):
        return False
    return _unpacks(b"".join(data for name, data in chunks if name == b"IDAT"), (width * _CHANNELS[kind] + 1) * height)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and data of each chunk up to the first that is cut short or spoilt."""
    at = len(_SIGNATURE)
    while at + 12 <= len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        end = at + 8 + size
        if zlib.crc32(png[at + 4 : end]) != int.from_bytes(png[end : end + 4], "big") or end + 4 > len(png):
            return
        yield png[at + 4 : at + 8], png[at + 8 : end]
        at = end + 4
    if at != len(png):
        yield b"", b""


def _unpacks(packed: bytes, size: int) -> bool:
    unpacker = zlib.decompressobj()
    try:
        return len(unpacker.decompress(packed, size + 1)) == size
    except zlib.error:
        return False
