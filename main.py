"""Rapport's start: `python3 main.py [WORKSPACE]` opens the window, `python3 main.py COMMAND …` works without one.

Puts the parts together; nothing imports it, and it imports nothing heavy.
"""

import os
import sys
import time

import bootstrap

BEGAN = time.perf_counter()


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 done, 1 refused, 2 wrong use."""
    from ui.commands import COMMANDS

    if arguments and (arguments[0] in COMMANDS or {"-h", "--help", "--version"} & set(arguments)):
        return run_command(arguments)
    path, as_of = None, None
    if arguments:
        from ui.cli import parse_window

        path, as_of = parse_window(arguments)
    bootstrap.ensure(qt=True)
    if not has_display():
        print("There is no display here, so this runs the tour instead of opening a window.", file=sys.stderr)
        return run_command(["tour"])
    from ui.window.application import run_window

    return run_window(path, as_of, BEGAN)


def run_command(arguments: list[str]) -> int:
    """Run a headless command; only the tour loads Qt, and help needs no set-up at all."""
    from ui import cli

    parsed = cli.parse(arguments)
    if parsed.command == "tour":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    bootstrap.ensure(qt=parsed.command == "tour")
    return cli.run(parsed)


def has_display() -> bool:
    """Tell whether a window can be shown; Windows and macOS always can."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
