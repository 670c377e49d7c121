"""What every template can say about the association, read only where a template asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import Error
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from safetyportal.texts import helplines
from safetyportal.texts.association import from_settings, shown

Answer = TypeVar("Answer")


def association(request: HttpRequest) -> dict[str, Any]:
    """`association`, and `helplines` by code. Never raises: without the database both come from the code."""
    return {
        "association": SimpleLazyObject(lambda: _or_else(shown, from_settings)),
        "helplines": SimpleLazyObject(lambda: _or_else(helplines.shown, helplines.from_code)),
    }


def _or_else(ask: Callable[[], Answer], without: Callable[[], Answer]) -> Answer:
    try:
        return ask()
    except Error:
        return without()
