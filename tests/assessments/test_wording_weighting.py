from __future__ import annotations

from fractions import Fraction

from assessments.pairwise import compare_pairwise
from assessments.weighting import presets
from assessments.wording_weighting import consistency_sentence, disturbing_sentence, preset_words
from tests.assessments.small_assessments import questionnaire

NAMES = {"goals": "Goals", "value": "Value", "trust": "Trust"}


def say(sentence: str) -> str:
    return sentence


def test_presets_are_named() -> None:
    dimensions = questionnaire([], {"goals": Fraction(3), "value": Fraction(1)}).dimensions
    assert [preset_words(one, NAMES, say) for one in presets(dimensions)] == [
        "Equal",
        "As in the questionnaire",
        "Goals counts double",
        "Value counts double",
    ]


def test_judgements_that_contradict_each_other_name_the_table_and_the_worst_one() -> None:
    judgements = {("goals", "value"): 3.0, ("value", "trust"): 3.0, ("trust", "goals"): 5.0}
    found = compare_pairwise(list(NAMES), judgements)
    words = consistency_sentence(found, say)
    assert words.startswith("Consistency ratio ")
    assert "above 0.10: worth a second look" in words
    assert "0.58, Saaty's random index of 1980 for 3 dimensions" in words
    assert disturbing_sentence(found, judgements, NAMES, say).startswith("Most at odds with the rest: ")


def test_the_worst_judgement_is_said_with_what_the_others_imply_either_way_round() -> None:
    weights = {"goals": 0.6, "value": 0.3, "trust": 0.1}
    pairs = {(one, other): weights[one] / weights[other] for one in weights for other in weights if one < other}
    wrong = {**pairs, ("trust", "goals"): 4.0}
    wrong.pop(("goals", "trust"))
    found = compare_pairwise(["goals", "value", "trust"], wrong)
    assert disturbing_sentence(found, wrong, NAMES, say) in {
        "Most at odds with the rest: Goals against Trust, judged 1 to 4; the others imply 6 to 1.",
        "Most at odds with the rest: Goals against Value, judged 2 to 1; the others imply 1 to 12.",
        "Most at odds with the rest: Value against Trust, judged 3 to 1; the others imply 1 to 8.",
    }


def test_consistent_judgements_have_nothing_to_repair() -> None:
    found = compare_pairwise(list(NAMES), {})
    assert "at most 0.10: consistent enough" in consistency_sentence(found, say)
    assert disturbing_sentence(found, {}, NAMES, say) == ""
    assert "cannot contradict" in consistency_sentence(compare_pairwise(["goals", "value"], {}), say)
