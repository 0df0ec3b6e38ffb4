"""A second start finds the open window, brings it to the front and hands it its file."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import shown_window
from ui.window import single_instance
from ui.window.instance_server import InstanceServer
from ui.window.main_window import MainWindow
from ui.window.single_instance import address, hand_over, somebody_listens

pytestmark = pytest.mark.usefixtures("short_folder")
ROOT = Path(__file__).parents[3]
ASK = "import sys; from pathlib import Path; from ui.window.single_instance import hand_over; "
ASK += "sys.exit(0 if hand_over(Path(sys.argv[1]) if sys.argv[1:] else None) else 1)"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "First.rapport"))


@pytest.fixture
def server(window: MainWindow) -> Iterator[InstanceServer]:
    made = InstanceServer(window)
    assert made.listen(address())
    yield made
    made.close()


def second_start(*arguments: str, folder: Path | None = None) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", ASK, *arguments], cwd=folder or ROOT, env=environment)


def ended(qtbot: QtBot, process: subprocess.Popen[bytes]) -> int:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.wait()


def talk(message: bytes, qtbot: QtBot) -> bytes:
    """Say something to the open window as a stranger would; return what it answers before it hangs up."""
    line = socket.socket(socket.AF_UNIX)
    line.connect(address())
    line.sendall(message)
    line.setblocking(False)
    heard: list[bytes] = []

    def listen() -> bool:
        try:
            heard.append(line.recv(100))
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True
        return not heard[-1]

    qtbot.waitUntil(listen)
    line.close()
    return b"".join(heard)


def test_without_an_open_window_nothing_is_handed_over(tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "a.rapport")
    assert not hand_over(None)


def test_a_file_given_to_a_second_start_opens_in_the_first_window(
    qtbot: QtBot, window: MainWindow, server: InstanceServer, tmp_path: Path
) -> None:
    other = filled_workspace(tmp_path / "Zweite & 第二.rapport")
    process = second_start(other.name, folder=tmp_path)  # from where it stands, as in a terminal
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == other, timeout=20_000)
    assert ended(qtbot, process) == 0


def test_a_second_start_without_a_file_only_comes_to_the_front(
    qtbot: QtBot, window: MainWindow, server: InstanceServer
) -> None:
    before = window.document
    window.showMinimized()
    assert ended(qtbot, second_start()) == 0
    assert not window.isMinimized()
    assert window.document is before


def test_the_file_that_is_open_already_is_not_opened_again(
    qtbot: QtBot, window: MainWindow, server: InstanceServer
) -> None:
    before = window.document
    assert before is not None
    assert ended(qtbot, second_start(str(before.path))) == 0
    qtbot.waitUntil(lambda: not server._later.isActive())
    assert window.document is before


def test_a_file_that_is_no_workspace_is_refused_in_the_first_window(
    qtbot: QtBot, window: MainWindow, server: InstanceServer, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    before = window.document
    assert ended(qtbot, second_start(str(tmp_path / "letter.txt"))) == 0
    qtbot.waitUntil(lambda: "letter.txt" in window.notice.text)
    assert window.document is before


def test_under_a_dialog_the_file_waits_until_it_is_closed(
    qtbot: QtBot, window: MainWindow, server: InstanceServer, tmp_path: Path
) -> None:
    other = filled_workspace(tmp_path / "Other.rapport")
    dialog = QDialog(window)
    seen: list[Path] = []

    def close() -> None:
        if server._brought:  # it has come, and the dialog is still open
            assert window.document is not None
            seen.append(window.document.path)
            dialog.reject()

    watch = QTimer(dialog, interval=20)
    watch.timeout.connect(close)
    watch.start()
    process = second_start(str(other))
    dialog.exec()
    assert seen == [tmp_path / "First.rapport"]
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == other)
    assert ended(qtbot, process) == 0


def test_a_socket_that_a_crash_left_is_neither_waited_for_nor_in_the_way(window: MainWindow, tmp_path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(address())
    left.close()  # as after a kill: the file stays, nobody listens
    assert Path(address()).exists()
    assert not hand_over(None)
    server = InstanceServer(window)
    assert server.listen(address())
    assert somebody_listens(address())
    server.close()
    assert not somebody_listens(address())


def test_a_second_window_leaves_the_ear_of_the_first_alone(
    qtbot: QtBot, window: MainWindow, server: InstanceServer
) -> None:
    assert not InstanceServer(window).listen(address())
    assert ended(qtbot, second_start()) == 0


def test_a_window_that_does_not_answer_is_left_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 0.05)
    deaf = socket.socket(socket.AF_UNIX)
    deaf.bind(address())
    deaf.listen()
    assert not hand_over(None)
    deaf.close()


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"{}\n",
        b"[]\n",
        b"null\n",
        b"\xff\xfe\n",
        b'{"open": 5, "token": ""}\n',
        b'{"open": "", "token": ""}\n',
        b'{"open": "a\\u0000b", "token": ""}\n',
        b'{"open": null}\n',
        b"x" * 200_000,
    ],
    ids=range(10),
)
def test_what_is_not_ours_is_not_answered_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, server: InstanceServer, message: bytes
) -> None:
    before = window.document
    assert talk(message, qtbot) == b""
    assert window.document is before
    assert window.notice.text == ""


def test_a_message_may_come_in_pieces(qtbot: QtBot, window: MainWindow, server: InstanceServer) -> None:
    whole = json.dumps({"open": None, "token": "t"}).encode() + b"\n"
    line = socket.socket(socket.AF_UNIX)
    line.connect(address())
    line.sendall(whole[:9])
    qtbot.waitUntil(lambda: not server._server.hasPendingConnections())
    line.sendall(whole[9:])
    line.setblocking(False)

    def answered() -> bool:
        try:
            return line.recv(100) == b"taken\n"
        except BlockingIOError:
            return False

    qtbot.waitUntil(answered)
    line.close()


def test_users_screens_settings_and_tests_are_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {address()}
    for name in ("RAPPORT_INSTANCE", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "HOME", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, f"another {name}")
        seen.add(address())
    assert len(seen) == 7


def test_the_socket_lies_where_nobody_else_may_enter(
    monkeypatch: pytest.MonkeyPatch, short_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shared = tmp_path_factory.mktemp("t")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setenv("TMPDIR", str(shared))
    own = Path(address()).parent
    assert own.parent == shared
    assert own.stat().st_mode & 0o777 == 0o700
    own.chmod(0o777)  # somebody else's trap, or a careless one
    assert address() == ""
    assert not hand_over(None)
    own.rmdir()
    own.symlink_to(short_folder)
    assert address() == ""


def test_the_folder_of_another_user_is_not_used(monkeypatch: pytest.MonkeyPatch, short_folder: Path) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    assert address() == ""


def test_looking_for_an_open_window_loads_no_qt() -> None:
    code = "import sys; from ui.window.single_instance import hand_over; hand_over(None); "
    code += "sys.exit(any(name.startswith(('PySide6', 'socket')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
