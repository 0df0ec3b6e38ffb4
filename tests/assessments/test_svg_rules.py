"""A drawn picture stands alone: whatever names a file, an address or an entity is refused before it is drawn."""

from __future__ import annotations

import pytest

from assessments.svg_rules import SvgRefused, check_svg

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
PIXEL = "data:image/png;base64,iVBORw0KGgo="


def svg(inside: str) -> bytes:
    return f"{OPEN}{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="9" height="9" fill="#175E6B"/>',
        '<defs><linearGradient id="g"/></defs><rect width="9" height="9" fill="url(#g)"/>',
        '<defs><g id="a"><path d="M0 0"/></g></defs><use xlink:href="#a"/><use href="#a"/><use href="#gone"/>',
        f'<image href="{PIXEL}" width="9" height="9"/>',
        "<style>.a { fill: url('#g') }</style>",
        '<a href="https://example.org"><rect/></a>',
        "<text>url(file:///etc/passwd) as words</text>",
    ],
)
def test_a_picture_that_stands_alone_may_be_drawn(inside: str) -> None:
    check_svg(svg(inside))


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd"/>',
        '<image xlink:href="logo.png"/>',
        '<image HREF="/etc/passwd"/>',
        '<image href=" https://example.org/a.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<image href="data:text/html,x"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(other.svg#g)"/>',
        "<rect style=\"fill: URL( 'http://example.org/a' )\"/>",
        '<rect filter="url(file:///a)"/>',
        '<g xml:base="file:///etc/"><rect/></g>',
        "<style>@import 'a.css';</style>",
        "<style>.a { background: url(a.png) }</style>",
        '<feImage href="a.png"/>',
    ],
)
def test_what_refers_outside_is_refused(inside: str) -> None:
    with pytest.raises(SvgRefused, match="outside itself"):
        check_svg(svg(inside))


@pytest.mark.parametrize("inside", ["<script>1</script>", "<foreignObject><p/></foreignObject>"])
def test_what_is_no_drawing_is_refused(inside: str) -> None:
    with pytest.raises(SvgRefused, match="not drawn here"):
        check_svg(svg(inside))


def test_entities_are_refused_before_they_expand() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + OPEN + "<text>&b;</text></svg>"
    outside = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + OPEN + "<text>&a;</text></svg>"
    for content in (bomb, outside):
        with pytest.raises(SvgRefused, match="entities"):
            check_svg(content.encode())
    check_svg(b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.org/svg11.dtd">' + svg("<rect/>"))


def test_a_style_sheet_from_elsewhere_is_refused() -> None:
    with pytest.raises(SvgRefused, match="outside itself"):
        check_svg(b'<?xml-stylesheet href="a.css"?>' + svg("<rect/>"))


def test_what_repeats_itself_is_counted_before_it_is_drawn() -> None:
    levels = "".join(f'<g id="l{n}">' + f'<use href="#l{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    with pytest.raises(SvgRefused, match="20,000 parts"):
        check_svg(svg(f'<g id="l0"><rect/></g>{levels}'))
    with pytest.raises(SvgRefused, match="without end"):
        check_svg(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))
    with pytest.raises(SvgRefused, match="20,000 parts"):
        check_svg(svg("<rect/>" * 20_001))
    with pytest.raises(SvgRefused, match="nested too deep"):
        check_svg(svg("<g>" * 5_000 + "</g>" * 5_000))


@pytest.mark.parametrize(
    "content", [b"<svg", b"<html/>", b"<svg><g></svg>", b"\xff\xfe<", b"<svg>\x00</svg>", b"plain"]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(SvgRefused):
        check_svg(content)
