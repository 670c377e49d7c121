"""The return code is made while the tenant is still writing, and is the one on the receipt."""

from __future__ import annotations

import pytest
from django.test import Client

from incidents.following import codes
from incidents.following.return_code import SLOT, made_ready
from incidents.models import AccessCode, Draft, Report
from tests.incidents.tenant import code_on, post, url, written_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes that were hashed, which is slow."""
    seen: list[str] = []
    slow = codes.hash_code
    monkeypatch.setattr(codes, "hash_code", lambda code: seen.append(code) or slow(code))
    return seen


def test_the_last_post_hashes_nothing(client: Client, hashed: list[str]) -> None:
    draft = written_until(client, "contact")
    before = list(hashed)

    client.post(url(draft, "controle"))

    assert len(before) == 1
    assert hashed == before


def test_the_code_on_the_receipt_opens_the_report(client: Client) -> None:
    draft = written_until(client, "contact")

    receipt = client.post(url(draft, "controle"), follow=True)

    report = Report.objects.get(draft=draft)
    assert codes.matches(code_on(receipt), AccessCode.objects.get(report=report).hash)


def test_answering_again_keeps_the_code(client: Client, hashed: list[str]) -> None:
    draft = written_until(client, "contact")
    first = draft.answers[SLOT]

    post(client, draft, "contact", name="Dana")

    assert Draft.objects.get(pk=draft.pk).answers[SLOT] == first
    assert len(hashed) == 1


def test_a_draft_from_before_gets_its_code_when_it_is_sent(client: Client) -> None:
    draft = written_until(client, "contact")
    Draft.objects.filter(pk=draft.pk).update(answers={**draft.answers, SLOT: None})

    receipt = client.post(url(draft, "controle"), follow=True)

    report = Report.objects.get(draft=draft)
    assert codes.matches(code_on(receipt), AccessCode.objects.get(report=report).hash)


def test_two_codes_are_never_the_same() -> None:
    assert made_ready({})[SLOT]["text"] != made_ready({})[SLOT]["text"]


def test_the_hash_is_the_least_that_owasp_names() -> None:
    kept = made_ready({})[SLOT]["hash"]

    assert kept.startswith("$argon2id$") and "m=7168,t=5,p=1" in kept
