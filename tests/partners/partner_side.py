"""Short ways for tests of the partner side: who signs in, which page, which post."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case
from partners.models import Partner, Referral
from partners.models.referral_words import Ground
from partners.sharing import releasing
from tests.world import person

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


def by_hand(case: Case, partner: str, **changes: Any) -> Referral:
    given: dict[str, Any] = {
        "ground": Ground.INTEREST, "ground_text": "Nodig.", "fields": [], "summary": "", "by": person("noord@"),
        "at": timezone.now(),
    } | changes  # fmt: skip
    return releasing.route_by_hand(case=case, partner=Partner.objects.get(code=partner), **given)
