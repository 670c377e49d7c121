"""Proof of work: what a browser computed counts once, for its own draft, in time; nothing is ever refused for it."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from altcha import Challenge, Payload, solve_challenge
from django.test import Client
from django.utils import timezone

from incidents.intake import proof
from incidents.models import Draft, Report
from tests.incidents.tenant import url, written_until
from tests.world import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]


@pytest.fixture(autouse=True)
def switched_on(settings: Any) -> None:
    settings.PROOF_OF_WORK = True


def asked_on_the_page(client: Client, draft: Draft) -> str:
    page = client.get(url(draft, "controle"))
    assert "js/proof.js" in page.content.decode()
    return str(page.context["proof"])


def solved(asked: str) -> str:
    """As a browser does it, by the library's own solver."""
    challenge = Challenge.from_dict(json.loads(asked))
    solution = solve_challenge(challenge)
    assert solution is not None
    assert proof.LEAST <= solution.counter < proof.MOST
    return Payload(challenge, solution).to_base64()


def sent_with(client: Client, draft: Draft, proof: str) -> Report:
    assert client.post(url(draft, "controle"), {"proof": proof}).status_code == 302
    return Report.objects.get(draft=draft)


def test_a_report_with_its_proof_is_not_marked(client: Client) -> None:
    draft = written_until(client, "contact")

    report = sent_with(client, draft, solved(asked_on_the_page(client, draft)))

    assert (report.looks_automatic, report.signs) == (False, [])


def test_without_a_proof_a_report_is_kept_and_marked(client: Client) -> None:
    draft = written_until(client, "contact")

    assert sent_with(client, draft, "").signs == ["no_proof"]


def test_a_proof_used_again_for_another_draft_counts_for_nothing(client: Client) -> None:
    first, second = written_until(client, "contact"), written_until(client, "contact")
    answer = solved(asked_on_the_page(client, first))

    assert sent_with(client, first, answer).signs == []
    assert sent_with(client, second, answer).signs == ["no_proof"]


def test_the_same_proof_sent_twice_gives_the_one_report(client: Client) -> None:
    draft = written_until(client, "contact")
    answer = solved(asked_on_the_page(client, draft))

    assert sent_with(client, draft, answer) == sent_with(client, draft, answer)


def test_a_proof_of_two_hours_ago_counts_for_nothing(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        draft = written_until(client, "contact")
        answer = solved(asked_on_the_page(client, draft))
        clock.shift(timedelta(hours=2, seconds=1))

        assert sent_with(client, draft, answer).signs == ["no_proof"]


def _altered(answer: str, **changes: Any) -> str:
    told = json.loads(base64.b64decode(answer))
    told["challenge"]["parameters"] |= changes
    return base64.b64encode(json.dumps(told).encode()).decode()


def test_a_challenge_of_ones_own_making_counts_for_nothing(client: Client) -> None:
    draft, other = written_until(client, "contact"), written_until(client, "contact")
    answer = solved(asked_on_the_page(client, other))

    assert proof.holds(proof=answer, draft=other)
    for forged in (
        _altered(answer, data={"draft": str(draft.pk)}),
        _altered(answer, cost=1),
        _altered(answer, keyPrefix=""),
        _altered(answer, keySignature=None),
        _altered(answer, expiresAt=None),
    ):
        assert not proof.holds(proof=forged, draft=draft)
        assert not proof.holds(proof=forged, draft=other)


@pytest.mark.parametrize(
    "junk",
    [
        "x", "=", "é", "bnVsbA==", "W10=", "e30=", "x" * 3000,
        base64.b64encode(b'{"challenge": [], "solution": 1}').decode(),
        base64.b64encode(b'{"challenge": {"parameters": []}, "solution": {}}').decode(),
        base64.b64encode(b"[" * 1000).decode(),
        base64.b64encode(b'{"challenge": {"parameters": "x", "signature": 1e999}, "solution": "x"}').decode(),
    ],
)  # fmt: skip
def test_whatever_is_posted_as_a_proof_loses_no_report(client: Client, junk: str) -> None:
    draft = written_until(client, "contact")

    assert sent_with(client, draft, junk).signs == ["no_proof"]


def test_switched_off_nothing_is_asked_and_nothing_is_marked(client: Client, settings: Any) -> None:
    settings.PROOF_OF_WORK = False
    draft = written_until(client, "contact")

    assert "proof" not in client.get(url(draft, "controle")).content.decode()
    assert sent_with(client, draft, "").signs == []


def test_what_is_asked_says_nothing_of_what_was_written(client: Client) -> None:
    draft = written_until(client, "contact")

    asked = json.loads(asked_on_the_page(client, draft))["parameters"]

    assert asked["data"] == {"draft": str(draft.pk)}
    assert asked["expiresAt"] <= (timezone.now() + proof.LASTS).timestamp()
