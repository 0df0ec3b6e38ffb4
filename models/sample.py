"""The sample workspace, and storing whole assessments at once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from assessments.assessment import Assessment
from assessments.sample import sample_assessments
from models.edits import Edit, add_assessment, add_partner, edit_own
from models.errors import StoreError
from models.settings import OwnSettings
from models.whole_file import unrecorded_part
from models.workspace import Workspace, create_workspace, open_workspace


def create_sample(path: Path, today: date) -> Workspace:
    """Make a workspace of invented partners, marked as the sample, and open it.

    Args:
        path: Must not exist; a failure leaves nothing there.
        today: The day it is looked at; the invented evidence is dated from it.

    Raises:
        StoreError: The file exists, or its folder cannot be written to.
    """
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


def is_untouched(workspace: Workspace) -> bool:
    """Return whether a workspace is the sample as it was made: nothing was changed in it, nor undone."""
    return workspace.is_sample and len(workspace.changes(limit=2)) < 2


def ready_sample(kept: Iterable[Path], otherwise: Path, today: date) -> Path:
    """Return the path of a sample that can be opened.

    Args:
        kept: Where samples may be. The first that can be opened is taken as it was left; an untouched one of another
            day is made anew, so that its dates fit `today`. What cannot be opened, or is none, is left alone.
        otherwise: Where one is made when none is there; beside it, with a number, when something else has the name.
        today: The day it is looked at.

    Raises:
        StoreError: None is there, and its folder cannot be written to.
    """
    for path in kept:
        try:
            with closing(open_workspace(path)) as workspace:
                usable = workspace.is_sample
                is_stale = is_untouched(workspace) and workspace.all_assessments()[0] not in sample_assessments(today)
        except StoreError:
            continue
        if usable and is_stale:
            with suppress(StoreError, OSError):  # an older one does too
                renew_sample(path, today)
        if usable:
            return path
    number, path = 1, otherwise
    while path.exists():
        number += 1
        path = otherwise.with_stem(f"{otherwise.stem} {number}")
    create_sample(path, today).close()
    return path


def renew_sample(path: Path, today: date) -> None:
    """Put a fresh sample in the place of an earlier one, whole or not at all.

    Args:
        path: The earlier one, open nowhere.
        today: The day it is looked at.

    Raises:
        StoreError: The folder cannot be written to.
        OSError: The earlier one cannot be replaced.
    """
    with unrecorded_part(path) as fresh:
        create_sample(fresh, today).close()
        fresh.replace(path)


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
