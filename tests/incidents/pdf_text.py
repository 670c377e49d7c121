"""The words of a PDF as a reader copies them out: content streams, through each font's table to Unicode."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf

HEX = rb"<([0-9A-Fa-f]+)>"
ONE, RANGE = re.compile(HEX + rb"\s*" + HEX), re.compile(HEX + rb"\s*" + HEX + rb"\s*" + HEX)


def text_of(pdf: bytes) -> str:
    """All pages; words that the setting tore apart stay together, for the space between is a sign of its own here."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return "\n".join(_page(page) for page in opened.pages)


def _page(page: Any) -> str:
    tables = {str(name): _table(font) for name, font in page.Resources.Font.items()}
    said, now = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            now = tables[str(operands[0])]
        elif name == "Tj":
            said.append(_decoded(bytes(operands[0]), now))
        elif name == "TJ":
            said += [_decoded(bytes(one), now) for one in operands[0] if isinstance(one, pikepdf.String)]
        elif name in ("Td", "TD", "T*", "Tm", "BT"):
            said.append("\n" if name == "BT" else "")
    return "".join(said)


def _table(font: Any) -> dict[int, str]:
    table: dict[int, str] = {}
    if "/ToUnicode" not in font:
        return table
    text = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.S):
        for code, said in ONE.findall(block):
            table[int(code, 16)] = bytes.fromhex(said.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, said in RANGE.findall(block):
            start = ord(bytes.fromhex(said.decode()).decode("utf-16-be"))
            for n in range(int(first, 16), int(last, 16) + 1):
                table[n] = chr(start + n - int(first, 16))
    return table


def _decoded(raw: bytes, table: dict[int, str]) -> str:
    return "".join(table.get(int.from_bytes(raw[at : at + 2], "big"), "?") for at in range(0, len(raw), 2))
