"""Commands that drive the program: the tour through the window, and answers from standard input."""

from __future__ import annotations

import argparse
import io
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from assessments.answer import HIGHEST_RATING, LOWEST_RATING, State
from assessments.assessment import Assessment
from models.edits import edit_answer
from models.errors import StoreError
from models.workspace import Workspace, open_workspace
from ui.commands.choosing import CommandRefusedError, choose_assessment, choose_partner
from ui.commands.printing import say


class _Wish(NamedTuple):
    partner: str
    question: str
    rating: int


def run_tour(parsed: argparse.Namespace, _today: date) -> int:
    """Go through the main job in the real window, unseen."""
    from ui.window.tour import run_tour as run

    return run(parsed.output)


def drive(parsed: argparse.Namespace, today: date) -> int:
    """Store one answer for each line of standard input; "ACK n" is only said once the n-th is on the disk."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    current: dict[str, Assessment] = {}
    with closing(open_workspace(parsed.file)) as workspace:
        for number, line in enumerate(sys.stdin, start=1):
            try:
                wish = _read_line(line)
                if wish.partner not in current:
                    current[wish.partner] = choose_assessment(workspace, choose_partner(workspace, wish.partner), None)
                current[wish.partner] = _store(workspace, current[wish.partner], wish, today)
            except (CommandRefusedError, StoreError) as error:
                raise CommandRefusedError(f"Line {number} of standard input: {error}") from error
            say(f"ACK {number}")
    return 0


def _read_line(line: str) -> _Wish:
    fields = line.rstrip("\r\n").split("\t")
    if len(fields) != 4 or fields[0] != "SET":
        raise CommandRefusedError("It must be SET, PARTNER, QUESTION and RATING with tabs between.")
    if fields[3] not in [str(rating) for rating in range(LOWEST_RATING, HIGHEST_RATING + 1)]:
        raise CommandRefusedError(f"The rating must be a whole number from 1 to 5, not “{fields[3]}”.")
    return _Wish(fields[1], fields[2], int(fields[3]))


def _store(workspace: Workspace, assessment: Assessment, wish: _Wish, today: date) -> Assessment:
    if wish.question not in assessment.questionnaire.questions:
        raise CommandRefusedError(f"There is no question “{wish.question}” in this assessment.")
    answer = replace(
        assessment.answer(wish.question), state=State.RATED, rating=wish.rating, reason="", answered_on=today
    )
    change = workspace.commit("answer", [edit_answer(assessment, wish.question, answer)], today=today)
    stored = change.assessments.get(assessment.id)
    return stored[0] if stored else assessment
