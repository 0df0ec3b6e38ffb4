"""What stands beside a score, for the terminal: how firm it is, the sheets' figures, what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessments.assessment import Assessment
from assessments.check_again import check_again
from assessments.conditions import ConditionState
from assessments.contradictions import Contradiction, contradictions
from assessments.flips import Flip, Flips
from assessments.result import Result
from assessments.risk_register import numbered
from assessments.robustness import robustness
from assessments.shared_goals import alignment, one_sided
from assessments.value_exchange import balance, money_sums
from assessments.wording_beside import alignment_sentence, balance_sentence
from assessments.wording_contradictions import contradiction_words
from assessments.wording_robustness import no_robustness_sentence, robustness_sentences
from ui.commands.printing import shown

Record = dict[str, Any]


def number(exact: Fraction | float) -> float:
    """Return an exact figure as JSON writes it, to six decimals."""
    return round(float(exact), 6)


def robustness_record(assessment: Assessment, result: Result) -> Record:
    """Return shares and flip points; "draws" is 0 where no weights matter, and the sentence says why."""
    found = robustness(assessment, result)
    if found is None:
        return {
            "draws": 0,
            "holds": None,
            "shares": {},
            "flips": {},
            "sentences": [no_robustness_sentence(result, str)],
        }
    return {
        "draws": found.draws,
        "holds": number(found.holds),
        "shares": {band.value: number(share) for band, share in found.shares.items()},
        "flips": {key: _flips(flips) for key, flips in found.flips.items()},
        "sentences": list(robustness_sentences(assessment, result, found, str)),
    }


def sheets_record(assessment: Assessment) -> Record:
    """Return the figures of every sheet, null or empty where there are none."""
    sheets = assessment.sheets
    states = [one.state for one in sheets.conditions]
    return {
        "goals": {
            "rows": len(sheets.goals),
            "alignment": _maybe(alignment(sheets.goals)),
            "one_sided": [goal.outcome for goal in one_sided(sheets.goals)],
        },
        "exchange": _exchange(assessment),
        "risks": [
            {"number": key, "risk": risk.risk, "exposure": risk.exposure, "exposure_after": risk.exposure_after}
            for key, risk in numbered(sheets.risks).items()
        ],
        "conditions": {state.value: states.count(state) for state in ConditionState},
        "meetings": len(sheets.meetings),
        "decision": None if sheets.decision is None else {"what": sheets.decision.what, "on": str(sheets.decision.on)},
    }


def doubts_record(assessment: Assessment, result: Result) -> Record:
    """Return the contradictions and the evidence that is stale or goes stale soon."""
    return {
        "contradictions": [_contradiction(one, assessment) for one in contradictions(assessment, result)],
        "check_again": [
            {"question": one.question_id, "stale_from": one.stale_from.isoformat(), "stale": one.is_stale}
            for one in check_again(assessment, result.as_of)
        ],
    }


def standing_lines(assessment: Assessment, result: Result) -> Iterator[str]:
    """Yield the lines on what would change the result, and on what stands beside it."""
    yield "  What would change it"
    for sentence in robustness_record(assessment, result)["sentences"]:
        yield f"    {shown(sentence)}"
    sheets = assessment.sheets
    if sheets.exchanges:
        yield "  Value exchange"
        yield f"    {balance_sentence(sheets.exchanges, str)}"
    if sheets.goals:
        yield "  Shared goals"
        yield f"    {alignment_sentence(sheets.goals, str)}"
    found = contradictions(assessment, result)
    if found:
        yield "  Contradictions"
    for one in found:
        yield f"    {shown(contradiction_words(one, assessment, str))}"


def _exchange(assessment: Assessment) -> Record:
    exchanges = assessment.sheets.exchanges
    found = balance(exchanges)
    return {
        "rows": len(exchanges),
        "return_ours": _maybe(found.ours if found else None),
        "return_theirs": _maybe(found.theirs if found else None),
        "balance": _maybe(found.balance if found else None),
        "favoured": found.favoured.value if found and found.favoured else None,
        "money": [
            {"giver": one.giver.value, "currency": one.currency, "low": _amount(one.low), "high": _amount(one.high)}
            for one in money_sums(exchanges)
        ],
    }


def _contradiction(found: Contradiction, assessment: Assessment) -> Record:
    return {
        "rule": found.rule.id,
        "sentence": contradiction_words(found, assessment, str),
        "places": [
            {"question": place.question_id or None, "sheet": place.sheet.value if place.sheet else None}
            for place in found.places
        ],
    }


def _flips(flips: Flips) -> Record:
    return {
        "score_down": _flip(flips.score_down),
        "score_up": _flip(flips.score_up),
        "weight_down": _flip(flips.weight_down),
        "weight_up": _flip(flips.weight_up),
    }


def _flip(flip: Flip) -> Record:
    return {
        "at": _maybe(flip.at),
        "recommendation": flip.band.value,
        "held_by": [reason.rule.value for reason in flip.held_by],
    }


def _maybe(exact: Fraction | None) -> float | None:
    return None if exact is None else number(exact)


def _amount(amount: Decimal) -> str:
    """Return an amount as text, so that no program rounds it."""
    return f"{amount.normalize():f}"
