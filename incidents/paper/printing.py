"""From data to PDF, within seconds or not at all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

from django.conf import settings

PATIENCE = 5
REFUSED = 3
SIGN = re.compile(r"the text `\"(.*?)\"` could not be displayed")


class NotPrinted(ValueError):
    """There is no PDF. `sign`: what our fonts do not have, where that is the reason."""

    def __init__(self, sign: str = "") -> None:
        super().__init__(sign)
        self.sign = sign


def print_letter(data: dict[str, Any]) -> bytes:
    """The letter as PDF/A with tags. Raises NotPrinted. Takes no database, so call it outside transactions."""
    try:
        done = subprocess.run(
            [sys.executable, "-s", "-m", "incidents.paper"],
            input=json.dumps(data).encode(),
            capture_output=True,
            cwd=settings.BASE_DIR,
            env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"},
            timeout=PATIENCE,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotPrinted from None
    if done.returncode != 0:
        found = SIGN.search(_refusal(done.stderr)) if done.returncode == REFUSED else None
        raise NotPrinted(found[1] if found else "")
    return done.stdout


def _refusal(said: bytes) -> str:
    try:
        return str(json.loads(said)["refused"])
    except (ValueError, KeyError):
        return ""
