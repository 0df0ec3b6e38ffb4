from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from assessments.answer import Grade
from assessments.assessment import Assessment
from assessments.comparison import compare
from assessments.firmness import Firmness, firmness
from assessments.questionnaire import GateRule
from assessments.robustness import Robustness, robustness
from assessments.scoring import score_assessment
from assessments.wording_comparison import (
    central_words,
    common_sentence,
    draws_sentence,
    firmness_sentence,
    partner_names,
    rank_word,
    weights_sentence,
)
from assessments.wording_robustness import (
    band_shares_sentence,
    held_words,
    no_robustness_sentence,
    robustness_sentences,
    score_flip_words,
    share_words,
    weight_flip_words,
)
from tests.assessments.small_assessments import (
    TODAY,
    UNKNOWN,
    assessed,
    question,
    questionnaire,
    rated,
    scored_at,
    small_assessments,
)
from tests.assessments.test_comparison import compared, three, versions


def say(sentence: str) -> str:
    return sentence


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def sentences(assessment: Assessment) -> str:
    result = score_assessment(assessment, TODAY)
    found = robustness(assessment, result)
    assert found is not None
    return plain(" ".join(robustness_sentences(assessment, result, found, say)))


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1), "100 %"),
        (Fraction(9999, 10000), "more than 99 %"),
        (Fraction(995, 1000), "more than 99 %"),
        (Fraction(994, 1000), "99 %"),
        (Fraction(1, 10000), "less than 1 %"),
        (Fraction(5, 1000), "1 %"),
        (Fraction(0), "0 %"),
        (0.9999, "more than 99 %"),
    ],
)
def test_a_share_is_never_all_or_nothing_where_it_is_not(share: Fraction | float, words: str) -> None:
    assert plain(share_words(share, say)) == words


def test_a_firm_recommendation_says_all_what_pulls_it_down_and_that_no_weight_changes_it() -> None:
    assert sentences(scored_at(100, 100, 75, 100, 75)) == (
        "Holds in all 10,000 weightings. If Trust drops under 40, it falls to Pilot first. No single weight changes it."
    )


def test_a_close_recommendation_says_the_share_and_the_nearest_flip_points() -> None:
    words = sentences(scored_at(100, 50, 75, 75, 50))
    assert words.startswith("Holds in ")
    assert "of 10,000 weightings. If Value drops under 40, it falls to Pilot first. " in words
    assert "If Value reaches 75, it rises to Proceed. " in words
    assert words.endswith("If Goals weighs more than 33 % (now 20 %), it becomes Proceed.")


def test_a_cap_is_named_where_no_score_lifts_it() -> None:
    gate = question("goals1", "goals", gate=GateRule.ALWAYS)
    keys = ("goals", "value", "trust")
    instrument = questionnaire([gate, *(question(f"{key}2", key) for key in keys)], dict.fromkeys(keys, Fraction(1)))
    answers = {"goals1": rated(2), **{f"{key}2": rated(5) for key in keys}}
    assessment = assessed(instrument, answers)
    assert "No score lifts it while a gate is rated 2." in sentences(assessment)
    weak = replace(assessment, answers={**answers, "goals1": rated(5, Grade.STATED)})
    assert "No score lifts it while a gate rests on weak or stale evidence." in sentences(weak)


def test_a_recommendation_far_from_the_next_band_says_that_no_single_dimension_lifts_it() -> None:
    words = sentences(scored_at(75, 50, 50, 50, 50))
    assert "No single dimension lifts it to Proceed with conditions." not in words
    low = sentences(scored_at(25, 0, 0, 0, 0))
    assert "No single dimension lifts it to Pilot first." in low
    assert "falls" not in low


@pytest.mark.parametrize(("answer", "words"), [(rated(1), "failed gate"), (UNKNOWN, "open gate")])
def test_why_no_weightings_are_drawn_is_said(answer: object, words: str) -> None:
    instrument = questionnaire([question("g", "goals", gate=GateRule.ALWAYS)], {"goals": Fraction(1)})
    assessment = assessed(instrument, {"g": answer})  # type: ignore[dict-item]
    assert words in no_robustness_sentence(score_assessment(assessment, TODAY), say)


def test_too_little_answered_and_nothing_applicable_are_said_too() -> None:
    plain_one = questionnaire([question("g", "goals")], {"goals": Fraction(1)})
    unanswered = score_assessment(assessed(plain_one, {}), TODAY)
    assert no_robustness_sentence(unanswered, say).startswith("Too little is answered")
    elsewhere = replace(assessed(plain_one, {}), partner_type="AGY")
    assert no_robustness_sentence(score_assessment(elsewhere, TODAY), say).startswith("Nothing applies")


def test_flip_points_in_a_table_say_the_side_the_figure_and_the_band() -> None:
    assessment = scored_at(100, 50)
    result = score_assessment(assessment, TODAY)
    found = robustness(assessment, result)
    assert found is not None
    goals = found.flips["goals"]
    assert score_flip_words(goals.score_down, False, say) == "under 100: Proceed with conditions"
    assert score_flip_words(goals.score_up, True, say) == "—"
    assert held_words(goals.score_up, True, assessment, say) == "already the best"
    assert held_words(goals.score_down, False, assessment, say) == ""
    assert plain(weight_flip_words(goals.weight_down, False, say)) == "under 50 %: Proceed with conditions"
    assert weight_flip_words(goals.weight_up, True, say) == "—"
    shares = plain(band_shares_sentence(found, say))
    assert shares.startswith("Proceed ")
    assert "Decline" not in shares


@given(small_assessments())
def test_every_result_has_words_without_a_hole(assessment: Assessment) -> None:
    result = score_assessment(assessment, TODAY)
    found = robustness(assessment, result, 50)
    text = (
        [no_robustness_sentence(result, say)] if found is None else robustness_sentences(assessment, result, found, say)
    )
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in text)
    assert isinstance(found, Robustness | None)


def firm(*assessments: Assessment) -> tuple[str, Firmness]:
    found = compare([(one, score_assessment(one, TODAY)) for one in assessments])
    firmed = firmness(found, count=2000)
    return plain(firmness_sentence(found, firmed, say)), firmed


def test_a_leader_in_every_draw_is_said_to_lead_in_all() -> None:
    words, found = firm(*three())
    assert words == "Partner 1 leads in all 2,000 draws."
    assert draws_sentence(found, say) == "Share of 2,000 draws over weights in which each comes 1st, 2nd, 3rd."


def test_who_could_overtake_only_by_its_doubtful_answers_is_said() -> None:
    leader = scored_at(75, 75, number=1)
    behind = replace(scored_at(50, 75, number=2), answers={"goals1": UNKNOWN, "value1": rated(4)})
    words, found = firm(leader, behind)
    assert words.startswith("Partner 1 leads in ")
    assert words.endswith("; only Partner 2 could overtake it, if its doubtful answers go well.")
    assert "doubtful answers in which each comes 1st, 2nd. The order by score counts supported" in draws_sentence(
        found, say
    )
    assert found.first_if_supported[1] == 0


def test_equal_partners_lead_equally_often() -> None:
    assert firm(scored_at(75, number=1), scored_at(75, number=2))[0] == "Partner 1 and Partner 2 lead equally often."


def test_three_close_partners_have_no_clear_leader() -> None:
    words, _ = firm(
        scored_at(100, 50, 50, number=1), scored_at(50, 100, 50, number=2), scored_at(50, 50, 100, number=3)
    )
    assert words.startswith("No clear leader: ")


def test_what_a_comparison_rests_on_is_said_only_where_it_differs() -> None:
    same = compared(*three())
    assert common_sentence(same, say) == ""
    assert weights_sentence(same, say) == ""
    assert common_sentence(compared(*versions()), say) == (
        "Questionnaire versions differ: compared only on the 1 of 3 questions with the same id and content. "
        "Recommendation and supported score stay each partner's own, on all its questions."
    )
    first, second, _ = three()
    own = {key: Fraction(n) for n, key in enumerate(first.questionnaire.dimension_by_id, start=1)}
    assert "questionnaire's own weights" in weights_sentence(compared(replace(first, weights=own), second), say)


def test_weights_that_favour_a_partner_are_named_and_their_absence_too() -> None:
    found = compared(*three())
    _, firmed = firm(*three())
    assert plain(central_words(firmed.central_weights[0], found.dimensions, say)).startswith("Goals 20 %, Value ")
    assert central_words(firmed.central_weights[1], found.dimensions, say) == "No weights put it first."


def test_partners_of_one_name_are_told_apart() -> None:
    one, two, other = three()
    renamed = [replace(a, partner=replace(a.partner, name="Lumen")) for a in (one, two)]
    assert partner_names(compared(*renamed, other)) == ("Lumen 1", "Lumen 2", "Partner 3")
    told = [replace(a, purpose=purpose) for a, purpose in zip(renamed, ("2025", "2026"), strict=True)]
    assert partner_names(compared(*told)) == ("Lumen (2025)", "Lumen (2026)")


def test_ranks_are_ordinals() -> None:
    assert [rank_word(place, say) for place in (1, 2, 3, 4, 12)] == ["1st", "2nd", "3rd", "4th", "12th"]
