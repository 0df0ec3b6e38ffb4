"""Flowing content written by WeasyPrint, typst and fpdf2, each as its documentation shows, with the bundled fonts.

What a program may keep from one document to the next (read fonts, a compiler) it keeps.
"""

from __future__ import annotations

import html
import importlib
import logging
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from resources import FOLDER
from tests.benchmarks.flowing import Block

Write = Callable[[Sequence[Block]], bytes]

NEEDED = ("weasyprint", "fpdf", "typst")
_FONTS = FOLDER / "fonts"
_SIZES = {"h1": 22.0, "h2": 15.0, "h3": 10.5, "h4": 8.8, "p": 8.8}


def missing() -> list[str]:
    """Return the programs that are not installed, or lack a library."""
    lacking = []
    for name in NEEDED:
        try:
            importlib.import_module(name)
        except (ImportError, OSError):
            lacking.append(name)
    return lacking


def weasyprint_writer() -> Write:
    """Return a writer by WeasyPrint: HTML and a style sheet."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    weasyprint: Any = importlib.import_module("weasyprint")
    fonts = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    sheet = weasyprint.CSS(string=_style_sheet(), font_config=fonts)

    def write(blocks: Sequence[Block]) -> bytes:
        body = "".join(map(_html, blocks))
        document = weasyprint.HTML(string=f"<html lang=en><body>{body}</body></html>")
        return bytes(document.write_pdf(stylesheets=[sheet], font_config=fonts))

    return write


def _style_sheet() -> str:
    faces = [("Sans", "normal", "NotoSans-Regular"), ("Sans", "bold", "NotoSans-SemiBold")]
    rules = [
        f"@font-face{{font-family:{family};font-weight:{weight};src:url({(_FONTS / name).as_uri()}.ttf)}}"
        for family, weight, name in [*faces, ("Serif", "bold", "NotoSerif-SemiBold")]
    ]
    rules += [
        f"{kind}{{font-family:{'Serif' if kind != 'p' else 'Sans'};font-size:{size}pt}}"
        for kind, size in _SIZES.items()
    ]
    return "".join(rules) + (
        "@page{size:A4;margin:40pt 43pt 46pt}body{font:8.8pt/12.6pt Sans;margin:0}h1,h2,h3,h4,p{margin:2pt 0}"
        "table{width:100%;border-collapse:collapse}td{border-bottom:.6pt solid #ddd;padding:2pt;vertical-align:top}"
    )


def _html(block: Block) -> str:
    if block.kind == "table":
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
        )
        return f"<table>{rows}</table>"
    if block.kind == "figure":
        return block.chart
    return f"<{block.kind}>{html.escape(block.text)}</{block.kind}>"


def typst_writer() -> Write:
    """Return a writer by typst: its markup, the texts as string literals."""
    typst: Any = importlib.import_module("typst")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])

    def write(blocks: Sequence[Block]) -> bytes:
        return bytes(typst.compile(typst_source(blocks).encode(), font_paths=fonts))

    return write


def typst_source(blocks: Sequence[Block]) -> str:
    """Return the content in typst's markup."""
    head = (
        '#set page(paper: "a4", margin: (x: 43pt, top: 40pt, bottom: 46pt))\n'
        '#set text(font: "Noto Sans", size: 8.8pt, lang: "en")\n#set par(leading: 3.8pt, spacing: 4pt)\n'
        "#set table(stroke: (bottom: 0.6pt + luma(220)), inset: 2pt)\n"
    )
    return head + "\n".join(map(_typst, blocks))


def _typst(block: Block) -> str:
    if block.kind == "table":
        cells = ", ".join(f"[#{_literal(cell)}]" for row in block.rows for cell in row)
        wide = len(block.rows[0])
        columns = ", ".join(["auto"] * (wide - 1) + ["1fr"])
        return f"#table(columns: ({columns},), {cells})"
    if block.kind == "figure":
        return f'#image(bytes({_literal(block.chart)}), format: "svg")'
    if block.kind == "p":
        return f"#par[#{_literal(block.text)}]"
    size = _SIZES[block.kind]
    return f'#heading(level: {block.kind[1]}, text(font: "Noto Serif", size: {size}pt, {_literal(block.text)}))'


def _literal(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def fpdf_writer() -> Write:
    """Return a writer by fpdf2: cells, its tables, its SVG reader. It reads its fonts anew for each document."""
    logging.getLogger("fpdf").setLevel(logging.ERROR)
    fpdf: Any = importlib.import_module("fpdf")
    svg: Any = importlib.import_module("fpdf.svg")

    def write(blocks: Sequence[Block]) -> bytes:
        pdf = fpdf.FPDF(unit="pt", format="A4")
        for family, name in (
            ("Noto Sans", "NotoSans-Regular"),
            ("Serif", "NotoSerif-SemiBold"),
            ("More", "DejaVuSans"),
        ):
            pdf.add_font(family, fname=str(_FONTS / f"{name}.ttf"))
        pdf.set_fallback_fonts(["More"])
        pdf.set_margins(43, 40)
        pdf.set_auto_page_break(True, 46)
        pdf.add_page()
        for block in blocks:
            pdf.set_font("Serif" if block.kind[0] == "h" else "Noto Sans", size=_SIZES.get(block.kind, 8.8))
            if block.kind == "table":
                with pdf.table(
                    line_height=12.6, first_row_as_headings=False, borders_layout="HORIZONTAL_LINES"
                ) as table:
                    for row in block.rows:
                        table.row(row)
            elif block.kind == "figure":
                chart = svg.SVGObject(block.chart)
                chart.draw_to_page(pdf, pdf.l_margin, pdf.get_y())
                pdf.ln(150)
            else:
                pdf.multi_cell(
                    0, 12.6 if block.kind == "p" else pdf.font_size * 1.3, block.text, new_x="LMARGIN", new_y="NEXT"
                )
        return bytes(pdf.output())

    return write


def kept_source(blocks: Sequence[Block]) -> Path:
    """Return a file of the content in typst's markup, for a process of its own."""
    path = Path(tempfile.mkdtemp()) / "brief.typ"
    path.write_text(typst_source(blocks), encoding="utf-8")
    return path
