"""A brief's file name is one path component that every system takes, whatever the partner is called."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.file_name import document_file_name

DAY = date(2026, 11, 23)
STRINGS = Path(__file__).parents[1] / "data" / "strings.json"
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?", re.IGNORECASE)
"""Names of devices, with any extension: Windows opens the device."""
TEXTS = [one["text"] for one in json.loads(STRINGS.read_text("utf-8"))]


@given(st.text(max_size=300))
def test_any_name_makes_one_component_of_ordinary_length(partner: str) -> None:
    name = document_file_name(partner, DAY)
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not RESERVED.fullmatch(name)
    assert not set('<>:"/\\|?*\0') & set(name)
    assert len(name.encode("utf-8")) <= 255
    assert name[0] not in " .-~"
    assert name.endswith(" brief 2026-11-23.pdf")


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ("Brightfield Creative", "Brightfield Creative brief 2026-11-23.pdf"),
        ("../../etc/passwd", "etc passwd brief 2026-11-23.pdf"),
        ("CON.x", "_CON.x brief 2026-11-23.pdf"),
        ("a\u202egpj.exe", "a gpj.exe brief 2026-11-23.pdf"),
        ("...", "Partner brief 2026-11-23.pdf"),
        ("日本広告", "日本広告 brief 2026-11-23.pdf"),
    ],
)
def test_examples(partner: str, expected: str) -> None:
    assert document_file_name(partner, DAY) == expected


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_hostile_name_makes_one_component_that_hides_nothing(text: str) -> None:
    for kind in ("brief", "agenda"):
        name = document_file_name(text, DAY, kind)
        assert PurePosixPath(name).name == PureWindowsPath(name).name == name
        assert len(name.encode("utf-8")) <= 255
        assert name.endswith(f" {kind} 2026-11-23.pdf")
        assert not any(
            unicodedata.bidirectional(letter) in ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI") for letter in name
        )
