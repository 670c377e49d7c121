from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from safetyportal.env import DEVELOPMENT
from safetyportal.privacy.keys import BadKeys, field_keys

STAND_IN = "only-for-demo-and-tests"


def check_keys(**_: Any) -> list[CheckMessage]:
    """No start with keys that cannot be used, nor with the demo's keys on real data."""
    try:
        keys = field_keys()
    except BadKeys as error:
        return [Error(f"FIELD_KEYS: {error}", id="privacy.E001")]
    stand_in = keys[0].id.startswith("demo") or settings.INDEX_KEY.startswith(STAND_IN)
    if stand_in and not DEVELOPMENT:
        return [Error("FIELD_KEYS or INDEX_KEY is the one of the demo", id="privacy.E002")]
    return []
