from __future__ import annotations

from pathlib import Path

from tests.proofs.kill_drive import run


def test_killed_five_times_no_acknowledged_answer_is_lost_and_the_file_opens(tmp_path: Path) -> None:
    figures = run(5, tmp_path, seed=5)

    assert figures.rounds == 5
    assert figures.acknowledged > 0
