"""A workspace in which every text of one partner carries a mark, so that a trace of it can be looked for."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from assessments.answer import Answer, State
from assessments.assessment import Assessment, Assessor, Partner, Reopening
from assessments.conditions import Condition, Decision, Meeting
from assessments.evidence import Attachment, Link
from assessments.risk_register import Risk
from assessments.shared_goals import Goal
from assessments.sheets import Sheets
from assessments.value_exchange import Exchange, Kind, Side
from models import edits, sheet_edits
from models.edits import Edit
from models.workspace import Workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment, filled_workspace, rated

MARK = b"zq7mark"
"""In small letters, as the keys are by which partners are searched."""
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
PARTNER, FULL, OPEN, UNDONE, OTHER = (UUID(int=number) for number in (100, 101, 102, 103, 12))
"""The marked partner, its assessments, and one of another partner that has a file in common with it."""
COMMON = b"%PDF-1.7 rules that both have"


class Marks:
    """Numbered texts, none the start of another."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self) -> str:
        """Return the next text."""
        self.made.append(f"{MARK.decode()}{len(self.made)}x")
        return self.made[-1]


def marked_workspace(path: Path) -> list[str]:
    """Make a workspace of four partners at `path`; return every text of the marked one that stands in the file."""
    mark, workspace = Marks(), open_workspace(filled_workspace(path))
    partner = replace(a_partner(PARTNER.int, mark()), country=mark(), website=mark(), contact=mark(), tags=(mark(),))
    former = replace(partner, name=mark())
    _commit(workspace, f"new assessment of {former.name}", edits.add_partner(former))
    _commit(workspace, f"details of {partner.name}", edits.edit_partner(former, partner))
    for which in (OPEN, UNDONE):
        one = an_assessment(which.int, partner, purpose=mark(), assessor=Assessor(which, mark()))
        _commit(workspace, "new", *edits.add_assessment(one))
    workspace.revert(workspace.changes(limit=1)[0].seq, today=TODAY)
    own_file, lost_file = mark().encode(), mark().encode()
    full = _full(mark, partner, own_file)
    blobs = [sheet_edits.keep_blob(_sha(content), content) for content in (own_file, lost_file, COMMON)]
    _commit(workspace, "import", *blobs, *edits.add_assessment(full))
    _commit(workspace, "note", edits.edit_answer(full, "G2", rated(3, note=mark() * 900)))
    typed = replace(full, answers={**full.answers, "G2": rated(3, note=mark.made[-1] * 900)})
    _commit(workspace, "note", edits.edit_answer(typed, "G2", rated(3, note=mark())))
    lost = Attachment(UUID(int=9), "G1", mark(), _sha(lost_file), len(lost_file), NOW)
    _commit(workspace, "file", sheet_edits.add_attachment(full, lost))
    _commit(workspace, "no file", sheet_edits.remove_attachment(full, lost))
    other = workspace.read_assessment(OTHER)
    _commit(workspace, "file", sheet_edits.add_attachment(other, _common(8)))
    finished = replace(full, final_at=NOW, finished_on=TODAY, own_name="")
    _commit(workspace, "finishing", edits.edit_assessment(full, finished))
    workspace.remember_place(FULL, "G2")
    workspace.close()
    return mark.made


def _full(mark: Marks, partner: Partner, own_file: bytes) -> Assessment:
    """An assessment with a text in every field that takes one."""
    ids = (UUID(int=number) for number in range(200, 300))
    sheets = Sheets(
        goals=(Goal(next(ids), mark(), mark(), mark(), mark(), mark()),),
        exchanges=(Exchange(next(ids), mark(), Side.OURS, Kind.DATA, 1, 2, timing=mark(), certainty=mark()),),
        risks=(Risk(next(ids), mark(), 2, 3, action=mark(), owner=mark()),),
        conditions=(Condition(next(ids), mark(), mark(), None, mark()),),
        meetings=(Meeting(next(ids), mark(), mark(), mark(), mark()),),
        decision=Decision(mark(), mark(), date(2026, 12, 1), mark()),
    )
    own = Attachment(next(ids), "G1", f"{mark()}.pdf", _sha(own_file), len(own_file), NOW)
    return an_assessment(
        FULL.int,
        partner,
        {
            "G1": rated(4, note=mark()),
            "V5": Answer(State.NOT_APPLICABLE, reason=mark(), answered_on=TODAY),
        },
        purpose=mark(),
        assessor=Assessor(FULL, mark()),
        reopenings=(Reopening(NOW, mark()),),
        sheets=sheets,
        attachments=(own, _common(7)),
        links=(Link(next(ids), "G1", f"https://example.org/{mark()}", NOW),),
    )


def _common(number: int) -> Attachment:
    return Attachment(UUID(int=number), "G1", "rules.pdf", _sha(COMMON), len(COMMON), NOW)


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _commit(workspace: Workspace, label: str, *wanted: Edit) -> None:
    workspace.commit(label, wanted, today=TODAY)
