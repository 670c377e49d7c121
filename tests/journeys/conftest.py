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
from tests.journeys.processes import Portal


# Of the session, or fixtures of the session would ask the database before it; journeys run last (tests/conftest.py).
@pytest.fixture(scope="session", autouse=True)
def orm_beside_the_browser() -> Iterator[None]:
    """The browser tool keeps an event loop in this thread; Django's guard against one would refuse every query."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def own_street(portal: Portal) -> Iterator[None]:
    """For journeys that leave cases open: nothing of before looks like theirs, nor theirs like anything after."""
    close_all(portal)
    yield
    close_all(portal)


def close_all(portal: Portal) -> None:
    portal.query(
        "UPDATE partners_referral SET state = 'withdrawn' WHERE state IN ('proposed', 'released', 'accepted', 'asked')"
    )
    portal.query(
        "UPDATE incidents_case SET status = 'closed', close_reason = 'solved', closed_at = now() WHERE closed_at IS NULL"
    )
