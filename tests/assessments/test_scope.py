"""How many questions are asked, and how long they take, said before an assessment is begun."""

from __future__ import annotations

from pathlib import Path

import pytest

import bootstrap
from assessments.assessment import Scope
from assessments.effort import minutes_for
from assessments.questionnaire import GateRule
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scope import count_asked, questions_in_scope
from tests.models.builders import a_partner, an_assessment

QUESTIONNAIRE = packaged_questionnaire()
OPTIONAL = [one.id for one in QUESTIONNAIRE.questions.values() if one.gate is GateRule.OPTIONAL]


@pytest.mark.parametrize("switched_on", [(), tuple(OPTIONAL)], ids=["", "optional gates"])
@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("code", QUESTIONNAIRE.partner_types)
def test_as_many_are_foretold_as_are_asked(code: str, scope: Scope, switched_on: tuple[str, ...]) -> None:
    begun = an_assessment(
        partner=a_partner(type=code), partner_type=code, scope=scope, switched_on=frozenset(switched_on)
    )
    assert count_asked(QUESTIONNAIRE, code, scope, switched_on) == len(questions_in_scope(begun))


def test_without_a_type_every_question_is_counted() -> None:
    assert count_asked(QUESTIONNAIRE, "", Scope.FULL, ()) == len(QUESTIONNAIRE.questions)


def test_what_is_written_down_about_the_time_is_what_is_worked_out() -> None:
    quick = count_asked(QUESTIONNAIRE, "AGY", Scope.QUICK, ())
    words = f"about {minutes_for(quick)} minutes"
    for name in ("README.md", "ui/widgets/partner_states.py"):
        assert words in (Path(bootstrap.HERE) / name).read_text(encoding="utf-8"), name


def test_even_one_question_takes_a_minute() -> None:
    assert [minutes_for(count) for count in (0, 1, 2, 5, 27)] == [1, 1, 1, 2, 12]
