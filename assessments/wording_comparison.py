"""A comparison in words: what is compared, how firm the order is, which weights favour whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from assessments.comparison import Comparison, WeightsFrom
from assessments.firmness import Firmness
from assessments.questionnaire import Dimension
from assessments.wording_figures import Say, count_words, percent
from assessments.wording_result import listed
from assessments.wording_robustness import share_words

_NAMED = 3
"""How many partners a sentence names before it counts the rest."""


def partner_names(comparison: Comparison) -> tuple[str, ...]:
    """Return what to call each partner; where a name occurs twice, its purpose or a number tells it apart."""
    names = [one.assessment.partner.name for one in comparison.partners]
    often = Counter(names)
    told = [
        f"{name} ({one.assessment.purpose})" if often[name] > 1 and one.assessment.purpose.strip() else name
        for name, one in zip(names, comparison.partners, strict=True)
    ]
    again, seen = Counter(told), Counter[str]()
    for place, name in enumerate(told):
        seen[name] += 1
        if again[name] > 1:
            told[place] = f"{name} {seen[name]}"
    return tuple(told)


def rank_word(place: int, say: Say) -> str:
    """Return a rank from 1 in words, as "1st" or "2nd"."""
    words = (say("1st"), say("2nd"), say("3rd"))
    return words[place - 1] if place <= len(words) else say("{n}th").format(n=place)


def common_sentence(comparison: Comparison, say: Say) -> str:
    """Return on which questions versions or scopes that differ are compared; empty where nothing differs."""
    common = comparison.common
    if not common.is_limited:
        return ""
    if common.versions_differ and common.scopes_differ:
        why = say("Questionnaire versions and scopes differ")
    elif common.versions_differ:
        why = say("Questionnaire versions differ")
    else:
        why = say("Scopes differ")
    return say(
        "{why}: compared only on the {n} of {all} questions with the same id and content. "
        "Recommendation and supported score stay each partner's own, on all its questions."
    ).format(why=why, n=len(common.questions), all=common.of_all)


def weights_sentence(comparison: Comparison, say: Say) -> str:
    """Return which weights all partners share where their own differ; empty where these agree."""
    return {
        WeightsFrom.ASSESSMENTS: "",
        WeightsFrom.QUESTIONNAIRE: say(
            "The assessments are weighted differently: compared at the questionnaire's own weights."
        ),
        WeightsFrom.EQUAL: say("The questionnaires are weighted differently: compared at equal weights."),
    }[comparison.weights_from]


def draws_sentence(found: Firmness, say: Say) -> str:
    """Return what the shares of ranks are shares of."""
    template = (
        say(
            "Share of {n} draws over weights and doubtful answers in which each comes {ranks}. "
            "The order by score counts supported points alone, so the two can differ."
        )
        if any(found.doubtful)
        else say("Share of {n} draws over weights in which each comes {ranks}.")
    )
    shown = [rank_word(place, say) for place in range(1, min(len(found.ranks), _NAMED) + 1)]
    ranks = ", ".join(shown)
    if len(found.ranks) > _NAMED:
        ranks = say("{ranks} and so on").format(ranks=ranks)
    return template.format(n=count_words(found.draws, say), ranks=ranks)


def firmness_sentence(comparison: Comparison, found: Firmness, say: Say) -> str:
    """Return who leads, how often, and who could overtake, in one sentence."""
    names = partner_names(comparison)
    firsts = [row[0] for row in found.ranks]
    most = max(firsts)
    leaders = [place for place, share in enumerate(firsts) if share == most]
    if len(leaders) > 1:
        return say("{names} lead equally often.").format(names=_some([names[place] for place in leaders], say))
    (leader,) = leaders
    others = [place for place, share in enumerate(firsts) if share and place != leader]
    if not others:
        return say("{leader} leads in all {n} draws.").format(leader=names[leader], n=count_words(found.draws, say))
    return _contested_template(found, most, others, say).format(
        leader=names[leader],
        share=share_words(most, say),
        others=_some([names[place] for place in sorted(others, key=lambda place: -firsts[place])], say),
    )


def central_words(centre: Mapping[str, float] | None, dimensions: Sequence[Dimension], say: Say) -> str:
    """Return the weights that favour a partner: "Goals 25 %, Value 20 %, …", or that none does."""
    if centre is None:
        return say("No weights put it first.")
    return ", ".join(f"{d.short} {percent(Fraction(centre[d.id]))}" for d in dimensions if d.id in centre)


def _contested_template(found: Firmness, most: float, others: Sequence[int], say: Say) -> str:
    by_answers_only = all(found.doubtful[place] and not found.first_if_supported[place] for place in others)
    if most < 1 / 2:
        return say("No clear leader: {leader} leads most often, in {share}, before {others}.")
    if len(others) == 1:
        if by_answers_only:
            return say("{leader} leads in {share}; only {others} could overtake it, if its doubtful answers go well.")
        return say("{leader} leads in {share}; only {others} could overtake it.")
    if by_answers_only:
        return say("{leader} leads in {share}; {others} could overtake it, if their doubtful answers go well.")
    return say("{leader} leads in {share}; {others} could overtake it.")


def _some(names: Sequence[str], say: Say) -> str:
    if len(names) > _NAMED:
        names = [*names[:_NAMED], say("{n} more").format(n=len(names) - _NAMED)]
    return listed(names, say)
