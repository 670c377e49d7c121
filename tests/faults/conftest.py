"""The fixture `portal` of the faults: a running portal with a database of its own, whole again before each test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from safetyportal.embedded.state import State
from tests.journeys.processes import Portal


@pytest.fixture(scope="package")
def faulty_portal() -> Iterator[Portal]:
    servers = State(Path(os.environ["SAFETYPORTAL_STATE"]))
    # All reports here come from one address.
    portal = Portal(servers.folder / "faults", servers, "faults", REPORTS_PER_HOUR_PER_CLIENT="100000")
    portal.prepare()
    try:
        portal.start()
        yield portal
    finally:
        portal.stop()


@pytest.fixture
def portal(faulty_portal: Portal) -> Portal:
    """Whatever the test before broke runs again; the relay is a new one, which never saw a broken broker."""
    faulty_portal.start_broker()
    for child in (faulty_portal.web, faulty_portal.worker, faulty_portal.mailer):
        if child.ended() is not None:
            child.start()
    faulty_portal.relay.kill()
    faulty_portal.relay.start()
    return faulty_portal
