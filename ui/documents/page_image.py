"""A page of a PDF as a picture that Qt shows."""

from __future__ import annotations

from PySide6.QtGui import QImage


def page_image(pdf: bytes, number: int, scale: float) -> tuple[QImage, str]:
    """Draw a page, and return the picture and the words on it; for a worker.

    Args:
        pdf: As it was written.
        number: From 0.
        scale: Pixels per point, a 72nd of an inch.
    """
    from reports.page_pictures import render_page

    drawn = render_page(pdf, number, scale)
    shared = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return shared.copy(), drawn.words  # the copy is the picture's own memory
