"""A workspace whose writer died in the middle of writing opens again, as it was before."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from assessments.assessment import Assessment
from models.errors import StoreError
from models.file_check import check_file
from models.partner_list import open_list
from models.workspace import Workspace, open_workspace
from tests.models.builders import without_rights

ROOT = Path(__file__).parents[2]

_KILLED = """
import os, sys
from pathlib import Path
from models.connection import connect
connection = connect(Path(sys.argv[1]))
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE partner SET country = 'X'")
connection.execute("CREATE TABLE filler (text TEXT)")
for _ in range(300):
    connection.execute("INSERT INTO filler VALUES (hex(randomblob(3000)))")
os._exit(1)
"""


@pytest.fixture
def crashed(opened: Workspace, stored: Assessment) -> Path:
    """A workspace as a program leaves it that dies in the middle of writing: with a hot journal beside it."""
    opened.close()
    subprocess.run([sys.executable, "-c", _KILLED, str(opened.path)], cwd=ROOT, check=False)
    assert Path(f"{opened.path}-journal").stat().st_size > 512
    return opened.path


@pytest.mark.parametrize("opens", [open_list, open_workspace])
def test_after_a_crash_the_journal_is_played_back(
    crashed: Path, stored: Assessment, opens: Callable[[Path], Workspace]
) -> None:
    opens(crashed).close()
    assert not Path(f"{crashed}-journal").exists()
    reader = open_workspace(crashed)
    assert reader.read_assessment(stored.id) == stored
    reader.close()


def cut_off_while_growing(path: Path) -> Path:
    """Make of a whole file one whose writer died when the first page was written and the added ones were not.

    The journal is as SQLite's file format documentation has it (section 3): a header of one sector, then the first page
    with its checksum.
    """
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    page, nonce = whole[:size], 7
    checksum = (nonce + sum(page[place] for place in range(size - 200, 0, -200))) % 2**32
    numbers = (1, nonce, len(whole) // size, 512, size)
    header = bytes.fromhex("d9d505f920a163d7") + b"".join(number.to_bytes(4, "big") for number in numbers)
    record = (1).to_bytes(4, "big") + page + checksum.to_bytes(4, "big")
    Path(f"{path}-journal").write_bytes(header.ljust(512, b"\0") + record)
    promised = (len(whole) // size + 9).to_bytes(4, "big")
    changed = (int.from_bytes(whole[24:28], "big") + 1).to_bytes(4, "big")
    path.write_bytes(whole[:24] + changed + promised + whole[32:92] + changed + whole[96:])
    return path


@pytest.mark.parametrize("opens", [open_list, open_workspace])
def test_a_header_that_promises_pages_never_written_is_no_damage(
    opened: Workspace, stored: Assessment, opens: Callable[[Path], Workspace]
) -> None:
    opened.close()
    before = opened.path.read_bytes()
    crashed = cut_off_while_growing(opened.path)
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(f"file:{crashed}?immutable=1", uri=True)) as raw:
        raw.execute("PRAGMA application_id").fetchone()
    check_file(crashed)
    opens(crashed).close()
    assert crashed.read_bytes() == before
    reader = open_workspace(crashed)
    assert reader.read_assessment(stored.id) == stored
    reader.close()


def test_checking_after_a_crash_leaves_file_and_journal_alone(crashed: Path) -> None:
    journal = Path(f"{crashed}-journal")
    before = crashed.read_bytes(), journal.read_bytes()
    check_file(crashed)
    assert (crashed.read_bytes(), journal.read_bytes()) == before


def test_a_crashed_file_that_cannot_be_written_says_so(crashed: Path) -> None:
    folder = crashed.parent
    crashed.chmod(0o444)
    folder.chmod(0o555)
    before = crashed.read_bytes()
    with without_rights(folder):
        for opens in (open_list, open_workspace):
            with pytest.raises(StoreError, match=r"read-only|cannot be opened"):
                opens(crashed)
    folder.chmod(0o755)
    assert crashed.read_bytes() == before
