"""The sample workspace, and storing whole assessments at once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from assessments.assessment import Assessment
from models.edits import Edit, add_assessment, add_partner, edit_own
from models.settings import OwnSettings
from models.workspace import Workspace, create_workspace


def create_sample(path: Path, today: date) -> Workspace:
    """Make a workspace of invented partners, marked as the sample, and open it.

    Args:
        path: Must not exist; a failure leaves nothing there.
        today: The day it is looked at; the invented evidence is dated from it.

    Raises:
        StoreError: The file exists, or its folder cannot be written to.
    """
    from assessments.sample import sample_assessments

    assessments = sample_assessments(today)
    workspace = create_workspace(path, sample=True)
    try:
        own = OwnSettings(name=assessments[0].own_name, assessor=assessments[0].assessor.name)
        edits = [edit_own(workspace.own, own), *whole_assessments(assessments)]
        workspace.commit("the sample", edits, today=today)
    except BaseException:
        workspace.close()
        with suppress(OSError):
            path.unlink()
        raise
    return workspace


def whole_assessments(assessments: Iterable[Assessment]) -> list[Edit]:
    """Return the edits that store assessments with their partners, each partner once."""
    edits: list[Edit] = []
    partners = set()
    for assessment in assessments:
        if assessment.partner.id not in partners:
            partners.add(assessment.partner.id)
            edits.append(add_partner(assessment.partner))
        edits.extend(add_assessment(assessment))
    return edits
