"""A second start hands its file to the window that is open already. Standard library only: it runs before Qt is loaded.

The open window's side is `instance_server`. One line of JSON goes there, one word comes back; whoever hears nothing
opens a window of its own.

From its first moment until it listens, a window takes longer than two clicks: so a start takes its turn first, by a
lock beside the socket, and holds it as long as its window is open. Who finds the turn taken waits for the ear.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

TAKEN = b"taken\n"
SETTING = "RAPPORT_INSTANCE"
"""Environment variable: starts with different values do not know of each other."""
LONGEST = 65_536
"""Bytes of a message; a path is shorter."""
_PATIENCE = 3.0
"""Seconds that an open window may take to answer: it may be reading a large file."""
_COMING = 6.0
"""Seconds that a start waits for the window of another one; a busy machine takes two."""
_LOOK = 0.03
"""Seconds between two looks for it."""
_APART = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME", "HOME", "USERPROFILE", "XDG_CONFIG_HOME")


def address() -> str:
    """Return where the open window of this user, screen and settings listens.

    On Windows the name of a pipe, elsewhere a socket in a folder that nobody else may enter. Empty when there is no
    such folder: then every start is on its own.
    """
    known_by = "\0".join(os.environ.get(name, "") for name in (SETTING, *_APART))
    name = f"rapport-{zlib.crc32(known_by.encode(errors='surrogateescape')):08x}"
    if sys.platform == "win32":
        return f"{name}-{os.environ.get('USERNAME', '')}"
    folder = _own_folder()
    return str(folder / name) if folder else ""


def hand_over(path: Path | None) -> bool:
    """Give a file to the window that is open. Return False when there is none, or it does not answer.

    Args:
        path: The workspace to open; None only brings the window to the front.
    """
    message = {
        "open": str(path.absolute()) if path else None,
        "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""),  # lets the other window take the focus under Wayland
    }
    where = address()
    if not where:
        return False
    line = json.dumps(message).encode() + b"\n"
    given = _give(where, line)
    if given is None and not _take_turn(where):
        import time

        end = time.monotonic() + _COMING
        while given is None and time.monotonic() < end and not _take_turn(where):
            time.sleep(_LOOK)
            given = _give(where, line)
    return bool(given)


def let_go() -> None:
    """Give the turn back: this window listens no more, and the next start opens one of its own."""
    if _held:
        _held.pop().close()


def _give(where: str, line: bytes) -> bool | None:
    """Return whether an open window took a message; None when none listens."""
    if sys.platform != "win32" and not os.path.exists(where):  # noqa: PTH110 - the usual start: be quick
        return None
    try:
        return _send(where, line) == TAKEN
    except (FileNotFoundError, ConnectionRefusedError):  # nobody there, or a socket that a crash left
        return None
    except OSError:  # no answer in time
        return False


_held: list[TextIO] = []
"""The lock of this process's turn while it has it."""


def _take_turn(where: str) -> bool:
    """Return whether this start is the one that opens the window; where nothing can be locked, every start is."""
    if _held:
        return True
    folder = os.environ.get("TEMP", "") if sys.platform == "win32" else ""
    try:
        file = open(os.path.join(folder, f"{where}.lock"), "a")  # noqa: PTH118, PTH123, SIM115 - held open; be quick
    except OSError:
        return True
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return False
    _held.append(file)
    return True


def somebody_listens(where: str) -> bool:
    """Tell whether a window listens at an address, or only the socket of a crashed one is left there."""
    try:
        _send(where, b"")
    except OSError:
        return False
    return True


def _send(where: str, message: bytes) -> bytes:
    """Return the answer to a message; an empty one is not answered."""
    if sys.platform == "win32":
        with open(rf"\\.\pipe\{where}", "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe is no path
            pipe.write(message)
            return pipe.read(len(TAKEN)) if message else b""
    import socket

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_PATIENCE)
        line.connect(where)
        line.sendall(message)
        return line.recv(len(TAKEN)) if message else b""


def _own_folder() -> Path | None:
    """Return a folder of this user alone; in a shared one, others could listen in our place."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(given) if given else Path(os.environ.get("TMPDIR", "/tmp")) / f"rapport-{os.getuid()}"  # noqa: S108 - checked below
    try:
        if not given:
            folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    alone = status.st_uid == os.getuid() and status.st_mode & 0o777 == 0o700 and not folder.is_symlink()
    return folder if alone and len(os.fsencode(folder)) < 80 else None
