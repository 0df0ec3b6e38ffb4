"""A failure of the machine ends in words for the user, not in numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import StoreError
from ui.jobs.job import Job, failure_words


def test_a_folder_that_cannot_be_made_is_named_with_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    folder = tmp_path / "a file" / "folder"
    job = Job(folder.mkdir)
    with qtbot.waitSignal(job.failed) as failed, qtbot.waitSignal(job.ended):
        job.start()
    (words,) = failed.args
    assert (
        words
        == f"“{tmp_path / 'a file' / 'folder'}” cannot be used: Not a directory. Check it, or choose another place."
    )


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StoreError("A sentence."), "A sentence."),
        (OSError("A sentence of ours."), "A sentence of ours."),
        (OSError(28, "No space left on device"), "No space left on device. Choose another place."),
        (OSError(2, "No such file or directory", 7), "No such file or directory. Choose another place."),
        (OSError(2, "Gone", b"a\xff"), "“a\ufffd” cannot be used: Gone. Check it, or choose another place."),
    ],
)
def test_no_number_is_shown(qtbot: QtBot, error: Exception, words: str) -> None:
    assert failure_words(error) == words
