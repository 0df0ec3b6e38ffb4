from __future__ import annotations

import errno
import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Never

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from assessments.assessment import Assessment
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import DocumentError, WrittenDocument, write_document
from reports.options import PrintOptions
from reports.style import Paper
from reports.written_file import Expected, replace_file
from tests.reports.briefs import TODAY, answered, printed_brief

BEFORE = b"the earlier brief"


def write(path: Path, assessment: Assessment | None = None, paper: Paper = "a4") -> WrittenDocument:
    made = assessment or answered()
    return write_document(lay_brief(made, score_assessment(made, TODAY), PrintOptions(paper)), path)


def refuse_with(number: int) -> object:
    def refuse(*_args: object) -> Never:
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_brief_is_written_and_says_what_was_written(tmp_path: Path) -> None:
    assessment = answered()
    path = tmp_path / "Brief.pdf"
    written = write(path, assessment, "letter")
    document = pypdfium2.PdfDocument(path)
    assert (written.path, written.pages) == (path, len(document))
    document.close()
    assert path.read_bytes() == printed_brief(assessment, "letter")
    assert len(written.fingerprint) == 64
    assert list(tmp_path.iterdir()) == [path]


def test_an_earlier_brief_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "Brief.pdf"
    path.write_bytes(BEFORE)
    write(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["", " ", "W" * 200, "שלום", "漢字", "🚀", "a…b", "<b>&amp;"])
def test_any_name_reads_back(tmp_path: Path, name: str) -> None:
    assessment = answered()
    assessment = replace(assessment, partner=replace(assessment.partner, name=name))
    assert write(tmp_path / "Brief.pdf", assessment).pages > 1


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("os.fsync", errno.ENOSPC, "is full"),
        ("pathlib.Path.replace", errno.EACCES, "You may not write"),
        ("os.fsync", errno.EIO, "could not be written"),
    ],
)
def test_a_failed_write_leaves_the_earlier_brief_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    path = tmp_path / "Brief.pdf"
    path.write_bytes(BEFORE)
    monkeypatch.setattr(call, refuse_with(number))
    with pytest.raises(DocumentError, match=words):
        write(path)
    assert path.read_bytes() == BEFORE
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_open_in_another_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> Never:
        error = PermissionError(errno.EACCES, "The process cannot access the file")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(DocumentError, match="open in another program"):
        write(tmp_path / "Brief.pdf")
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_a_file_as_folder_and_a_folder_as_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="does not exist"):
        write(tmp_path / "gone" / "Brief.pdf")
    (tmp_path / "file").write_bytes(BEFORE)
    with pytest.raises(DocumentError, match="is not a folder"):
        write(tmp_path / "file" / "Brief.pdf")
    with pytest.raises(DocumentError, match="is a folder"):
        write(tmp_path)


def test_a_name_too_long_for_the_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="too long"):
        write(tmp_path / ("n" * 300 + ".pdf"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("pdf", [b"", b"no PDF at all", printed_brief(answered())[:2000]])
def test_what_reads_back_wrong_never_reaches_the_target(tmp_path: Path, pdf: bytes) -> None:
    path = tmp_path / "Brief.pdf"
    path.write_bytes(BEFORE)
    with pytest.raises(DocumentError, match="reads back wrong"):
        replace_file(path, pdf, Expected(1, "Brightfield"))
    assert path.read_bytes() == BEFORE
    assert list(tmp_path.iterdir()) == [path]


def test_a_wrong_page_count_or_name_is_noticed(tmp_path: Path) -> None:
    pdf = printed_brief(answered())
    with pytest.raises(DocumentError, match="reads back wrong"):
        replace_file(tmp_path / "Brief.pdf", pdf, Expected(1, "Brightfield Creative"))
    with pytest.raises(DocumentError, match="reads back wrong"):
        replace_file(tmp_path / "Brief.pdf", pdf, Expected(len(PdfReader(BytesIO(pdf)).pages), "Somebody else"))
