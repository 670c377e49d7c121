"""docs/tenant-conventions.md names tests and files as its proof: they are there, and no convention is left out."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

ROOT: Path = settings.BASE_DIR
TEXT = (ROOT / "docs" / "tenant-conventions.md").read_text()


def test_every_convention_has_its_row() -> None:
    rows = [int(number) for number in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)]

    assert rows == list(range(1, 23))


def test_every_test_that_is_named_is_there() -> None:
    tests = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))

    missing = [name for name in re.findall(r"`(test_\w+)`", TEXT) if f"def {name}(" not in tests]

    assert not missing


def test_every_file_that_is_named_is_there() -> None:
    files = {
        str(path.relative_to(ROOT))
        for folder in ("templates", "tests", "incidents", "safetyportal", "static")
        for path in (ROOT / folder).rglob("*.*")
    }

    named = re.findall(r"`([\w/]+\.(?:html|py|css))`", TEXT)

    assert named
    assert not [
        name for name in named if not any(path == name or path.endswith(f"/{name}") for path in files)
    ]
