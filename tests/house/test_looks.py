"""The style sheets: small, turning with the direction of the text, and with enough contrast."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

SHEETS = sorted((settings.BASE_DIR / "static" / "css").glob("*.css"))
PHYSICAL = re.compile(
    r"(?<![-\w])(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)"
)


def test_all_style_sheets_together_are_small() -> None:
    together = b"".join(sheet.read_bytes() for sheet in SHEETS)

    assert len(gzip.compress(together)) < 15 * 1024


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_sheet_uses_logical_properties_only(sheet: Path) -> None:
    assert not PHYSICAL.findall(sheet.read_text())


def test_no_template_has_style_or_script_in_it() -> None:
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        text = path.read_text()
        assert " style=" not in text, path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path
        assert not re.search(
            r"\son(?:click|load|error|submit|change|input|focus|blur|key\w+|mouse\w+)=", text
        ), path
