"""A file for the user, written whole or not at all: beside its target first, on the disk, and only then renamed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

PartBeside = Callable[[Path], AbstractContextManager[Path]]
"""Yields the name of a part file beside a target, and removes at its end what still stands there.

The program gives one that records the part too, so that the next start removes what a kill left:
`reports.part_files.part_beside`. This room does not know that one.
"""


@contextmanager
def unrecorded_part(path: Path) -> Iterator[Path]:
    """Yield a part file that nobody else knows of."""
    part = path.with_name(f".rapport-{uuid4().hex}.part")
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes, part_beside: PartBeside = unrecorded_part) -> None:
    """Put bytes where `path` says, replacing a file that is there.

    Raises:
        OSError: They cannot be written. What was there before is as it was.
    """
    with part_beside(path) as part:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
