"""What the partner may see of an assessment: a value that can hold nothing else.

Allowed, and nothing more:

- both names, the day, and whether the assessment is still open;
- of each goal that both sides hold: outcome, metric, baseline, target, source of the figures and date, never what it
  is worth to whom;
- of each condition that is agreed: what is to be done, by whom, by when, and what closes it. Who does it is part of
  what both sides said yes to, so the owner's name is an agreed field; the answer it came from is not;
- the text of each question that is still open to us, in the questionnaire's order, without its id, its rating, our note
  or why we ask. Whether it is unknown, unanswered or weakly evidenced is not told apart.

Everything else in an assessment stays here: purpose, scores, weights, evidence, notes, risks, the exchange, gut
feeling, decision, conditions that are not agreed, goals of one side, meetings, assessors, files and links.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from assessments.answer import State
from assessments.assessment import Assessment
from assessments.conditions import ConditionState
from assessments.freshness import is_firm
from assessments.result import Result


@dataclass(frozen=True, slots=True)
class PartnerGoal:
    """A goal that both sides hold."""

    outcome: str
    metric: str
    baseline: str
    target: str
    source: str
    due: date | None


@dataclass(frozen=True, slots=True)
class PartnerCondition:
    """A condition that both sides agreed to."""

    what: str
    owner: str
    due: date | None
    closes: str


@dataclass(frozen=True, slots=True)
class PartnerCopy:
    """All that a partner's copy is printed from."""

    partner: str
    own_name: str
    """May be empty."""
    as_of: date
    is_final: bool
    goals: tuple[PartnerGoal, ...]
    """In sheet order."""
    conditions: tuple[PartnerCondition, ...]
    """In sheet order."""
    questions: tuple[str, ...]
    """Texts of the open questions, in questionnaire order."""


def partner_copy(assessment: Assessment, result: Result) -> PartnerCopy:
    """Return what the partner may see.

    Args:
        assessment: As scored.
        result: Of the same assessment; decides which questions are asked and how fresh their evidence is.
    """
    sheets = assessment.sheets
    return PartnerCopy(
        partner=assessment.partner.name,
        own_name=assessment.own_name,
        as_of=result.as_of,
        is_final=assessment.is_final,
        goals=tuple(
            PartnerGoal(goal.outcome, goal.metric, goal.baseline, goal.target, goal.source, goal.due)
            for goal in sheets.goals
            if goal.ours and goal.theirs
        ),
        conditions=tuple(
            PartnerCondition(one.what, one.owner, one.due, one.closes)
            for one in sheets.conditions
            if one.state is ConditionState.AGREED
        ),
        questions=tuple(
            assessment.questionnaire.questions[key].text
            for key in result.in_scope
            if _is_open(assessment, key, result.as_of)
        ),
    )


def copy_fingerprint(copy: PartnerCopy) -> str:
    """Return 64 hex digits over the copy alone: they tell nothing of the assessment behind it.

    Source:
        SHA-256, FIPS 180-4, over JSON with sorted keys in UTF-8.
    """
    text = json.dumps(asdict(copy), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _is_open(assessment: Assessment, question_id: str, as_of: date) -> bool:
    """Return whether we still have to ask: unknown, unanswered, or rated without fresh evidence that we saw."""
    answer = assessment.answer(question_id)
    if answer.state is State.NOT_APPLICABLE:
        return False
    return not is_firm(answer, assessment.questionnaire.questions[question_id], as_of)
