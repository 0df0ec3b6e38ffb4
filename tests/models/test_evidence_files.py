from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.evidence import LARGEST_FILE, Attachment, kept_name, opened_extension, size_words
from assessments.text_rules import clean_name
from models.errors import StoreError
from models.evidence_files import copy_name, private_folder, read_file, store_files, write_copy, write_opened
from models.workspace import Workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import without_rights
from tests.models.test_sheets import FILE

STRINGS = Path(__file__).parents[1] / "data" / "strings.json"
TEXTS = [one["text"] for one in json.loads(STRINGS.read_text("utf-8"))]

ROOT = Path(__file__).resolve().parents[2]


def attachment(path: Path, workspace: Path) -> Attachment:
    """Store a file's bytes and return what an assessment would hold of it."""
    (stored,), refused = store_files(workspace, [path], TODAY)
    assert not refused
    return Attachment(FILE.id, "G1", stored.name, stored.sha256, stored.size, FILE.added_at)


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_a_file_of_twenty_megabytes_is_taken_and_one_byte_more_is_not(tmp_path: Path) -> None:
    assert len(read_file(sparse(tmp_path / "most.pdf", LARGEST_FILE))) == LARGEST_FILE
    with pytest.raises(StoreError, match=r"“more\.pdf” is larger than 20 MB"):
        read_file(sparse(tmp_path / "more.pdf", LARGEST_FILE + 1))


def test_a_file_that_grows_while_it_is_read_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sparse(tmp_path / "log.txt", LARGEST_FILE + 1)
    small = os.stat_result((stat.S_IFREG, 0, 0, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda *_args, **_more: small)
    monkeypatch.setattr(os, "fstat", lambda _handle: small)
    with pytest.raises(StoreError, match="larger than 20 MB"):
        read_file(path)


def test_a_folder_a_pipe_a_device_and_links_to_them_are_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    with pytest.raises(StoreError, match="“folder” is a folder"):
        read_file(tmp_path / "folder")
    for path in (tmp_path / "pipe", tmp_path / "link", Path("/dev/zero")):
        with pytest.raises(StoreError, match="not an ordinary file"):
            read_file(path)


def test_a_pipe_that_takes_the_place_of_a_file_does_not_hold_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "charter.pdf"
    os.mkfifo(path)
    looked = os.stat_result((stat.S_IFREG, 0, 0, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda *_args, **_more: looked)
    with pytest.raises(StoreError, match="not an ordinary file"):
        read_file(path)


def test_a_file_that_vanished_or_may_not_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"“gone\.pdf” is not there any more"):
        read_file(tmp_path / "gone.pdf")
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(b"x")
    locked.chmod(0)
    with without_rights(tmp_path), pytest.raises(StoreError, match=r"no permission to read “locked\.pdf”"):
        read_file(locked)


def test_good_files_are_stored_beside_refused_ones_and_twice_is_once(workspace: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"the same")
    stored, refused = store_files(workspace, [tmp_path / name for name in ("a.pdf", "gone", "b.pdf")], TODAY)
    assert [one.name for one in stored] == ["a.pdf", "b.pdf"]
    assert len(refused) == 1
    opened = open_workspace(workspace)
    assert opened.read_blob(stored[0].sha256) == b"the same"
    assert opened._file._raw.execute("SELECT count(*) FROM attachment_blob").fetchone() == (1,)
    opened.close()


def test_a_workspace_on_a_full_disk_keeps_nothing(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "large.pdf").write_bytes(os.urandom(3_000_000))
    opened = open_workspace(workspace)
    pages = opened._file._raw.execute("PRAGMA page_count").fetchone()[0]
    opened.close()

    def nearly_full(path: Path) -> Workspace:
        found = open_workspace(path)
        found._file._raw.execute(f"PRAGMA max_page_count = {pages + 10}")
        return found

    monkeypatch.setattr("models.evidence_files.open_workspace", nearly_full)
    stored, refused = store_files(workspace, [tmp_path / "large.pdf"], TODAY)
    assert stored == []
    assert "is full. Nothing was changed" in refused[0]


HOSTILE = {
    "../../etc/passwd": ".._.._etc_passwd",
    "a\nb.pdf": "a_b.pdf",
    "invoice\u202efdp.exe": "invoice_fdp.exe",
    "\udcff.pdf": "_.pdf",
    "..\\x.pdf": ".._x.pdf",
    "<b>&amp;.pdf": "<b>&amp;.pdf",
    "=cmd|'/c calc'!A0.csv": "=cmd|'_c calc'!A0.csv",
    "": "_",
    " ": "_ ",
    "n" * 300 + ".pdf": "n" * 195 + "….pdf",
}


@pytest.mark.parametrize(("name", "kept"), HOSTILE.items())
def test_a_hostile_name_is_kept_as_plain_words(name: str, kept: str) -> None:
    assert kept_name(name) == kept


@given(st.text(st.characters(codec=None), max_size=250))
def test_any_name_can_be_kept_and_keeping_it_again_changes_nothing(name: str) -> None:
    kept = kept_name(name)
    assert clean_name(kept) == kept
    assert kept_name(kept) == kept
    assert "/" not in kept
    assert "\\" not in kept


@pytest.mark.parametrize(
    "name",
    ["a.exe", "a.pdf.exe", "a.sh", "a.desktop", "a.html", "a.svg", "a.docm", "a.lnk", "a.js", "a.pdf ", "a.pdf.", "pdf",
     "a.pdf\u202e", "a.zip", ""],
)  # fmt: skip
def test_what_could_run_is_never_opened(name: str, workspace: Path) -> None:
    assert opened_extension(name) == ""
    if name:
        one = Attachment(FILE.id, "G1", name, FILE.sha256, FILE.size, FILE.added_at)
        before = set(private_folder().iterdir())
        with pytest.raises(StoreError, match="is not opened from here"):
            write_opened(workspace, one)
        assert set(private_folder().iterdir()) == before


def test_an_opened_copy_is_private_read_only_and_under_a_name_of_ours(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "-rf; calc.PDF").write_bytes(b"%PDF-1.7")
    one = attachment(tmp_path / "-rf; calc.PDF", workspace)
    path, again = write_opened(workspace, one), write_opened(workspace, one)
    assert path.read_bytes() == b"%PDF-1.7"
    assert path != again
    assert path.parent == private_folder()
    assert path.name.removesuffix(".pdf").isalnum()
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_copy_replaces_what_was_there_only_when_it_is_whole(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "charter.pdf").write_bytes(b"new")
    one = attachment(tmp_path / "charter.pdf", workspace)
    target = tmp_path / "out" / "copy.pdf"
    target.parent.mkdir()
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="is full"):
            write_copy(workspace, one, target)
    assert target.read_bytes() == b"old"
    write_copy(workspace, one, target)
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["copy.pdf"]


def test_a_copy_into_a_folder_that_is_not_there_says_so(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "charter.pdf").write_bytes(b"new")
    one = attachment(tmp_path / "charter.pdf", workspace)
    with pytest.raises(StoreError, match="could not be written"):
        write_copy(workspace, one, tmp_path / "nowhere" / "copy.pdf")


@pytest.mark.parametrize(("name", "offered"), [("CON.pdf", "_CON.pdf"), ("a:b?.pdf", "a_b_.pdf"), ("x.pdf", "x.pdf")])
def test_the_name_offered_for_a_copy_suits_every_system(name: str, offered: str) -> None:
    assert copy_name(Attachment(FILE.id, "G1", name, FILE.sha256, FILE.size, FILE.added_at)) == offered


def test_sizes_are_read_as_people_write_them() -> None:
    assert [size_words(size, str) for size in (0, 999, 1500, 340_000, 1_300_000, LARGEST_FILE)] == [
        "0 B", "999 B", "1.5 kB", "332 kB", "1.2 MB", "20 MB",
    ]  # fmt: skip


def test_an_opened_copy_that_the_disk_refuses_leaves_nothing_behind(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "charter.pdf").write_bytes(b"new")
    one = attachment(tmp_path / "charter.pdf", workspace)
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setattr("models.evidence_files.private_folder", lambda: folder)

    def full(_path: Path, _mode: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", full)
        with pytest.raises(StoreError, match="is full"):
            write_opened(workspace, one)
    assert list(folder.iterdir()) == []


def test_opened_copies_are_gone_when_the_program_has_ended() -> None:
    program = (
        "from models.evidence_files import private_folder\n"
        "path = private_folder() / 'a.pdf'\n"
        "path.write_bytes(b'x')\n"
        "path.chmod(0o400)\n"
        "print(path.parent)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stderr == ""
    assert ended.stdout.strip()
    assert not Path(ended.stdout.strip()).exists()


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_name_offered_for_a_copy_is_one_component_that_hides_nothing(text: str) -> None:
    try:
        attached = Attachment(FILE.id, "G1", f"{text}.pdf", FILE.sha256, FILE.size, FILE.added_at)
    except ValueError:
        return  # no name that a file could have been attached under
    offered = copy_name(attached)
    assert Path(offered).name == offered
    assert 0 < len(offered.encode()) <= 255
    assert not set('<>:"|?*') & set(offered)
    assert not any(unicodedata.category(letter) == "Cf" for letter in offered)
