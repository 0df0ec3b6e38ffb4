"""The print job that this thread hands to CUPS, seen from behind Qt. On other systems Qt prints by other ways."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CUPS = "libcups.so.2"
_FIRST_ERROR = 0x100
"""Source: RFC 8011, appendix B.1: status codes below are successes."""


def refusal() -> str:
    """Return why the queue took nothing, in its own words; empty when it took the job, or where none can tell.

    Qt does not look at what comes back: a queue that takes no jobs, or none of this user, would pass for printed. CUPS
    keeps the outcome of the last request for each thread.
    """
    cups = _cups()
    if cups is None or int(cups.cupsLastError()) < _FIRST_ERROR:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    words: bytes = cups.cupsLastErrorString() or b""
    return words.decode(errors="replace").rstrip(". ") or "it gave no reason"


@contextmanager
def nothing_sent() -> Iterator[None]:
    """Keep a job that ends inside from its queue.

    Qt sends what was drawn whenever the drawing ends, its `abort` notwithstanding: a job given up after page three
    printed three pages. Which server CUPS asks is a matter of each thread; here it finds none.
    """
    cups = _cups()
    if cups is None:
        yield
        return
    cups.cupsSetServer(b"/nowhere")
    try:
        yield
    finally:
        cups.cupsSetServer(None)  # as the user's settings say


def drawing_folder() -> Path | None:
    """Return where a job is drawn before it is sent; None where the system does that elsewhere."""
    return Path(os.environ.get("TMPDIR") or "/tmp") if sys.platform == "linux" else None  # noqa: S108  as CUPS does


def _cups() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    try:
        return ctypes.CDLL(_CUPS)
    except OSError:  # then Qt has no printers either
        return None
