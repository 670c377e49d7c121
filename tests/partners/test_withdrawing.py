from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.rules.workflow import Status
from partners.at_work import answering, withdrawing
from partners.models import Partner, Referral
from partners.models.referral_words import State
from partners.sharing.release_checks import NotPossible
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import bars_closing
from tests.world import days, person, referral, routed

pytestmark = pytest.mark.django_db


def withdraw(one: Referral) -> None:
    withdrawing.withdraw(
        referral=one, reason="Bij de verkeerde partner.", by=person("noord@"), at=timezone.now()
    )


def test_what_is_taken_back_the_partner_sees_no_more(association: None) -> None:
    case = routed("DRU-GEB")
    boa = person("boa@")

    withdraw(referral(case, "BOA"))

    assert not Referral.objects.for_(boa, "referral.read").filter(case=case).exists()
    assert case.timeline.filter(text__contains="verkeerde partner").exists()
    assert AuditEvent.objects.filter(action="referral.withdraw").count() == 1


def test_a_case_is_not_stuck_on_a_partner_that_stopped(association: None) -> None:
    case = routed("DRU-GEB")
    Partner.objects.filter(type_code="BOA").update(active_to=timezone.localdate() - days(1))
    assert bars_closing(subject_kind="case", subject_id=case.pk)

    for one in case.referrals.filter(partner__is_internal=False, state=State.RELEASED):
        withdraw(one)

    assert not bars_closing(subject_kind="case", subject_id=case.pk)


def test_the_case_comes_back_to_the_staff(association: None) -> None:
    case = routed("DRU-GEB")
    answering.accept(referral=referral(case, "BOA"), by=person("boa@"), at=timezone.now())

    withdraw(referral(case, "BOA"))

    case.refresh_from_db()
    assert case.status == Status.INVESTIGATION


def test_what_is_finished_stays(association: None) -> None:
    case = routed("DRU-GEB")
    answering.finish(
        referral=referral(case, "BOA"), outcome="Gesproken.", by=person("boa@"), at=timezone.now()
    )

    with pytest.raises(NotPossible):
        withdraw(referral(case, "BOA"))


def test_staff_take_back_through_the_page_with_a_reason(association: None) -> None:
    case = routed("DRU-GEB")
    client = Client()
    client.force_login(person("noord@"))
    url = reverse("referral_withdraw", args=[referral(case, "BOA").pk])

    empty = client.post(url, {"reason": ""})
    done = client.post(url, {"reason": "Bij de verkeerde partner."})
    again = client.post(url, {"reason": "Nog eens."})

    assert empty.status_code == 422
    assert done.status_code == 302
    assert again.status_code == 409
    assert "Nog eens." in again.content.decode()
