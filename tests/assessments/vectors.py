"""The published and closed-form cases, read once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "data" / "vectors.json"
VECTORS: dict[str, Any] = {vector["id"]: vector for vector in json.loads(_FILE.read_text(encoding="utf-8"))["vectors"]}
