"""Loads Qt the quick way: until it is there, nothing can be shown.

PySide6 holds 130 KB of itself as source text inside its library and compiles that anew at each start, for 10 to 15 ms.
What comes of it is kept beside this module's own compiled form, as Python keeps that of every other module.
"""
# No `from __future__` here: what this module asks of Python, `compile` would ask of PySide6's text.

import builtins
import importlib
import marshal
import os
import sys
import zlib
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

TYPE_CHECKING = False  # `typing` comes with Qt
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any, TypeAlias

    Compiled: TypeAlias = dict[tuple[str, bytes], CodeType]
    """By name and whole source text: other text, as another PySide6 has, is never taken for what is kept."""


def load_qt() -> None:
    """Import Qt's widgets.

    Once Qt is there, PySide6's own `import` reads the source of every further module, to find a switch that is not
    used here: Python's `import` is put back.
    """
    plain_import, plain_compile = builtins.__import__, builtins.compile
    store = Path(cache_from_source(str(Path(__file__).with_name("pyside6.py"))))
    kept = _read(store)
    used: Compiled = {}
    builtins.compile = _remembering(plain_compile, kept, used)
    try:
        importlib.import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__, builtins.compile = plain_import, plain_compile
    if used.keys() - kept.keys() and not sys.dont_write_bytecode:
        _write(store, used)


def _remembering(plain: "Any", kept: "Compiled", used: "Compiled") -> "Any":
    """Return `compile` with a memory for whole modules that are given as bytes, without options.

    Python's own import gives options; such calls, and all others, go straight to `plain`.
    """

    def compile_or_recall(source: "Any", filename: "Any", mode: str, *options: "Any", **named: "Any") -> "Any":
        if options or named or mode != "exec" or type(source) is not bytes:
            return plain(source, filename, mode, *options, **named)
        key = (filename, source)
        used[key] = kept.get(key) or plain(source, filename, mode)
        return used[key]

    return compile_or_recall


def _read(store: Path) -> "Compiled":
    """Return what an earlier start kept; nothing if there is none, or it is damaged or another Python's."""
    try:
        data = store.read_bytes()
    except OSError:
        return {}
    body = data[len(MAGIC_NUMBER) + 4 :]
    if data[: -len(body)] != _head(body):
        return {}
    kept: Compiled = marshal.loads(body)  # noqa: S302  # as trusted as the .pyc files around it
    return kept


def _write(store: Path, compiled: "Compiled") -> None:
    """Keep it for the next start: whole or not at all. Where nothing can be written, each start compiles."""
    body = marshal.dumps(compiled)
    part = store.with_name(f"{store.name}.{os.getpid()}")  # the name that Python gives such a part
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_head(body) + body)
        part.replace(store)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _head(body: bytes) -> bytes:
    """Return what stands before it: the Python that it is for, and its checksum."""
    return MAGIC_NUMBER + zlib.crc32(body).to_bytes(4, "little")
