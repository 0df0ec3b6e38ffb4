"""TOML files are read once and kept: never stale, never in the way."""

from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from resources import read_kept


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    path = tmp_path / "colours.toml"
    path.write_text('[light]\nink = "#111111"\n', encoding="utf-8")
    return path


def kept(source: Path) -> Path:
    return Path(cache_from_source(source, optimization="toml"))


def test_the_second_reading_does_not_parse(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_kept(source)
    monkeypatch.setitem(sys.modules, "tomllib", None)  # importing it fails
    assert read_kept(source) == first == {"light": {"ink": "#111111"}}


@pytest.mark.parametrize("text", ['[light]\nink = "#222222"\n', '[light]\nink = "#22222222"\n'])
def test_a_changed_file_is_read_anew(source: Path, text: str) -> None:
    read_kept(source)
    source.write_text(text, encoding="utf-8")
    status = source.stat()
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns + 1))  # even within the clock's own step
    assert read_kept(source)["light"]["ink"] in text


@pytest.mark.parametrize("damage", [b"", b"not marshal", b"N", b"(\x01\x00\x00\x00N", b"i\x01\x00\x00\x00"])
def test_damaged_kept_values_are_replaced(source: Path, damage: bytes) -> None:
    wanted = read_kept(source)
    kept(source).write_bytes(damage)
    assert read_kept(source) == wanted
    assert kept(source).read_bytes() != damage


def test_without_a_place_to_write_it_reads_all_the_same(source: Path) -> None:
    kept(source).parent.write_text("a file where the folder would be", encoding="utf-8")
    assert read_kept(source) == {"light": {"ink": "#111111"}}


def test_nothing_is_written_where_python_writes_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    read_kept(source)
    assert not kept(source).parent.exists()


def test_a_file_with_a_date_is_read_each_time(source: Path) -> None:
    source.write_text("day = 2026-11-25\n", encoding="utf-8")
    assert read_kept(source) == read_kept(source)
    assert list(kept(source).parent.glob("*")) == []
