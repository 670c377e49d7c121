"""The fixture `portal`: one running portal for all journeys and faults that ask for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from safetyportal.embedded.state import State
from tests.journeys.processes import Portal


@pytest.fixture(scope="session")
def running_portal() -> Iterator[Portal]:
    servers = State(Path(os.environ["SAFETYPORTAL_STATE"]))
    portal = Portal(servers.folder / "journeys", servers, "journeys")
    portal.prepare()
    try:
        portal.start()
        yield portal
    finally:
        portal.stop()


@pytest.fixture
def portal(running_portal: Portal) -> Portal:
    """The running portal, whole again after a fault test that broke something."""
    running_portal.start_broker()
    for child in running_portal.children.values():
        if child.ended() is not None:
            child.start()
    return running_portal
