"""Ways to arrive at weights, in words: presets, and how consistent pairwise judgements are."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.pairwise import RANDOM_INDEX, SECOND_LOOK, Comparison, Judgements
from assessments.weighting import Preset, PresetKind
from assessments.wording_figures import Say, figure, hundredths


def preset_words(preset: Preset, names: Mapping[str, str], say: Say) -> str:
    """Return a preset's name.

    Args:
        preset: From `weighting.presets`.
        names: Dimension id -> its short name.
        say: Translates the words.
    """
    return {
        PresetKind.EQUAL: say("Equal"),
        PresetKind.QUESTIONNAIRE: say("As in the questionnaire"),
        PresetKind.DOUBLE: say("{dimension} counts double"),
    }[preset.kind].format(dimension=names.get(preset.dimension_id or "", ""))


def consistency_sentence(found: Comparison, say: Say) -> str:
    """Return the consistency ratio with what it is measured by, and whether to look again. It never blocks."""
    size = len(found.weights)
    if not RANDOM_INDEX[size]:
        return say("With fewer than three dimensions the judgements cannot contradict each other.")
    ratio, limit = hundredths(found.consistency_ratio, say), hundredths(SECOND_LOOK, say)
    template = (
        say("Consistency ratio {ratio}, above {limit}: worth a second look. Measured by {index}, {source}.")
        if found.second_look
        else say("Consistency ratio {ratio}, at most {limit}: consistent enough. Measured by {index}, {source}.")
    )
    source = say("Saaty's random index of 1980 for {n} dimensions").format(n=size)
    return template.format(ratio=ratio, limit=limit, index=hundredths(RANDOM_INDEX[size], say), source=source)


def disturbing_sentence(found: Comparison, judgements: Judgements, names: Mapping[str, str], say: Say) -> str:
    """Return which judgement disturbs consistency most and what the others imply for it; empty if none does."""
    if found.most_disturbing is None or found.implied is None:
        return ""
    one, other = found.most_disturbing
    judged = judgements.get((one, other)) or 1 / judgements.get((other, one), 1.0)
    return say(
        "Most at odds with the rest: {one} against {other}, judged {judged}; the others imply {implied}."
    ).format(one=names[one], other=names[other], judged=_ratio(judged, say), implied=_ratio(found.implied, say))


def _ratio(value: float, say: Say) -> str:
    """Return a ratio with at most one decimal, the smaller side as 1: "3 to 1", "1 to 2.9"."""
    template = say("{n} to 1") if value >= 1 else say("1 to {n}")
    return template.format(n=figure(f"{max(value, 1 / value):.1f}".removesuffix(".0"), say))
