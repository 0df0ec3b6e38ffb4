"""Runs one parsed command and turns every refusal into a sentence and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date

from models.errors import StoreError
from ui.commands.choosing import CommandRefusedError
from ui.commands.printing import complain


def run_parsed(parsed: argparse.Namespace) -> int:
    """Return 0 when done, 1 when refused; the sentence has then been written to standard error."""
    today = getattr(parsed, "as_of", None) or date.today()  # noqa: DTZ011 - the user's own day is meant
    try:
        return _command(parsed.command)(parsed, today)
    except (StoreError, CommandRefusedError) as error:
        complain(str(error))
        return 1
    except BrokenPipeError:  # the reader has seen enough
        _forget_output()
        return 0
    except OSError as error:
        if error.filename is None:  # it can only be what is said to the terminal
            _forget_output()
            complain(f"What the command says cannot be written: {error.strerror or error}.")
        else:
            reason = error.strerror or error
            complain(f"“{os.fsdecode(error.filename)}” cannot be reached: {reason}. Check its name and permissions.")
        return 1


def _forget_output() -> None:
    """Give what is left of the output somewhere to go in Python's own last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Callable[[argparse.Namespace, date], int]:
    """Return what carries out a command; only its own part of the program is loaded."""
    if name in ("list", "score"):
        from ui.commands import listing, scores

        return {"list": listing.list_partners, "score": scores.show_scores}[name]
    if name in ("tour", "drive"):
        from ui.commands import driving

        return {"tour": driving.run_tour, "drive": driving.drive}[name]
    if name == "delete":
        from ui.commands.deleting import delete

        return delete
    if name == "brief":
        from ui.commands.briefs import print_brief

        return print_brief
    if name in ("compare", "portfolio", "agenda", "blank"):
        from ui.commands import documents

        return {
            "compare": documents.print_comparison,
            "portfolio": documents.print_portfolio,
            "agenda": documents.print_agenda,
            "blank": documents.print_blank,
        }[name]
    from ui.commands import files

    return {
        "sample": files.make_sample,
        "check": files.check,
        "export": files.export,
        "import": files.bring_in,
    }[name]
