from __future__ import annotations

from reports.order_note import pages_in_typing_order
from reports.strips import Page, Placed, paragraph
from reports.style import BODY
from reports.text import text


def page(typed: str, width: float = 300) -> Page:
    return [Placed(40.0 + 13 * at, strip) for at, strip in enumerate(paragraph(text(typed), BODY, width))]


def test_pages_with_right_to_left_letters_that_no_font_has_are_named() -> None:
    assert pages_in_typing_order([page("plain"), page("𐤀𐤁"), page("שלום"), page("𐤀", 60)]) == [2, 4]
