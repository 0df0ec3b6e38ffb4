"""Rapport's start: `python3 main.py [WORKSPACE]` opens the window, `python3 main.py COMMAND …` works without one.

Puts the parts together; nothing imports it, and it imports nothing heavy.
"""

from __future__ import annotations

import gc
import os
import sys

import bootstrap

TYPE_CHECKING = False  # `typing` and `pathlib` come with Qt, or with a command
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

# NumPy's sums are small here: starting a thread for every processor would take longer than all of them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells give it."""


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 done, 1 refused, 2 wrong use, 130 stopped with Ctrl+C."""
    from ui.commands import COMMANDS

    if arguments and (arguments[0] in COMMANDS or {"-h", "--help", "--version"} & set(arguments)):
        return run_command(arguments)
    gc.disable()  # until the first paint: nothing of what is loaded until then is garbage
    from pathlib import Path

    path, as_of = None, None
    # As a file manager opens one: no parser is loaded. `Path.is_file` would not stand a name too long for the disk.
    if len(arguments) == 1 and os.path.isfile(arguments[0]):  # noqa: PTH113
        path = Path(arguments[0])
    elif arguments:
        from ui.cli import parse_window

        path, as_of = parse_window(arguments)
    if as_of is None and has_display() and given_to_open_window(path):
        return 0
    bootstrap.ensure(qt=True)
    if not has_display():
        print("There is no display here, so this runs the tour instead of opening a window.", file=sys.stderr)
        gc.enable()
        return run_command(["tour"])
    return load_window()(path, as_of)


def given_to_open_window(path: Path | None) -> bool:
    """Give the file to a window that is open already; False when there is none."""
    from ui.window.single_instance import hand_over

    return hand_over(path)


def load_window() -> Callable[[Path | None, date | None], int]:
    """Return what opens the window, loaded the quick way."""
    from ui.window.loading_qt import load_qt

    load_qt()
    from ui.window.application import run_window

    return run_window


def run_command(arguments: list[str]) -> int:
    """Run a headless command; only the tour loads Qt, and help needs no set-up at all."""
    try:
        from ui import cli

        parsed = cli.parse(arguments)
        if parsed.command == "tour":
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        bootstrap.ensure(qt=parsed.command == "tour")
        return cli.run(parsed)
    except KeyboardInterrupt:  # while it loads, too
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def has_display() -> bool:
    """Tell whether a window can be shown; Windows and macOS always can."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
