"""The command that deletes for good."""

from __future__ import annotations

import argparse
from contextlib import closing
from dataclasses import replace
from datetime import date

from models.erasing import Chosen, count_contents, erase
from models.old_copies import old_copies
from models.workspace import open_workspace
from ui.commands.choosing import CommandRefusedError, choose_assessment, choose_partner
from ui.commands.printing import complain, say, shown
from ui.documents.deletion_words import contents_words


def delete(parsed: argparse.Namespace, _today: date) -> int:
    """Delete a partner with all it has, or one assessment of it; without --yes, say what would go and refuse."""
    with closing(open_workspace(parsed.file)) as workspace:
        partner = choose_partner(workspace, parsed.partner)
        chosen, what = Chosen(partners=(partner.id,)), f"“{partner.name}”"
        if parsed.assessment is not None:
            assessment = choose_assessment(workspace, partner, parsed.assessment)
            finished = "finished " if assessment.is_final else ""
            chosen, what = Chosen(assessments=(assessment.id,)), f"the {finished}assessment {assessment.id} of {what}"
    if not parsed.yes:
        contents = count_contents(parsed.file, chosen)
        words = contents_words(replace(contents, assessments=0) if chosen.assessments else contents, str)
        raise CommandRefusedError(
            f"Nothing was deleted. With --yes {what} in “{parsed.file}” is deleted for good{words and f': {words}'}. "
            "Nothing brings it back."
        )
    report = erase(parsed.file, chosen)
    say(shown(f"{parsed.file}: {what} is deleted for good."))
    if not report.is_swept:
        complain(
            f"Older traces may still lie in the free space of “{parsed.file}”: it was in use, or its disk is full. "
            "They are taken away when the window opens it the next time."
        )
    for copy in old_copies(parsed.file):
        complain(f"“{copy}”, the copy that an update of the format left, may still have it: delete that file yourself.")
    return 0
