"""Writes requirements.lock anew from pyproject.toml: `python3 tests/lock.py [--upgrade]` (needs uv on the path)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
HEAD = "# Written by tests/lock.py from pyproject.toml; wheels for Linux, macOS and Windows.\n"
TESTS_HEAD = "# For the tests only\n"
# No machine's own settings, addresses or paths may come into the file.
COMPILE = [
    "uv", "pip", "compile", "pyproject.toml", "--constraints", "requirements.lock", "--universal", "--generate-hashes",
    "--python-version", "3.11", "--no-config", "--no-annotate", "--no-header", "--no-build", "--quiet",
]  # fmt: skip


def compile_lock(*options: str) -> dict[str, str]:
    """Return package line -> the line with its hashes."""
    done = subprocess.run([*COMPILE, *options], cwd=ROOT, capture_output=True, text=True, check=True)
    blocks = re.findall(r"^\S.*(?:\n .*)*\n", done.stdout, re.MULTILINE)
    return {block.split("\n", 1)[0]: block for block in blocks}


def main() -> None:
    """Write the lock: what the program needs first, then what the tests need besides."""
    if "--upgrade" in sys.argv or not LOCK.exists():
        LOCK.write_text("", encoding="utf-8")
    runtime = compile_lock()
    LOCK.write_text("".join(runtime.values()), encoding="utf-8")
    tests = {line: block for line, block in compile_lock("--group", "dev").items() if line not in runtime}
    LOCK.write_text(HEAD + "".join(runtime.values()) + TESTS_HEAD + "".join(tests.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
