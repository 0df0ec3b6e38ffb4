"""The command that writes the brief."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import date

from assessments.scoring import score_assessment
from models.workspace import open_workspace
from reports.brief import lay_brief
from reports.document import DocumentError
from ui.commands.choosing import CommandRefusedError, choose_assessment, choose_partner, output_file
from ui.commands.documents import write_laid
from ui.commands.print_options import brief_options


def print_brief(parsed: argparse.Namespace, today: date) -> int:
    """Write the brief of one partner."""
    target = output_file(parsed.output)
    with closing(open_workspace(parsed.file)) as workspace:
        partner = choose_partner(workspace, parsed.partner)
        assessment = choose_assessment(workspace, partner, parsed.assessment)
        options = brief_options(parsed, workspace)
    try:
        laid = lay_brief(assessment, score_assessment(assessment, today), options)
    except DocumentError as error:
        raise CommandRefusedError(str(error)) from error
    return write_laid(laid, target, parsed.output)
