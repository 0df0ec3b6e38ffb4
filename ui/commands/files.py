"""Commands about whole files: sample, check, export, import."""

from __future__ import annotations

import argparse
from contextlib import closing, suppress
from datetime import date

from models.exchange import import_file, write_export
from models.sample import create_sample
from models.workspace import create_workspace, open_workspace
from models.workspace_check import check_workspace
from ui.commands.choosing import output_file
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
    counts = f"{report.partners} partners, {report.assessments} assessments, {report.answers} answers"
    verdict = "Something is wrong: see above." if report.problems else "Everything is in order."
    say(f"{shown(str(parsed.file))}: {counts}, {report.changes} changes. {verdict}")
    return 1 if report.problems else 0


def export(parsed: argparse.Namespace, _today: date) -> int:
    """Write a workspace as one JSON file."""
    target = output_file(parsed.output)
    with closing(open_workspace(parsed.file)) as workspace:
        write_export(workspace, target)
    say(f"{shown(str(parsed.output))} is written.")
    return 0


def bring_in(parsed: argparse.Namespace, today: date) -> int:
    """Add what an exported file holds; a workspace that was made for it goes again when it is refused."""
    makes_file = parsed.new and not parsed.file.exists()
    with closing((create_workspace if makes_file else open_workspace)(parsed.file)) as workspace:
        try:
            report = import_file(workspace, parsed.source, as_new=parsed.new and not makes_file, today=today)
        except BaseException:
            workspace.close()
            if makes_file:
                with suppress(OSError):
                    parsed.file.unlink()
            raise
    known = report.partners_known + report.assessments_known
    say(
        f"{shown(str(parsed.file))}: {report.partners_added} partners and {report.assessments_added} assessments added"
        f"{f', {known} were there already' if known else ''}."
    )
    return 0
