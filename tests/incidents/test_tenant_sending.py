"""One draft, one report: whatever is clicked, however often and at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from incidents.models import Case, Draft, Report, RoutingOrder
from tests.incidents.tenant import post, url, words, written_until

TOGETHER = 50


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed_association")
def test_fifty_posts_of_one_draft_at_once_give_one_report(client: Client) -> None:
    draft = written_until(client, "contact")
    barrier = Barrier(TOGETHER)

    def click(_: int) -> tuple[int, str]:
        browser = Client()
        browser.cookies = client.cookies
        try:
            barrier.wait(timeout=30)
            answer = browser.post(url(draft, "controle"))
            return answer.status_code, answer.headers.get("Location", "")
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = set(pool.map(click, range(TOGETHER)))

    assert answers == {(302, reverse("report_receipt", args=[draft.pk]))}
    assert (Report.objects.count(), Case.objects.count(), RoutingOrder.objects.count()) == (1, 1, 1)


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_back_and_send_again_gives_the_same_receipt(client: Client) -> None:
    draft = written_until(client, "contact")

    first = client.post(url(draft, "controle"), follow=True)
    second = client.post(url(draft, "controle"), follow=True)

    report = Report.objects.get(draft=draft)
    assert report.number in words(first)
    assert report.number in words(second)


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_an_answer_from_another_tab_after_sending_changes_nothing(client: Client) -> None:
    draft = written_until(client, "contact")
    client.post(url(draft, "controle"))

    late = post(client, draft, "verhaal", story="Iets anders")

    report = Report.objects.get(draft=draft)
    assert late.url == reverse("report_receipt", args=[draft.pk])
    assert report.story == "Elke avond harde muziek tot twee uur."
    assert Draft.objects.get(pk=draft.pk).answers == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_two_tabs_answering_different_steps_keep_both(client: Client) -> None:
    draft = written_until(client, "contact")

    post(client, draft, "verhaal", story="Uit de ene tab")
    post(client, draft, "plek", where="else", text="Uit de andere tab")

    page = words(client.get(url(draft, "controle")))
    assert "Uit de ene tab" in page
    assert "Uit de andere tab" in page


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
def test_sending_needs_the_token_of_the_page(client: Client) -> None:
    draft = written_until(client, "contact")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    assert strict.post(url(draft, "controle")).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
@pytest.mark.parametrize(
    "step", ["gevaar", "soort", "adres", "plek", "vragen", "verhaal", "contact", "controle"]
)
def test_showing_a_step_costs_few_statements(
    client: Client, step: str, django_assert_max_num_queries: object
) -> None:
    draft = written_until(client, "contact")

    # The check page also says which files lie ready.
    with django_assert_max_num_queries(7 if step == "controle" else 6):  # type: ignore[operator]
        client.get(url(draft, step))
