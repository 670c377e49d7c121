"""What this process reads from its environment, in one place and typed.

Every secret may also be given as NAME_FILE=path (django-environ's FileAwareEnv).
"""

from __future__ import annotations

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = Path(environ.Env().str("SAFETYPORTAL_STATE", default=str(BASE_DIR / ".state")))

env = environ.FileAwareEnv()

DEMO: bool = env.bool("SAFETYPORTAL_DEMO", default=False)
TESTING: bool = env.bool("SAFETYPORTAL_TESTING", default=False)
DEVELOPMENT = DEMO or TESTING
# Links in mails come from here, never from the Host header.
PUBLIC_URL: str = env.str("PUBLIC_URL", default="http://localhost:8000")
HTTPS = PUBLIC_URL.startswith("https://")
SIDES: list[str] = env.list("SAFETYPORTAL_SIDES", default=["tenant", "staff", "partner"])


def secret(name: str, stand_in: str) -> str:
    """The secret `name`; `stand_in` only in demo and tests, otherwise a missing secret stops the start."""
    if DEVELOPMENT:
        return str(env.str(name, default=stand_in))
    return str(env.str(name))
