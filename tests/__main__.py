"""`python3 tests [PYTEST ARGUMENTS]`: style, directions, types, and tests with coverage.

Two processes share the tests: each begins with half and takes of the other's when it is done; `-n 0` runs them in one.
The checks run beside pytest and are reported after it, each failure in full; pytest's summary line comes last.
The coverage report is in `.coverage-report.txt`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # not tests/: its folders are named like the rooms

import bootstrap  # noqa: E402

REPORT = ROOT / ".coverage-report.txt"
PACKAGES = ("main.py", "bootstrap.py", "assessments", "models", "reports", "resources", "ui", "tests")
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
    "mypy": ["-m", "mypy", "--no-error-summary", *PACKAGES],
}


def start(arguments: list[str]) -> subprocess.Popen[str]:
    """Start Python in the repository with its output in a pipe."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def run_pytest(arguments: list[str]) -> tuple[int, str]:
    """Run the tests, showing every line but the last one written; return the exit code and that line."""
    color = ["--color=yes"] if sys.stdout.isatty() else []
    spread = [] if any(one.startswith("-n") for one in arguments) else ["-n", "2", "--dist", "worksteal"]
    subprocess.run([sys.executable, "-m", "coverage", "erase"], cwd=ROOT, check=False)
    running = start(["-m", "coverage", "run", "-m", "pytest", *color, *spread, *arguments])
    held = ""
    for line in running.stdout or ():
        if line.strip():
            print(held, end="", flush=True)
            held = ""
        held += line
    return running.wait(), held


def main(arguments: list[str]) -> int:
    """Return 0 when everything passed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHONUTF8"] = "1"
    bootstrap.ensure(qt=True, tests=True)
    checks = {name: start(command) for name, command in CHECKS.items()}
    code, summary = run_pytest(arguments)
    failed = code != 0
    for name, check in checks.items():
        said, _ = check.communicate()
        print(f"{name}: {'passed' if check.returncode == 0 else f'failed{os.linesep}{said}'}")
        failed = failed or check.returncode != 0
    subprocess.run([sys.executable, "-m", "coverage", "combine", "--quiet"], cwd=ROOT, capture_output=True, check=False)
    with REPORT.open("w", encoding="utf-8") as report:
        subprocess.run(
            [sys.executable, "-m", "coverage", "report"], cwd=ROOT, stdout=report, stderr=report, check=False
        )
    totals = [line for line in REPORT.read_text(encoding="utf-8").splitlines() if line.startswith("TOTAL")]
    print(f"coverage: {totals[-1].split()[-1] if totals else 'not measured'}, see {REPORT.name}")
    print(summary.strip("\n"), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
