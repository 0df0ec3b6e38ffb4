"""What came of many briefs, in words that can be copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.documents.many_briefs import Outcome


def outcome_headline(outcome: Outcome, printed: bool) -> str:
    """Return "57 briefs saved" or "12 briefs sent to print, 3 refused"."""
    count = len(outcome.done)
    if printed:
        first = _say("1 brief sent to print") if count == 1 else _say("{n} briefs sent to print").format(n=count)
    else:
        first = _say("1 brief saved") if count == 1 else _say("{n} briefs saved").format(n=count)
    parts = [first]
    if outcome.refused:
        parts.append(_say("{n} refused").format(n=len(outcome.refused)))
    if outcome.skipped:
        parts.append(_say("{n} skipped").format(n=len(outcome.skipped)))
    if outcome.left:
        parts.append(_say("{n} not tried").format(n=outcome.left))
    if outcome.cancelled:
        parts.append(_say("given up"))
    return ", ".join(parts)


def outcome_text(outcome: Outcome, printed: bool, folder: Path) -> str:
    """Return everything, a line each: what was done, what was refused and why, who was skipped."""
    lines = [outcome_headline(outcome, printed)]
    if outcome.done and not printed:
        lines.append(_say("In {folder}").format(folder=folder))
    blocks = (
        (_say("Refused"), [f"{name}: {sentence}" if name else sentence for name, sentence in outcome.refused]),
        (_say("Skipped, because there is no assessment yet"), outcome.skipped),
        (_say("Sent to print") if printed else _say("Saved"), outcome.done),
    )
    for title, found in blocks:
        if found:
            lines += ["", title, *found]
    return "\n".join(lines)


def _say(words: str) -> str:
    return QCoreApplication.translate("ManyOutcome", words)
