"""The words for partner types, without reading the whole questionnaire before the first paint."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def partner_type_names() -> dict[str, str]:
    """Return type code -> words, in the order they are offered. A test keeps it equal to the packaged questionnaire."""

    def say(text: str) -> str:
        return QCoreApplication.translate("partner types", text)

    return {
        "ADV": say("Advertiser"),
        "AGY": say("Agency"),
        "TEC": say("Technology provider"),
        "RES": say("Researcher"),
        "PUB": say("Media owner"),
    }
