from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.lines import fit_lines, measure
from reports.style import BODY
from reports.widows import NO_BREAK, fit_held, hold_end, plain

WORDS = st.lists(st.sampled_from(["a", "next", "day", "partnership", "Wasserstraße"]), min_size=1, max_size=30)


def test_a_single_word_on_the_last_line_gets_company() -> None:
    words = "Is it checked by somebody independent, and when was that done"
    width = measure("Is it checked by somebody independent, and when was that ", BODY)
    assert fit_lines(words, BODY, width, 3)[0][-1] == "done"
    assert fit_held(words, BODY, width, 3) == (
        ["Is it checked by somebody independent, and when was", "that done"],
        False,
    )


@given(WORDS, st.floats(60, 300), st.integers(1, 4))
def test_nothing_is_lost_and_no_line_is_wider_or_added(words: list[str], width: float, most: int) -> None:
    text = " ".join(words)
    lines, cut = fit_held(text, BODY, width, most)
    before, cut_before = fit_lines(text, BODY, width, most)
    assert (len(lines), cut) == (len(before), cut_before)
    assert all(measure(line, BODY) <= width + 0.01 for line in lines)
    assert NO_BREAK not in "".join(lines)
    if not cut:
        assert "".join("".join(lines).split()) == "".join(words)


def test_a_held_end_reads_as_before() -> None:
    assert plain(hold_end("one two three")) == "one two three"
    assert hold_end("one") == "one"
