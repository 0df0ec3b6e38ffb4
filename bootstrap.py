"""Set-up on the first start: makes `.venv` beside this file from `requirements.lock` and starts again inside it.

Standard library only, and readable by old Pythons, so that they can say which one is needed. A start that finds all in
place runs no other program and reads two small files. In an environment that holds the packages nothing is done.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one file that older Pythons read
    sys.exit("Rapport needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

import contextlib
import ctypes
import hashlib
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "rapport-setup.txt"
CERTIFICATES = VENV / "certificates.pem"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
TESTS_FROM = "# For the tests only"

# The interpreter that a virtual environment was made from, or the running one.
BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))

# Shared library -> the Debian package that brings it.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# What pip says -> what the user can do about it. The first that fits is taken.
REMEDIES = {
    "No space left|Disk quota|not enough space": "The disk is full: free about 700 MB and start again.",
    "DO NOT MATCH THE HASHES": "A download was not what this version was made with: try another network.",
    "CERTIFICATE_VERIFY": "Python does not trust this network's certificate: set PIP_CERT to the file that holds it.",
    "resol|not known|NewConn|Timeout|Max retries|ProxyError|unreachable": (
        "The network could not be reached: check it (or HTTPS_PROXY) and start again."
    ),
    "No matching distribution|from versions: none": (
        "No ready-made package fits: use a 64-bit Python 3.11 to 3.14, check the network and start again."
    ),
}


def ensure(*, qt: bool, tests: bool = False) -> None:
    """Return inside an environment that holds what is needed; on the first start make it, then start again in it.

    Args:
        qt: Qt will be loaded, so its shared libraries must be there too.
        tests: The packages of the tests are needed as well.
    """
    wanted = _wanted(tests)
    inside = Path(sys.prefix) == VENV
    foreign = sys.prefix != sys.base_prefix and not inside
    if foreign and _holds(wanted):  # somebody's own environment, a debugger perhaps: stay in it
        _need_libraries(qt)
        return
    if not _is_ready(wanted):
        if not inside and _holds(wanted):
            _need_libraries(qt)
            return
        with _only_one_set_up():
            if not _is_ready(wanted):
                _set_up(wanted)
    if qt and not _stamp().get(_display()):
        _need_libraries(qt)
        _write_stamp({**_stamp(), _display(): "there"})
    if not inside:
        _start_again()


def _wanted(tests: bool) -> dict[str, str]:
    """Return section of the lock -> its text: what this start needs."""
    runtime, _, for_tests = (HERE / "requirements.lock").read_text(encoding="utf-8").partition(TESTS_FROM)
    return {"runtime": runtime, "tests": for_tests} if tests else {"runtime": runtime}


def _stamp() -> dict[str, str]:
    """Return what the stamp in `.venv` says; empty where there is none."""
    try:
        lines = STAMP.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split(" ", 1) for line in lines if " " in line)


def _write_stamp(stamp: dict[str, str]) -> None:
    """Write the stamp whole; a checkout that became read-only goes without (it is then checked at each start)."""
    with contextlib.suppress(OSError):
        part = STAMP.with_suffix(f".{os.getpid()}")
        part.write_text("".join(f"{key} {value}\n" for key, value in stamp.items()), encoding="utf-8")
        part.replace(STAMP)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _is_ready(wanted: dict[str, str]) -> bool:
    """Tell whether `.venv` was finished with this lock and its Python is still the one it was made with."""
    stamp = _stamp()
    return stamp.get("python") == os.path.realpath(PYTHON) and all(
        stamp.get(section) == _digest(text) for section, text in wanted.items()
    )


def _holds(wanted: dict[str, str]) -> bool:
    """Tell whether the running interpreter has every package of the lock in its version, by folder names alone."""
    found: dict[str, str] = {}
    for folder in map(Path, reversed(sys.path)):
        for info in folder.glob("*.dist-info"):
            name, _, version = info.name.removesuffix(".dist-info").partition("-")
            found[re.sub(r"[-_.]+", "-", name).lower()] = version
    asked: dict[str, set[str]] = {}
    for name, version, marker in re.findall(r"^([\w.-]+)==([^\s;]+)(.*)", "".join(wanted.values()), re.MULTILINE):
        asked.setdefault(name, set()).add(version)
        if "sys_platform" in marker and f"'{sys.platform}'" not in marker:
            found.setdefault(name, version)  # not for this system
    return all(found.get(name) in versions for name, versions in asked.items())


@contextlib.contextmanager
def _only_one_set_up() -> Iterator[None]:
    """Let a second start wait for the first; the lock goes with its process, however that ends."""
    try:
        lock = (HERE / ".venv.lock").open("a+")
    except OSError as error:
        _stop(
            f"Rapport keeps its packages in {VENV}, which can't be written ({error.strerror}). "
            "Start it once as the owner of that folder, or copy it to a folder of your own."
        )
    with lock:
        if not _locked(lock.fileno()):
            _say("Another start is setting up Rapport; waiting for it…")
            while not _locked(lock.fileno()):
                time.sleep(0.2)
        yield


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _set_up(wanted: dict[str, str]) -> None:
    """Make or finish `.venv`. Its stamp says "unfinished" from before the first file until after the last."""
    before = _stamp()
    _say("Setting up Rapport: first start only, about a minute…" if not before else "Updating Rapport's packages…")
    if VENV.exists() and not before:
        _stop(f"{VENV} is there but was not made by Rapport: rename it and start again.")
    try:
        if "unfinished" in before or before.get("python") != os.path.realpath(PYTHON):
            shutil.rmtree(VENV, ignore_errors=True)
            VENV.mkdir(exist_ok=True)
            _write_stamp({"unfinished": "yes"})
            _make_venv()
        _write_stamp({"unfinished": "yes"})
        _install(wanted)
    except KeyboardInterrupt:
        _stop("\nSet-up stopped. The next start finishes it.", 130)
    except OSError as error:
        _stop(f"{VENV} could not be made ({error.strerror or error}): see that it is writable and 700 MB are free.")
    kept = {key: value for key, value in before.items() if key in ("offscreen", "x11")}
    done = {section: _digest(text) for section, text in wanted.items()}
    _write_stamp({"python": os.path.realpath(PYTHON), **done, **kept})
    _say("Set-up is done.")


def _make_venv() -> None:
    if not find_spec("ensurepip") and not find_spec("pip"):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        bundle = Path(os.environ.get("PIP_CERT") or "/etc/ssl/certs/ca-certificates.crt")
        trusted = bundle.read_bytes() if bundle.is_file() else b""
        _install_debian([package], "This Python has neither ensurepip nor pip, so it can't install packages")
        # It brings ca-certificates, which writes the bundle anew: what was trusted besides (a proxy's) would be lost.
        if trusted and bundle.read_bytes() != trusted:
            CERTIFICATES.write_bytes(trusted)
    alone = [] if find_spec("ensurepip") else ["--without-pip"]
    _run([BASE_PYTHON, "-m", "venv", *alone, str(VENV)], "The virtual environment could not be made")


def _install(wanted: dict[str, str]) -> None:
    has_pip = any(VENV.glob("[Ll]ib*/**/site-packages/pip/__init__.py"))
    pip = [str(PYTHON), "-m", "pip"] if has_pip else [BASE_PYTHON, "-m", "pip", "--python", str(PYTHON)]
    lock = VENV / "requirements.lock"
    lock.write_text("".join(wanted.values()), encoding="utf-8")
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-input", "--retries", "2"]
    names = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
    trusted = dict.fromkeys(names, str(CERTIFICATES)) if CERTIFICATES.exists() else {}
    _run([*pip, "install", *options, "-r", str(lock)], "The packages could not be installed", **trusted)


def _run(command: Sequence[str], failed: str, **environment: str) -> None:
    """Run a step of the set-up silently; on failure say what to do, and the last that it said."""
    together = {**os.environ, **environment}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=together, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        remedy = next((words for pattern, words in REMEDIES.items() if re.search(pattern, said)), "")
        _stop(f"{failed}. {remedy}\nThe last lines were:\n{said[-600:]}")


def _display() -> str:
    """Return which libraries Qt will want here: those of an X11 window, or only those it always needs."""
    return "x11" if os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM") else "offscreen"


def _need_libraries(qt: bool) -> None:
    """See that Qt's shared libraries load; install them as root on Debian, else say how."""
    if not qt or not sys.platform.startswith("linux"):
        return
    asked = {**OFFSCREEN, **X11} if _display() == "x11" else OFFSCREEN
    missing = {library: package for library, package in asked.items() if not _loads(library)}
    if missing:
        why = f"Qt needs shared libraries that are not on this computer ({', '.join(missing)})"
        _install_debian(list(missing.values()), why)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_debian(packages: list[str], why: str) -> None:
    """Install Debian packages when root; else say the command and stop."""
    if not shutil.which("apt-get"):
        _stop(f"{why}. Install what brings them (on Debian: {' '.join(packages)}), then start again.")
    if os.geteuid():
        _stop(f"{why}. Run this, then start again:\n  sudo apt-get install {' '.join(packages)}")
    _say(f"{why}: installing {' '.join(packages)}…")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    options = ["-q", "-y", "-o", "DPkg::Lock::Timeout=120"]
    _run(["apt-get", *options, "update"], "apt-get could not read the package lists")
    _run(["apt-get", *options, "install", "--no-install-recommends", *packages], "apt-get could not install them")


def _start_again() -> None:
    """Run the same command line with `.venv`'s Python; as a child on Windows, where execv returns to the prompt."""
    command = [str(PYTHON), *sys.orig_argv[1:]]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    child = subprocess.Popen(command)
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:  # the child gets it too, and decides
            continue


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _stop(words: str, code: int = 1) -> NoReturn:
    _say(words)
    sys.exit(code)
