"""One referral in a browser: what it shows, and what somebody at a partner or desk does with it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.intake.filing import Place
from incidents.rules.answers import PlaceKind
from partners.at_work import answering
from partners.models import Referral
from partners.models.referral_words import State
from safetyportal.audit.models import AuditEvent
from tests.partners.partner_side import HOSTILE, VERBS, by_hand, client_of, page_of, post
from tests.world import at_home, person, referral, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(association: None) -> Referral:
    """Weekly drug use in a stairwell of eight homes: at once with enforcement, with the minimum."""
    return referral(routed("DRU-GEB"), "BOA")


# One referral


def test_a_referral_shows_the_minimum_why_and_two_ways_on(found: Referral) -> None:
    page = client_of("boa@").get(page_of(found)).content.decode()

    assert found.case.kind.label_nl in page
    assert "U ziet alleen het minimum" in page
    assert "Aannemen" in page
    assert "Teruggeven" in page
    assert "Afronden" not in page


def test_each_look_is_written_down(found: Referral) -> None:
    client = client_of("boa@")

    client.get(page_of(found))
    client.get(page_of(found))

    seen = AuditEvent.objects.filter(action="referral.read", object_id=str(found.pk), actor=person("boa@"))
    assert seen.count() == 2


def test_a_refused_look_is_not(found: Referral) -> None:
    client_of("wijkagent-noord@").get(page_of(found))

    assert not AuditEvent.objects.filter(action="referral.read").exists()


def test_a_referral_takes_few_statements(found: Referral, django_assert_max_num_queries: Any) -> None:
    client = client_of("boa@")
    client.get(page_of(found))

    with django_assert_max_num_queries(8):
        client.get(page_of(found))


def test_nothing_but_the_disclosure_reaches_the_page(found: Referral) -> None:
    answer = client_of("boa@").get(page_of(found))

    kinds = {
        type(value).__name__ for layer in answer.context for scope in layer.dicts for value in scope.values()
    }
    assert not kinds & {"Referral", "Case", "Report", "Partner", "Home"}


# What a partner does


def test_taking_it_on_shows_that_and_offers_to_finish(found: Referral) -> None:
    answer = post(client_of("boa@"), "referral_accept", found, follow=True)

    page = answer.content.decode()
    assert "U hebt dit aangenomen" in page
    assert "Afronden" in page
    assert ">Aannemen<" not in page
    assert Referral.objects.get(pk=found.pk).state == State.ACCEPTED


def test_giving_it_back_leads_to_the_queue_and_closes_the_page(found: Referral) -> None:
    client = client_of("boa@")

    answer = post(client, "referral_decline", found, follow=True)

    assert answer.redirect_chain == [(reverse("partner_queue"), 302)]
    assert "Teruggegeven" in answer.content.decode()
    assert found.case.number not in answer.content.decode()
    assert client.get(page_of(found)).status_code == 404


def test_finishing_keeps_the_outcome(found: Referral) -> None:
    client = client_of("boa@")
    post(client, "referral_accept", found)

    answer = post(client, "referral_finish", found, follow=True)

    assert "Afgerond" in answer.content.decode()
    assert Referral.objects.get(pk=found.pk).outcome == "Gesproken."


@pytest.mark.parametrize("verb", ["referral_decline", "referral_finish"])
def test_above_the_box_stands_what_not_to_write(found: Referral, verb: str) -> None:
    client = client_of("boa@")
    post(client, "referral_accept", found)

    page = client.get(reverse(verb, args=[found.pk])).content.decode()

    assert page.index("Schrijf geen diagnose of strafblad op.") < page.index("<textarea")


@pytest.mark.parametrize("verb", ["referral_decline", "referral_finish"])
@pytest.mark.parametrize("typed", ["", "   ", "te lang " * 2000, "nul\0"])
def test_a_refused_text_comes_back_with_a_message(found: Referral, verb: str, typed: str) -> None:
    answer = post(client_of("boa@"), verb, found, {"text": typed})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "<title>Fout:" in page.replace("\n", "")
    assert typed.replace("\0", "").strip()[:100] in page
    assert Referral.objects.get(pk=found.pk).state == State.RELEASED


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_is_kept_as_text(found: Referral, typed: str) -> None:
    answer = post(client_of("boa@"), "referral_finish", found, {"text": typed})

    assert answer.status_code == 302
    assert Referral.objects.get(pk=found.pk).outcome == typed


@pytest.mark.parametrize("verb", VERBS)
def test_who_comes_second_reads_that_it_was_finished(found: Referral, verb: str) -> None:
    answering.finish(referral=found, outcome="Gesproken.", by=person("boa@"), at=timezone.now())

    answer = post(client_of("boa@"), verb, found, follow=True)

    assert answer.status_code == 200
    assert "Dit is al afgerond." in answer.content.decode()


def test_a_second_click_on_accept_reads_that_it_was_accepted(found: Referral) -> None:
    client = client_of("boa@")
    post(client, "referral_accept", found)

    answer = post(client, "referral_accept", found, follow=True)

    assert "Dit is al aangenomen." in answer.content.decode()


def test_accept_is_no_link(found: Referral) -> None:
    assert client_of("boa@").get(reverse("referral_accept", args=[found.pk])).status_code == 405
    assert Referral.objects.get(pk=found.pk).state == State.RELEASED


# Our own desks


def test_a_desk_works_in_the_frame_of_staff(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    desk = by_hand(case, "afdeling-tech", ground=None)

    page = client_of("techniek@").get(page_of(desk)).content.decode()

    assert "portal-frame--staff" in page
    assert reverse("case_page", args=[case.number]) not in page


def test_who_may_open_the_case_gets_a_link_to_it(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)

    page = client_of("noord@").get(page_of(referral(case, "WC"))).content.decode()

    assert reverse("case_page", args=[case.number]) in page


def test_a_colleague_of_the_same_desk_elsewhere_gets_none(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)

    page = client_of("zuid@").get(page_of(referral(case, "WC"))).content.decode()

    assert reverse("case_page", args=[case.number]) not in page


def test_triage_has_nobody_to_give_back_to(association: None) -> None:
    case = routed("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="ergens"), consent=False)
    found = referral(case, "TRIAGE")
    client = client_of("triage@")

    page = client.get(page_of(found)).content.decode()
    answer = post(client, "referral_decline", found, follow=True)

    assert "Teruggeven" not in page
    assert "kan een melding niet teruggeven" in answer.content.decode()
    assert Referral.objects.get(pk=found.pk).state == State.RELEASED
