"""What is packaged: questionnaires, palette, fonts, icons, help and the sample. Data only; this file just finds it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


def read_toml(name: str) -> dict[str, Any]:
    """Return a packaged TOML file as plain values. `name` is relative to this folder: "palette.toml"."""
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)
