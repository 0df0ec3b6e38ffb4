from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.assessment import Assessment
from models import edits
from models.workspace import Workspace, create_workspace
from tests.conftest import TODAY
from tests.models.builders import an_assessment


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Workspace]:
    """A new, open workspace."""
    workspace = create_workspace(tmp_path / "Partners.rapport")
    yield workspace
    workspace.close()


@pytest.fixture
def stored(opened: Workspace) -> Assessment:
    """An assessment with three answers, as the open workspace holds it."""
    assessment = an_assessment()
    opened.commit("new", [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)], today=TODAY)
    return assessment
