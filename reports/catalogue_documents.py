"""The fixed text of the documents beside the brief: comparison, portfolio, call agenda, blank questionnaire."""

from __future__ import annotations

DOCUMENTS = {
    "document_mark": "sha256 {hash}",
    "why_label": "Why it matters",
    "evidence_label": "Counts as evidence",
    # blank questionnaire
    "blank_kicker": "QUESTIONNAIRE TO FILL IN",
    "blank_version": "Questionnaire {version}",
    "blank_for_type": "for a partner of type {type}",
    "blank_every_type": "for partners of every type",
    "blank_quick": "quick: {count} questions",
    "blank_full": "full: {count} questions",
    "blank_only_for": "Only for: {types}",
    "blank_type": "Type",
    "blank_gut": "Gut feeling before the questions, 0 to 100 (kept beside the score, never in it)",
    "blank_how": "How to fill it in",
    "blank_not_applicable": "Not applicable, because",
    "blank_evidence": "How we know",
    "blank_evidence_date": "Day of the evidence",
    # call agenda
    "agenda": "Call agenda",
    "agenda_kicker": "CALL AGENDA",
    "agenda_internal": "Internal: not for the partner",
    "agenda_subject": "What to ask next, as of {day}",
    "agenda_when": "Date and time",
    "agenda_ours": "Our side",
    "agenda_theirs": "Their side",
    "agenda_questions": "Questions for this call",
    "agenda_gates_first": "Gates come first: no average makes up for a bad or open answer. Then what would add most "
    "points, of 100.",
    "agenda_later": "If there is time",
    "agenda_gain": "up to {points} points",
    "agenda_gate_failed": "Gate: to be verified",
    "agenda_gate_unanswered": "Gate: not asked yet",
    "agenda_gate_unknown": "Gate: not known yet",
    "agenda_gate_again": "Gate: to be talked about again",
    "agenda_gate_evidence": "Gate: evidence to be seen",
    "agenda_unanswered": "Not asked yet",
    "agenda_unknown": "Not known yet",
    "agenda_evidence": "Evidence to be seen",
    "agenda_answer": "Answer",
    "agenda_promised": "Evidence promised, by whom and when",
    # comparison
    "compare_kicker": "PARTNER COMPARISON",
    "compare_title": "{count} partners compared",
    "compare_same": "same questionnaire {version}",
    "compare_differ": "different questionnaire versions",
    "compare_days": "As of {first} to {last}",
    "compare_supported": "Supported",
    "compare_coverage": "Answered",
    "compare_evidenced": "On firm evidence",
    "compare_order": "Order",
    "compare_order_common": "Order, common",
    "compare_order_what_if": "Order, what if",
    "compare_radar": "Dimensions overlaid",
    "compare_radar_first": "The first four overlaid",
    "compare_firm": "How firm is the ranking?",
    "compare_gates": "Gates that differ",
    "compare_gates_none": "Every gate stands the same for all partners.",
    "compare_gates_no": "No gate is compared.",
    "compare_gaps": "Biggest differences",
    "compare_gaps_none": "The answers do not tell the partners apart.",
    "compare_gaps_key": "points apart in the overall supported score",
    "compare_gap": "Apart",
    "compare_more": "{count} more: all on page {page}",
    "compare_in_full": "in full on page {page}",
    "compare_what_if": "What if: compared at other weights than the stored ones: {weights}.",
    "compare_partners": "The partners",
    "compare_partner": "Partner",
    "compare_assessed": "Assessed as, for what",
    "compare_version": "Questionnaire, scope",
    "compare_as_of": "As of, by whom",
    "compare_result": "Recommendation",
    "compare_quick": "quick",
    "compare_full": "full",
    "compare_draft": "draft",
    "compare_supported_best": "{supported} supported, up to {best}",
    "compare_wins": "Head to head",
    "compare_wins_note": "How often the partner of the row beats the one of the column; a tie counts half.",
    "compare_central": "Weights that put each first, on average",
    "compare_every_gate": "Every gate compared",
    "compare_questions": "Question by question",
    "compare_not_asked": "Not asked",
    "compare_weights": "Weights used",
    "compare_shared": "Shared by all",
    # portfolio
    "portfolio_kicker": "PORTFOLIO",
    "portfolio_one": "1 partner",
    "portfolio_many": "{count} partners",
    "portfolio_of": "{shown} of {all} partners",
    "portfolio_listed": "listed: {words}",
    "portfolio_sorted": "sorted by {words}",
    "portfolio_newest": "newest assessment of each",
    "portfolio_bands": "Recommendations",
    "portfolio_none": "No assessment yet",
    "portfolio_map": "Value exchange against risk control",
    "portfolio_map_key": "Supported scores. The larger the point, the higher the goals score; its shape is the "
    "recommendation.",
    "portfolio_off_map": "Not on the map, because value exchange or risk is not scored: {count}.",
    "portfolio_first": "The map shows the first {count} in the order of the table.",
    "portfolio_table": "Partners",
    "portfolio_empty": "No partner is listed.",
    "portfolio_partner": "Partner",
    "portfolio_type": "Type",
    "portfolio_supported": "Supported",
    "portfolio_supported_best": "{supported} up to {best}",
    "portfolio_recommendation": "Recommendation",
    "portfolio_coverage": "Answered",
    "portfolio_as_of": "As of",
    "portfolio_gates": "Open gates",
    "portfolio_draft": "draft",
    "portfolio_drafts": "Drafts are not finished; they are counted as of {day}.",
    "portfolio_provisional": "provisional",
    "portfolio_weights": "weights changed",
}

BLANK_INSTRUCTIONS = (
    "Tick the one of the five ratings whose description fits best today.",
    "Tick “Unknown” when you looked and do not know. “Not applicable” needs a reason.",
    "Say how you know: assumed, stated by them, seen (a document or a demonstration) or verified (independent, or your "
    "own experience), and the day of the evidence. Only seen and verified support a score.",
    "For a question marked “Gate” no average makes up for a bad answer. Left open, the recommendation is hold.",
)

COMPARE_METHOD = (
    "Each partner is scored on its own, on fixed anchors: every question has five ratings worth 0, 25, 50, 75 and 100 "
    "points, a dimension is the weighted mean of its questions, the whole the weighted mean of the dimensions "
    "(additive value model: Keeney and Raiffa, 1976). Another partner never changes a score. The supported score "
    "counts a rating in full only on fresh evidence that was seen or verified, otherwise one rating lower; what is "
    "unknown or unanswered counts 0 there and 100 in the best case.",
    "The order is by supported points at the weights that all partners share. Its firmness is the share of {count} "
    "draws in which each partner comes first, second and so on: all partners share the drawn weights (Dirichlet "
    "around the weights used, concentration {concentration}), and each open or weakly evidenced answer is drawn "
    "evenly between its low and its high end. The standard error of a share is at most 0.005. Method: SMAA-2 "
    "(Lahdelma, Hokkanen and Salminen, European Journal of Operational Research 106, 1998; Tervonen and Lahdelma, "
    "ibid. 178, 2007).",
    "“Apart” says how far the answers to one question set the partners apart, in points of the overall supported "
    "score: the most that it adds to one of them less the least, among those it applies to.",
    "What it is not: the shares are no probability that a partnership succeeds. They say how much the order depends "
    "on weights, and on answers that nobody has verified yet. A difference of a few points means little. Ratings are "
    "each assessor's reading of the evidence on the day printed; where different people assessed, part of a "
    "difference may be theirs. A comparison does not replace legal, security or financial review.",
)
