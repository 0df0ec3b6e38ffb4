from __future__ import annotations

from pathlib import Path

from tests.proofs.kill_brief import run


def test_killed_forty_times_no_brief_is_lost_or_half_and_no_part_is_left(tmp_path: Path) -> None:
    figures = run(40, tmp_path, seed=5)

    assert figures.rounds == figures.full == 40
    assert figures.parts > 0
    assert figures.replaced > 0
