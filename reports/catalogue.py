"""The fixed text of the brief, in one place, and how dates and numbers are written in it.

A language is one more mapping of the same keys. Sentences about a result come from `assessments.wording`.
"""

from __future__ import annotations

from datetime import date

from reports.catalogue_beside import BESIDE, ROBUSTNESS_METHOD, WEIGHTING_METHODS
from reports.catalogue_documents import DOCUMENTS
from reports.catalogue_partner import PARTNER, PARTNER_CHECK

LANGUAGE = "en-GB"

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)

_ENGLISH = {
    "kicker": "PARTNERSHIP BRIEF",
    "kicker_draft": "DRAFT",
    "document_title": "Partnership brief: {partner}",
    "document_subject": "{questionnaire} {version}, as of {day}",
    "as_of": "As of {day}",
    "assessor": "Assessor: {name}",
    "questionnaire": "{title} {version}",
    "for_own": "for {name}",
    "supported": "supported",
    "as_answered": "{points} as answered",
    "nothing_answered": "nothing rated yet",
    "nothing_applies": "nothing applies",
    "up_to": "up to {points}",
    "brief": "brief",
    "draft": "Draft: not finished",
    "quick": "Quick assessment",
    "provisional": "Provisional",
    "rest": "Rest on {where}",
    "on_page": "page {page}",
    "on_team_page": "page {page} of the team brief",
    "charts_key": (
        "Solid: supported by evidence. Pale: best case. Tick: as answered. Dashed: bands. "
        "Higher is better throughout: a high risk figure means well controlled."
    ),
    "gates": "Gates",
    "gates_passed": "{passed} of {active} passed on evidence",
    "gates_none": "none is in scope",
    "strengths": "Strengths",
    "gaps": "Gaps",
    "strengths_of": "{shown} of {count}, highest first",
    "gaps_of": "{shown} of {count}, lowest first",
    "finding_rating": "Rating, 1 to 5",
    "no_strengths": "No question is rated 4 or 5 on fresh evidence.",
    "no_gaps": "No question is rated low enough to count as a gap.",
    "ask_next": "What to ask next",
    "ask_none": "Nothing is open: every answer in scope rests on fresh, seen or verified evidence.",
    "ask_nothing_applies": "Nothing applies, so there is nothing to ask.",
    "ask_gain": "Points to gain",
    "more": "{count} more: rest on {where}",
    "points_gain": "+{points}",
    "logo": "Logo",
    "logo_of": "Logo of {name}",
    "asked": "Asked of you:",
    "prepared_by": "Prepared by",
    "decided_by": "Decided by",
    "date": "Date",
    "page": "Page {number} of {count}",
    "fingerprint": "Assessment {id} · sha256 {hash} · questionnaire {version}",
    "from_page_one": "From page one, in full",
    "left_out": "Left out of this copy: {parts}.",
    "part_robustness": "how firm it is",
    "part_sheets": "the sheets",
    "part_answers": "answers",
    "part_lists": "open and out of scope",
    "part_weights": "weights and thresholds",
    "part_record": "about this assessment",
    "part_method": "method",
    "partner": "Partner",
    "purpose": "Purpose",
    "recommendation": "Recommendation",
    "answers": "Answers",
    "continued": "{title}, continued",
    "dimension_score": "{supported} supported · {answered} as answered · up to {best}",
    "dimension_weight": "weight {share}",
    "dimension_unscored": "not scored: nothing applies",
    "gate": "Gate",
    "note": "Note",
    "reason": "Reason",
    "outside": "Why it does not count",
    "flagged": "Flagged to come back to",
    "rated": "{rating} · {word}",
    "unanswered": "Not answered",
    "unknown": "Unknown",
    "unknown_meaning": "We looked, and we do not know.",
    "not_applicable": "Not applicable",
    "evidence": "{grade}, {day}",
    "evidence_undated": "{grade}, answered {day}",
    "no_grade": "No grade",
    "stale_since": "Stale since {day}",
    "lists": "Open, not applicable, out of scope",
    "unknowns": "Unknown",
    "unknowns_none": "No question is answered as unknown.",
    "unanswered_list": "Not answered",
    "unanswered_list_none": "Every question in scope has an answer.",
    "not_applicables": "Not applicable",
    "not_applicables_none": "No question is marked as not applicable.",
    "out_of_scope": "Answered, but out of scope",
    "out_of_scope_none": "No answer stands outside the scope.",
    "out_by_type": "Does not apply to this type of partner ({type}).",
    "out_by_scope": "Neither a core question nor a gate: left out of a quick assessment.",
    "gate_table": "Every gate",
    "weights": "Weights and thresholds",
    "weights_equal": "The questionnaire's own weights are in use.",
    "weights_changed": "The weights were changed for this assessment; the questionnaire's own stand beside them.",
    "weight_dimension": "Dimension",
    "weight_used": "Weight in use",
    "weight_own": "Questionnaire's own",
    "weight_question": "Question",
    "weight_within": "Within its dimension",
    "weights_questions": "Question weights",
    "weights_questions_equal": "All questions of a dimension weigh the same.",
    "thresholds": "Thresholds",
    "threshold_proceed": "Proceed, from a supported score of",
    "threshold_conditions": "Proceed with conditions, from",
    "threshold_pilot": "Pilot first, from; below it decline",
    "threshold_floor": "A dimension supported under this allows a pilot at most",
    "threshold_enough": "Overall coverage under this means hold",
    "threshold_firm": "Overall coverage under this makes it provisional",
    "threshold_not_applicable": "Not-applicable weight over this share allows conditions at most",
    "switched_on": "Gates switched on for this assessment: {questions}.",
    "record": "About this assessment",
    "record_id": "Assessment",
    "record_type": "Assessed as",
    "record_own_type": "Type of the partner now",
    "record_country": "Country",
    "record_website": "Website",
    "record_contact": "Contact",
    "record_tags": "Tags",
    "record_scope": "Scope",
    "scope_quick": "Quick: core questions and active gates ({count} questions)",
    "scope_full": "Full ({count} questions)",
    "record_assessor": "Assessor",
    "record_for": "Assessed for",
    "record_begun": "Begun",
    "record_finished": "Finished",
    "not_finished": "Not finished: this is a draft",
    "record_as_of": "Evidence counted as of",
    "record_coverage": "Answered",
    "coverage_value": "{coverage} of the applicable weight is rated, {evidenced} on fresh, seen or verified evidence",
    "record_gut": "Gut feeling before the questions",
    "gut_value": "{points} of 100. Kept for later comparison, never part of the score. Internal.",
    "gut_none": "Not given",
    "record_reopened": "Reopened",
    "reopened_entry": "{day}: {reason}",
    "reopened_never": "Never",
    "record_fingerprint": "Fingerprint (sha256)",
    "record_questionnaire": "Questionnaire",
    "record_questionnaire_value": "{title}, sha256 {hash}",
    "method": "Method, and what it cannot say",
    "weighting_methods": WEIGHTING_METHODS,
    **BESIDE,
    **DOCUMENTS,
    **PARTNER,
    **PARTNER_CHECK,
}

_METHOD = (
    "Every question has five anchored ratings worth 0, 25, 50, 75 and 100 points. A dimension's score is the "
    "weighted mean of its questions, the overall score the weighted mean of the dimensions: an additive value "
    "model (Keeney and Raiffa, 1976). Arithmetic is exact; figures are rounded half up to whole points only where "
    "they are printed, and the recommendation is read before rounding.",
    "The supported score counts a rating in full only on fresh evidence that was seen or verified; otherwise it "
    "counts the next lower rating. No grade counts as assumed, no date as the day of the answer. Unknown and "
    "unanswered questions count from 0 to 100: 0 in the supported score, 100 in the best case. The answered score "
    "takes all ratings at their word. Not applicable leaves the sum, and its weight goes to the other questions "
    "of the dimension.",
    "A gate is a question whose bad answer no average can buy off. A gate rated 1 means decline; an open gate "
    "means hold; one rated 2 allows a pilot at most; one passed on weak or stale evidence allows conditions at "
    "most.",
    "What the score is not: it is no forecast of success and no probability, and it was not fitted to outcomes of "
    "past partnerships. Points order one partner's answers on fixed anchors; a difference of a few points between "
    "two partners means little, and no partner changes another's score. The thresholds and weights are a "
    "judgement of those who made the questionnaire, not a standard's. Ratings are one assessor's reading of the "
    "evidence on the day printed; the score is no better than that evidence. It does not replace legal, security "
    "or financial review.",
    "Sources: R. L. Keeney and H. Raiffa, Decisions with Multiple Objectives (1976), for the additive model. "
    "Questions follow a chapter on collaboration in AI advertising: clear goals, open communication and trust, "
    "mutually beneficial value exchange, continuous learning. Everything else is ours and stands in the "
    "questionnaire.",
)


def printed(key: str, **values: object) -> str:
    """Return a fixed text with its values put in. Values are data: braces in them stay as they are."""
    return _ENGLISH[key].format(**values)


def method_paragraphs() -> tuple[str, ...]:
    """Return the method note."""
    return _METHOD


def robustness_paragraphs(count: str, concentration: str) -> tuple[str, ...]:
    """Return how the shares and flip points were worked out, and what they cannot say."""
    return tuple(words.format(count=count, concentration=concentration) for words in ROBUSTNESS_METHOD)


def say(english: str) -> str:
    """Return what paper says for an English sentence of `assessments.wording`: the same."""
    return english


def short_day(day: date | None) -> str:
    """Return "23 Nov 2026" for a table, a dash for no day."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}" if day else "—"


def long_date(day: date) -> str:
    """Return "23 November 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
