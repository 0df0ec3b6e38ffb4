from __future__ import annotations

import pytest

from assessments.logo import LOGO_BYTES, is_logo
from tests.assessments.logos import chunk, png

WHOLE = png()


@pytest.mark.parametrize("kind", [0, 2, 4, 6])
def test_a_whole_picture_can_be_a_logo(kind: int) -> None:
    assert is_logo(png(kind=kind))
    assert is_logo(png(2000, 1, kind=kind))


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"%PDF-1.7",
        WHOLE[:-1],
        WHOLE[:60],
        WHOLE[:-12],
        WHOLE + b"\0",
        WHOLE + chunk(b"tEXt", b"behind the end"),
        WHOLE[:50] + bytes([WHOLE[50] ^ 1]) + WHOLE[51:],
        png(2001, 1),
        png(1, 2001),
        png(kind=3),
        png(pixels=b"\0" * 10),
        png(pixels=b"\0" * 50_000_000),
        png().replace(b"IHDR", b"IHDS"),
        WHOLE[:-12] + chunk(b"tEXt", bytes(LOGO_BYTES)) + WHOLE[-12:],
    ],
    ids=lambda spoilt: f"{len(spoilt)} bytes",
)
def test_what_is_cut_short_spoilt_too_large_or_a_bomb_is_none(spoilt: bytes) -> None:
    assert not is_logo(spoilt)


def test_every_changed_byte_of_the_pixels_is_noticed() -> None:
    place = WHOLE.index(b"IDAT")
    for at in range(place, len(WHOLE) - 12):
        assert not is_logo(WHOLE[:at] + bytes([WHOLE[at] ^ 0x10]) + WHOLE[at + 1 :])
