"""Walk the URLconf, and the source files the house rules read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver

ROOMS = ("safetyportal", "incidents", "partners", "complexes")


def walk(patterns: list[URLPattern | URLResolver]) -> Iterator[Any]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns)
        else:
            yield pattern


def source_files(*folders: str) -> list[Path]:
    base: Path = settings.BASE_DIR
    return [
        path
        for folder in folders or ROOMS
        for path in (base / folder).rglob("*.py")
        if "migrations" not in path.parts
    ]
