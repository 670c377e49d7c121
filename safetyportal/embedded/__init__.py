"""PostgreSQL and a Redis-compatible server from wheels: the demo and the tests need no other set-up.

Never for hosting: the wheels run behind on security releases. With DATABASE_URL and BROKER_URL set nothing
of this is started. Importing this package starts nothing; `safetyportal.embedded.servers` does.
"""

from __future__ import annotations

from urllib.parse import quote

from safetyportal.embedded.state import State
from safetyportal.env import STATE_DIR

__all__ = ["broker_url", "database_url"]

DATABASE = "portal"


def database_url(state: State | None = None, name: str = DATABASE) -> str:
    """Where the embedded PostgreSQL of `state` (default: this checkout's) listens."""
    state = state or State(STATE_DIR)
    return f"postgresql://app@/{name}?host={quote(str(state.sockets))}"


def broker_url(state: State | None = None) -> str:
    """Where the embedded broker of `state` (default: this checkout's) listens."""
    state = state or State(STATE_DIR)
    return f"redis+socket://{quote(str(state.broker_socket))}"
