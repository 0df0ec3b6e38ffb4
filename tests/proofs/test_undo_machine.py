from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.proofs.undo_machine import run


def test_memory_file_and_screen_agree_over_two_dozen_random_sequences(qapp: QApplication) -> None:
    figures = run(24, derandomize=True)

    assert figures["sequences"] >= 24
    assert min(figures[one] for one in ("edits", "undos", "redos")) > 40
