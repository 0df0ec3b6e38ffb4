from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models import edits
from models.workspace import Workspace
from tests.conftest import TODAY
from tests.models.builders import an_assessment


@pytest.mark.parametrize("microsecond", [0, 1, 499_999, 999_499, 999_500, 999_999])
def test_every_microsecond_of_a_second_can_be_stored(opened: Workspace, microsecond: int) -> None:
    moment = datetime(2026, 12, 31, 23, 59, 59, microsecond, tzinfo=UTC)
    assessment = replace(an_assessment(), created_at=moment)

    opened.commit("new", [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)], today=TODAY)

    assert opened.read_assessment(assessment.id).created_at == moment
