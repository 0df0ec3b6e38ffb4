from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from tests.ui.test_cli import refused
from ui import cli


@pytest.mark.parametrize(
    ("reader", "words", "pages"),
    [("decider", "Prepared by", 1), ("team", "Prepared by", 2), ("partner", "PARTNER COPY", 1)],
)
def test_a_brief_is_written_for_its_reader(
    reader: str, words: str, pages: int, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "Brief.pdf"
    parts = ("robustness", "sheets", "answers", "lists", "weights", "record", "method")
    left_out = [word for part in parts[:-1] for word in ("--leave-out", part)]
    own = ["--confidentiality", "Board only"]

    assert cli.run_command(["brief", str(file), "Zebra", "-o", str(out), "--reader", reader, *left_out, *own]) == 0

    read = PdfReader(out)
    assert words in read.pages[0].extract_text()
    assert "Board only" in read.pages[0].extract_text()
    assert (len(read.pages) >= pages) if reader != "decider" else (len(read.pages) == 1)
    assert ("Method, and" in "".join(page.extract_text() for page in read.pages)) == (reader == "team")


def test_a_brief_is_locked_with_the_first_line_of_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, secret = tmp_path / "Brief.pdf", tmp_path / "secret.txt"
    secret.write_text("långt lösenord\nnot this\n", encoding="utf-8")

    assert cli.run_command(["brief", str(file), "Zebra", "-o", str(out), "--password-file", str(secret)]) == 0

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="långt lösenord") as locked:
        assert len(locked.pages) > 1


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be read"), (b"\n", "is empty"), (b"\xff\xfe\x00", "no UTF-8 text")]
)
def test_a_password_that_cannot_be_read_writes_no_brief(
    content: bytes | None, words: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, secret = tmp_path / "Brief.pdf", tmp_path / "secret.txt"
    if content is not None:
        secret.write_bytes(content)

    assert words in refused(["brief", str(file), "Zebra", "-o", str(out), "--password-file", str(secret)], capsys)
    assert not out.exists()
