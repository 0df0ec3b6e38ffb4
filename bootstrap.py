"""Set-up on the first start: makes `.venv` beside this file from `requirements.lock` and starts again inside it.

Standard library only, and readable by old Pythons, so that they can say which one is needed. A start that finds all in
place runs no other program and imports os and sys alone. In an environment that holds the packages nothing is done.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one file that older Pythons read
    sys.exit("Rapport needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TextIO

HERE = os.path.dirname(os.path.realpath(__file__))
LOCK = os.path.join(HERE, "requirements.lock")
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
# Says that the set-up was begun or finished, and which libraries were seen.
STAMP = os.path.join(VENV, "rapport-setup.txt")
INSTALLED = os.path.join(VENV, "requirements.lock")
CERTIFICATES = os.path.join(VENV, "certificates.pem")
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

# What pip or apt says -> what the user can do about it. The first that fits is taken.
REMEDIES = {
    "No space left|Disk quota|not enough space": "The disk is full: free about 700 MB and start again.",
    "DO NOT MATCH THE HASHES": "A download was not what this version was made with: try another network.",
    "CERTIFICATE_VERIFY": "Python does not trust this network's certificate: set PIP_CERT to the file that holds it.",
    "resol|not known|NewConn|[Tt]imed? ?out|Max retries|ProxyError|unreachable": (
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
    wanted = _read(LOCK)
    if not tests:
        wanted = wanted.partition(TESTS_FROM)[0]
    inside = sys.prefix == VENV
    in_another = sys.prefix != sys.base_prefix and not inside  # somebody's own, a debugger's perhaps: stay in it
    if not inside and (in_another or not _is_ready(wanted)) and _holds(wanted):
        _need_libraries(qt)
        return
    if not _is_ready(wanted):
        lock = _wait_for_turn()
        if not _is_ready(wanted):
            _set_up(wanted)
        lock.close()
    if qt and _display() not in _stamp():
        _need_libraries(qt)
        _write_stamp({**_stamp(), _display(): "seen"})
    if not inside:
        _start_again()


def _read(path: str) -> str:
    """Return a text file's content; empty where it can't be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _stamp() -> dict[str, str]:
    """Return what the stamp in `.venv` says; empty where there is none."""
    return dict(line.split(" ", 1) for line in _read(STAMP).splitlines() if " " in line)


def _write_stamp(stamp: dict[str, str]) -> None:
    """Write the stamp whole. A checkout that became read-only goes without, and is looked at again at each start."""
    part = f"{STAMP}.{os.getpid()}"
    try:
        with open(part, "w", encoding="utf-8") as file:
            file.write("".join(f"{key} {value}\n" for key, value in stamp.items()))
        os.replace(part, STAMP)
    except OSError:
        pass


def _is_ready(wanted: str) -> bool:
    """Tell whether `.venv` was finished from this lock, itself kept there, and its Python is still the same."""
    return _stamp().get("python") == os.path.realpath(PYTHON) and _read(INSTALLED).startswith(wanted)


def _holds(wanted: str) -> bool:
    """Tell whether the running interpreter has every package of the lock in its version, by folder names alone."""
    found: dict[str, str] = {}
    for folder in reversed(sys.path):
        for entry in os.listdir(folder) if os.path.isdir(folder) else ():
            if entry.endswith(".dist-info"):
                name, _, version = entry.removesuffix(".dist-info").partition("-")
                found[name.replace("_", "-").replace(".", "-").lower()] = version
    asked: dict[str, set[str]] = {}
    for line in wanted.split("\n"):
        name, pinned, rest = line.partition("==")
        if not pinned or line[0] in " #":
            continue
        version, _, marker = rest.rstrip("\\ ").partition(" ;")
        asked.setdefault(name, set()).add(version)
        if "sys_platform" in marker and f"'{sys.platform}'" not in marker:
            found.setdefault(name, version)  # not for this system
    return all(found.get(name) in versions for name, versions in asked.items())


def _wait_for_turn() -> "TextIO":
    """Return an open lock file: a second start waits for the first, and the lock goes with its process."""
    import time

    try:
        lock = open(VENV + ".lock", "a+")  # noqa: SIM115 - it stays open
    except OSError as error:
        _stop(
            f"Rapport keeps its packages in {VENV}, which can't be written ({error.strerror}). "
            "Start it once as the owner of that folder, or copy it to a folder of your own."
        )
    if not _locked(lock.fileno()):
        _say("Another start is setting up Rapport; waiting for it…")
        while not _locked(lock.fileno()):
            time.sleep(0.2)
    return lock


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


def _set_up(wanted: str) -> None:
    """Make or finish `.venv`. Its stamp says "unfinished" from before the first file until after the last."""
    import shutil

    before = _stamp()
    if os.path.exists(VENV) and not before:
        _stop(f"{VENV} is there but was not made by Rapport: rename it and start again.")
    _say(
        "Fetching packages for Rapport…"
        if "python" in before
        else "Setting up Rapport: first start only, about a minute…"
    )
    try:
        if before.get("python") != os.path.realpath(PYTHON):
            shutil.rmtree(VENV, ignore_errors=True)
            os.makedirs(VENV, exist_ok=True)
            _write_stamp({"unfinished": "yes"})
            _make_venv()
        _write_stamp({"unfinished": "yes"})
        _install(wanted)
    except KeyboardInterrupt:
        _stop("\nSet-up stopped. The next start finishes it.", 130)
    except OSError as error:
        _stop(f"{VENV} could not be made ({error.strerror or error}): see that it is writable and 700 MB are free.")
    seen = {key: value for key, value in before.items() if key in ("offscreen", "x11")}
    _write_stamp({"python": os.path.realpath(PYTHON), **seen})
    _say("Set-up is done.")


def _make_venv() -> None:
    from importlib.util import find_spec
    from pathlib import Path

    if not find_spec("ensurepip") and not find_spec("pip"):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        bundle = Path(os.environ.get("PIP_CERT") or "/etc/ssl/certs/ca-certificates.crt")
        trusted = bundle.read_bytes() if bundle.is_file() else b""
        _install_debian([package], "This Python has neither ensurepip nor pip, so it can't install packages")
        # It brings ca-certificates, which writes the bundle anew: what was trusted besides (a proxy's) would be lost.
        if trusted and bundle.read_bytes() != trusted:
            Path(CERTIFICATES).write_bytes(trusted)
    alone = [] if find_spec("ensurepip") else ["--without-pip"]
    _run([BASE_PYTHON, "-m", "venv", *alone, VENV], "The virtual environment could not be made")


def _install(wanted: str) -> None:
    from pathlib import Path

    Path(INSTALLED).write_text(wanted, encoding="utf-8")
    has_pip = any(Path(VENV).glob("[Ll]ib*/**/site-packages/pip/__init__.py"))
    pip = [PYTHON, "-m", "pip"] if has_pip else [BASE_PYTHON, "-m", "pip", "--python", PYTHON]
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-input", "--retries", "2"]
    names = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
    trusted = dict.fromkeys(names, CERTIFICATES) if Path(CERTIFICATES).exists() else {}
    _run([*pip, "install", *options, "-r", INSTALLED], "The packages could not be installed", **trusted)


def _run(command: list[str], failed: str, **environment: str) -> None:
    """Run a step of the set-up silently; on failure say what to do, and the last that it said."""
    import re
    import subprocess

    together = {**os.environ, **environment}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=together, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        remedy = next((words for pattern, words in REMEDIES.items() if re.search(pattern, said)), "")
        _stop(f"{failed}. {remedy}\nThe last lines were:\n{said[-600:]}")


def _display() -> str:
    """Return which libraries Qt will want here: those of an X11 window, or only those it always needs."""
    return "x11" if os.environ.get("DISPLAY") and (os.environ.get("QT_QPA_PLATFORM") or "xcb") == "xcb" else "offscreen"


def _need_libraries(qt: bool) -> None:
    """See that Qt's shared libraries load; install them as root on Debian, else say how."""
    if not qt or not sys.platform.startswith("linux"):
        return
    import ctypes

    missing = {}
    for library, package in ({**OFFSCREEN, **X11} if _display() == "x11" else OFFSCREEN).items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    if missing:
        why = f"Qt needs shared libraries that are not on this computer ({', '.join(missing)})"
        _install_debian(list(missing.values()), why)


def _install_debian(packages: list[str], why: str) -> None:
    """Install Debian packages when root; else say the command and stop."""
    import shutil

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
    command = [PYTHON, *sys.orig_argv[1:]]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    import subprocess

    child = subprocess.Popen(command)
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:  # the child gets it too, and decides
            continue


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _stop(words: str, code: int = 1) -> "NoReturn":
    _say(words)
    sys.exit(code)
