"""No template lies unused."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

# Found by name by a library: our template pack, and of allauth the pages of safetyportal/urls/account.py.
FOUND_BY_NAME = (
    "nlds/",
    "allauth/layouts/base.html",
    "account/account_inactive.html",
    "account/login.html",
    "account/logout.html",
    "account/reauthenticate.html",
    "mfa/",
    "429.html",
)


def test_every_template_is_used_somewhere() -> None:
    base: Path = settings.BASE_DIR
    folder = base / "templates"
    sources = [
        path
        for room in ("safetyportal", "incidents", "partners", "complexes")
        for path in (base / room).rglob("*.py")
    ]
    everything = "\n".join(path.read_text() for path in [*sources, *folder.rglob("*.html")])
    named = set(re.findall(r"[\"']([\w/.-]+\.html)[\"']", everything))

    unused = [
        name
        for name in (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
        if name not in named and not name.startswith(FOUND_BY_NAME)
    ]

    assert unused == []
