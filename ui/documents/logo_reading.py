"""A picture file made into our logo: checked before it is decoded, stored as a PNG of modest size. For a worker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from assessments.logo import LOGO_BYTES, LOGO_SIDE, is_logo
from assessments.svg_rules import SvgRefused, check_svg
from assessments.wording_figures import count_words
from ui.theme.figures import own_figures

LARGEST_FILE = 5 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""Of the file; beyond, decoding alone would take hundreds of megabytes."""
_DRAWN_SIDE = 1_200
"""Pixels of the longer side of a drawn (SVG) picture: 10 cm at 300 dots per inch."""
_MEGABYTES = 256
"""For one decoded picture; Qt refuses what needs more."""


class LogoRefused(Exception):
    """The file cannot be our logo; `str()` is the sentence for the user."""


def read_logo_file(path: Path) -> bytes:
    """Return a picture file as a PNG of at most 2,000 pixels a side and 2 MB.

    Raises:
        LogoRefused: It is too large, damaged, or neither PNG, JPEG nor a safe SVG.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise LogoRefused(f"“{path.name}” cannot be read: {error.strerror or error}. Choose another file.") from error
    if len(content) > LARGEST_FILE:
        raise LogoRefused(f"“{path.name}” is larger than 5 MB. Save it smaller, or choose another.")
    if not content:
        raise LogoRefused(f"“{path.name}” is empty. Choose another file.")
    image = (
        _draw_svg(content, path) if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _decode(content, path)
    )
    return _as_png(image, path)


def _decode(content: bytes, path: Path) -> QImage:
    # The buffer keeps no bytes of its own alive: it is made from ours, which stay until the end of this function.
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg"):
        raise LogoRefused(f"“{path.name}” is no PNG, JPEG or SVG picture. Choose another file.")
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        shown = f"{count_words(size.width(), own_figures)} x {count_words(size.height(), own_figures)}"
        raise LogoRefused(f"“{path.name}” has {shown} pixels; 50 million are the most. Save it smaller.")
    if max(size.width(), size.height()) > LOGO_SIDE:
        reader.setScaledSize(size.scaled(LOGO_SIDE, LOGO_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise LogoRefused(f"“{path.name}” is damaged. Choose another file.")
    return image


def _draw_svg(content: bytes, path: Path) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    try:
        check_svg(content)
    except SvgRefused as error:
        raise LogoRefused(f"“{path.name}”: {error}") from error
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise LogoRefused(f"“{path.name}” has nothing to draw. Choose another file.")
    wanted = size.scaled(_DRAWN_SIDE, _DRAWN_SIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _as_png(image: QImage, path: Path) -> bytes:
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    image.setColorSpace(QColorSpace())
    clear = image.hasAlphaChannel()
    image = image.convertToFormat(QImage.Format.Format_RGBA8888 if clear else QImage.Format.Format_RGB888)
    for _ in range(12):
        png = _written(image)
        if len(png) <= LOGO_BYTES:
            break
        smaller = image.size() * 0.8
        image = image.scaled(smaller, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if not is_logo(png):
        raise LogoRefused(f"“{path.name}” could not be made into a logo. Choose another file.")
    return png


def _written(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 50)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def logo_picture(png: bytes, width: int, height: int) -> QImage:
    """Return our logo as large as it fits; empty when there is none."""
    image = QImage.fromData(png) if png else QImage()
    if image.isNull() or (image.width() <= width and image.height() <= height):
        return image
    how = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio, how)
