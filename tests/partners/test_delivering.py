"""Telling a partner's people: once, and only who works there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partners.at_work import answering, asking
from partners.mailing import delivering
from partners.models import Referral
from safetyportal.accounts.models import User
from safetyportal.notices import outbox
from safetyportal.notices.models import Notice
from tests.partners.partner_side import by_hand
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
    counted = [delivering.remind(at=found.due_at + HOUR * turn) for turn in (1, 2, 3)]

    assert counted == [1, 0, 0]
    assert told("partner_reminder") == [person("boa@").email]


def test_a_pile_of_late_referrals_is_reminded_in_batches_and_looked_at_once(
    found: Referral, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "REMIND_AT_ONCE", 2)
    late = [found, *(by_hand(routed("GEL-MUZ"), "politie-noord") for _ in range(4))]
    then = max(one.due_at for one in late) + HOUR

    assert delivering.remind(at=then) == 5
    with CaptureQueriesContext(connection) as asked:
        assert delivering.remind(at=then + HOUR) == 0

    assert len(told("partner_reminder")) == 1 + 4
    assert len([one for one in asked if "partners_referral" in one["sql"]]) == 1


def test_many_late_referrals_of_one_partner_cost_no_more_than_one(association: None) -> None:
    for many in (1, 20):
        late = [by_hand(routed("GEL-MUZ"), "politie-noord") for _ in range(many)]
        with CaptureQueriesContext(connection) as asked:
            assert delivering.remind(at=max(one.due_at for one in late) + HOUR) == many
        assert len(asked) <= 12, [one["sql"][:100] for one in asked]


def test_where_nobody_works_the_reminder_goes_when_somebody_does(found: Referral) -> None:
    User.objects.filter(pk=person("boa@").pk).update(is_active=False)
    nobody = delivering.remind(at=found.due_at + HOUR)
    User.objects.filter(pk=person("boa@").pk).update(is_active=True)

    assert (nobody, delivering.remind(at=found.due_at + HOUR)) == (0, 1)
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


def mailed(template: str) -> int:
    """How many mails that wait are sent now; not counted are those that lapse."""
    mail.outbox.clear()
    for one in Notice.objects.filter(template=template):
        outbox.send(work_id=one.pk, at=timezone.now())
    return len(mail.outbox)


@pytest.mark.parametrize(("answer", "sent"), [("", 1), ("accept", 1), ("ask", 0), ("finish", 0)])
def test_a_reminder_that_still_waits_is_not_sent_to_who_answered(
    found: Referral, answer: str, sent: int
) -> None:
    boa, now = person("boa@"), timezone.now()
    delivering.remind(at=found.due_at + HOUR)
    says = {
        "accept": lambda: answering.accept(referral=found, by=boa, at=now),
        "ask": lambda: asking.ask(referral=found, text="Waar?", by=boa, at=now),
        "finish": lambda: answering.finish(referral=found, outcome="Klaar.", by=boa, at=now),
    }

    if answer:
        if answer == "finish":
            says["accept"]()
        says[answer]()

    assert mailed("partner_reminder") == sent


def test_nobody_is_called_any_more_to_what_is_finished(found: Referral) -> None:
    delivering.deliver(work_id=found.pk, at=timezone.now())
    answering.accept(referral=found, by=person("boa@"), at=timezone.now())
    answering.finish(referral=found, outcome="Klaar.", by=person("boa@"), at=timezone.now())

    assert mailed("partner_new") == 0
