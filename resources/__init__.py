"""What is packaged: questionnaires, palette, fonts, icons, help and the sample. Data only; this file just finds it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return a packaged TOML file as plain values, to read only. `name` is relative to this folder: "palette.toml"."""
    import tomllib

    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)
