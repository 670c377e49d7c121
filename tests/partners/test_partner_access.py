"""What stays out of sight of a partner, and when sight ends."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.rules.workflow import Status
from partners.at_work import answering
from partners.models import Covenant, Membership, Partner, Referral
from partners.models.referral_words import State
from partners.sharing import releasing
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from tests.partners.partner_side import VERBS, by_hand, client_of, page_of, post
from tests.world import at_home, days, in_stairwell, person, referral, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(association: None) -> Referral:
    """Weekly drug use in a stairwell of eight homes: at once with enforcement, with the minimum."""
    return referral(routed("DRU-GEB"), "BOA")


def gone(email: str, found: Referral) -> bool:
    """Not in the queue, no page, no verb; and nothing happened. Whoever had it in hand hears that it is over, nothing of the case."""
    client = client_of(email)
    before = Referral.objects.values().get(pk=found.pk)
    answers = [client.get(page_of(found)), *(post(client, verb, found) for verb in VERBS)]
    assert Referral.objects.values().get(pk=found.pk) == before
    in_queue = found.case.number in client.get(reverse("partner_queue")).content.decode()
    shown = [answer.content.decode() for answer in answers]
    silent = not [page for page in shown if found.case.number in page or found.case.kind.label in page]
    return not in_queue and silent and {answer.status_code for answer in answers} <= {404, 409}


def test_another_partner_never_sees_it(found: Referral) -> None:
    assert gone("wijkagent-noord@", found)


def test_of_one_case_each_partner_sees_its_own_part_only(found: Referral) -> None:
    other = by_hand(found.case, "politie-noord", fields=["about_home"], summary="ALLEENPOLITIE")

    assert "ALLEENPOLITIE" in client_of("wijkagent-noord@").get(page_of(other)).content.decode()
    assert "ALLEENPOLITIE" not in client_of("boa@").get(page_of(found)).content.decode()
    assert client_of("boa@").get(page_of(other)).status_code == 404
    assert client_of("wijkagent-noord@").get(page_of(found)).status_code == 404


def test_a_proposal_is_not_there(association: None) -> None:
    proposal = referral(routed("DRU-GEB", place=in_stairwell(18)), "BOA")

    assert proposal.state == State.PROPOSED
    assert gone("boa@", proposal)


def test_a_refused_proposal_is_not_there(association: None) -> None:
    proposal = referral(routed("DRU-GEB", place=in_stairwell(18)), "BOA")
    releasing.refuse(referral=proposal, reason="Niet nodig.", by=person("noord@"), at=timezone.now())

    assert gone("boa@", proposal)


def test_what_was_given_back_is_gone(found: Referral) -> None:
    answering.decline(referral=found, reason="Niet aan ons.", by=person("boa@"), at=timezone.now())

    assert gone("boa@", found)


def test_a_closed_case_is_readable_for_thirty_days(found: Referral) -> None:
    now = timezone.now()
    for one in Referral.objects.queue().filter(case=found.case):
        answering.finish(referral=one, outcome="Gesproken.", by=person("boa@"), at=now)
    casework.close(
        case=found.case, status=Status.CLOSED, reason="solved", message="Klaar.", by=person("noord@"), at=now
    )

    with time_machine.travel(now + days(29), tick=False):
        assert client_of("boa@").get(page_of(found)).status_code == 200
    with time_machine.travel(now + days(31), tick=False):
        assert gone("boa@", found)


@pytest.mark.parametrize(
    "change",
    [
        lambda: Membership.objects.update(ends_on=timezone.localdate() - days(1)),
        lambda: Membership.objects.update(starts_on=timezone.localdate() + days(1)),
        lambda: Partner.objects.update(active_to=timezone.localdate() - days(1)),
        lambda: Covenant.objects.update(ends_on=timezone.localdate() - days(1)),
    ],
    ids=["membership ended", "membership not begun", "partner disabled", "covenant ended"],
)
def test_access_ends_at_the_next_request(found: Referral, change: Any) -> None:
    client = client_of("boa@")
    assert client.get(page_of(found)).status_code == 200

    change()

    assert client.get(page_of(found)).status_code == 404
    assert gone("boa@", found)


def test_what_a_person_released_does_not_lean_on_a_covenant(found: Referral) -> None:
    other = by_hand(found.case, "politie-noord")
    Covenant.objects.update(ends_on=timezone.localdate() - days(1))

    assert client_of("wijkagent-noord@").get(page_of(other)).status_code == 200


def test_a_disabled_person_is_out_at_the_next_request(found: Referral) -> None:
    client = client_of("boa@")
    User.objects.filter(email__startswith="boa@").update(is_active=False)

    answer = client.get(page_of(found))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("email", ["beheer@", "systeem@", "privacy@"])
def test_who_works_in_no_queue_is_kept_out(found: Referral, email: str) -> None:
    client = client_of(email)

    assert client.get(reverse("partner_queue")).status_code == 403
    assert client.get(page_of(found)).status_code == 403


def test_a_stranger_is_asked_to_sign_in(found: Referral) -> None:
    answer = Client().get(page_of(found))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_what_a_person_released_on_a_covenant_ends_with_it(found: Referral) -> None:
    other = by_hand(found.case, "politie-noord")
    Referral.objects.filter(pk=other.pk).update(ground="covenant")
    client = client_of("wijkagent-noord@")
    assert client.get(page_of(other)).status_code == 200

    Covenant.objects.update(ends_on=timezone.localdate() - days(1))

    assert client.get(page_of(other)).status_code == 404


def test_who_lost_the_right_to_restricted_cases_lost_their_queue_too(association: None) -> None:
    hidden = referral(routed("AGR-HUIS", place=at_home(4)), "BESCHERMD")
    client = client_of("beschermd@")
    assert client.get(page_of(hidden)).status_code == 200

    RoleGrant.objects.filter(user=person("beschermd@"), role=Role.RESTRICTED).delete()

    assert client.get(page_of(hidden)).status_code == 404
