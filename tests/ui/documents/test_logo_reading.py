from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from assessments.logo import LOGO_BYTES, is_logo
from tests.assessments.logos import png
from ui.documents.logo_reading import LogoRefused, logo_picture, read_logo_file

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="20" height="10" fill="#a01020"/></svg>'


def saved(path: Path, width: int, height: int, kind: str) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(23, 94, 107))
    assert image.save(str(path), kind)  # type: ignore[call-overload]
    return path


def noise(path: Path, side: int) -> Path:
    """A picture that no compression makes small."""
    state, rows = 1, bytearray()
    for _ in range(side * side * 3):
        state = (state * 1_103_515_245 + 12_345) & 0x7FFFFFFF
        rows.append(state >> 16 & 255)
    image = QImage(bytes(rows), side, side, side * 3, QImage.Format.Format_RGB888)
    assert image.save(str(path), "JPEG", 100)  # type: ignore[call-overload]
    return path


def sized(logo: bytes) -> tuple[int, int]:
    image = QImage.fromData(logo)
    return image.width(), image.height()


def test_a_small_picture_keeps_its_size_and_its_clear_parts(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(40, 20, kind=6))
    logo = read_logo_file(tmp_path / "a.png")
    assert is_logo(logo)
    assert sized(logo) == (40, 20)
    assert QImage.fromData(logo).hasAlphaChannel()


@pytest.mark.parametrize(("width", "height", "wanted"), [(3000, 1500, (2000, 1000)), (100, 2500, (80, 2000))])
def test_a_large_one_is_made_smaller(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, wanted: tuple[int, int]
) -> None:
    for kind in ("PNG", "JPEG"):
        logo = read_logo_file(saved(tmp_path / f"a.{kind.lower()}", width, height, kind))
        assert is_logo(logo)
        assert sized(logo) == wanted


def test_a_picture_that_stays_heavy_is_made_smaller_still(qtbot: QtBot, tmp_path: Path) -> None:
    logo = read_logo_file(noise(tmp_path / "a.jpg", 1100))
    assert is_logo(logo)
    assert len(logo) <= LOGO_BYTES


def test_a_drawing_is_drawn_large(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(SVG)
    logo = read_logo_file(tmp_path / "a.svg")
    assert sized(logo) == (1200, 300)
    image = QImage.fromData(logo)
    assert image.pixelColor(100, 100) == QColor("#a01020")
    assert image.pixelColor(1100, 100).alpha() == 0


def test_a_drawing_that_names_a_file_is_refused_and_nothing_of_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    secret = saved(tmp_path / "secret.png", 4, 4, "PNG")
    content = SVG.replace(b"<rect", f'<image href="{secret.as_uri()}" width="9" height="9"/><rect'.encode())
    (tmp_path / "a.svg").write_bytes(content)
    with pytest.raises(LogoRefused, match=r"a\.svg”: The picture refers to something outside itself"):
        read_logo_file(tmp_path / "a.svg")


def test_ten_thousand_pixels_a_side_are_refused_before_they_are_decoded(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(claims=10_000))
    with pytest.raises(LogoRefused, match="10,000 x 10,000 pixels; 50 million are the most"):
        read_logo_file(tmp_path / "a.png")


def spoilt() -> dict[str, bytes]:
    whole = png(40, 20)
    return {
        "an empty file": b"",
        "half a picture": whole[: len(whole) // 2],
        "a spoilt picture": whole[:45] + b"\0\0\0\0\0" + whole[50:],
        "another kind": b"GIF89a\x01\0\x01\0\0\0\0;",
        "a document": b"%PDF-1.7",
        "words": b"<html><body>no picture</body></html>",
        "too many bytes": whole + bytes(5 * 1024 * 1024),
        "an empty drawing": b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>',
    }


@pytest.mark.parametrize("what", spoilt())
def test_what_is_no_whole_picture_is_refused_with_its_name(qtbot: QtBot, tmp_path: Path, what: str) -> None:
    path = tmp_path / "<b>{0}%s.png"
    path.write_bytes(spoilt()[what])
    with pytest.raises(LogoRefused, match=r"“<b>\{0\}%s\.png”"):
        read_logo_file(path)


def test_a_file_that_is_not_there_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(LogoRefused, match="cannot be read"):
        read_logo_file(tmp_path / "gone.png")


def test_a_photograph_that_lies_on_its_side_is_turned(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.fillRect(0, 0, 20, 20, QColor(200, 0, 0))
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", 95)  # type: ignore[call-overload]
    jpeg = bytes(held.data())
    exif = bytes.fromhex("457869660000 4d4d002a00000008 0001 0112 0003 00000001 00060000 00000000")
    turned = jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
    (tmp_path / "a.jpg").write_bytes(turned)
    assert sized(read_logo_file(tmp_path / "a.jpg")) == (20, 60)


def test_the_preview_is_never_larger_than_its_room(qtbot: QtBot) -> None:
    assert logo_picture(b"", 10, 10).isNull()
    shown = logo_picture(png(400, 100), 200, 84)
    assert (shown.width(), shown.height()) == (200, 50)
