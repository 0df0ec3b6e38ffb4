"""The command that scores partners."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

from assessments.assessment import Assessment
from assessments.result import GateOutcome, Result, Score
from assessments.scoring import score_assessment, weights_changed
from assessments.wording import ask_words, gate_symbol, gate_words, hold_words
from assessments.wording_beside import weights_changed_words
from assessments.wording_figures import band_symbol, percent, points
from assessments.wording_result import recommendation_sentences
from models.workspace import Workspace, open_workspace
from ui.commands.choosing import CommandRefusedError, choose_assessment, choose_partner
from ui.commands.printing import say, say_json, shown
from ui.commands.standing import doubts_record, number, robustness_record, sheets_record, standing_lines

FORMAT = "rapport-scores"
VERSION = 1


def show_scores(parsed: argparse.Namespace, today: date) -> int:
    """Print what follows from the answers of one partner, or of all that have an assessment."""
    if parsed.assessment and not parsed.partner:
        raise CommandRefusedError("--assessment needs the partner it belongs to: score FILE PARTNER --assessment ID.")
    with closing(open_workspace(parsed.file)) as workspace:
        scored = [(one, score_assessment(one, today)) for one in _assessments(workspace, parsed)]
    if parsed.json:
        say_json({"format": FORMAT, "version": VERSION, "scores": [_record(one, result) for one, result in scored]})
        return 0
    for index, (assessment, result) in enumerate(scored):
        for line in (*([""] if index else []), *_lines(assessment, result, whole=bool(parsed.partner))):
            say(line)
    return 0


def _assessments(workspace: Workspace, parsed: argparse.Namespace) -> Iterator[Assessment]:
    if parsed.partner:
        yield choose_assessment(workspace, choose_partner(workspace, parsed.partner), parsed.assessment)
        return
    for partner in workspace.all_partners():
        heads = [] if partner.archived else workspace.assessments_of(partner.id)
        if heads:
            yield workspace.read_assessment(heads[0].id)


def _record(assessment: Assessment, result: Result) -> dict[str, Any]:
    """Return one result in the shape that README.md describes."""
    recommendation = result.recommendation
    return {
        "partner": {"id": str(assessment.partner.id), "name": assessment.partner.name, "type": assessment.partner_type},
        "assessment": {
            "id": str(assessment.id),
            "purpose": assessment.purpose,
            "scope": assessment.scope.value,
            "final": assessment.is_final,
        },
        "questionnaire": {
            "id": assessment.questionnaire.id,
            "version": assessment.questionnaire.version,
            "content_hash": assessment.questionnaire.content_hash,
        },
        "as_of": result.as_of.isoformat(),
        "recommendation": recommendation.band.value,
        "reasons": [{"rule": reason.rule.value, "ids": list(reason.ids)} for reason in recommendation.reasons],
        "sentences": list(recommendation_sentences(assessment, result, str)),
        "provisional": recommendation.provisional,
        "if_confirmed": recommendation.if_confirmed.value,
        "overall": _score(result.overall),
        "dimensions": {key: _score(score) for key, score in result.dimensions.items()},
        "weights": {key: number(weight) for key, weight in result.weights.items()},
        "gates": [
            {
                "question": gate.question_id,
                "outcome": gate.outcome.value,
                "stale": gate.stale,
                "unverified": gate.unverified,
            }
            for gate in result.gates
        ],
        "ask_next": [
            {"question": ask.question_id, "kind": ask.kind.value, "gain": number(ask.gain)} for ask in result.ask_next
        ],
        "strengths": list(result.strengths),
        "gaps": list(result.gaps),
        "in_scope": list(result.in_scope),
        "out_of_scope_answered": list(result.out_of_scope_answered),
        "weights_changed": weights_changed(assessment),
        "robustness": robustness_record(assessment, result),
        "sheets": sheets_record(assessment),
        **doubts_record(assessment, result),
    }


def _score(score: Score | None) -> dict[str, float | None] | None:
    if score is None:
        return None
    return {
        "supported": number(score.supported),
        "answered": None if score.answered is None else number(score.answered),
        "best": number(score.best),
        "coverage": number(score.coverage),
        "evidenced": number(score.evidenced),
    }


def _lines(assessment: Assessment, result: Result, *, whole: bool) -> Iterator[str]:
    questionnaire = assessment.questionnaire
    purpose = f": {assessment.purpose}" if assessment.purpose else ""
    yield shown(f"{assessment.partner.name}{purpose}")
    mark = f", {weights_changed_words(str).lower()}" if weights_changed(assessment) else ""
    yield f"  {band_symbol(result.recommendation.band)} {hold_words(result, str)}, as of {result.as_of}{mark}"
    for sentence in recommendation_sentences(assessment, result, str):
        yield f"    {shown(sentence)}"
    yield "  Supported    Answered    Best"
    for title, score in (
        ("Overall", result.overall),
        *((questionnaire.dimension_by_id[key].title, score) for key, score in result.dimensions.items()),
    ):
        yield f"  {_score_cells(score)}  {shown(title)}"
    yield "  Gates"
    for gate in result.gates:
        if gate.outcome is not GateOutcome.INACTIVE:
            title = questionnaire.questions[gate.question_id].title
            yield f"    {gate_symbol(gate)} {gate.question_id} {shown(title)}: {gate_words(gate, assessment, str)}"
    if whole:
        yield from standing_lines(assessment, result)
    if result.ask_next:
        yield "  Ask next"
    for ask in result.ask_next:
        title = questionnaire.questions[ask.question_id].title
        yield f"    {ask.question_id} {shown(title)}: {ask_words(ask, assessment, str)}"


def _score_cells(score: Score | None) -> str:
    if score is None:
        return f"{'not applicable':<29}"
    coverage = f"({percent(score.coverage)})"
    return f"{points(score.supported):>9}  {points(score.answered):>4} {coverage:<8}{points(score.best):>5}"
