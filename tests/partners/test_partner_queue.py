"""The queue of somebody at a partner or desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.at_work import answering, queue
from partners.models import Membership, Referral
from tests.partners.partner_side import by_hand, client_of, page_of, queue_of
from tests.world import at_home, days, person, referral, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(association: None) -> Referral:
    """Weekly drug use in a stairwell of eight homes: at once with enforcement, with the minimum."""
    return referral(routed("DRU-GEB"), "BOA")


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


def test_who_has_two_places_at_one_partner_sees_each_line_once(found: Referral) -> None:
    place = Membership.objects.get(user=person("boa@"))
    Membership.objects.create(
        user=place.user, partner=place.partner, starts_on=place.starts_on, ends_on=timezone.localdate()
    )
    client = client_of("boa@")

    items = client.get(reverse("partner_queue")).context["items"]

    assert [item.number for item in items] == [found.case.number]
    assert client.get(page_of(found)).status_code == 200


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
