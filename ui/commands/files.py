"""Commands about whole files: sample, check, export, import."""

from __future__ import annotations

import argparse
import os
from contextlib import closing, suppress
from datetime import date

from models.creation import create_file
from models.exchange import import_file, write_export
from models.sample import create_sample
from models.workspace import open_workspace
from models.workspace_check import check_workspace
from reports.part_files import part_beside, sweep_parts
from ui.commands.choosing import CommandRefusedError, output_file
from ui.commands.printing import complain, say, shown


def make_sample(parsed: argparse.Namespace, today: date) -> int:
    """Make a workspace of invented partners."""
    with closing(create_sample(parsed.file, today)) as workspace:
        count = len(workspace.all_partners())
    say(f"{shown(str(parsed.file))}: {count} invented partners.")
    return 0


def check(parsed: argparse.Namespace, _today: date) -> int:
    """Say what a workspace holds, and everything that is wrong with it."""
    report = check_workspace(parsed.file)
    for problem in report.problems:
        complain(problem)
    counts = (
        _counted(report.partners, "partner"),
        _counted(report.assessments, "assessment"),
        _counted(report.answers, "answer"),
        _counted(report.changes, "change"),
    )
    verdict = "Something is wrong: see above." if report.problems else "Everything is in order."
    say(f"{shown(str(parsed.file))}: {', '.join(counts)}. {verdict}")
    return 1 if report.problems else 0


def export(parsed: argparse.Namespace, _today: date) -> int:
    """Write a workspace as one JSON file."""
    sweep_parts()
    target = output_file(parsed.output)
    with closing(open_workspace(parsed.file)) as workspace:
        write_export(workspace, target, part_beside)
    say(f"{shown(str(parsed.output))} is written.")
    return 0


def bring_in(parsed: argparse.Namespace, today: date) -> int:
    """Add what an exported file holds; a workspace that was made for it goes again when it is refused."""
    makes_file = parsed.new and not parsed.file.exists()
    if not parsed.new and not os.path.lexists(parsed.file):
        raise CommandRefusedError(f"There is no file “{parsed.file}”. With --new it is made.")
    if makes_file:
        create_file(parsed.file, part_beside=part_beside)
    with closing(open_workspace(parsed.file)) as workspace:
        try:
            report = import_file(workspace, parsed.source, as_new=parsed.new and not makes_file, today=today)
        except BaseException:
            workspace.close()
            if makes_file:
                with suppress(OSError):
                    parsed.file.unlink()
            raise
    known = report.partners_known + report.assessments_known
    added = f"{_counted(report.partners_added, 'partner')} and {_counted(report.assessments_added, 'assessment')} added"
    say(f"{shown(str(parsed.file))}: {added}{f'; {known} known already' if known else ''}.")
    return 0


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
