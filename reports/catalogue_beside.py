"""The fixed text of what stands beside the score: sheets, contradictions, evidence, and how firm the result is."""

from __future__ import annotations

BESIDE = {
    "decided": "Decided:",
    "differs": "Differs from the recommendation:",
    "weights_mark": "Weights changed",
    "decision": "Decision taken",
    "decision_what": "What",
    "decision_who": "By whom",
    "decision_when": "When",
    "decision_why": "Why it differs from the recommendation",
    "sheets": "Beside the score",
    "sheets_none": "Not filled in: {sheets}.",
    "and_more": "and {count} more on {where}",
    "all_on": "{count} on {where}",
    "in_full_more": "in full, and {count} more, on {where}",
    "in_full_on": "in full on {where}",
    "agenda_on": "What to ask next: {count} on {where}",
    "goals_all": "Shared goals sheet",
    "goals_one_sided": "Only one side holds: {goals}.",
    "goals_both": "Both sides hold every goal listed.",
    "goal_ours": "To us",
    "goal_theirs": "To them",
    "exchange": "Value exchange",
    "exchange_all": "Exchange sheet",
    "exchange_balance": "balance {balance}",
    "exchange_item": "What is given",
    "exchange_giver": "Giver",
    "exchange_kind": "Kind",
    "exchange_cost": "Cost",
    "exchange_worth": "Worth",
    "exchange_amount": "Amount",
    "exchange_timing": "Timing",
    "exchange_certainty": "Certainty",
    "we_give": "We give",
    "we_get": "We get",
    "risks": "Main risks",
    "risks_all": "Risk register",
    "risks_before": "Before the response",
    "risks_after": "After the response",
    "risk_number": "No.",
    "risk": "Risk",
    "risk_exposure": "L×I",
    "risk_exposure_key": "L×I: likelihood × impact, 25 at most",
    "risk_exposure_now": "Now",
    "risk_exposure_after": "After",
    "risk_as_now": "as now",
    "risk_as_now_note": "As now: nobody has judged yet what the response leaves, so the risk stays where it is.",
    "risk_response": "Response, owner",
    "risk_due": "Due",
    "conditions": "Conditions and next steps",
    "conditions_all": "Conditions and actions sheet",
    "condition_action": "Action",
    "condition_owner": "Owner",
    "condition_due": "Due",
    "condition_closes": "Done when",
    "condition_state": "State",
    "condition_from": "From",
    "rhythm": "Communication rhythm",
    "rhythm_ours": "Who of us",
    "rhythm_theirs": "Meets whom",
    "rhythm_how_often": "How often",
    "rhythm_channel": "Channel",
    "contradictions": "Contradictions",
    "contradictions_note": "Shown, never scored. Each names what does not fit together.",
    "check_again": "What to check again",
    "check_again_note": "Evidence that is stale, or goes stale within {days} days of the day of this brief.",
    "loose_evidence": "Files and links of questions that are not asked here",
    "files": "Files",
    "file": "{name}, {size}, sha256 {hash}",
    "links": "Links",
    "robustness": "How firm the recommendation is",
    "robustness_shares": "Recommendation in {count} weightings",
    "robustness_swings": "Overall score if one dimension moves by {points} points",
    "robustness_flips": "What would change it",
    "flip_dimension": "Dimension",
    "flip_score": "Score",
    "flip_falls": "If it falls",
    "flip_rises": "If it rises",
    "flip_weight": "Weight",
    "flip_lighter": "If it weighs less",
    "flip_heavier": "If it weighs more",
}

ROBUSTNESS_METHOD = (
    "Weightings: {count} draws of dimension weights from a Dirichlet distribution with its mean at the weights in use "
    "and a concentration of {concentration}; each share has a standard error of at most 0.5 percentage points. The "
    "rules are applied to every draw at the supported answers. The draws follow from the weights alone, so that the "
    "same weights give the same figures. That the share keeping the recommendation measures how firm it is follows "
    "SMAA, stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen, 1998; Tervonen and "
    "Lahdelma, 2007).",
    "Flip points are exact: one score or one weight moves, the other weights keep their proportions, everything else "
    "stays. A dash means that no such point exists; what holds it stands beside it.",
    "What these figures cannot say: a share of weightings is not a probability that the recommendation is right. It "
    "leaves the answers as they are, and the concentration is ours: it says how far weights are tried, not how far "
    "people differ. Two things that move together can change the recommendation before either flip point.",
)

WEIGHTING_METHODS = (
    "How the weights were arrived at is not kept. The ways offered are direct sliders, presets, swing weights, rank "
    "order (rank-order centroids: Barron and Barrett, 1996), and pairwise comparison (AHP, principal eigenvector: "
    "Saaty, 1980, its consistency ratio measured by his random index of 1980)."
)
