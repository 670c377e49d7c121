"""What somebody at a partner or desk sees and does in a browser, and what stays out of sight."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents import casework
from incidents.answers import PlaceKind
from incidents.filing import Place
from incidents.models import Case
from incidents.workflow import Status
from partners import answering, queue, releasing
from partners.models import Covenant, Membership, Partner, Referral
from partners.models.referral import Ground, State
from safetyportal.accounts.models import User
from safetyportal.audit.models import AuditEvent
from tests.world import at_home, days, in_stairwell, person, referral, routed

pytestmark = pytest.mark.django_db
VERBS = {
    "referral_accept": {},
    "referral_decline": {"text": "Niet aan ons."},
    "referral_finish": {"text": "Gesproken."},
}
HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}",
    '=HYPERLINK("http://example.nl")',
    "abc\u202edef",
    "é" * 2000,
]


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(person(email))
    return client


def page_of(found: Referral) -> str:
    return reverse("partner_referral", args=[found.pk])


def queue_of(email: str) -> str:
    return client_of(email).get(reverse("partner_queue")).content.decode()


def post(client: Client, verb: str, found: Referral, data: dict[str, str] | None = None, **extra: Any) -> Any:
    return client.post(reverse(verb, args=[found.pk]), VERBS[verb] if data is None else data, **extra)


@pytest.fixture
def case(association: None) -> Case:
    """Weekly drug use in a stairwell of eight homes: at once with enforcement, with the minimum."""
    return routed("DRU-GEB")


@pytest.fixture
def found(case: Case) -> Referral:
    return referral(case, "BOA")


def by_hand(case: Case, partner: str, **changes: Any) -> Referral:
    given: dict[str, Any] = {
        "ground": Ground.INTEREST, "ground_text": "Nodig.", "fields": [], "summary": "", "by": person("noord@"),
        "at": timezone.now(),
    } | changes  # fmt: skip
    return releasing.route_by_hand(case=case, partner=Partner.objects.get(code=partner), **given)


# The queue


def test_a_line_says_what_where_since_when_by_when_and_how_far(found: Referral) -> None:
    Referral.objects.update(due_at=timezone.now() - timedelta(days=1))

    page = queue_of("boa@")

    assert found.case.kind.label_nl in page
    assert found.case.complex is not None and found.case.complex.name in page
    assert found.case.number in page
    assert "sinds" in page
    assert "te laat" in page
    assert "Nieuw" in page


def test_what_is_due_first_stands_first(found: Referral) -> None:
    later = by_hand(routed("GEL-MUZ", place=at_home(12), consent=False), "handhaving-lindestad")
    Referral.objects.filter(pk=later.pk).update(due_at=found.due_at - days(2))

    page = queue_of("boa@")

    assert page.index(later.case.number) < page.index(found.case.number)


def test_a_long_queue_goes_on_where_the_page_before_ended(
    found: Referral, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "PAGE_SIZE", 2)
    by_hand(routed("GEL-MUZ", place=at_home(12), consent=False), "handhaving-lindestad")
    by_hand(routed("GEL-MUZ", place=at_home(4), consent=False), "handhaving-lindestad")
    client = client_of("boa@")

    first = client.get(reverse("partner_queue"))
    second = client.get(first.context["next_url"])

    numbers = [item.number for item in (*first.context["items"], *second.context["items"])]
    assert len(first.context["items"]) == 2
    assert second.context["next_url"] == ""
    assert numbers == [row.case.number for row in Referral.objects.queue().filter(partner=found.partner)]


@pytest.mark.parametrize(
    "after", ["", "x", "1.2", "9" * 16 + "." + "0" * 36, "0.00000000-0000-0000-0000-00000000000g"]
)
def test_a_position_that_cannot_be_read_is_the_beginning(found: Referral, after: str) -> None:
    answer = client_of("boa@").get(reverse("partner_queue"), {"after": after})

    assert answer.status_code == 200


def test_an_empty_queue_says_so_kindly(association: None) -> None:
    assert "Er wacht nu niets op u" in queue_of("boa@")


def test_somebody_without_a_partner_is_told_whom_to_ask(association: None) -> None:
    Membership.objects.all().delete()

    assert "Vraag uw beheerder" in queue_of("boa@")


def test_two_partners_of_one_person_are_both_named(association: None) -> None:
    assert "Jongerenwerk Lindestad-Noord en Jongerenwerk Lindestad-Zuid" in queue_of("jongerenwerk@")


def test_what_was_finished_lately_stands_below(found: Referral) -> None:
    answering.finish(referral=found, outcome="Gesproken.", by=person("boa@"), at=timezone.now())

    page = queue_of("boa@")

    assert "Er wacht nu niets op u" in page
    assert found.case.number in page[page.index("Afgerond in de laatste 30 dagen") :]


def test_what_was_finished_long_ago_does_not(found: Referral) -> None:
    answering.finish(referral=found, outcome="Gesproken.", by=person("boa@"), at=timezone.now() - days(31))

    assert found.case.number not in queue_of("boa@")


def test_a_queue_takes_as_many_statements_whatever_its_length(
    found: Referral, django_assert_max_num_queries: Any
) -> None:
    client = client_of("boa@")
    client.get(reverse("partner_queue"))

    with django_assert_max_num_queries(6) as short:
        client.get(reverse("partner_queue"))
    for number in (4, 6, 8):
        by_hand(routed("GEL-MUZ", place=at_home(number), consent=False), "handhaving-lindestad")
    with django_assert_max_num_queries(6) as long:
        client.get(reverse("partner_queue"))

    assert len(long) == len(short)


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

    with django_assert_max_num_queries(7):
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
    assert "U heeft dit aangenomen" in page
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


# Out of sight


def gone(email: str, found: Referral) -> bool:
    """Not in the queue, no page, no verb; and nothing happened."""
    client = client_of(email)
    before = Referral.objects.values().get(pk=found.pk)
    answers = [client.get(page_of(found)), *(post(client, verb, found) for verb in VERBS)]
    assert Referral.objects.values().get(pk=found.pk) == before
    in_queue = found.case.number in client.get(reverse("partner_queue")).content.decode()
    return not in_queue and {answer.status_code for answer in answers} == {404}


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
