from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest

import bootstrap

# Prints how many of PySide6's own texts were compiled, and whether Qt works and Python is as it was.
START = """
import builtins
plain_import, plain_compile = builtins.__import__, builtins.compile
compiled = []
def watched(source, filename, *options, **named):
    if isinstance(filename, str) and filename.startswith("shibokensupport"):
        compiled.append(filename)
    return plain_compile(source, filename, *options, **named)
builtins.compile = watched
from ui.window.loading_qt import load_qt
load_qt()
from PySide6.QtWidgets import QApplication
window = QApplication([]).applicationName
print(len(compiled), builtins.compile is watched and builtins.__import__ is plain_import)
"""


def start(folder: Path, **variables: str) -> int:
    """Load Qt in a process of its own that keeps compiled modules in `folder`. Return how many it had to compile."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder), "QT_QPA_PLATFORM": "offscreen", **variables}
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=bootstrap.HERE,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    count, as_it_was = done.stdout.split()
    assert as_it_was == "True"
    assert done.returncode == 0
    assert done.stderr == ""
    return int(count)


def kept(folder: Path) -> Path:
    """Return the file that holds what was compiled."""
    (store,) = folder.rglob("pyside6.*")
    return store


def test_what_pyside6_compiles_at_the_first_start_is_kept_for_the_next(tmp_path: Path) -> None:
    assert start(tmp_path) > 5
    assert kept(tmp_path).stat().st_size > 100_000
    assert start(tmp_path) == 0


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "another Python's"])
def test_what_was_kept_and_is_damaged_is_compiled_again_and_mended(damage: str, tmp_path: Path) -> None:
    start(tmp_path)
    store = kept(tmp_path)
    whole = bytearray(store.read_bytes())
    if damage == "changed":
        whole[len(whole) // 2] ^= 1
    if damage == "another Python's":
        whole[0] ^= 1
    store.write_bytes(bytes({"empty": b"", "cut": whole[:50_000]}.get(damage, whole)))

    assert start(tmp_path) > 5
    assert start(tmp_path) == 0


def test_where_nothing_can_be_kept_each_start_compiles(tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("")

    assert start(no_folder) > 5
    assert start(no_folder) > 5
    assert start(tmp_path / "none", PYTHONDONTWRITEBYTECODE="1") > 5
    assert not (tmp_path / "none").exists()


def test_only_the_very_same_text_is_taken_from_what_is_kept() -> None:
    from ui.window.loading_qt import _remembering

    used: dict[tuple[str, bytes], CodeType] = {}
    first = _remembering(compile, {}, used)(b"value = 1", "a.py", "exec")
    kept = dict(used)

    assert _remembering(compile, kept, {})(b"value = 1", "a.py", "exec") is first
    other = _remembering(compile, kept, {})(b"value = 2", "a.py", "exec")
    assert other.co_consts[0] == 2
    assert _remembering(compile, kept, {})(b"value = 1", "b.py", "exec").co_filename == "b.py"
