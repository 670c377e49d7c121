"""Another language, and the same page: from every kind of page the switch leads back to where somebody was."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, resolve, reverse

from incidents.models import Report
from safetyportal.policy.actions import WRITE
from safetyportal.texts import helplines
from safetyportal.texts.models import HelpLine
from safetyportal.texts.templatetags.languages import nearest
from tests.house.urls import walk
from tests.incidents.tenant import begin, post, url, words, written_until
from tests.partners.partner_side import page_of
from tests.world import person, referral, routed

pytestmark = pytest.mark.django_db
NEXT = re.compile(r'name="next" value="([^"]*)"')


def said(response: HttpResponse) -> str:
    return response.content.decode()


def in_english(client: Client, page: HttpResponse) -> HttpResponse:
    """The page that the switch on `page` leads to."""
    found = NEXT.search(said(page).partition("portal-languages")[2])
    assert found, said(page)
    answer = client.post(reverse("set_language"), {"language": "en", "next": unescape(found[1])})
    return client.get(answer.url)


@pytest.fixture
def staff(association: None) -> Client:
    client = Client()
    client.force_login(person("noord@"))
    return client


@pytest.fixture
def boa(association: None) -> Client:
    client = Client()
    client.force_login(person("boa@"))
    return client


@pytest.mark.parametrize("path", ["/", "/privacy/", "/volgen/", "/inloggen/?next=/werk/%3Fproposal%3Dwaits"])
def test_a_page_for_everybody_comes_back_in_english(association: None, path: str) -> None:
    client = Client()

    page = in_english(client, client.get(path))

    assert (page.request["PATH_INFO"], page.status_code) == (path.partition("?")[0], 200)
    assert page.request["QUERY_STRING"] == path.partition("?")[2]
    assert '<html lang="en"' in said(page)


def test_a_page_that_is_not_there_says_so_in_english(association: None) -> None:
    client = Client()

    page = in_english(client, client.get("/bestaat-niet/?a=1"))

    assert page.status_code == 404
    assert "This page does not exist" in said(page)


def test_a_failed_sign_in_still_knows_where_somebody_was_going(association: None) -> None:
    client = Client()
    failed = client.post(
        "/inloggen/", {"login": "x@example.nl", "password": "y", "next": "/werk/?urgency=U1"}
    )

    page = in_english(client, failed)

    assert page.request["PATH_INFO"] == "/inloggen/"
    assert 'name="next" value="/werk/?urgency=U1"' in said(page)


def test_the_inbox_keeps_its_filters(staff: Client) -> None:
    page = in_english(staff, staff.get("/werk/?urgency=U2&holder=nobody"))

    assert page.request["QUERY_STRING"] == "urgency=U2&holder=nobody"
    assert '<html lang="en"' in said(page)


def test_a_faulty_verb_leads_to_the_case_and_never_to_405(staff: Client) -> None:
    case = routed("DRU-GEB")
    faulty = staff.post(reverse("case_note", args=[case.number]), {"text": ""})

    page = in_english(staff, faulty)

    assert faulty.status_code == 422
    assert (page.status_code, page.request["PATH_INFO"]) == (200, reverse("case_page", args=[case.number]))


def test_a_partner_that_came_too_late_goes_back_to_the_referral(boa: Client) -> None:
    found = referral(routed("DRU-GEB"), "BOA")

    page = in_english(boa, boa.get(page_of(found)))

    assert (page.status_code, page.request["PATH_INFO"]) == (200, page_of(found))
    assert nearest(reverse("referral_accept", args=[found.pk])) == page_of(found)


def test_every_address_that_takes_no_reading_lies_below_one_that_does() -> None:
    of_type = {"int": 7, "uuid": uuid4(), "string": "x", "slug": "x"}
    posts = [one for one in walk(get_resolver().url_patterns) if one.callback.policy_rule.methods == WRITE]

    assert posts
    for one in posts:
        sample = {
            name: of_type[type(converter).__name__.removesuffix("Converter").lower()]
            for name, converter in one.pattern.converters.items()
        }
        address = reverse(one.name, kwargs=sample)
        above = nearest(address)
        assert above != address
        assert "GET" in resolve(above).func.policy_rule.methods


def test_what_was_typed_in_a_step_stays_and_is_not_judged(client: Client, association: None) -> None:
    draft = written_until(client, "vragen")
    typed = {"story": "Half een zin", "names_person": "unknown", "language": "en"}

    page = client.post(url(draft, "verhaal"), typed)

    assert page.status_code == 200
    assert "Half een zin" in said(page)
    assert 'value="unknown" checked' in re.sub(r"\s+", " ", said(page))
    assert '<html lang="en"' in said(page)
    assert "utrecht-alert--summary" not in said(page)
    assert client.cookies["taal"].value == "en"
    draft.refresh_from_db()
    assert "verhaal" not in draft.answers


def test_enter_in_a_field_still_means_going_on(client: Client, association: None) -> None:
    """The first button of a form is the one that Enter presses."""
    draft = written_until(client, "vragen")

    page = said(client.get(url(draft, "verhaal")))

    first = re.search(r'<button[^>]*form="stap"[^>]*>', page)
    assert first and "language" not in first[0]


def test_switching_on_the_last_page_sends_nothing(client: Client, association: None) -> None:
    draft = written_until(client, "contact")

    page = in_english(client, client.get(url(draft, "controle")))

    assert page.request["PATH_INFO"] == url(draft, "controle")
    assert '<html lang="en"' in said(page)
    assert not Report.objects.exists()


def test_a_language_we_do_not_have_is_an_ordinary_answer(client: Client, association: None) -> None:
    draft = begin(client)

    answer = post(client, draft, "gevaar", language="xx")

    assert answer.status_code == 302


def test_a_help_line_from_before_gets_its_english_unless_the_association_wrote_its_own() -> None:
    HelpLine.objects.all().delete()
    helplines.load()
    HelpLine.objects.update(label_en="", when_text_en="")
    HelpLine.objects.filter(code="police").update(label="Onze wijkagent")

    helplines.load()

    assert HelpLine.objects.get(code="suicide").label_en == "113 Suicide Prevention"
    assert HelpLine.objects.get(code="police").label_en == ""


@pytest.mark.usefixtures("association")
def test_a_receipt_in_english_does_not_call_a_known_reporter_anonymous(client: Client) -> None:
    client.cookies["taal"] = "en"
    draft = written_until(client, "contact")

    receipt = words(client.post(url(draft, "controle"), follow=True))

    assert "You see the code only now." in receipt
    assert "You are reporting anonymously" not in receipt
