from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.people import (  # noqa: F401
    mails,
    own_limits,
    people,
    quiet_street,
    referrals,
    routed,
    sessions,
)


# Of the session, or fixtures of the session would ask the database before it; journeys run last (tests/conftest.py).
@pytest.fixture(scope="session", autouse=True)
def orm_beside_the_browser() -> Iterator[None]:
    """The browser tool keeps an event loop in this thread; Django's guard against one would refuse every query."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield
