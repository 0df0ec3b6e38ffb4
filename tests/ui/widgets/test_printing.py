"""What the system's print dialog is given."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reports.page_pictures import PageSize
from ui.documents.printed import Made
from ui.widgets.printing import Printing


def test_a_partner_s_name_is_no_path_in_the_print_dialog(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = Made(b"", (PageSize(595.28, 841.89),))

    printer = Printing(window)._printer(made, "../A/B\\C: brief", grey=False)

    assert printer.docName() == "..-A-B-C: brief"
