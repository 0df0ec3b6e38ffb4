from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.HERE)
SHOW = "import bootstrap; bootstrap.ensure(qt=False); import sys; print(sys.prefix, *sys.argv[1:])"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with an empty lock, so that a set-up needs no network."""
    folder = tmp_path / "check out"
    folder.mkdir()
    shutil.copy(ROOT / "bootstrap.py", folder)
    write_lock(folder, "# nothing\n")
    return folder


def write_lock(folder: Path, runtime: str) -> None:
    (folder / "requirements.lock").write_text(f"{runtime}{bootstrap.TESTS_FROM}\n", encoding="utf-8")


def begin(folder: Path, *arguments: str, code: str = SHOW) -> subprocess.Popen[str]:
    """Start as a user does, with the interpreter that no environment changed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))}
    return subprocess.Popen(
        [bootstrap.BASE_PYTHON, "-c", code, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def start(folder: Path, *arguments: str, code: str = SHOW) -> tuple[int, str, str]:
    running = begin(folder, *arguments, code=code)
    said, complained = running.communicate()
    return running.returncode, said.strip(), complained.strip()


def finished(folder: Path) -> None:
    """Make a `.venv` of the tests' own interpreter look as the set-up leaves it: quicker than making one."""
    venv = folder / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(bootstrap.BASE_PYTHON)
    (venv / "pyvenv.cfg").write_text(f"home = {Path(bootstrap.BASE_PYTHON).parent}\n")
    (venv / "requirements.lock").write_text((folder / "requirements.lock").read_text().partition("# For")[0])
    (venv / "rapport-setup.txt").write_text(f"python {os.path.realpath(bootstrap.BASE_PYTHON)}\n")


def missing_package(folder: Path) -> None:
    """Ask for a package that the interpreter does not have, and that no index is asked for."""
    write_lock(folder, "rapport-has-no-such-package==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n")


def test_an_environment_that_holds_the_packages_is_left_as_it_is(checkout: Path) -> None:
    code, said, complained = start(checkout, "an argument")

    assert (code, complained) == (0, "")
    assert said == f"{sys.base_prefix} an argument"
    assert not (checkout / ".venv").exists()


def test_a_finished_environment_is_entered_with_the_same_arguments(checkout: Path) -> None:
    missing_package(checkout)
    finished(checkout)

    code, said, complained = start(checkout, "two words", "ä")

    assert (code, complained) == (0, "")
    assert said == f"{checkout / '.venv'} two words ä"


def test_a_start_with_everything_in_place_imports_nothing_slow(checkout: Path) -> None:
    missing_package(checkout)
    finished(checkout)
    code = (
        "import sys; before = set(sys.modules); import bootstrap; "
        "bootstrap._start_again = lambda: print(sorted(set(sys.modules) - before)); bootstrap.ensure(qt=False)"
    )

    assert start(checkout, code=code)[1] == "['bootstrap']"


def test_a_changed_lock_is_installed_before_the_start(checkout: Path) -> None:
    missing_package(checkout)
    finished(checkout)
    write_lock(checkout, "another-one==2.0 --hash=sha256:" + "0" * 64 + "\n")

    code, _, complained = start(checkout, code=SHOW.replace("bootstrap;", "bootstrap; bootstrap._run = print;", 1))

    assert code == 0
    assert "Set-up is done." in complained
    assert "another-one" in (checkout / ".venv" / "requirements.lock").read_text()


def test_a_set_up_that_was_interrupted_is_begun_anew(checkout: Path) -> None:
    missing_package(checkout)
    finished(checkout)
    (checkout / ".venv" / "rapport-setup.txt").write_text("unfinished yes\n")
    (checkout / ".venv" / "half a package").mkdir()

    code, said, _ = start(checkout, code=SHOW.replace("bootstrap;", "bootstrap; bootstrap._install = print;", 1))

    assert code == 0
    assert said.endswith(str(checkout / ".venv"))
    assert not (checkout / ".venv" / "half a package").exists()
    assert "unfinished" not in (checkout / ".venv" / "rapport-setup.txt").read_text()


def test_a_failed_set_up_says_what_to_do_and_stays_unfinished(checkout: Path) -> None:
    missing_package(checkout)
    offline = "import os; os.environ.update(PIP_NO_INDEX='1'); " + SHOW

    code, said, complained = start(checkout, code=offline)

    assert (code, said) == (1, "")
    assert complained.startswith("Setting up Rapport: first start only, about a minute…")
    assert "No ready-made package fits" in complained
    assert (checkout / ".venv" / "rapport-setup.txt").read_text() == "unfinished yes\n"


def test_somebody_elses_environment_is_not_touched(checkout: Path) -> None:
    missing_package(checkout)
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "mine").write_text("kept")

    code, _, complained = start(checkout)

    assert code == 1
    assert "was not made by Rapport" in complained
    assert (checkout / ".venv" / "mine").read_text() == "kept"


def test_of_two_first_starts_at_once_one_waits_for_the_other(checkout: Path) -> None:
    missing_package(checkout)
    log = checkout / "set-ups"
    counted = SHOW.replace(
        "bootstrap;", f"bootstrap; bootstrap._run = lambda *_: open({str(log)!r}, 'a').write('x');", 1
    )
    finished(checkout)
    write_lock(checkout, "another-one==2.0\n")

    both = [begin(checkout, code=counted), begin(checkout, code=counted)]
    for running in both:
        running.communicate()

    assert [running.returncode for running in both] == [0, 0]
    assert log.read_text() == "x"


def test_an_old_python_is_told_which_one_is_needed(checkout: Path) -> None:
    old = "import sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (main)'; import bootstrap"

    assert start(checkout, code=old) == (1, "", "Rapport needs Python 3.11 or newer; this is Python 3.9.2.")


def test_missing_libraries_are_named_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "OFFSCREEN", {"libnosuchthing.so.9": "libnosuchthing9"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _: "apt-get")

    with pytest.raises(SystemExit):
        bootstrap._need_libraries(qt=True)

    assert "sudo apt-get install libnosuchthing9" in capsys.readouterr().err


def test_without_apt_missing_libraries_are_still_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "OFFSCREEN", {"libnosuchthing.so.9": "libnosuchthing9"})
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(SystemExit):
        bootstrap._need_libraries(qt=True)

    assert "libnosuchthing.so.9" in capsys.readouterr().err


def test_the_libraries_of_an_x11_window_are_only_asked_for_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert bootstrap._display() == "x11"
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert bootstrap._display() == "x11"

    monkeypatch.delenv("DISPLAY")
    assert bootstrap._display() == "offscreen"


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "network"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "try another network"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "PIP_CERT"),
    ],
)
def test_what_pip_says_becomes_a_remedy(said: str, remedy: str, capsys: pytest.CaptureFixture[str]) -> None:
    failing = [sys.executable, "-c", f"import sys; print({said!r}); sys.exit(1)"]

    with pytest.raises(SystemExit):
        bootstrap._run(failing, "It failed")

    assert remedy in capsys.readouterr().err.split("\n")[0]
