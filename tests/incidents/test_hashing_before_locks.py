"""A code takes some tens of milliseconds to hash; meanwhile nobody waits for the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from incidents.following import code_letters, codes, reporter_links
from incidents.sides import accused_letters
from tests.incidents import parties as people
from tests.world import at_home, file, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


def _to_accused() -> Callable[[], object]:
    party = people.accused(file("GEL-MUZ", place=at_home(4)).case)
    people.inform(party)
    party.refresh_from_db()
    return lambda: accused_letters.write(party=party, by=person("noord@"), at=timezone.now())


def _to_reporter() -> Callable[[], object]:
    report, later = file("GEL-MUZ", place=at_home(4)), timezone.now() + 2 * code_letters.GRACE
    return lambda: code_letters.write(report=report, by=person("noord@"), at=later)


def _by_reporter() -> Callable[[], object]:
    report = file("GEL-MUZ", place=at_home(4))
    return lambda: reporter_links.new_code(report=report, at=timezone.now())


@pytest.mark.parametrize("ready", [_to_accused, _to_reporter, _by_reporter])
def test_a_code_is_hashed_once_and_before_the_case_is_locked(
    ready: Callable[[], Callable[[], object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    make, real, locked = ready(), codes.HASHER.hash, []

    with CaptureQueriesContext(connection) as seen:

        def hash_and_look(password: str, **more: Any) -> str:
            locked.append(any("FOR UPDATE" in one["sql"] for one in seen))
            return real(password, **more)

        # argon2's object takes no new attribute, so the portal's name for it is another one.
        monkeypatch.setattr(codes, "HASHER", type("Watched", (), {"hash": staticmethod(hash_and_look)}))
        make()

    assert locked == [False]
    assert any("FOR UPDATE" in one["sql"] for one in seen)
