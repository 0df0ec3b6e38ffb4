from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.HERE)
ROOMS = ("assessments", "models", "reports", "resources", "ui")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SOURCES = sorted(
    [
        ROOT / "main.py",
        ROOT / "bootstrap.py",
        *(path for room in (*ROOMS, "tests") for path in (ROOT / room).rglob("*.py")),
    ]
)


def names_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_lock_names_packages_and_hashes_and_nothing_else() -> None:
    package = r"[a-z0-9.-]+==[A-Za-z0-9.+!-]+( ; [a-z_]+ [<>=!]+ '[\w.]+')?( \\)?"
    allowed = re.compile(rf"#.*|{package}|    --hash=sha256:[0-9a-f]{{64}}( \\)?")

    assert [line for line in LOCK.splitlines() if not allowed.fullmatch(line)] == []
    for forbidden in ("://", "file:", "index", "find-links", "trusted-host"):
        assert forbidden not in LOCK


def test_the_lock_holds_every_package_that_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, _, for_tests = LOCK.partition(bootstrap.TESTS_FROM)

    for asked, section in (
        (project["project"]["dependencies"], runtime),
        (project["dependency-groups"]["dev"], for_tests),
    ):
        names = {re.match(r"[A-Za-z0-9.-]+", line).group().lower() for line in asked}  # type: ignore[union-attr]
        assert names <= set(re.findall(r"^([a-z0-9.-]+)==", section, re.MULTILINE))


def test_every_locked_package_has_a_wheel_hash() -> None:
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        assert block.startswith("#") or "--hash=sha256:" in block


@pytest.mark.parametrize("path", SOURCES, ids=names_of)
def test_no_file_is_longer_than_300_lines(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())

    assert length <= 300


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc"}

    assert [names_of(path) for path in SOURCES if path.stem in nothing or path.parent.name in nothing] == []


@pytest.mark.parametrize("path", SOURCES, ids=names_of)
def test_no_file_names_a_path_of_somebodys_machine(path: Path) -> None:
    found = re.findall(r"/(?:home|root|work|Users)/[A-Za-z]\S*", path.read_text(encoding="utf-8"))

    assert found == []


def test_nothing_imports_main() -> None:
    importing = [names_of(path) for path in SOURCES if {"main"} & _imported(path) and path.parent.name != "tests"]

    assert importing == []


def test_each_tests_folder_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}

    assert [names_of(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_tests_neither_sleep_nor_skip() -> None:
    forbidden = re.compile(r"time\.sleep\(|pytest\.skip\(|mark\.(?:skip|xfail)|importorskip|qtbot\.wait\(\d")
    here = Path(__file__)
    tests = [path for path in SOURCES if path.is_relative_to(ROOT / "tests") and path != here]

    assert [names_of(path) for path in tests if forbidden.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "command", ["list", "score", "sample", "check", "export", "import", "delete", "drive", "brief"]
)
def test_headless_commands_load_no_qt(command: str) -> None:
    code = (
        "import sys; from ui.commands import running; running._command(sys.argv[1]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code, command], cwd=ROOT, check=False).returncode == 0


def test_parsing_a_command_loads_the_standard_library_only() -> None:
    code = (
        "import sys; import main; from ui import cli; cli.parse(['list', 'x']); "
        "heavy = {'sqlmodel', 'sqlalchemy', 'pydantic', 'reportlab', 'numpy', 'alembic', 'PySide6', 'pypdfium2'}; "
        "sys.exit(bool(heavy & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
