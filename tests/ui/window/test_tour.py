"""The tour goes through the whole job in the real window and leaves its pictures and the brief."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

ROOT = Path(__file__).parents[3]


def tour(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"from ui.window.tour import run_tour; from pathlib import Path; "
               f"raise SystemExit(run_tour(Path({str(folder)!r})))"]  # fmt: skip
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_it_leaves_a_picture_of_each_step_in_both_schemes_and_the_brief(tmp_path: Path) -> None:
    done = tour(tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "This plugin does not support" not in done.stderr  # Qt's own words, which tell a newcomer of trouble
    written = [Path(line) for line in done.stdout.splitlines()]
    assert all(path.stat().st_size > 1000 for path in written)
    shown = {path.stem.split("-", 1)[1] for path in written if path.suffix == ".png"}
    for name in (
        "welcome",
        "new-assessment",
        "assessment",
        "list",
        "review",
        "result",
        "brief",
        "brief-found",
        "brief-decider",
        "print-briefs",
        "portfolio-summary",
        "comparison",
        "settings",
        "partners",
    ):
        assert {f"{name}-light", f"{name}-dark"} <= shown
    (brief,) = (path for path in written if path.suffix == ".pdf")
    assert "Brightfield Creative" in PdfReader(brief).pages[0].extract_text()


def test_a_folder_that_cannot_be_made_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = tour(tmp_path / "taken" / "out")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("The tour stopped:")
