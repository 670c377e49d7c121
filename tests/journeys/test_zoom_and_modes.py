"""Every tenant page at 400 %, with more space between the letters, without colours of its own, without movement, by keyboard."""

from __future__ import annotations

import pytest

from tests.journeys.modes import Modes
from tests.journeys.tenant_states import everything
from tests.journeys.tenant_walk import Walk


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_tenant_page_bears_what_people_set(people, portal, routed, mails, language):
    people.language = language
    page = people.somebody(scripts=True)
    modes = Modes(page)
    walk = Walk(page, modes.look)

    everything(walk, people, portal, routed, mails)

    modes.report()
    assert not walk.missing()
