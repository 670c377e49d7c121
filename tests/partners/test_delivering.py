"""Telling a partner's people: once, and only who works there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from partners import delivering
from partners.models import Referral
from safetyportal.notices.models import Notice
from tests.world import days, person, referral, routed

HOUR = timedelta(hours=1)


@pytest.fixture
def found(association: None) -> Referral:
    return referral(routed("DRU-GEB"), "BOA")


def told(template: str) -> list[str]:
    return list(Notice.objects.filter(template=template).values_list("user__email", flat=True))


def test_a_delivery_mails_each_member_once_however_often_it_runs(found: Referral) -> None:
    done = [delivering.deliver(work_id=found.pk, at=timezone.now()) for _ in range(2)]

    assert done == [True, False]
    assert told("partner_new") == [person("boa@").email]


def test_an_own_desk_gets_no_mail(association: None) -> None:
    inside = referral(routed("VUI-ALG"), "WB")

    delivering.deliver(work_id=inside.pk, at=timezone.now())

    inside.refresh_from_db()
    assert inside.delivered_at is not None
    assert told("partner_new") == []


def test_a_late_referral_gives_one_reminder_however_often_it_is_looked_at(found: Referral) -> None:
    for _ in range(2):
        assert delivering.remind(at=found.due_at + HOUR) == 1

    assert told("partner_reminder") == [person("boa@").email]


def test_nobody_is_reminded_before_the_due_date_or_long_after_it(found: Referral) -> None:
    early = delivering.remind(at=found.due_at - HOUR)
    late = delivering.remind(at=found.due_at + days(8))

    assert (early, late) == (0, 0)
    assert told("partner_reminder") == []


def test_what_is_answered_needs_no_reminder(found: Referral) -> None:
    Referral.objects.filter(pk=found.pk).update(
        state="finished", finished_at=timezone.now(), finished_by=person("boa@")
    )

    assert delivering.remind(at=found.due_at + HOUR) == 0
