"""Runs one parsed command and turns every refusal into a sentence and an exit code."""

from __future__ import annotations

import argparse
from datetime import date

from models.errors import StoreError
from ui.commands.printing import complain


def run_parsed(parsed: argparse.Namespace) -> int:
    """Return 0 when done, 1 when refused; the sentence has then been written to standard error."""
    today = getattr(parsed, "as_of", None) or date.today()  # noqa: DTZ011 - the user's own day is meant
    try:
        return _run(parsed, today)
    except StoreError as error:
        complain(str(error))
    except BrokenPipeError:  # the reader has seen enough
        return 0
    return 1


def _run(parsed: argparse.Namespace, today: date) -> int:
    if parsed.command == "sample":
        from models.sample import create_sample

        create_sample(parsed.file, today).close()
    return 0
