"""The fixed text of the copy for a partner: all of it may be read by the partner."""

from __future__ import annotations

PARTNER = {
    "partner_kicker": "PARTNER COPY",
    "partner_with": "Partnership with {name}",
    "partner_title": "Partner copy: {partner}",
    "partner_subject": "Shared goals, agreed conditions and open questions",
    "partner_about": "The goals that both sides share, the conditions that both sides agreed to, and the questions "
    "that are still open.",
    "partner_goals": "Shared goals",
    "partner_goals_none": "No shared goal is written down yet.",
    "partner_conditions": "Agreed conditions",
    "partner_conditions_none": "No condition is agreed yet.",
    "partner_questions": "Open questions",
    "partner_questions_note": "In the order of the questionnaire. We would like to hear or see the answer to each.",
    "partner_questions_none": "No question is open.",
    "partner_number": "{number}.",
    "partner_mark": "Copy sha256 {hash}",
    "goal_outcome": "Outcome",
    "goal_metric": "Metric",
    "goal_baseline": "Baseline",
    "goal_target": "Target",
    "goal_source": "Source",
    "goal_date": "Date",
}

PARTNER_CHECK = {
    "partner_refused": "The partner copy was not made: {place}, the finished file holds something that a partner "
    "may not see. An earlier file is as it was. Please report this as a fault of Rapport.",
    "on_its_pages": "on its pages",
    "in_properties": "in its properties",
    "in_outline": "in its outline",
    "in_structure": "in its structure",
    "in_file": "beside its pages",
}
"""What is said when the finished copy is refused; never printed on it."""
