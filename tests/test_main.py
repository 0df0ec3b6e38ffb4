from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
import main
from ui.commands import COMMANDS
from ui.commands.running import _command


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_of_three_variables_means_a_display(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not main.has_display()

    monkeypatch.setenv(name, "something")
    assert main.has_display()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", platform)

    assert main.has_display()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_carried_out_by_something(command: str) -> None:
    assert callable(_command(command))


def test_help_needs_no_set_up(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [bootstrap.BASE_PYTHON, str(Path(bootstrap.HERE) / "main.py"), "--help"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stderr == b""
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_is_stopped_while_it_loads_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*, qt: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "ensure", stop)

    assert main.main(["list", "My.rapport"]) == main.INTERRUPTED
    assert capsys.readouterr().err == "Stopped.\n"
