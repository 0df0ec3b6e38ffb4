"""What is packaged: questionnaires, palette, fonts, icons, help and the sample. Data only; this file just finds it."""

from __future__ import annotations

import marshal
import os
import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return a packaged TOML file as plain values, to read only. `name` is relative to this folder: "palette.toml"."""
    return read_kept(FOLDER / name)


def read_kept(path: Path) -> dict[str, Any]:
    """Return a TOML file as plain values.

    They are kept beside Python's own compiled files, by the same rules: valid while the file has the same time and
    size, absent where nothing can be written. Reading TOML takes 2.5 ms, and the first paint waits for the palette.
    """
    status = path.stat()
    made = (status.st_mtime_ns, status.st_size)
    kept = Path(cache_from_source(path, optimization="toml"))
    try:
        with kept.open("rb") as file:
            found, values = marshal.load(file)  # noqa: S302 - our own, as trusted as the compiled modules beside it
        if found == made and isinstance(values, dict):
            return values
    except (OSError, EOFError, ValueError, TypeError):
        pass
    import tomllib

    with path.open("rb") as source:
        values = tomllib.load(source)
    if not sys.dont_write_bytecode:
        _keep(kept, (made, values))
    return values


def _keep(kept: Path, content: Any) -> None:
    part = kept.with_suffix(f".{os.getpid()}")
    try:
        kept.parent.mkdir(exist_ok=True)
        part.write_bytes(marshal.dumps(content))
        part.replace(kept)
    except (OSError, ValueError):  # no place to write, or a date in it: it is read anew at each start
        pass
