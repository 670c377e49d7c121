"""A thousand colleagues take one case at the same moment: one has it, the others are told who."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case, TimelineEntry
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Audience, Role
from safetyportal.audit.models import AuditEvent
from tests.world import file, person

PEOPLE = 1000
AT_ONCE = 32  # as many connections as the test server gives


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_of_a_thousand_who_take_one_case_one_has_it_and_the_others_are_told_who() -> None:
    case = Case.objects.get(pk=file("GEL-MUZ").case_id)
    team = person("noord@").role_grants.get(role=Role.HANDLER).team
    people = User.objects.bulk_create(
        User(email=f"collega{one}@example.nl", name=f"Collega {one}", audience=Audience.STAFF)
        for one in range(PEOPLE)
    )
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=Role.HANDLER, team=team) for user in people)

    def take(user: User) -> str:
        try:
            casework.take(case=case, by=user, at=timezone.now())
        except casework.AlreadyTaken as taken:
            return str(taken)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(AT_ONCE) as threads:
        told = list(threads.map(take, people))

    case.refresh_from_db()
    assert case.holder in people
    assert told.count("") == 1
    assert told.count(case.holder.name) == PEOPLE - 1
    assert case.timeline.filter(sort=TimelineEntry.Sort.TAKEN).count() == 1
    assert AuditEvent.objects.filter(action="case.take", object_id=str(case.pk)).count() == 1
